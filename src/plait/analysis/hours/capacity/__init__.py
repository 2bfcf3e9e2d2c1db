"""Capacity: what there is to give in the weeks ahead, and what will be asked."""
