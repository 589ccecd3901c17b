"""The summary workbook of a batch."""
