"""The forms of what one could fall back on: savings, causes, estimates, plans B."""
