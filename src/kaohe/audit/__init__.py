"""A workbook or an archive that came back: what was sealed in it, and all that differs from that."""
