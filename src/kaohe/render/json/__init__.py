"""Results for machines: English keys, exact numbers as strings."""
