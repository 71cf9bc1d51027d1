"""Lays the numbers of a report beside its register."""
