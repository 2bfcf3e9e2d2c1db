"""Exports of time trackers, and time logs kept by hand."""
