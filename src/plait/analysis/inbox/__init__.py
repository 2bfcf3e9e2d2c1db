"""Which role is this for? Proposals for what waits, never more than proposals."""
