"""Every command with its options; what a command does has a file of its own."""
