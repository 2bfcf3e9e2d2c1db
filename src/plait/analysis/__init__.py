"""One module per question a person asks: pure functions of a Portfolio and a date."""
