"""Forecasts of the weeks ahead, on lives whose truth is known: see `judge`."""
