"""Where things lie in the checkout."""

from pathlib import Path

TOP = Path(__file__).parents[2]
TESTS = TOP / "tests"
BAD = TESTS / "bad"
FORMS = TESTS / "forms"
RENDERED = TESTS / "render" / "snapshots"
