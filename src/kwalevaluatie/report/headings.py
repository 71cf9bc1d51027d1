"""The headings under which people write on the report as a whole, with their places."""

from __future__ import annotations

REPORT_HEADINGS = {
    "Aanleiding": "rapport/aanleiding",
    "Achtergrond": "rapport/achtergrond",
    "Verschillen tussen codeurs": "rapport/verschillen",
    "Conclusie": "rapport/conclusie",
    "Wat is er gevraagd": "rapport/vraag",
    "Wat gebeurt er nu": "rapport/vervolg",
}
