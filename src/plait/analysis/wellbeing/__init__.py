"""What each role gives a person and what it takes, by their own weekly answers."""
