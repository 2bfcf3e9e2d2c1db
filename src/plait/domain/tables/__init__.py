"""Bare tables that are judged without a book: a series of weeks, stretches of work."""
