"""What the commands say of themselves and of a run."""
