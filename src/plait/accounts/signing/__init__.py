"""Signing what is shown, and knowing whose signature something bears."""
