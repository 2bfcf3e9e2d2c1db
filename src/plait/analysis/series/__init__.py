"""Series by week and month: hours, income, and which way they go."""
