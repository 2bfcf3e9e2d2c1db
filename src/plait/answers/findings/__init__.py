"""Findings: what is so, why it matters, the numbers, the evidence, the next step."""
