"""A rubric changed in one thing at a time, so that it shows whether some case would notice."""
