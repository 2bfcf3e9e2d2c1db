"""The one room that speaks to the network: calendars that are followed, sign-in servers."""
