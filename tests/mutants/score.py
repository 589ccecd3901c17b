"""How many of the mutants that were tried the tests notice, and between what that lies for all there are."""

from math import sqrt

Z = 1.959964
"""A range so many standard deviations to each side has the share in 95 of 100 samples."""


def interval(noticed: int, tried: int) -> tuple[float, float]:
    """By Wilson's formula, which holds near 100 % as well."""
    share = noticed / tried
    middle = (share + Z * Z / (2 * tried)) / (1 + Z * Z / tried)
    half = Z / (1 + Z * Z / tried) * sqrt(share * (1 - share) / tried + Z * Z / (4 * tried * tried))
    return max(0.0, middle - half), min(1.0, middle + half)


def score(noticed: int, tried: int) -> str:
    low, high = interval(noticed, tried)
    return f"{noticed} of {tried} noticed: {noticed / tried:.1%} ({low:.1%} to {high:.1%})"
