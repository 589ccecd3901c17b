"""The pages of a workbook of facts that fill themselves in: which cells they have, as formulas of what is entered."""
