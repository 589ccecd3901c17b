"""Forms of output: each draws a Sheet, and none computes a score."""
