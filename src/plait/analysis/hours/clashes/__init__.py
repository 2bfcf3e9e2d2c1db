"""Clashes: events and agreed blocks that cannot both be kept."""
