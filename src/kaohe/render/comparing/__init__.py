"""Two rubrics compared, in sentences: clause by clause, and what that does to units."""
