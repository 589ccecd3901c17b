"""Findings in the formats that code hosts and their checks read, one file each."""
