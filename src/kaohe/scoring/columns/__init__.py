"""A rubric as the columns of a table: from facts to items, sections, the whole and grades, all units at once."""
