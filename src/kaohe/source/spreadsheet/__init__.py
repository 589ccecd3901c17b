"""A workbook's bytes become sheets with rows of cells; what stands in them is not known here."""
