"""What people fill in: plain forms, no models."""
