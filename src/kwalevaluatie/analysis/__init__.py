"""Counting people and choosing quotations."""
