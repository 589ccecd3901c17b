"""A made-up table of units for any rubric: facts beside the numbers at which its scores turn, the same for one seed."""
