"""Results in Markdown."""
