"""The report's page of one unit."""
