"""What may not be kept longer than needed: raw conversations, the name list and choices."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kwalevaluatie.errors import ProjectError
from kwalevaluatie.files import why

NAMES, CHOICES, KEY = "namenlijst.csv", "keuzes.csv", "sleutel.kwal"
OWN = (NAMES, CHOICES, KEY)
PAGE = "werkplek-*.json"


@dataclass(frozen=True)
class Kept:
    """A file with names in it: where it is, what it is, whether it goes, and if not, why."""

    path: Path
    kind: str
    goes: bool
    reason: str = ""


def kept_files(
    private: Path, frozen: Collection[str], *, unfrozen: bool, key: bool
) -> Iterator[Kept]:
    """Every file in the private folder, with what becomes of it.

    With `unfrozen` conversations go that were never pseudonymised; with `key` the key too.
    """
    raw = sorted(private.glob("ruw/*.json"))
    waiting = {path for path in raw if path.stem not in frozen and not unfrozen}
    for path in raw:
        goes = path not in waiting
        yield Kept(path, "ruw gesprek", goes, "" if goes else "nog niet gepseudonimiseerd")
    needed = "nodig voor de gesprekken die nog niet zijn gepseudonimiseerd" if waiting else ""
    for path in (private / NAMES, private / CHOICES):
        if path.exists():
            yield Kept(path, path.stem, not needed, needed)
    if (private / KEY).exists():
        yield Kept(private / KEY, "sleutel", key, "" if key else "versleuteld")
    yield from _others(private)


def _others(private: Path) -> Iterator[Kept]:
    for path in sorted(private.rglob("*")):
        raw = path.parent.name == "ruw" and path.suffix == ".json"
        if path.name.startswith(".") and path.suffix == ".tmp":
            yield Kept(path, "restant", True, "van een opdracht die werd afgebroken")
        elif path.match(PAGE):
            yield Kept(path, "werkplek", True, "wie de pagina open had; er staat geen naam in")
        elif path.is_file() and path.name not in OWN and not raw:
            yield Kept(path, "eigen bestand", False, "van uzelf: bekijk het en ruim het zelf op")


def rows(found: Iterable[Kept], folder: Path, *, done: bool) -> Iterator[dict[str, str]]:
    """The private files, and whether they go, went or stay."""
    for one in found:
        yield {
            "file": one.path.relative_to(folder).as_posix(),
            "kind": one.kind,
            "status": ("verwijderd" if done else "gaat weg") if one.goes else "blijft",
            "message": one.reason,
        }


def check_date(keep_until: date | None, today: date, settings: Path) -> None:
    """Raise ProjectError when nothing may go yet: before the date, or when there is none."""
    if keep_until is None:
        raise ProjectError(
            "er staat niet tot wanneer namen en ruwe gesprekken worden bewaard", where=settings,
            todo="Zet er een regel in als “bewaren_tot: 2027-03-01”, of geef --nu.",
        )  # fmt: skip
    if today < keep_until:
        raise ProjectError(
            f"namen en ruwe gesprekken worden bewaard tot {keep_until:%d-%m-%Y}", where=settings,
            todo="Wacht tot die dag, of geef --nu als het eerder moet.",
        )  # fmt: skip


def remove(path: Path) -> None:
    """Remove one file."""
    try:
        path.unlink(missing_ok=True)
    except OSError as problem:
        raise ProjectError(
            f"niet te verwijderen: {why(problem)}", where=path,
            todo="Sluit het bestand en probeer het opnieuw.",
        ) from None  # fmt: skip
