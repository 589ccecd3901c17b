"""The report's first page: every table that compares units."""
