"""Charts: pure functions from numbers to what an SVG drawing needs.

No Django and no clock here. Results are small frozen dataclasses whose coordinates
are text, ready to be attributes: a number would be written with a comma in Dutch.
Places across are percentages, so that a drawing fits any width without a style.
"""
