"""What can be wrong, a file for each kind of thing that it can be wrong with."""
