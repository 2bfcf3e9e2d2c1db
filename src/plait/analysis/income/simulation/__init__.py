"""What may come in over the months ahead, drawn many times from an income model."""
