"""The report in five slides: what was asked, heard, compared, said, and what stands out."""

from __future__ import annotations

from kwalevaluatie.report.slides.telling import tell_slides
from kwalevaluatie.report.slides.writing import write_slides

__all__ = ["tell_slides", "write_slides"]
