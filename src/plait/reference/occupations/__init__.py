"""Occupations by ISCO-08 code, and how exposed their tasks are to generative AI."""
