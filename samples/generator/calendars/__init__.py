"""Calendars of the sample."""
