"""Numbers that can hardly be so: found beside what is wrong, told as warnings, answered by a unit's notes."""
