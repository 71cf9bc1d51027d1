"""Telling: from counts and quotations to documents."""
