"""What may be written next at the cursor."""
