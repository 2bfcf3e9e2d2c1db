"""Commands on hours: log, agreed and given, drift, capacity, working time."""
