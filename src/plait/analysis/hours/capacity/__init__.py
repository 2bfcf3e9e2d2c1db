"""Capacity: the hours available in the weeks ahead, and those expected."""
