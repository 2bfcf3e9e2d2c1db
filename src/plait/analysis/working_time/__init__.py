"""Working-time law over several employers: rules as data, hours as columns."""
