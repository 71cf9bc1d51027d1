"""Writes one conversation in each format in which transcripts come, as the programs write them.

Every writer takes a path, header lines and turns of (speaker, text), and returns the path.
What it writes is the same every time: times follow from the number of words, and the zipped
formats carry one fixed date.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
import uuid
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

Turns = Sequence[tuple[str, str]]
Header = Sequence[str]

WORDS_PER_SECOND = 2.4
PAUSE = 0.64
CUE_WORDS = 14
BLOCK_WORDS = 60
WRAP = 88
DATE = datetime(2025, 3, 14, 10, 3)
ZIP_DATE = (2025, 3, 14, 10, 3, 0)
LANGUAGE = "nl-NL"


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a turn with the moments between which it is said."""

    speaker: str
    text: str
    start: float
    stop: float
    turn: int
    first: bool


def parts(turns: Turns, size: int) -> Iterator[Part]:
    """The turns cut in parts of at most so many words, each with its time."""
    now = 3.12
    for number, (speaker, text) in enumerate(turns):
        for index, words in enumerate(_chunks(text.split(), size)):
            stop = now + len(words) / WORDS_PER_SECOND
            yield Part(speaker, " ".join(words), now, stop, number, index == 0)
            now = stop
        now += PAUSE


def _chunks(words: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Equal parts, so that none is left with a single word."""
    count = max(1, -(-len(words) // size))
    for index in range(count):
        yield words[index * len(words) // count : (index + 1) * len(words) // count]


def stamp(seconds: float, *, mark: str = ".") -> str:
    """A time code with milliseconds, as subtitles have it."""
    total = round(seconds * 1000)
    minutes, rest = divmod(total, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}{mark}{rest % 1000:03}"


def short_stamp(seconds: float) -> str:
    """A time code as Teams shows it: 0:03, 12:40, 1:02:03."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


# --- Word ---------------------------------------------------------------------------------


def write_docx_labels(
    path: Path, header: Header, turns: Turns, *, bold: bool = True, own_paragraph: bool = False
) -> Path:
    """A Word document as typed by hand: a label and a colon before every turn.

    `bold` sets the label in bold; `own_paragraph` puts it in a paragraph of its own.
    """
    document = _new_document(header)
    for speaker, text in turns:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{speaker}:").bold = bold or None
        first, *others = text.split("\n")
        if own_paragraph:
            others = [first, *others]
        else:
            paragraph.add_run(f" {first}")
        for other in others:
            document.add_paragraph(other)
    return _save_document(document, path)


def write_docx_teams(path: Path, header: Header, turns: Turns, *, layout: int = 1) -> Path:
    """A Word document as Teams downloads it.

    Layout 1 has a paragraph "Naam   0:03" and paragraphs of text below it; layout 2 has name,
    time and text in one paragraph, parted by line breaks.
    """
    document = _new_document(header)
    host = turns[0][0] if turns else "Organisator"
    document.add_paragraph(f"{host} heeft de transcriptie gestart")
    for part in parts(turns, BLOCK_WORDS):
        _add_block(document, part, layout)
    document.add_paragraph(f"{host} heeft de transcriptie gestopt")
    return _save_document(document, path)


def _add_block(document: Document, part: Part, layout: int) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(part.speaker).bold = True
    _grey(paragraph, f"   {short_stamp(part.start)}")
    if layout == 1:
        document.add_paragraph(part.text)
        return
    run = paragraph.add_run()
    run.add_break()
    run.add_text(part.text)


def _grey(paragraph: Paragraph, text: str) -> None:
    from docx.shared import RGBColor

    paragraph.add_run(text).font.color.rgb = RGBColor(0x60, 0x60, 0x60)


def write_docx_table(path: Path, header: Header, turns: Turns) -> Path:
    """A Word document with a table of speaker and text."""
    document = _new_document(header)
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    for cell, title in zip(table.rows[0].cells, ("Spreker", "Tekst"), strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    for speaker, text in turns:
        name, words = table.add_row().cells
        name.text, words.text = speaker, text
    return _save_document(document, path)


def _new_document(header: Header) -> Document:
    from docx import Document as new

    document = new()
    _set_language(document)
    for number, line in enumerate(header):
        if number == 0 and ":" not in line:
            document.add_heading(line, level=1)
        else:
            document.add_paragraph(line)
    return document


def _set_language(document: Document) -> None:
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    properties = document.core_properties
    properties.language = LANGUAGE
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = DATE
    properties.comments = ""


def _save_document(document: Document, path: Path) -> Path:
    document.save(str(path))
    return _fix_dates(path)


def _fix_dates(path: Path) -> Path:
    """Give every part of a zip the same date, so that the same content is the same file."""
    with zipfile.ZipFile(path) as old:
        members = [(entry.filename, old.read(entry)) for entry in old.infolist()]
    _write_zip(path, members)
    return path


def _write_zip(path: Path, members: Sequence[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path, "w") as new:
        for name, data in members:
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            stored = name == "mimetype"
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(entry, data)


# --- OpenDocument -------------------------------------------------------------------------

_ODT = "application/vnd.oasis.opendocument.text"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = (
    f'xmlns:office="{_URN}:office:1.0" xmlns:text="{_URN}:text:1.0" '
    f'xmlns:style="{_URN}:style:1.0" xmlns:table="{_URN}:table:1.0" '
    f'xmlns:fo="{_URN}:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'office:version="1.3"'
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_BOLD = (
    '<office:automatic-styles><style:style style:name="T1" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
)
_STYLES = (
    f"{_XML}<office:document-styles {_NAMESPACES}><office:styles>"
    '<style:default-style style:family="paragraph"><style:text-properties '
    'fo:language="nl" fo:country="NL"/></style:default-style>'
    "</office:styles></office:document-styles>"
)
_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def write_odt(path: Path, header: Header, turns: Turns) -> Path:
    """An OpenDocument text with a bold label and a colon before every turn."""
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in header)
    return write_odt_body(path, body + "".join(_odt_turn(*turn) for turn in turns))


def write_odt_body(path: Path, body: str, manifest: str = _MANIFEST) -> Path:
    """An OpenDocument text with this XML as its body."""
    content = (
        f"{_XML}<office:document-content {_NAMESPACES}>{_BOLD}"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    names = ("mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml")
    texts = (_ODT, content, _STYLES, manifest)
    _write_zip(path, [(n, text.encode()) for n, text in zip(names, texts, strict=True)])
    return path


def _odt_turn(speaker: str, text: str) -> str:
    first, *others = text.split("\n")
    label = f'<text:span text:style-name="T1">{escape(speaker)}:</text:span>'
    paragraphs = (f"{label} {escape(first)}", *map(escape, others))
    return "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs)


# --- plain text ---------------------------------------------------------------------------


def write_txt(
    path: Path,
    header: Header,
    turns: Turns,
    *,
    encoding: str = "utf-8",
    wrap: int | None = WRAP,
    times: bool = False,
) -> Path:
    """Plain text: header, a blank line, and turns of label, colon and words.

    `wrap` breaks lines at that width (None: one line a turn); `times` puts [00:01:23] in front.
    """
    blocks = ["\n".join(header)] if header else []
    for part in parts(turns, 10**9):
        time = f"[{stamp(part.start)[:8]}] " if times else ""
        line = f"{time}{part.speaker}: {part.text}"
        blocks.append(_wrapped(line, wrap) if wrap else line)
    path.write_bytes(("\n\n".join(blocks) + "\n").encode(encoding))
    return path


def _wrapped(line: str, width: int) -> str:
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def write_md(path: Path, header: Header, turns: Turns) -> Path:
    """Markdown with the first header line as title and labels in bold."""
    title = [f"# {header[0]}", *header[1:]] if header else []
    blocks = [*title, *(f"**{speaker}:** {' '.join(text.split())}" for speaker, text in turns)]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


# --- PDF ----------------------------------------------------------------------------------

PDF_WIDTH, PDF_LINES = 78, 50
TITLE = "Evaluatie sociale dienst, vertrouwelijk"
_SYLLABLES = re.compile(r"(?<=[a-z]{3}[bcdfghklmnprstvwz])(?=[bcdfghklmnprstvwz][a-z]{3})")


def write_pdf(path: Path, header: Header, turns: Turns, *, lines: int = PDF_LINES) -> Path:
    """A PDF as printed: labels in bold, words broken off, a title and a number on every page.

    `lines` is how many there are on a page; with one page there is no title.
    """
    rows = [(False, row) for line in header for row in _broken(line)]
    for speaker, text in turns:
        first, *others = _broken(f"{speaker}: {' '.join(text.split())}")
        rows += [(True, first), *((False, other) for other in others)]
    pages = [rows[start : start + lines] for start in range(0, len(rows), lines)]
    title = TITLE if len(pages) > 1 else ""
    return write_pdf_pages(path, [_page(rows, n, title) for n, rows in enumerate(pages or [[]], 1)])


def write_pdf_pages(path: Path, pages: Sequence[str], trailer: str = "") -> Path:
    """A PDF with these streams as its pages; F1 is plain, F2 bold, F3 italic."""
    fonts = " ".join(f"/F{n} {n + 2} 0 R" for n in (1, 2, 3))
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        *map(_font, ("Courier", "Courier-Bold", "Courier-Oblique")),
    ]
    for number, page in enumerate(pages):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * number} 0 R"
            f" /Resources << /Font << {fonts} >> >> >>",
            f"<< /Length {len(page.encode('cp1252'))} >>\nstream\n{page}\nendstream",
        ]
    path.write_bytes(_pdf(objects, trailer))
    return path


def _pdf(objects: Sequence[str], trailer: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{entries}"
    end = f"trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + table.encode() + end.encode()


def _font(name: str) -> str:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"


def _page(rows: Sequence[tuple[bool, str]], number: int, title: str) -> str:
    body = [(790 - 14 * at, bold, row) for at, (bold, row) in enumerate(rows)]
    parts = [pdf_line(820, title), *(_labelled(*row) for row in body)]
    return "\n".join((*parts, pdf_line(30, f"Pagina {number}")))


def _labelled(height: int, bold: bool, row: str) -> str:
    label, colon, words = row.partition(":") if bold else ("", "", row)
    return pdf_line(height, words, lead=label + colon)


def pdf_line(height: int, text: str, *, font: int = 1, lead: str = "") -> str:
    """One line of a page, in a font, with some words in bold before it."""
    shown = f"/F2 9 Tf ({_escaped(lead)}) Tj " if lead else ""
    return f"BT 50 {height} Td {shown}/F{font} 9 Tf ({_escaped(text)}) Tj ET"


def _escaped(text: str) -> str:
    return re.sub(r"([()\\])", r"\\\1", unicodedata.normalize("NFC", text))


def _broken(text: str) -> list[str]:
    """The text over lines, with long words broken off between two consonants."""
    rows, row = [], ""
    for word in text.split(" "):
        room = PDF_WIDTH - len(row) - 2
        cuts = [cut.start() for cut in _SYLLABLES.finditer(word) if cut.start() < room]
        if len(row) + len(word) < PDF_WIDTH:
            row = f"{row} {word}" if row else word
        elif cuts and word.isalpha():
            rows.append(f"{row} {word[: cuts[-1]]}-")
            row = word[cuts[-1] :]
        else:
            rows.append(row)
            row = word
    return [*rows, row]


# --- subtitles ----------------------------------------------------------------------------


def write_vtt_teams(path: Path, header: Header, turns: Turns, *, ids: bool = True) -> Path:
    """WebVTT as Teams downloads it: a voice tag in every cue, long turns over several cues."""
    blocks = ["WEBVTT", *_notes(header)]
    meeting = uuid.uuid5(uuid.NAMESPACE_URL, path.stem)
    for number, part in enumerate(parts(turns, CUE_WORDS)):
        name = f"{meeting}/{part.turn}-{number}\n" if ids else ""
        text = _in_rows(f"<v {escape(part.speaker)}>{escape(part.text)}</v>")
        blocks.append(f"{name}{_timing(part)}\n{text}")
    return _write_blocks(path, blocks)


def write_vtt_zoom(path: Path, header: Header, turns: Turns) -> Path:
    """WebVTT as Zoom saves it: a number and "Naam: tekst" in every cue."""
    blocks = ["WEBVTT", *_notes(header)]
    for number, part in enumerate(parts(turns, CUE_WORDS), start=1):
        blocks.append(f"{number}\n{_timing(part)}\n{escape(f'{part.speaker}: {part.text}')}")
    return _write_blocks(path, blocks)


def write_srt(path: Path, header: Header, turns: Turns) -> Path:
    """SubRip with the label in the first cue of a turn only; the header is a cue of its own."""
    cues = []
    if header:
        cues.append((0.0, 3.0, "\n".join(header)))
    for part in parts(turns, CUE_WORDS):
        text = f"{part.speaker}: {part.text}" if part.first else part.text
        cues.append((part.start, part.stop, _in_rows(text)))
    blocks = (
        f"{number}\n{stamp(start, mark=',')} --> {stamp(stop, mark=',')}\n{text}"
        for number, (start, stop, text) in enumerate(cues, start=1)
    )
    return _write_blocks(path, blocks)


def _timing(part: Part) -> str:
    return f"{stamp(part.start)} --> {stamp(part.stop)}"


def _notes(header: Header) -> list[str]:
    return ["\n".join(("NOTE", *header))] if header else []


def _in_rows(text: str) -> str:
    """Subtitle text over at most two rows, cut between words and not within a tag."""
    if len(text) < 60 or not (cut := re.search(r".{30,}?(?<!<v)\s(?=[^<>]*(?:<|$))", text)):
        return text
    return f"{text[: cut.end()].rstrip()}\n{text[cut.end() :]}"


def _write_blocks(path: Path, blocks: Sequence[str] | Iterator[str]) -> Path:
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


WRITERS: Mapping[str, tuple[str, Callable[..., Path], Mapping[str, Any]]] = {
    "docx-labels": (".docx", write_docx_labels, {}),
    "docx-plain": (".docx", write_docx_labels, {"bold": False}),
    "docx-own-paragraph": (".docx", write_docx_labels, {"own_paragraph": True}),
    "docx-teams-1": (".docx", write_docx_teams, {"layout": 1}),
    "docx-teams-2": (".docx", write_docx_teams, {"layout": 2}),
    "docx-table": (".docx", write_docx_table, {}),
    "odt": (".odt", write_odt, {}),
    "txt": (".txt", write_txt, {}),
    "txt-times": (".txt", write_txt, {"times": True, "wrap": None}),
    "txt-utf16": (".txt", write_txt, {"encoding": "utf-16"}),
    "md": (".md", write_md, {}),
    "pdf": (".pdf", write_pdf, {}),
    "vtt-teams": (".vtt", write_vtt_teams, {}),
    "vtt-teams-no-ids": (".vtt", write_vtt_teams, {"ids": False}),
    "vtt-zoom": (".vtt", write_vtt_zoom, {}),
    "srt": (".srt", write_srt, {}),
}
"""Every way of writing: the ending of the file name, the writer and its options."""


def write(way: str, folder: Path, header: Header, turns: Turns, name: str = "gesprek") -> Path:
    """Write a conversation in one of `WRITERS`."""
    suffix, writer, options = WRITERS[way]
    return writer(folder / f"{name}{suffix}", header, turns, **options)
