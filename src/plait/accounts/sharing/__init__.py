"""What people show to each other: making and ending consent, delivering, looking."""
