"""An official form as its makers keep it (Word, Excel, text) becomes plain rows, each with its place."""
