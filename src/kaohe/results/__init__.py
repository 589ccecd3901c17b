"""What was found out, as plain data for every form of output."""
