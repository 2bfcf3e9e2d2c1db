"""The one room that speaks to the network: calendars that a person follows."""
