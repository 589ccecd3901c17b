"""Forms of output: each draws results, and none computes a score."""
