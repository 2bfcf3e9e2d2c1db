"""Plait's own files: the book, its tables, scenarios and income models."""
