"""What a Plait book file or a CV tells beside lines: roles, terms, rules, settings."""
