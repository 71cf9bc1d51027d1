"""The report as a tree of blocks, told from facts in the order in which people read it."""

from kwalevaluatie.report.compose.teller import Drawings, Teller
from kwalevaluatie.report.compose.whole import compose

__all__ = ["Drawings", "Teller", "compose"]
