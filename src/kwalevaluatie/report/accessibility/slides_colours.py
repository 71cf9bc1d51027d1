"""The colours on a slide, and what is behind a shape, as far as a program can tell."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from kwalevaluatie.report.accessibility.colours import six_digits
from kwalevaluatie.report.accessibility.letters import WHITE

NONE = "none"
Fill = str | None
"""Six digits; `none` for what lets through what is under it; empty where no one colour can be
told (a picture, a gradient); None where nothing is said."""

MIXED = tuple(map(qn, ("a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill")))
DRAWN = tuple(map(qn, ("p:sp", "p:pic", "p:graphicFrame", "p:grpSp")))
EVEN = "1001"
"""The background of a theme that is one colour."""

Box = tuple[int, int, int, int]


class SlideColours:
    """Turns the colours on a slide into six digits, through the theme of its master."""

    def __init__(self, slide: Any) -> None:
        self._slide, self._layout = slide, slide.slide_layout
        self._master = slide.slide_layout.slide_master

    def of(self, holder: Any) -> Fill:
        """The fill that stands in an element."""
        if holder is None:
            return None
        if holder.tag == qn("a:fontRef"):
            return self._value(holder)
        for child in holder:
            if child.tag == qn("a:solidFill"):
                return self._value(child)
            if child.tag == qn("a:noFill"):
                return NONE
            if child.tag in MIXED:
                return ""
        return None

    def named(self, name: str) -> str:
        """A colour of the theme, such as `tx1` or `hlink`."""
        name = self._names.get(name, name)
        found = self._theme.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        return self._value(found) if found is not None else ""

    def filled(self, shape: Any) -> Fill:
        """What a shape itself is filled with."""
        if shape.tag != qn("p:sp"):
            return ""
        said = self.of(shape.find(qn("p:spPr")))
        styled = shape.find(f"{qn('p:style')}/{qn('a:fillRef')}")
        return "" if said is None and styled is not None and styled.get("idx") != "0" else said

    def under(self, shape: Any, box: Box | None) -> str:
        """The colour that a shape stands on; empty where there is more than one."""
        if box is None or shape.getparent().tag == qn("p:grpSp"):
            return ""
        behind = self._background
        for other in self._below(shape):
            fill, place = self.filled(other), box_of(other)
            if fill not in (None, NONE) and place is not None and _touch(place, box):
                behind = str(fill) if _holds(place, box) else ""
        return behind

    def _below(self, shape: Any) -> Iterator[Any]:
        """What is drawn before a shape: on the master, on the layout, and on the slide."""
        for holder in (self._master, self._layout):
            tree = holder.shapes._spTree
            yield from (one for one in tree if one.tag in DRAWN and not _is_placeholder(one))
        earlier = [one for one in shape.itersiblings(preceding=True) if one.tag in DRAWN]
        yield from reversed(earlier)

    @cached_property
    def _background(self) -> str:
        for holder in (self._slide, self._layout, self._master):
            found = holder.element.find(f"{qn('p:cSld')}/{qn('p:bg')}")
            if found is not None:
                return self._of_background(found[0])
        return WHITE

    def _of_background(self, said: Any) -> str:
        if said.tag == qn("p:bgRef"):
            return self._value(said) if said.get("idx") == EVEN else ""
        fill = self.of(said)
        return fill if fill and fill != NONE else ""

    @cached_property
    def _names(self) -> dict[str, str]:
        """Which colour of the theme the master means by a name."""
        found = self._master.element.find(qn("p:clrMap"))
        for holder in (self._layout, self._slide):
            other = holder.element.find(f".//{qn('a:overrideClrMapping')}")
            found = other if other is not None else found
        return {str(name): str(value) for name, value in found.attrib.items()}

    @cached_property
    def _theme(self) -> Any:
        part = self._master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))

    def _value(self, holder: Any) -> str:
        """The colour in an element; empty where it is changed in a way that is not known here."""
        said = next(iter(holder), None)
        if said is None:
            return ""
        name = said.get("lastClr") or said.get("val", "")
        colour = self.named(name) if said.tag == qn("a:schemeClr") else six_digits(name)
        changes = {etree.QName(change).localname: change.get("val", "0") for change in said}
        return _changed(colour, changes) if colour else ""


def box_of(*alike: Any) -> Box | None:
    """Where a shape is, by its own place or that of the first that it is like."""
    for shape in alike:
        found = next(shape.iter(qn("a:xfrm"), qn("p:xfrm")), None)
        if found is not None and len(found) > 1:
            (x, y), (wide, tall) = found[0].values()[:2], found[1].values()[:2]
            return int(x), int(y), int(x) + int(wide), int(y) + int(tall)
    return None


def _changed(colour: str, changes: dict[str, str]) -> str:
    """A colour made lighter or darker as a theme does it."""
    if set(changes) - {"lumMod", "lumOff"}:
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = light * _part(changes, "lumMod", 1) + _part(changes, "lumOff", 0)
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), full)
    return "".join(f"{round(255 * part):02X}" for part in parts)


def _part(changes: dict[str, str], name: str, usual: float) -> float:
    return float(changes[name]) / 100_000 if name in changes else usual


def _is_placeholder(shape: Any) -> bool:
    return shape.find(f"./*/{qn('p:nvPr')}/{qn('p:ph')}") is not None


def _touch(one: Box, other: Box) -> bool:
    return (one[0] < other[2] and other[0] < one[2]) and (one[1] < other[3] and other[1] < one[3])


def _holds(one: Box, other: Box) -> bool:
    return one[0] <= other[0] and one[1] <= other[1] and one[2] >= other[2] and one[3] >= other[3]
