"""Results on the terminal: 80 columns are enough, and nothing is cut."""
