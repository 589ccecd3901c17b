"""Workbooks: the official form, its ledger and notes; a batch's summary."""
