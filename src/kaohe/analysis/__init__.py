"""What follows from scores: comparisons, other readings, smallest improvements, evidence."""
