"""A workbook that came back: what was sealed in it, and every cell that differs from that."""
