"""What somebody chose to be sent, which addresses refuse it, and asking for a mail."""
