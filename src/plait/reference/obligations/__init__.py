"""Tax obligations: the kinds of rules, and the packs of countries."""
