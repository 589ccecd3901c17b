"""Trees as formulas over named cells: whole numbers over denominators, each between two sides while facts are missing.

What computes the cells is another's matter: a spreadsheet (`backends.excel`), the columns of a table
(`backends.columns`). A `numbers.Numbers` says what its machine does with pairs.
"""
