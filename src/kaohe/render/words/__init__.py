"""How results are worded, the same in every form of output."""
