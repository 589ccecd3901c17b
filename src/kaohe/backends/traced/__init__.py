"""Sentences before a unit is known: their words, with trees in the blanks and conditions where they part."""
