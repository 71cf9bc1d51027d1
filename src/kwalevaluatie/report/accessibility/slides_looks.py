"""What letters on a slide look like, through the slide, its layout, its master and the file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pptx.oxml.ns import qn

from kwalevaluatie.report.accessibility.letters import Letters
from kwalevaluatie.report.accessibility.slides_colours import NONE, SlideColours, box_of

DEFAULT_POINTS = 18.0
STYLES = {
    "title": "p:titleStyle", "body": "p:bodyStyle",
    "dt": "p:otherStyle", "ftr": "p:otherStyle", "sldNum": "p:otherStyle",
}  # fmt: skip
LIKE = {"title": "title", "ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
"""The shape on the master that a kind of shape looks like; any other looks like the body."""


class SlideLooks:
    """Finds a property where PowerPoint finds it: in the words, the shape, or what that is like."""

    def __init__(self, file: Any) -> None:
        self._defaults = file.element.find(qn("p:defaultTextStyle"))
        self._colours: dict[int, SlideColours] = {}

    @cached_property
    def language(self) -> str:
        """The language of new text, such as nl-NL; empty when the file has none."""
        found = self._defaults.iter(qn("a:defRPr")) if self._defaults is not None else ()
        return next((one.get("lang") for one in found if one.get("lang")), "")

    def letters(self, slide: Any, shape: Any) -> Iterator[Letters]:
        """The runs in a shape, as they look; those without text left out."""
        colours = self._colours.setdefault(slide.slide_id, SlideColours(slide))
        alike = _alike(slide, shape)
        for body in shape.iter(qn("p:txBody"), qn("a:txBody")):
            behind = _behind(colours, alike, body)
            for paragraph in body.iter(qn("a:p")):
                for run in paragraph.iter(qn("a:r"), qn("a:fld")):
                    if "".join(run.itertext(qn("a:t"))).strip():
                        sources = self._sources(slide, alike, body, paragraph, run)
                        yield _letters(run, sources, colours, behind, _scale(body))

    def _sources(
        self, slide: Any, alike: list[Any], body: Any, paragraph: Any, run: Any
    ) -> list[Any]:
        """Where a property may stand, nearest first."""
        props = paragraph.find(qn("a:pPr"))
        level = f"a:lvl{int(props.get('lvl', 0)) + 1 if props is not None else 1}pPr"
        lists = [body.find(qn("a:lstStyle"))]
        lists += [like.find(f".//{qn('a:lstStyle')}") for like in alike[1:]]
        lists += [*_style_of_master(slide, alike)]
        font = alike[0].find(f"{qn('p:style')}/{qn('a:fontRef')}")
        found = [run.find(qn("a:rPr")), *(_level(one, level) for one in lists), font]
        found += [_level(self._defaults, level), _level(self._defaults, "a:defPPr")]
        return [one for one in found if one is not None]


def _letters(
    run: Any, sources: list[Any], colours: SlideColours, behind: str, scale: float
) -> Letters:
    return Letters(
        text="".join(run.itertext(qn("a:t"))),
        colour=_colour(sources, colours),
        behind=behind,
        points=float(_first(sources, "sz") or DEFAULT_POINTS * 100) / 100 * scale,
        bold=_first(sources, "b") in ("1", "true"),
        language=_first(sources, "lang"),
    )


def _colour(sources: list[Any], colours: SlideColours) -> str:
    """The colour of words: that of links in a link, else the first that is said."""
    if any(one.find(qn("a:hlinkClick")) is not None for one in sources):
        return colours.named("hlink")
    fills = (colours.of(one) for one in sources)
    found = next((fill for fill in fills if fill is not None), "")
    return "" if found == NONE else found


def _first(sources: list[Any], name: str) -> str:
    return next((str(one.get(name)) for one in sources if one.get(name)), "")


def _level(style: Any, level: str) -> Any:
    return style.find(f"{qn(level)}/{qn('a:defRPr')}") if style is not None else None


def _scale(body: Any) -> float:
    """How far PowerPoint shrinks the letters so that they fit."""
    fit = body.find(f"{qn('a:bodyPr')}/{qn('a:normAutofit')}")
    scale = fit.get("fontScale", "100000") if fit is not None else "100000"
    return float(scale.rstrip("%")) / (100 if scale.endswith("%") else 100_000)


def _alike(slide: Any, shape: Any) -> list[Any]:
    """A shape, and those on layout and master that it takes its looks from."""
    place = _place(shape)
    if place is None:
        return [shape]
    layout, master = slide.slide_layout, slide.slide_layout.slide_master
    on_layout = [one for one in _shapes(layout) if _same(_place(one), place)][:1]
    kind = _kind(_place(on_layout[0]) if on_layout and "type" not in place.attrib else place)
    on_master = [one for one in _shapes(master)
                 if _place(one) is not None and _kind(_place(one)) == kind][:1]  # fmt: skip
    return [shape, *on_layout, *on_master]


def _shapes(holder: Any) -> Iterator[Any]:
    return iter(holder.shapes._spTree.iter(qn("p:sp"), qn("p:pic"), qn("p:graphicFrame")))


def _place(shape: Any) -> Any:
    """The placeholder that a shape fills; None where it stands on its own."""
    return shape.find(f"./*/{qn('p:nvPr')}/{qn('p:ph')}")


def _same(one: Any, other: Any) -> bool:
    return one is not None and one.get("idx", "0") == other.get("idx", "0")


def _kind(place: Any) -> str:
    return LIKE.get(place.get("type", ""), "body")


def _style_of_master(slide: Any, alike: list[Any]) -> Iterator[Any]:
    place = _place(alike[-1])
    styles = slide.slide_layout.slide_master.element.find(qn("p:txStyles"))
    if place is not None and styles is not None:
        yield styles.find(qn(STYLES[_kind(place)]))


def _behind(colours: SlideColours, alike: list[Any], body: Any) -> str:
    """The colour behind the words of a shape or cell; empty where that cannot be told."""
    if body.tag == qn("a:txBody"):
        fills = [colours.of(body.getparent().find(qn("a:tcPr")))]
    else:
        fills = [fill for one in alike if (fill := colours.filled(one)) is not None]
    if fills and fills[0] != NONE:
        return fills[0] or ""
    return colours.under(alike[0], box_of(*alike))
