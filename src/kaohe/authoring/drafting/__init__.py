"""An official form becomes a first rubric: what its clauses say is read by a small grammar, the rest is a todo."""
