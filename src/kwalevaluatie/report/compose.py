"""The report as a tree of blocks, told from facts in the order in which people read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kwalevaluatie.model import (
    STATES,
    BoundNumber,
    Comparison,
    Figure,
    Quotation,
    Tally,
)
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Inlines,
    Number,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Table,
    Text,
)
from kwalevaluatie.report.facts import Facts, GoalFacts, GroupFacts, TallyFacts
from kwalevaluatie.report.nouns import GROUP_TALKS, PEOPLE, nouns, plural
from kwalevaluatie.report.plots import Drawn
from kwalevaluatie.report.register import Register
from kwalevaluatie.report.sentences import listed, states_sentence, strong, text, whom
from kwalevaluatie.wording import decimal

SHOWN_THEMES = 6
SHOWN_ATTENTION = 5
PROPOSAL = "VOORSTEL: "
PROVISIONAL = "voorlopig"


@dataclass(frozen=True)
class Drawings:
    """The figures of a report: one per goal and the overview."""

    goals: Mapping[str, Drawn]
    overview: Drawn


@dataclass(frozen=True)
class Composer:
    """Tells one set of facts; `register` remembers every number that it prints."""

    facts: Facts
    register: Register
    drawings: Drawings

    @property
    def talks(self) -> Mapping[str, bool]:
        """Of each group whether its group talks are counted instead of people."""
        return {group.group: group.group_talks for group in self.facts.groups}

    def document(self) -> Document:
        """The whole report."""
        settings = self.facts.settings
        return Document(
            title=settings.title,
            subtitle=settings.subtitle,
            organisation=settings.organisation,
            date=settings.date,
            banner=self._banner(),
            blocks=tuple(self._blocks()),
            perspectives=self.facts.per_goal_groups,
        )

    def _banner(self) -> str:
        draft = "CONCEPT, door een mens af te maken en te controleren."
        synthetic = "SYNTHETISCH: organisatie, mensen en gesprekken zijn verzonnen. "
        return (synthetic if self.facts.settings.synthetic else "") + draft

    def _blocks(self) -> Iterator[Block]:
        yield from self._summary()
        yield from self._method()
        for chapter, goals in self.facts.chapters:
            yield Heading(1, chapter.title)
            if chapter.intro:
                yield Paragraph((text(chapter.intro),), "lead")
            for goal in goals:
                yield from self._goal(goal)
        yield from self._attention()
        yield from self._questions()
        yield from self._people()
        yield from self._register()

    def _goals(self) -> list[GoalFacts]:
        return [goal for _, goals in self.facts.chapters for goal in goals]

    def _summary(self) -> Iterator[Block]:
        yield Heading(1, "Samenvatting", numbered=False)
        yield Placeholder(
            "Aanleiding en opdracht in eigen woorden: waarom deze evaluatie, wie vroeg erom?"
        )
        yield Paragraph(self._spoken_to())
        yield self._overview()
        yield Bullets(tuple(self._in_short(goal) for goal in self._goals()))
        yield Placeholder(
            "De conclusie in drie tot vijf zinnen: waar staat de organisatie, wat nu?"
        )

    def _spoken_to(self) -> Inlines:
        parts = [self._group_phrase(group) for group in self.facts.groups]
        total = self.register.word(self.facts.conversations)
        return (text("Er zijn "), total, text(" gesprekken gevoerd: "), *listed(parts), text("."))

    def _group_phrase(self, group: GroupFacts) -> list[Inline]:
        kinds = GROUP_TALKS if group.group_talks else {}
        one, many = kinds.get(group.group) or PEOPLE.get(group.group, ("gesprek", "gesprekken"))
        if group.units is not None:
            return [
                self.register.word(group.spoken), text(" gesprekken met medewerkers van "),
                self.register.word(group.units), text(f" {plural(group.group)}"),
            ]  # fmt: skip
        noun = one if group.spoken.value == 1 else many
        if not group.group_talks and group.group != "management":
            noun = f"met een {one}" if group.spoken.value == 1 else f"met {many}"
        return [self.register.word(group.spoken), text(f" {noun}")]

    def _in_short(self, goal: GoalFacts) -> Inlines:
        group = next(iter(goal.states))
        sentence = states_sentence(self.register, goal.goal, goal.states[group], self.talks)
        return (strong(f"{goal.goal.label}. "), *sentence)

    def _overview(self) -> Picture:
        sentences: list[Inline] = []
        for goal in self._goals():
            for group, numbers in goal.states.items():
                positive = next(n for n in numbers if n.keys["state"] == "positief")
                label = f"{goal.goal.label}, {plural(group)}: "
                sentences += [text(label), self.register.count(positive), text(" positief. ")]
        return Picture(
            self.drawings.overview.png,
            self.drawings.overview.svg,
            "Oordelen per doel en perspectief; elk teken is een respondent of organisatie",
            tuple(sentences),
        )

    def _method(self) -> Iterator[Block]:
        yield Heading(1, "Inleiding en methode")
        yield Placeholder("Bestuurlijke achtergrond: welke kaders en welk plan, sinds wanneer.")
        yield Heading(2, "Met wie is gesproken")
        yield Paragraph(self._spoken_to())
        yield self._account()
        yield from self._setup()
        yield from self._unusable()
        yield Heading(2, "Hoe is geteld")
        yield Bullets(tuple(self._rules()))
        yield from self._agreement()
        yield from self._survey_method()

    def _account(self) -> Table:
        return Table(
            "Verantwoording van de gesprekken",
            ("Perspectief", "Gevoerd", "Bruikbaar", "Geteld per"),
            tuple(self._account_row(group) for group in self.facts.groups),
            (4.0, 2.5, 2.5, 7.0),
        )

    def _account_row(self, group: GroupFacts) -> tuple[Inlines, ...]:
        unit: Inlines = (text("gesprek" if group.group_talks else "persoon"),)
        if group.units is not None:
            unit = (text(f"{group.units.unit} ("), self.register.digits(group.units), text(")"))
        return (
            (text(group.group.capitalize()),),
            (self.register.digits(group.spoken),),
            (self.register.digits(group.usable),),
            unit,
        )

    def _setup(self) -> Iterator[Block]:
        for tally in self.facts.setup:
            yield Paragraph(self._attribute(tally))

    def _unusable(self) -> Iterator[Block]:
        for respondent, left in self.facts.unusable:
            topic = f", leidraad {respondent.guide}" if respondent.guide else ""
            yield Paragraph(
                (
                    text(f"Een gesprek ({respondent.group}{topic}) telt nergens mee: "),
                    text(f"{respondent.reason}. Met deze leidraad tellen daardoor "),
                    self.register.count(left), text(" gesprekken."),
                )
            )  # fmt: skip

    def _rules(self) -> Iterator[Inlines]:
        yield (
            text("Geteld zijn mensen en niet uitspraken: wie iets vaker zegt, telt niet vaker. "),
            text("De noemer is wie ernaar is gevraagd en van wie het gesprek bruikbaar is."),
        )
        yield (
            text("“Niet besproken” en “niet te bepalen” zijn eigen uitkomsten en betekenen "),
            text("niet hetzelfde als nee."),
        )
        talks = text("Een groepsgesprek telt als een gesprek. ")
        if any(group.units is not None for group in self.facts.groups):
            yield (
                talks,
                text("Wie per organisatie telt, telt samen met collega's; verschillen zij van "),
                text("mening, dan is het oordeel wisselend."),
            )
        else:
            yield (talks,)
        if self.facts.suggested:
            yield (
                text("De computer heeft passages voorgesteld; mensen hebben besloten. "),
                text("Tellingen komen alleen uit hun besluiten."),
            )
        yield (
            text("Gesprekken krijgen in dit rapport aantallen en woorden, maar niet de maten van "),
            text("een steekproef: met wie is gesproken, is gekozen en niet geloot."),
        )

    def _agreement(self) -> Iterator[Block]:
        number = self.facts.agreement
        if number is None:
            return
        said: list[Inline] = [
            text("Een tweede codeur heeft oordelen gegeven zonder die van de eerste te zien. "),
            text("Vooraf gelijk: "),
            self.register.show(number, f"{number.k} van de {number.n}"),
            text(" oordelen"),
        ]
        if self.facts.kappa is not None:
            shown = self.register.show(self.facts.kappa, decimal(self.facts.kappa.value, 2))
            said += [text(" (Cohens kappa "), shown, text(")")]
        yield Paragraph((*said, text(".")))
        yield Placeholder("Hoe is over de verschillen tussen de codeurs besloten?")

    def _survey_method(self) -> Iterator[Block]:
        if not self.facts.figures:
            return
        yield Heading(2, "Het klantbelevingsonderzoek (KBO)")
        newest = max(figure.year for figure in self.facts.figures)
        figures = [figure for figure in self.facts.figures if figure.year == newest]
        said: list[Inline] = [text("De cijfers komen uit: "), text(_unnumbered(figures[0].source))]
        said += [text(" van "), self._year(figures[0])]
        if figures[0].total:
            said += [text(", onder "), self._total(figures[0]), text(" inwoners")]
        said.append(text(". Een cijfer van het KBO wordt nooit omgerekend naar mensen. "))
        if any(figure.n is None and figure.value is not None for figure in figures):
            said.append(
                text(
                    "Waar niet is gepubliceerd hoeveel inwoners antwoord gaven, staat het cijfer "
                    "zonder marge."
                )
            )
        yield Paragraph(tuple(said))

    def _goal(self, facts: GoalFacts) -> Iterator[Block]:
        yield Heading(2, facts.goal.label)
        yield Paragraph((strong("Doel: "), text(facts.goal.definition)), "lead")
        yield from self._shortly(facts)
        yield from self._telling_numbers(facts)
        yield from self._telling_words(facts)
        yield from self._together(facts)
        yield from self._limits(facts)

    def _shortly(self, facts: GoalFacts) -> Iterator[Block]:
        yield Heading(3, "Kort gezegd")
        for numbers in facts.states.values():
            yield Paragraph(states_sentence(self.register, facts.goal, numbers, self.talks))
        yield Placeholder(f"Duiding van {facts.goal.label.lower()} in twee of drie zinnen.")

    def _telling_numbers(self, facts: GoalFacts) -> Iterator[Block]:
        yield Heading(3, "Tellen")
        yield self._picture(facts)
        yield self._states(facts)
        items = [self._tally(tally) for tally in facts.tallies]
        if items:
            yield Bullets(tuple(items))
        for indicator in facts.indicators:
            yield from self._indicator(indicator)

    def _picture(self, facts: GoalFacts) -> Picture:
        drawn = self.drawings.goals[facts.goal.id]
        said: list[Inline] = []
        for group, numbers in facts.states.items():
            parts: list[list[Inline]] = [
                [self.register.count(number), text(f" {number.keys['state']}")]
                for number in numbers
                if number.k
            ]
            said += [text(f"{plural(group).capitalize()}: "), *listed(parts), text(". ")]
        said += self._survey_alt(facts.comparisons)
        caption = f"{facts.goal.label}: elk teken is een {_mark_noun(facts)}"
        return Picture(drawn.png, drawn.svg, caption + _beside(facts), tuple(said))

    def _survey_alt(self, comparisons: Iterable[Comparison]) -> list[Inline]:
        said: list[Inline] = []
        for row in comparisons:
            if row.figure is not None and row.figure.unit == "aandeel":
                said += [text(f"KBO, {row.figure.item}: "), self._value(row.figure), text(". ")]
        return said

    def _states(self, facts: GoalFacts) -> Table:
        shown = [state for state in STATES if _any(facts, state)] + _unjudged(facts)
        header = ("Perspectief", *(state.capitalize() for state in shown), "Gevraagd")
        rows = tuple(
            self._states_row(facts.asked[group], numbers, shown)
            for group, numbers in facts.states.items()
        )
        return Table(f"{facts.goal.label}: oordelen per perspectief", header, rows)

    def _states_row(
        self, asked: BoundNumber, numbers: Iterable[BoundNumber], shown: list[str]
    ) -> tuple[Inlines, ...]:
        by_state = {number.keys["state"]: number for number in numbers}
        cells: list[Inlines] = [
            (self.register.show(by_state[state], str(by_state[state].k)),)
            if state in by_state
            else (text("–"),)
            for state in shown
        ]
        return (
            (text(_upper(nouns(asked, self.talks)[1])),),
            *cells,
            (self.register.digits(asked),),
        )

    def _tally(self, facts: TallyFacts) -> Inlines:
        tally = facts.tally
        if tally.attribute:
            return self._attribute(facts)
        if tally.recurring:
            return self._recurring(facts)
        if tally.amount:
            return self._amounts(facts)
        return self._themes(facts)

    def _attribute(self, facts: TallyFacts) -> Inlines:
        parts: list[list[Inline]] = []
        for index, number in enumerate(sorted(facts.numbers, key=lambda n: -(n.k or 0))):
            value = number.keys[facts.tally.attribute] or "onbekend"
            counted = (
                whom(self.register, number, self.talks)
                if index == 0
                else [self.register.word(number)]
            )
            parts.append([text(f"{_upper(value) if index == 0 else value}: "), *counted])
        name = facts.tally.attribute.replace("guide", "leidraad").capitalize()
        return (strong(f"{name}. "), *listed(parts, last="; ", between="; "), text("."))

    def _themes(self, facts: TallyFacts) -> Inlines:
        parts = []
        for index, number in enumerate(facts.numbers):
            label = self._label(number.keys["code"])
            shown = label if index == 0 and facts.whole is None else _lower(label)
            parts.append([text(f"{shown}: "), *whom(self.register, number, self.talks)])
        said = listed(parts, last="; ", between="; ")
        if facts.whole is not None:
            return (*self._onder(facts, facts.whole), *said, text("."))
        return (*said, self._valued(facts.tally), text("."))

    def _onder(self, facts: TallyFacts, whole: BoundNumber) -> Inlines:
        goal = self.facts.codebook.goals_by_id[facts.tally.among_goal]
        judged = f" met het oordeel {facts.tally.among_state} ({_lower(goal.label)}): "
        return (text("Onder de "), self.register.word(whole), text(judged))

    def _valued(self, tally: Tally) -> Text:
        return text(f", {tally.valence} gewaardeerd" if tally.valence else "")

    def _recurring(self, facts: TallyFacts) -> Inlines:
        assert facts.whole is not None
        label = self.facts.codebook[facts.tally.recurring].label
        threshold = BoundNumber(
            id=f"drempel/{facts.tally.recurring}/{facts.tally.group}",
            value=facts.tally.at_least, unit="drempel", source="rapportplan",
            status="vastgesteld", keys={"code": facts.tally.recurring},
        )  # fmt: skip
        parts = [
            [
                text(f"{_lower(self._label(number.keys['code']))}: "),
                *whom(self.register, number, self.talks, aside=False),
            ]
            for number in facts.numbers
        ]
        noun = "punt" if facts.whole.value == 1 else "punten"
        head: list[Inline] = [
            strong(f"{label}. "), text("Terugkerende aandachtspunten, genoemd door minstens "),
            self.register.word(threshold), text(": "), self.register.word(facts.whole),
            text(f" {noun}"),
        ]  # fmt: skip
        return (
            *head,
            *([text(". ")] if parts else []),
            *_capital(listed(parts, last="; ", between="; ")),
            text("."),
        )

    def _amounts(self, facts: TallyFacts) -> Inlines:
        label = self.facts.codebook[facts.tally.amount].label
        one, many = facts.tally.unit
        if not facts.numbers:
            return (strong(f"{label}. "), text("Niemand noemde een aantal."))
        low, high = facts.numbers[0], facts.numbers[-1]
        if low is high:
            noun = one if low.value == 1 else many
            return (strong(f"{label}. "), text("Genoemd: "), self._amount(low), text(f" {noun}."))
        return (
            strong(f"{label}. "), text("Genoemd: van "), self._amount(low), text(" tot "),
            self._amount(high), text(f" {many}."),
        )  # fmt: skip

    def _amount(self, number: BoundNumber) -> Number:
        if number.value == int(number.value):
            return self.register.word(number)
        return self.register.figure(number)

    def _indicator(self, facts: GoalFacts) -> Iterator[Block]:
        for numbers in facts.states.values():
            sentence = states_sentence(self.register, facts.goal, numbers, self.talks)
            yield Paragraph((strong(f"{facts.goal.label}. "), *sentence))

    def _telling_words(self, facts: GoalFacts) -> Iterator[Block]:
        yield Heading(3, "Vertellen")
        for group in facts.states:
            themes = self._spoken_of(facts.spoken.get(group, ()))
            yield Paragraph(themes, perspective=group)
            for quotation in facts.quotes.get(group, ()):
                yield _quote(quotation)
            tell = "vertelt" if plural(group).startswith("het ") else "vertellen"
            yield Placeholder(
                f"Wat {tell} {plural(group)} hierover? Verbind de citaten in eigen woorden."
            )

    def _spoken_of(self, numbers: Iterable[BoundNumber]) -> Inlines:
        shown = [number for number in numbers if number.k][:SHOWN_THEMES]
        if not shown:
            return (text("Over de thema's van dit doel is hier niets geteld."),)
        parts = []
        for index, number in enumerate(shown):
            label = self.facts.codebook[number.keys["code"]].label.lower()
            counted = (
                whom(self.register, number, self.talks)
                if index == 0
                else [self.register.word(number)]
            )
            parts.append([text(f"{label} ("), *counted, text(")")])
        return (text("Waar het over ging: "), *listed(parts), text("."))

    def _together(self, facts: GoalFacts) -> Iterator[Block]:
        yield Heading(3, "Samen gelezen (KBO)")
        asked = [row for row in facts.comparisons if row.figure is not None]
        silent = [row for row in facts.comparisons if row.figure is None]
        if asked:
            yield self._joint_display(facts, asked)
            yield Bullets(tuple(_why(row) for row in asked))
        for row in silent:
            note = f" {row.link.note}" if row.link.note else ""
            yield Paragraph((strong(PROPOSAL + row.verdict), text(f": {row.grounds}.{note}")))
        if not facts.comparisons:
            yield Paragraph((text("Voor dit doel is in de koppeltabel nog niets vastgelegd."),))
        yield from self._older(asked)
        if asked:
            yield Placeholder(
                "Wat zeggen gesprekken en KBO samen? Noem ook andere verklaringen: andere vraag, "
                "andere groep, ander moment, andere manier van vragen."
            )

    def _joint_display(self, facts: GoalFacts, rows: list[Comparison]) -> Table:
        return Table(
            f"{facts.goal.label}: gesprekken naast het KBO",
            ("KBO-vraag", "KBO", "Marge", "Gesprekken", "Lezing"),
            tuple(self._joint_row(row) for row in rows),
            (4.4, 2.4, 3.0, 3.4, 3.4),
        )

    def _joint_row(self, row: Comparison) -> tuple[Inlines, ...]:
        figure, link = row.figure, row.link
        assert figure is not None
        how = "positief" if link.goal else "negatief over " + self._label(link.theme).lower()
        return (
            (text(f"{figure.item} ("), self._year(figure), text(")")),
            (self._value(figure),) if figure.value is not None else (text("aandachtspunt"),),
            self._margin(row),
            (self.register.count(row.number), text(f" {how}")),
            (strong(PROPOSAL + row.verdict),),
        )

    def _label(self, code: str) -> str:
        return self.facts.codebook[code].label

    def _margin(self, row: Comparison) -> Inlines:
        figure = row.figure
        if figure is None or figure.value is None or figure.unit != "aandeel":
            return (text("–"),)
        if row.interval is None:
            return (text("onbekend: n niet gepubliceerd"),)
        low, high = (
            _figure_number(figure, f"/{name}", value)
            for name, value in zip(("ondergrens", "bovengrens"), row.interval, strict=True)
        )
        size = _figure_number(figure, "/n", figure.n or 0, unit="inwoners")
        return (
            self.register.figure(low), text(" tot "), self.register.figure(high), text(" (n = "),
            self.register.digits(size), text(")"),
        )  # fmt: skip

    def _value(self, figure: Figure) -> Number:
        return self.register.figure(_figure_number(figure, "", figure.value or 0), figure.decimals)

    def _year(self, figure: Figure) -> Number:
        number = BoundNumber(
            id=f"kbo/jaar/{figure.year}", value=figure.year, unit="jaar",
            source=figure.source, status="gepubliceerd",
        )  # fmt: skip
        return self.register.show(number, str(figure.year))

    def _total(self, figure: Figure) -> Number:
        number = BoundNumber(
            id=f"kbo/ondervraagden/{figure.year}", value=figure.total or 0, unit="inwoners",
            source=figure.source, status="gepubliceerd", n=figure.total,
        )  # fmt: skip
        return self.register.digits(number)

    def _older(self, rows: Iterable[Comparison]) -> Iterator[Block]:
        for row in rows:
            assert row.figure is not None
            for older in self.facts.figures:
                if older.id == row.figure.id and older.year < row.figure.year:
                    yield Paragraph(
                        (
                            text(f"{older.item}: in "), self._year(older), text(" was dit "),
                            self._value(older), text(". Het verschil met "), self._year(row.figure),
                            text(" is niet te toetsen: aantal en spreiding zijn onbekend."),
                        )
                    )  # fmt: skip

    def _limits(self, facts: GoalFacts) -> Iterator[Block]:
        yield Heading(3, "Wat dit wel en niet zegt")
        said: list[Inlines] = []
        said.append(self._asked(facts))
        for numbers in facts.states.values():
            said += self._reach(tuple(numbers))
        said.append(
            (
                text("De mensen zijn gekozen om van te leren. Hun aantallen gelden voor wie is "),
                text("gesproken en zeggen niets over hoe vaak dit elders voorkomt, noch over wat "),
                text("waardoor komt."),
            )
        )
        yield Bullets(tuple(said))

    def _asked(self, facts: GoalFacts) -> Inlines:
        parts: list[list[Inline]] = []
        for number in facts.asked.values():
            one, many = nouns(number, self.talks)
            noun = one if number.value == 1 else many
            parts.append([self.register.word(number), text(f" {noun}")])
        return (text("Ernaar gevraagd: "), *listed(parts), text("."))

    def _reach(self, numbers: tuple[BoundNumber, ...]) -> list[Inlines]:
        said: list[Inlines] = []
        group = numbers[0].keys["group"]
        for number in numbers:
            if number.keys["state"] in ("niet besproken", "niet te bepalen") and number.k:
                said.append(
                    (
                        text(f"{plural(group).capitalize()}: bij "), self.register.word(number),
                        text(f" is het oordeel {number.keys['state']}; zo is het ook geteld."),
                    )
                )  # fmt: skip
        if any(number.status == PROVISIONAL for number in numbers):
            said.append(
                (strong("VOORLOPIG: "), text(f"nog niet iedereen ({group}) is beoordeeld."))
            )
        return said

    def _attention(self) -> Iterator[Block]:
        yield Heading(1, "Aandachtspunten")
        yield Paragraph(
            (text("Per doel de thema's die mensen het vaakst negatief waardeerden."),),
            "lead",
        )
        for facts in self._goals():
            items = [item for group in facts.states for item in self._negative(facts, group)]
            if items:
                yield Heading(2, facts.goal.label)
                yield Bullets(tuple(items))
                yield Placeholder("Wat betekent dit voor het beleid? Wie doet wat, wanneer?")

    def _negative(self, facts: GoalFacts, group: str) -> Iterator[Inlines]:
        found = [number for number in facts.negative.get(group, ()) if (number.k or 0) >= 2]
        for number in found[:SHOWN_ATTENTION]:
            label = self._label(number.keys["code"])
            yield (text(f"{label}: "), *whom(self.register, number, self.talks), text("."))

    def _questions(self) -> Iterator[Block]:
        yield Heading(1, "Bijlage: onderzoeksvragen", numbered=False)
        items: list[Inlines] = []
        for facts in self._goals():
            for goal in (facts.goal, *(indicator.goal for indicator in facts.indicators)):
                items.append((strong(f"{goal.label}. "), text(goal.question)))
        yield Bullets(tuple(items))

    def _people(self) -> Iterator[Block]:
        yield Heading(1, "Bijlage: overzicht van respondenten", numbered=False)
        yield Paragraph(
            (
                text("Alleen aantallen per perspectief; kenmerken worden hier niet gekruist, "),
                text("zodat niemand herkenbaar is."),
            )
        )
        yield self._account()

    def _register(self) -> Iterator[Block]:
        yield Heading(1, "Bijlage: register van cijfers", numbered=False)
        yield Paragraph(
            (
                text("Elk cijfer in dit rapport met zijn vindplaats. De mensen en passages "),
                text("eronder staan in herkomst.csv en in de werkmap."),
            )
        )
        names = ("id", "tekst", "k", "n", "bron", "status")
        rows = [row for row in self.register.rows() if "~" not in str(row["id"])]
        yield Table(
            "Register van cijfers",
            ("Id", "Tekst", "k", "n", "Bron", "Status"),
            tuple(tuple((text(_cell(row[name])),) for name in names) for row in rows),
            (6.2, 3.2, 1.2, 1.2, 3.0, 2.2),
        )


def _why(row: Comparison) -> Inlines:
    """The grounds of a proposed reading, and how comparable the two are."""
    assert row.figure is not None
    link = row.link
    comparable = (
        f"dezelfde vraag: {link.same_question}, dezelfde groep: {link.same_group}, "
        f"dezelfde periode: {link.same_period}"
    )
    note = f" {link.note}" if link.note else ""
    return (strong(f"{row.figure.item}. "), text(f"{_upper(row.grounds)} ({comparable}).{note}"))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _capital(inlines: Iterable[Inline]) -> list[Inline]:
    """The same inlines, beginning with a capital."""
    given = list(inlines)
    if given and isinstance(given[0], Text):
        given[0] = Text(_upper(given[0].text), given[0].style)
    return given


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _unnumbered(source: str) -> str:
    """The name of a source without its year, which is printed as a bound number."""
    return " ".join(word for word in source.split() if not any(c.isdigit() for c in word))


def _figure_number(
    figure: Figure, part: str, value: float, *, unit: str | None = None
) -> BoundNumber:
    return BoundNumber(
        id=f"kbo/{figure.id}/{figure.year}{part}",
        value=value,
        unit=unit or figure.unit,
        source=figure.source,
        status="gepubliceerd",
        n=figure.n,
    )


def _any(facts: GoalFacts, state: str) -> bool:
    shown_always = ("positief", "wisselend", "negatief")
    return state in shown_always or any(
        number.k and number.keys["state"] == state
        for numbers in facts.states.values()
        for number in numbers
    )


def _unjudged(facts: GoalFacts) -> list[str]:
    known = {n.keys["state"] for numbers in facts.states.values() for n in numbers}
    return sorted(known - set(STATES))


def _mark_noun(facts: GoalFacts) -> str:
    units = {n.unit for numbers in facts.states.values() for n in numbers}
    return " of ".join(sorted(units))


def _beside(facts: GoalFacts) -> str:
    drawn = any(row.figure and row.figure.unit == "aandeel" for row in facts.comparisons)
    return ", met het KBO ernaast" if drawn else ""


def _quote(quotation: Quotation) -> Quote:
    return Quote(
        text=quotation.words,
        perspective=quotation.respondent.group,
        respondent=quotation.respondent.id,
        transcript=quotation.transcript,
        span=quotation.span,
    )
