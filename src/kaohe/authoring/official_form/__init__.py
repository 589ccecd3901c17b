"""An official form by its parts: which columns its tables have, and what stands in each row."""
