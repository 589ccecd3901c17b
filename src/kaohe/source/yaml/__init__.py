"""YAML text becomes plain data with the place of each part; only this room knows YAML's traps."""
