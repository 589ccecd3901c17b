"""Every number that a text says stands in its rule: which numbers a text says, and which a rule has."""
