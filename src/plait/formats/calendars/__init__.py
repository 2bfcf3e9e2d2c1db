"""iCalendar files, read and written."""
