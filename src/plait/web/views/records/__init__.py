"""Views on imports, the inbox, rules and calendars."""
