"""The language server: what editors ask, in the words of their protocol. Only this folder needs pygls."""
