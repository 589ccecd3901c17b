"""The expression tree, the numbers in it as people write them, and dates as numbers."""
