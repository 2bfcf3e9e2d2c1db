"""Which mix of hours would be better: by income, by what it gives, and by its risk."""
