"""Cases that people sign: the rows of the workbook, and what comes back in it."""
