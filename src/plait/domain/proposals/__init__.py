"""What a person thinks of doing with a role, and the terms that would come of it."""
