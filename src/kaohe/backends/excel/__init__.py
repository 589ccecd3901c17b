"""Trees as spreadsheet formulas, exact at thresholds, and what they give, computed without a spreadsheet.

A double holds every whole number below 2^53, Excel compares fifteen digits, LibreOffice takes numbers for equal that
nearly are, unless they are whole. So whatever is compared, rounded or cut to a whole number is a whole numerator below
MOST (9e14) over a denominator above zero; comparisons are multiplied out, and no quotient is formed before them.
A fact is a whole number of its last decimal; one with more decimals, or so large that a product could reach MOST, is
not computed here and counts as open.

Where quotients by different facts are added, or a product would leave no room for everyday facts, a double takes over:
there numbers are equal that differ by less than half a billionth, or by less than a trillionth of them, and nine
decimals are kept before anything is rounded or cut. Only numbers so near to each other can be told apart wrongly.

What may be missing is a number between two sides, a condition that can be true, false or both, as in
`backends.bounds`; where all is known both sides are the value itself, so that there is one set of formulas for both.
"""
