"""Calendars elsewhere: found by address, read by CalDAV or as ICS."""
