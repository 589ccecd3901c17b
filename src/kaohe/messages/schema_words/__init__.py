"""What an editor says of each key."""
