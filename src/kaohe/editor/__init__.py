"""A file that is open in an editor: what is wrong in it, what may be written next, what it means, where it stands."""
