"""A report that exercises every block, in the size and the tone of a real one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

from matplotlib.figure import Figure as Plot

from kwalevaluatie.model import Span
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Inlines,
    Number,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Table,
    Text,
)

PERSPECTIVES = ("inwoner", "professional", "netwerkpartner", "management")
GOALS = (
    ("doel-1", "Inwoners weten waar zij terecht kunnen", (14, 20), "een grote meerderheid"),
    ("doel-2", "Inwoners krijgen tijdig een reactie", (9, 19), "bijna de helft"),
    ("doel-3", "Eén vast gezicht per huishouden", (6, 20), "een deel"),
    ("doel-4", "Inwoners houden regie over hun plan", (11, 18), "ruim de helft"),
)
QUOTES = (
    ("inwoner", "Elke keer weer een ander gezicht. Dan begin je weer opnieuw met je verhaal."),
    ("inwoner", "Ik werd binnen een week teruggebeld en dat vond ik echt netjes."),
    ("professional", "We willen wel, maar met deze caseload red je dat gewoon niet <altijd>."),
    (
        "netwerkpartner",
        "De lijntjes zijn kort & als het spannend wordt, weet ik wie ik moet bellen.",
    ),
    ("management", "De wachttijd is het eerste waar we op sturen."),
    ("ervaringsdeskundige", "Niemand vroeg wat ík dacht dat er nodig was."),
)


def sample_document(folder: Path, *, register_rows: int = 60) -> Document:
    """A whole report whose pictures are made in `folder`."""
    blocks = (
        *summary(),
        *introduction(),
        *(block for number in range(len(GOALS)) for block in goal_chapter(number, folder)),
        *annexes(register_rows),
    )
    return Document(
        title="Tellen en vertellen: evaluatie meerjarig strategisch plan",
        subtitle="Wat inwoners, professionals en netwerkpartners in 2025 ervaren",
        organisation="Regionale Sociale Dienst Voorbeeldstreek",
        date="12 maart 2026",
        banner="CONCEPT – synthetische gegevens. Niet voor verspreiding: nog niet alle "
        "oordelen zijn vastgesteld.",
        blocks=blocks,
        perspectives=PERSPECTIVES,
    )


def share(goal: str, k: int, n: int) -> Inlines:
    return (
        Number(f"{goal}.inwoner.positief.k", str(k), "strong"),
        Text(" van de "),
        Number(f"{goal}.inwoner.positief.n", str(n)),
    )


def summary() -> Iterator[Block]:
    yield Heading(1, "Samenvatting", numbered=False)
    yield Paragraph(
        (
            Text(
                "Lukt het de dienst om dichtbij te zijn? Voor de meeste inwoners wel, maar het "
                "vaste gezicht ontbreekt nog te vaak."
            ),
        ),
        "lead",
    )
    yield Paragraph((Text("De belangrijkste uitkomsten, steeds geteld in inwoners:"),))
    yield Bullets(
        tuple(
            (
                Text(words[0].upper() + words[1:], "strong"),
                Text(" ("),
                *share(goal, *counts),
                Text(f" inwoners) is positief over het doel ‘{name.lower()}’."),
            )
            for goal, name, counts, words in GOALS
        )
    )
    yield Placeholder("Bestuurlijke duiding: wat betekenen deze uitkomsten voor het komende jaar?")


def introduction() -> Iterator[Block]:
    yield Heading(1, "Inleiding")
    yield Heading(2, "Aanleiding en vraag")
    yield Paragraph(
        (
            Text(
                "Elk jaar gaat de dienst na of zij waarmaakt wat in het meerjarig strategisch plan "
                "staat. Voor deze evaluatie zijn "
            ),
            Number("opzet.gesprekken", "36"),
            Text(" gesprekken gevoerd. De gesprekken zijn "),
            Text("geen steekproef", "emphasis"),
            Text("; zij laten zien hoe mensen het ervaren en waarom."),
        ),
    )
    yield Heading(2, "Met wie is gesproken")
    yield Table(
        "Gesprekken naar perspectief",
        ("Perspectief", "Uitgenodigd", "Gesproken", "Bruikbaar", "Toelichting"),
        tuple(
            (
                (Text(group.capitalize()),),
                (Text(str(invited)),),
                (Number(f"opzet.{group}.gesproken", str(spoken)),),
                (Number(f"opzet.{group}.bruikbaar", str(used), "strong"),),
                (Text(note),),
            )
            for group, invited, spoken, used, note in (
                ("inwoner", 31, 21, 20, "één gesprek was te kort om te tellen"),
                ("professional", 16, 12, 12, "twee groepsgesprekken, per spreker gecodeerd"),
                ("netwerkpartner", 14, 12, 12, "–"),
                ("management", 3, 3, 3, "–"),
            )
        ),
        widths=(2.6, 1.9, 1.9, 1.9, 5),
    )
    yield Paragraph(
        (Text("Bron: respondentenlijst. Gesprekken die niet bruikbaar zijn, tellen nergens mee."),),
        "note",
    )
    yield Heading(3, "Hoe is geteld")
    yield Paragraph(
        (
            Text(
                "De eenheid is de respondent. ‘Niet besproken’ is geen ‘nee’: wie iets niet is "
                "gevraagd, telt niet mee in de noemer."
            ),
        ),
    )


def goal_chapter(number: int, folder: Path) -> Iterator[Block]:
    goal, name, counts, words = GOALS[number]
    yield Heading(1, name)
    yield Paragraph(
        (
            Text(f"{words[0].upper()}{words[1:]} van de inwoners ("),
            *share(goal, *counts),
            Text(") is hier positief over. Vorig jaar gaf "),
            Number(f"kbo.{goal}.2024", "74%"),
            Text(" van de invullers van het cliëntervaringsonderzoek aan tevreden te zijn "),
            Text("(n = 402, 95%-interval 70–78%)", "emphasis"),
            Text("."),
        ),
    )
    yield Heading(2, "Wat wij hoorden")
    for offset in range(3):
        group, said = QUOTES[(number + offset * 2) % len(QUOTES)]
        yield Paragraph(
            (
                Text(
                    "Over de bereikbaarheid lopen de ervaringen uiteen; de eerste reactie komt "
                    "snel, het vervolg laat op zich wachten. "
                ),
                *share(goal, *counts),
                Text(" inwoners noemen dit uit zichzelf."),
            ),
            perspective=group,
        )
        yield Quote(
            said,
            group,
            f"R{number}{offset}",
            f"gesprek-{number}{offset}",
            Span(4, 10, 10 + len(said)),
        )
    yield Heading(2, "Tellen")
    yield picture(goal, name, counts, folder)
    yield Table(
        f"Oordelen over ‘{name.lower()}’",
        ("Perspectief", "Positief", "Wisselend", "Negatief", "Niet besproken"),
        tuple(
            (
                (Text(group.capitalize()),),
                *(
                    (Number(f"{goal}.{group}.{column}", f"{(number + row + column) % 9} van 20"),)
                    for column in range(3)
                ),
                (Text("–"),),
            )
            for row, group in enumerate(PERSPECTIVES)
        ),
    )
    yield Paragraph((Text("De aantallen zijn voorlopig zolang de koppeling niet is getekend."),))
    yield Heading(2, "Wat betekent dit")
    yield Placeholder(f"Conclusie bij ‘{name}’.")
    yield Placeholder("Aanbeveling, met de naam van wie haar oppakt.")


def picture(goal: str, name: str, counts: tuple[int, int], folder: Path) -> Picture:
    png, svg = folder / f"{goal}.png", folder / f"{goal}.svg"
    plot = Plot(figsize=(6.3, 2.6), layout="constrained")
    axes = plot.subplots()
    axes.barh(PERSPECTIVES, [counts[0], 7, 5, 2], color="#0B4F6C", clip_on=True)
    axes.set_xlabel("aantal respondenten dat positief is")
    axes.spines[["top", "right"]].set_visible(False)
    plot.savefig(png, dpi=200)
    plot.savefig(svg)
    alt: Inlines = (
        Text("Liggende staven: van de inwoners is "),
        *share(goal, *counts),
        Text(" positief; van de professionals 7."),
    )
    return Picture(png, svg, f"Positief over ‘{name.lower()}’, naar perspectief", alt)


def annexes(register_rows: int) -> Iterator[Block]:
    yield Heading(1, "Bijlage A: Koppeltabel", numbered=False)
    yield Paragraph(
        (Text("Wat naast elkaar gelegd mag worden, en hoe goed het vergelijkbaar is."),)
    )
    yield Table(
        "Vergelijking van gesprekken en cliëntervaringsonderzoek",
        ("Doel", "Gesprekken", "Vragenlijst", "Uitkomst"),
        tuple(
            (
                (Text(name),),
                share(goal, *counts),
                (Number(f"kbo.{goal}.2024", "74%"),),
                (Text("gedeeltelijk"),),
            )
            for goal, name, counts, _ in GOALS
        ),
    )
    yield Heading(1, "Bijlage B: Register van cijfers", numbered=False)
    yield Paragraph((Text("Elk cijfer in dit rapport, met de mensen en besluiten eronder."),))
    known = [
        *(f"{goal}.inwoner.positief.{part}" for goal, *_ in GOALS for part in "kn"),
        "opzet.gesprekken",
    ]
    extra = [f"doel-{n % 9}.thema-{n}.inwoner" for n in range(register_rows - len(known))]
    yield Table(
        "Register",
        ("Cijfer", "Waarde", "k", "n", "Bron", "Status", "Wie"),
        tuple(
            (
                (Text(id),),
                (Text(f"{n % 12} van 20"),),
                (Text(str(n % 12)),),
                (Text("20"),),
                (Text("oordelen, ronde 2"),),
                (Text("vastgesteld" if n % 3 else "voorlopig"),),
                (Text(", ".join(f"R{r:02}" for r in range(1, 2 + n % 12))),),
            )
            for n, id in enumerate([*known, *extra])
        ),
    )
