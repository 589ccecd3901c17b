"""Rubrics and the rubric language in plain words."""
