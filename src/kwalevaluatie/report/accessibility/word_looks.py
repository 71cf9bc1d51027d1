"""What letters and paragraphs of a Word file look like, through its styles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from kwalevaluatie.report.accessibility.colours import six_digits
from kwalevaluatie.report.accessibility.letters import BLACK, WHITE, Letters

DEFAULT_POINTS = 10.0
HEADING_NAMES = ("heading ", "kop ")
DEEPEST = 9


class Looks:
    """Finds a property where Word finds it: direct, in a style, in the styles under it, default."""

    def __init__(self, file: WordFile) -> None:
        styles = file.styles.element
        self._styles = {s.get(qn("w:styleId")): s for s in styles.findall(qn("w:style"))}
        normal = styles.xpath("./w:style[@w:default='1'][@w:type='paragraph']/@w:styleId")
        self.normal = str(normal[0]) if normal else ""
        self._defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        self._chains: dict[str, list[Any]] = {}

    @cached_property
    def language(self) -> str:
        """The language of the document, such as nl-NL; empty when it has none."""
        found = self.of_style(self.normal, "w:lang")
        return found.get(qn("w:val"), "") if found is not None else ""

    def style(self, paragraph: Any) -> str:
        """The id of the style of a paragraph."""
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return str(found.get(qn("w:val"))) if found is not None else self.normal

    def style_name(self, paragraph: Any) -> str:
        """The name of the style of a paragraph, in small letters."""
        style = self._styles.get(self.style(paragraph))
        found = style.find(qn("w:name")) if style is not None else None
        return found.get(qn("w:val"), "").casefold() if found is not None else ""

    def level(self, paragraph: Any) -> int:
        """The level of a heading; 0 for any other paragraph."""
        name = self.style_name(paragraph)
        number = name.removeprefix(HEADING_NAMES[0]).removeprefix(HEADING_NAMES[1])
        if name != number and number.isdigit():
            return int(number)
        found = self.of_paragraph(paragraph, "w:outlineLvl")
        level = int(found.get(qn("w:val"))) + 1 if found is not None else 0
        return level if level <= DEEPEST and not name.startswith(("toc", "title")) else 0

    def is_item(self, paragraph: Any) -> bool:
        """Whether a paragraph belongs to a real list."""
        found = self.of_paragraph(paragraph, "w:numPr")
        number = found.find(qn("w:numId")) if found is not None else None
        return number is not None and number.get(qn("w:val")) != "0"

    def of_paragraph(self, paragraph: Any, name: str) -> Any:
        """A property of a paragraph, direct or through its style."""
        own = paragraph.find(qn("w:pPr"))
        return self._first([own, *self._of_styles(self.style(paragraph), "w:pPr")], name)

    def of_style(self, id: str, name: str) -> Any:
        """A property of the letters of a style, or of the document."""
        return self._first([*self._of_styles(id, "w:rPr"), self._defaults], name)

    def letters(self, paragraph: Any) -> Iterator[Letters]:
        """The runs of a paragraph, as they look; hidden ones and those without text left out."""
        behind = self._behind(paragraph)
        for run in paragraph.iter(qn("w:r")):
            text = "".join(run.itertext(qn("w:t")))
            if text.strip() and not self._is_hidden(run):
                yield self._letters(run, paragraph, text, behind)

    def _letters(self, run: Any, paragraph: Any, text: str, behind: str) -> Letters:
        sources = self._sources(run, paragraph)
        size, colour = self._first(sources, "w:sz"), self._first(sources, "w:color")
        language = self._first(sources, "w:lang")
        return Letters(
            text,
            _colour(colour, "w:val") or (BLACK if _luminous(behind) else WHITE),
            self._marked(sources) or behind,
            float(size.get(qn("w:val"))) / 2 if size is not None else DEFAULT_POINTS,
            self._is_bold(sources),
            language.get(qn("w:val"), "") if language is not None else "",
        )

    def _is_bold(self, sources: list[Any]) -> bool:
        found = self._first(sources, "w:b")
        return found is not None and found.get(qn("w:val"), "1") not in ("0", "false")

    def _is_hidden(self, run: Any) -> bool:
        return run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None

    def _marked(self, sources: list[Any]) -> str:
        shade, highlight = self._first(sources, "w:shd"), self._first(sources, "w:highlight")
        return _colour(highlight, "w:val") or _colour(shade, "w:fill")

    def _behind(self, paragraph: Any) -> str:
        own = _colour(self.of_paragraph(paragraph, "w:shd"), "w:fill")
        cells = paragraph.iterancestors(qn("w:tc"))
        shades = (cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}") for cell in cells)
        return own or next(filter(None, (_colour(s, "w:fill") for s in shades)), WHITE)

    def _sources(self, run: Any, paragraph: Any) -> list[Any]:
        own = run.find(qn("w:rPr"))
        named = own.find(qn("w:rStyle")) if own is not None else None
        character = self._of_styles(named.get(qn("w:val")), "w:rPr") if named is not None else []
        under = self._of_styles(self.style(paragraph), "w:rPr")
        return [own, *character, *under, self._defaults]

    def _first(self, sources: list[Any], name: str) -> Any:
        found = (source.find(qn(name)) for source in sources if source is not None)
        return next((one for one in found if one is not None), None)

    def _of_styles(self, id: str, part: str) -> list[Any]:
        return [style.find(qn(part)) for style in self._chain(id)]

    def _chain(self, id: str) -> list[Any]:
        """A style and the styles that it is based on, nearest first."""
        if id not in self._chains:
            chain: list[Any] = []
            style = self._styles.get(id)
            while style is not None and style not in chain:
                chain.append(style)
                based = style.find(qn("w:basedOn"))
                style = self._styles.get(based.get(qn("w:val"))) if based is not None else None
            self._chains[id] = chain
        return self._chains[id]


def _colour(found: Any, name: str) -> str:
    return six_digits(found.get(qn(name), "")) if found is not None else ""


def _luminous(colour: str) -> bool:
    return sum(int(colour[at : at + 2], 16) for at in (0, 2, 4)) > 3 * 96
