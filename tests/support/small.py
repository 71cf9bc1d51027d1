"""A small evaluation in plain text: codebook, guide and three conversations."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

CODEBOOK = """\
id: klein
label: Klein codeboek
version: "1.0"
themes:
  - id: hulp
    label: Hulp
    definition: Of iemand hulp kreeg.
    examples: [Ze hielp me meteen.]
    patterns:
      inwonertaal: [helpen, geholpen]
  - id: wachten
    label: Wachten
    definition: Of iemand moest wachten.
    examples: [Het duurde weken.]
    patterns:
      inwonertaal: [wachten, duren]
goals:
  - id: geholpen
    label: Geholpen
    definition: Inwoners zijn geholpen.
    themes: [hulp, wachten]
    yes: dat de hulp hielp
    mixed: dat de hulp soms hielp
    no: dat de hulp niet hielp
"""
GUIDE = """\
id: inwoners
titel: Inwoners
perspectief: inwoner
vragen:
  - id: v1
    vraag: Bent u geholpen?
    doelen: [geholpen]
    themas: [hulp]
"""
TALKS = {
    "r1.txt": "I: Hoe was het?\nR: Sanne heeft me goed geholpen.\nI: En toen?\nR: Klaar.\n",
    "r2.txt": "I: Hoe was het?\nR: Ik moest lang wachten.\nI: En toen?\nR: Niemand hielp me.\n",
    "r3.txt": "I: Hoe was het?\nR: Het ging wel.\nI: En toen?\nR: Daarna niks meer gehoord.\n",
}
NAMES = "gesprek,naam,rol\nr1,Sanne,regisseur\n"
REGISTER = """\
respondent,perspectief,gesprek,leidraad,premie
r1,inwoner,r1,inwoners,ja
r2,inwoner,r2,inwoners,nee
r3,inwoner,r3,inwoners,nee
"""
DECISION = (
    '{"codeur": "a", "gesprek": "r1", "beurt": 1, "citaat": "goed geholpen", "code": "hulp",'
    ' "waardering": "positief"}'
)
JUDGEMENT = (
    '{"codeur": "a", "soort": "oordeel", "respondent": "r1", "doel": "geholpen",'
    ' "oordeel": "positief", "bewijs": [{"beurt": 1, "citaat": "goed geholpen"}]}'
)


def write_all(folder: Path, files: Mapping[str, str]) -> Path:
    """Write texts into a folder and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def names_in(folder: Path) -> list[str]:
    """The names of all that stands in a folder."""
    return sorted(path.name for path in folder.iterdir())
