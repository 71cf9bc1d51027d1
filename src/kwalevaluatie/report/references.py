"""What a reference in a finding prints: a count, a survey figure, or somebody's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kwalevaluatie.errors import FindingError, hint
from kwalevaluatie.model import BoundNumber, Quotation
from kwalevaluatie.report import figures
from kwalevaluatie.report.document import Inline, Number, Quote
from kwalevaluatie.report.facts import Facts
from kwalevaluatie.report.markdown import Filled, mark
from kwalevaluatie.report.register import Register
from kwalevaluatie.wording import FEWEST

FORMS = ("woorden", "cijfers", "kwantor", "aantal")
KEYS = {
    "doel": "goal", "thema": "code", "perspectief": "group", "oordeel": "state",
    "waardering": "valence",
}  # fmt: skip
SHOWN = 60


@dataclass(frozen=True)
class References:
    """The functions that findings may call; `filled` remembers what each of them gave."""

    facts: Facts
    register: Register
    public: bool = False
    filled: list[Filled] = field(default_factory=list)
    quoted: list[Quotation] = field(default_factory=list)

    @property
    def functions(self) -> dict[str, object]:
        """The functions by the name that findings call them by."""
        return {"tel": self.tel, "kbo": self.kbo, "citaat": self.citaat}

    def tel(self, id: str = "", vorm: str = "woorden", **by: str) -> str:
        """A count, by its id or by what is counted: "vijf van de elf".

        `vorm` is woorden, cijfers (5 van de 11), kwantor (bijna de helft, with the count) or
        aantal (vijf). At the beginning of a sentence it gets a capital.
        """
        if vorm not in FORMS:
            raise FindingError(f"vorm “{vorm}” is er niet", todo=hint(vorm, FORMS))
        number = self._by_id(id) if id else self._by_keys(by)
        return "".join(self._keep(shown) for shown in _shown(self.register, number, vorm))

    def kbo(self, id: str, jaar: int = 0) -> str:
        """A survey figure, of the newest year or of the year asked for: "92%"."""
        known = [figure for figure in self.facts.figures if figure.id == id]
        if not known:
            ids = {figure.id for figure in self.facts.figures}
            raise FindingError(f"KBO-cijfer “{id}” is er niet", todo=hint(id, ids))
        found = [figure for figure in known if figure.year == jaar or not jaar]
        if not found:
            years = ", ".join(str(figure.year) for figure in known)
            raise FindingError(f"“{id}” is er niet van {jaar}", todo=f"Er is: {years}.")
        newest = max(found, key=lambda figure: figure.year)
        if newest.value is None:
            raise FindingError(f"“{id}” is gepubliceerd zonder cijfer", todo="Noem het in woorden.")
        return self._keep(figures.value(self.register, newest))

    def citaat(self, wie: str, woorden: str = "", beurt: int | None = None) -> str:
        """Somebody's words from a coded passage, by the turn or by the words themselves."""
        found = _passage(_of(self.facts.passages, wie), wie, woorden, beurt)
        self.quoted.append(found)
        return self._keep(
            Quote(
                text=found.words,
                perspective=found.respondent.group,
                respondent="" if self.public else found.respondent.id,
                transcript="" if self.public else found.transcript,
                span=found.span,
            )
        )

    def _keep(self, shown: Inline | Quote) -> str:
        if not isinstance(shown, (Number, Quote)):
            return shown.text
        self.filled.append(shown)
        return mark(len(self.filled) - 1)

    def _by_id(self, id: str) -> BoundNumber:
        known = self.facts.numbers
        if id not in known:
            raise FindingError(f"cijfer “{id}” is er niet", todo=_hint(id, known))
        return known[id]

    def _by_keys(self, by: Mapping[str, str]) -> BoundNumber:
        unknown = [name for name in by if name not in KEYS]
        if unknown or not by:
            name = unknown[0] if unknown else ""
            raise FindingError(f"“{name}” is niet te tellen", todo=hint(name, KEYS))
        self._check_values(by)
        wanted = {KEYS[name]: value for name, value in by.items()}
        found = [n for n in self.facts.numbers.values() if _fits(n, wanted)]
        if len(found) != 1:
            raise _none_or_many(by, found)
        return found[0]

    def _check_values(self, by: Mapping[str, str]) -> None:
        for name, value in by.items():
            known = {n.keys.get(KEYS[name], "") for n in self.facts.numbers.values()} - {""}
            if value not in known:
                raise FindingError(f"{name} “{value}” is er niet", todo=hint(value, known))


def _shown(register: Register, number: BoundNumber, form: str) -> list[Inline]:
    """The printed parts of a count."""
    from kwalevaluatie.report.sentences import text

    if number.k is None or number.n is None or form == "aantal":
        return [register.word(number)]
    if form == "cijfers":
        return [register.show(number, f"{number.k} van de {number.n}")]
    quantifier = register.quantifier(number) if form == "kwantor" and number.n >= FEWEST else None
    if quantifier is None:
        return [register.count(number)]
    return [quantifier, text(" ("), register.count(number), text(")")]


def _fits(number: BoundNumber, wanted: Mapping[str, str]) -> bool:
    """Whether a number counts just this, over everybody who was asked."""
    counts = {"goal", "code", "group", "state", "valence"} & set(number.keys)
    free = counts - set(wanted) - {"group"}
    return "@" not in number.id and not free and wanted.items() <= number.keys.items()


def _none_or_many(by: Mapping[str, str], found: Iterable[BoundNumber]) -> FindingError:
    asked = ", ".join(f"{name}={value}" for name, value in by.items())
    ids = sorted(number.id for number in found)
    if ids:
        return FindingError(
            f"“{asked}” kan meer dan een cijfer zijn", todo=f"Kies uit: {', '.join(ids)}."
        )
    return FindingError(
        f"“{asked}” is niet geteld", todo="Bij een doel hoort een oordeel, bij een thema niet."
    )


def _hint(id: str, known: Iterable[str]) -> str:
    close = hint(id, known)
    return close if close.startswith("Bedoelde") else "Zoek het id op in cijfers.csv."


def _of(passages: Iterable[Quotation], who: str) -> list[Quotation]:
    """The passages of a respondent, or of a conversation."""
    given = list(passages)
    found = [one for one in given if who in (one.respondent.id, one.transcript)]
    if not found:
        known = {one.respondent.id for one in given}
        raise FindingError(f"van “{who}” is niets gecodeerd", todo=hint(who, known))
    return found


def _passage(passages: Iterable[Quotation], who: str, words: str, turn: int | None) -> Quotation:
    """The one passage that is meant; with `words` cut down to those."""
    given = [one for one in passages if turn is None or one.span.turn == turn]
    if words:
        return _with_words(given, who, words)
    found = {one.span: one for one in given}
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise FindingError(
            f"beurt {turn} van “{who}” heeft geen gecodeerde passage",
            todo="Kijk op de werkplek of met kwal citaten, of kies een andere beurt.",
        )
    told = "; ".join(f"“{one.words[:SHOWN]}”" for one in list(found.values())[:5])
    raise FindingError(f"van “{who}” kan dit meer zijn", todo=f"Geef de woorden erbij: {told}")


def _with_words(passages: Iterable[Quotation], who: str, words: str) -> Quotation:
    from dataclasses import replace

    given = list(passages)
    for one in given:
        at = one.words.find(words)
        if at >= 0:
            span = replace(
                one.span, start=one.span.start + at, stop=one.span.start + at + len(words)
            )
            return replace(one, words=words, span=span)
    close = hint(words, {one.words for one in given})
    raise FindingError(
        f"“{words}” staat niet in een gecodeerde passage van “{who}”",
        todo=close if close.startswith("Bedoelde") else "Neem de woorden letterlijk over.",
    )
