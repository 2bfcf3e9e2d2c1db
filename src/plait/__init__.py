"""Plait: one picture and one honest review of a working life with several roles."""

__version__ = "0.1.0"
