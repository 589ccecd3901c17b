"""A compiled rubric and a unit's row of facts become a scored sheet."""
