"""Words that say that a figure is of part of a group, or stands beside another on purpose."""

from __future__ import annotations

import re

SUBGROUP = re.compile(
    r"\bvan (?:de|het|alle|wie) [\w-]+ (?:met|die|uit|zonder|in|onder|van|tussen|jonger|ouder)\b|"
    r"\bin (?:de )?wijk\b|\bmannen\b|\bvrouwen\b"
)
COMPARING = re.compile(
    r"\bvergeleken\b|\bten opzichte\b|\bterwijl\b|\btegenover\b|\bdaarentegen\b|\blandelijk\w*|"
    r"\bgemiddeld in\b|\bbenchmark\b|\bnorm\b|\bdoel(?:stelling)?\b|\bstreef\w*|\beerder\b|"
    r"\bvorig\w*|\bvooraf\b|\bdaarna\b"
)
