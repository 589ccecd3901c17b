"""Texts as they stand in editors, half written and spoilt, and what the language server's functions make of them."""
