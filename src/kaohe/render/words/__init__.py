"""How results are worded and put into plain tables, the same for every form of output."""
