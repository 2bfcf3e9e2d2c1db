"""Runs the analyses, ranks what they found, and says each in one sentence."""
