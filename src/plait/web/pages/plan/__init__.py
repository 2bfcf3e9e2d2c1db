"""What the plan page shows."""
