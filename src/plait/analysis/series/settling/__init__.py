"""What pays each invoice: one matcher for every question that asks it."""
