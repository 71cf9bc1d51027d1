"""Published figures in a table: a row for each, with numbers as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from kwalevaluatie.errors import KwalError, Place, ProblemList, TableError, hint
from kwalevaluatie.files import read_bytes
from kwalevaluatie.formats.tables import EXCEL, cell_text
from kwalevaluatie.formats.transcripts.sheets import README, read_sheet

WHOLE = ("n", "jaar", "populatie", "decimalen", "nvt", "uitgenodigd", "ondervraagden")
DECIMAL = ("waarde", "gemiddelde", "sd", "n_effectief")
TEXT = ("id", "item", "formulering", "eenheid", "schaal", "wijze", "groep", "bron")
PASSED_OVER = ("toelichting", "opmerking", "opmerkingen", "herkomst", "bladzijde", "pagina")
ALIASES = {
    "vraag": "formulering", "n v t": "nvt", "niet van toepassing": "nvt", "top box": "topbox",
    "standaarddeviatie": "sd", "standaardafwijking": "sd", "perspectief": "groep",
    "respons": "ondervraagden", "n effectief": "n_effectief", "kolom": "item",
}  # fmt: skip
UNITS = ("aandeel", "rapportcijfer", "gemiddelde", "aantal", "aandachtspunt")
MEND = "Verbeter het bestand; er is niets overgenomen."
_THOUSANDS = re.compile(r"\d{1,3}(?:[. ]\d{3})+")
_PARTS = re.compile(r"\s*(?:[;,|/+]|\bof\b|\ben\b)\s*")
Item = dict[str, Any]


def figure_rows(path: Path) -> list[tuple[int, Item]]:
    """The figures of a table as (line, values by key), checked as far as a table tells.

    A percentage may be written as 92, 92,5 or 92%; a count as 1.724. Where there is no id it is
    made of the item. Raises ProblemList with every row that cannot be right.
    """
    (_, header), *rows = _lines(path) or [(1, [])]
    names = _names(header, path)
    found: list[tuple[int, Item]] = []
    problems: list[KwalError] = []
    for line, cells in rows:
        try:
            found.append((line, _item(dict(zip(names, cells, strict=False)), Place(path, line))))
        except TableError as problem:
            problems.append(problem)
    if problems:
        raise ProblemList(tuple(problems), todo=MEND)
    return found


def _lines(path: Path) -> list[tuple[int, list[str]]]:
    if path.suffix.lower() in EXCEL:
        return [(line, cells) for line, cells in _excel(path) if any(cells)]
    return [(row.line, list(row.cells)) for row in read_sheet(path)[0]]


def _excel(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a worksheet; a cell shown as a percentage is one."""
    from io import BytesIO

    from openpyxl import load_workbook

    data = BytesIO(read_bytes(path, TableError))
    try:
        sheets = load_workbook(data, data_only=True).worksheets
        sheet = next((one for one in sheets if one.title.lower() != README), sheets[0])
        rows = list(sheet.iter_rows())
    except Exception:
        raise TableError(
            "geen leesbaar Excelbestand", where=path,
            todo="Open het in Excel en sla het opnieuw op als .xlsx of .csv.",
        ) from None  # fmt: skip
    for line, row in enumerate(rows, start=1):
        yield line, [_shown(cell) for cell in row]


def _shown(cell: Any) -> str:
    if isinstance(cell.value, int | float) and "%" in str(cell.number_format):
        return f"{round(100 * cell.value, 10):g}%".replace(".", ",")
    if isinstance(cell.value, float) and not cell.value.is_integer():
        return repr(round(cell.value, 10)).replace(".", ",")
    return cell_text(cell.value)


def _names(header: list[str], path: Path) -> list[str]:
    names = [_name(heading) for heading in header]
    known = (*WHOLE, *DECIMAL, *TEXT, "topbox", *PASSED_OVER, "")
    for name, heading in zip(names, header, strict=True):
        if name not in known:
            raise TableError(
                f"onbekende kolom “{heading}”", where=path, line=1, todo=hint(name, known[:-1])
            )
        if name and names.count(name) > 1:
            raise TableError(
                f"kolom “{heading}” staat er twee keer in", where=path, line=1,
                todo="Geef elke kolom een eigen naam.",
            )  # fmt: skip
    if "item" not in names and "id" not in names:
        raise TableError(
            "kolom “item” ontbreekt", where=path, line=1,
            todo="De kopregel heeft minstens: item, eenheid, waarde, jaar.",
        )  # fmt: skip
    return names


def _name(heading: str) -> str:
    plain = " ".join(re.sub(r"[\W_]+", " ", heading.casefold()).split())
    return ALIASES.get(plain, plain.replace(" ", "_"))


def _item(row: dict[str, str], place: Place) -> Item:
    item: Item = {key: row[key] for key in TEXT if row.get(key)}
    item["eenheid"] = _unit(row, place)
    for key in WHOLE:
        if row.get(key):
            item[key] = _whole(row[key], key, place)
    for key in DECIMAL:
        if row.get(key):
            item[key] = _number(row[key], key, item["eenheid"], place)
    _top(item, row, place)
    item.setdefault("item", item.get("id", ""))
    item.setdefault("id", _slug(item["item"]))
    item.setdefault("formulering", item["item"])
    return item


def _unit(row: dict[str, str], place: Place) -> str:
    """The unit, in lower case; a percentage sign says it too."""
    said = row.get("eenheid", "").strip().lower()
    if said in ("%", "percentage", "procent") or (not said and _percentage(row)):
        return "aandeel"
    if not said and row.get("gemiddelde"):
        return "gemiddelde"
    if said not in UNITS:
        raise TableError(
            f"“eenheid” kan niet “{said}” zijn" if said else "“eenheid” ontbreekt",
            where=place, todo=f"Kies uit: {', '.join(UNITS)}.",
        )  # fmt: skip
    return said


def _percentage(row: dict[str, str]) -> bool:
    return any(row.get(key, "").endswith("%") for key in ("waarde", "topbox"))


def _top(item: Item, row: dict[str, str], place: Place) -> None:
    """A top box tells the answers that count, or else the share itself."""
    said = row.get("topbox", "").strip()
    if not said:
        return
    if not re.fullmatch(r"[\d.,]+\s*%?", said):
        item["topbox"] = tuple(part for part in _PARTS.split(said) if part)
    elif "waarde" not in item and item["eenheid"] == "aandeel":
        item["waarde"] = _number(said, "topbox", "aandeel", place)
    else:
        raise TableError(
            f"“topbox” is {said}, terwijl de waarde al in een andere kolom staat", where=place,
            todo="Zet in “topbox” de antwoorden die samen het aandeel zijn.",
        )  # fmt: skip


def _whole(text: str, key: str, place: Place) -> int:
    bare = re.sub(r"[. ]", "", text) if _THOUSANDS.fullmatch(text) else text
    if not bare.isdecimal():
        raise TableError(
            f"“{key}” moet een geheel getal zijn, niet “{text}”", where=place,
            todo="Vul alleen cijfers in, of laat de cel leeg.",
        )  # fmt: skip
    return int(bare)


def _number(text: str, key: str, unit: str, place: Place) -> float:
    sign = text.endswith("%")
    bare = text.rstrip("% ").strip()
    if unit == "aantal" and _THOUSANDS.match(bare):
        bare = re.sub(r"[. ](?=\d{3})", "", bare)
    try:
        value = float(bare.replace(",", "."))
    except ValueError:
        raise TableError(
            f"“{key}” moet een getal zijn, niet “{text}”", where=place,
            todo="Schrijf bijvoorbeeld 92, 92,5 of 92%.",
        ) from None  # fmt: skip
    _check_percentage(value, text, key, unit, sign=sign, place=place)
    return value


def _check_percentage(
    value: float, text: str, key: str, unit: str, *, sign: bool, place: Place
) -> None:
    if sign and unit != "aandeel":
        raise TableError(
            f"“{key}” is “{text}”, maar de eenheid is {unit}", where=place,
            todo="Haal het procentteken weg, of kies eenheid aandeel.",
        )  # fmt: skip
    if unit == "aandeel" and key in ("waarde", "topbox") and 0 < value <= 1 and not sign:
        raise TableError(
            f"“{key}” is {text}: is dat een fractie of een percentage?", where=place,
            todo="Schrijf een aandeel als percentage: 92, of met een procentteken: 0,9%.",
        )  # fmt: skip


def _slug(text: str) -> str:
    plain = "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
