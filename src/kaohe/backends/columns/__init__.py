"""Trees as columns of a table: whole numbers over denominators, exact in engines that know whole numbers alone.

A fact is a whole number of its last decimal. What is beyond 63 bits is computed with 127; what would be beyond these is
refused (`TooLarge`). Of a side that nothing bounds the numerator is NULL: below for a low side, above for a high one.
"""
