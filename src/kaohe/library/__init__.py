"""Rubric files: where they are found, what can be wrong in them, and how a sound one becomes a Rubric."""
