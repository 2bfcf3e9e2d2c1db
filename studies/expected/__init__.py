"""Payments that are missing, late, short or doubled, in made-up streams."""
