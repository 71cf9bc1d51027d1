"""Figures from a survey, and what they say beside the interviews."""
