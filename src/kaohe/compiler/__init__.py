"""A rubric becomes trees: every ledger line, item, section, the whole, grades; and the row that its facts stand in."""
