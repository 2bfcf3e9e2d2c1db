"""What people type in one line: time given, and agreed days and times."""
