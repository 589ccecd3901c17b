"""What a unit hands in: its facts, what is missing or does not apply, and what later stages change."""
