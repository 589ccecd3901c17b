"""What is written where: forms of output by name, files written whole or not at all."""
