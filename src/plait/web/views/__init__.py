"""Thin views: find, validate, one call, render or redirect."""
