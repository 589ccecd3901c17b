"""Rubrics, units' files and formulas made up by their structure and a seed, and what must hold of every one of them."""
