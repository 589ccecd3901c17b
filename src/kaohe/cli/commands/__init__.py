"""What each command does once its arguments are read: a file each, an exit code out."""
