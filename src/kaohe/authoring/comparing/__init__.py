"""Two rubrics side by side: which clause became which, and what that does to units that are scored by both."""
