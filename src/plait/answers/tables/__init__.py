"""Answers as tables of plain values: one definition for pages and commands."""
