"""What happened with an account, noted so that nobody can change it unseen."""

from plait.accounts.audit.notes import note

__all__ = ["note"]
