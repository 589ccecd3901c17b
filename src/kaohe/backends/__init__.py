"""The readers of expression trees: each is mainly one table with a line for every operator."""
