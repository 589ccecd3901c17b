"""A rubric as the cells of a spreadsheet: from what is entered to facts, dues, items, sections and the whole."""
