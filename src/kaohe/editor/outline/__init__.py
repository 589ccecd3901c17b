"""The parts of a YAML text with their places, also of one that is half written."""
