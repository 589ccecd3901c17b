"""Cases of a rubric: facts and the points that they must give, read, run, and what they reach of the rubric."""
