"""Commands on records: imports, the inbox, rules and calendars."""
