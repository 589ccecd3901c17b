"""Many units as the rows of one table, scored as columns; the rows that columns can't take, one by one."""
