"""Runs killed at any moment: what they were writing is there as it was, or as it is to be, and nothing else stays."""
