"""`valid / surveyed >= 95%` becomes a tree: what a fact is, what a name leads to, how formulas are read."""
