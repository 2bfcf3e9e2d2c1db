"""What the pages on imports, the inbox and calendars show."""
