"""Working-time law: the kinds of rules, and the packs of countries."""
