"""Forms of the start: where somebody lives, and what they do."""
