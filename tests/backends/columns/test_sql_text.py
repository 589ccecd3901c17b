"""Queries as text."""

from kaohe.backends.columns.sql_text import Query, Steps, either, select

WHOLE = """\
WITH k_1_given AS (
SELECT
  a,
  b
FROM t
),
k_2_more AS (
SELECT
  a
FROM k_1_given
)
SELECT
  a
FROM k_2_more
UNION ALL
SELECT
  b
FROM k_1_given
"""


def test_steps_before_the_rows_of_several_queries() -> None:
    steps = Steps("k")
    given = steps.named("given", select(["a", "b"], "t"))

    def rows() -> list[str]:
        return [select(["a"], steps.named("more", select(["a"], given))), select(["b"], given)]

    found = steps.then(rows())
    assert found == Query(
        (("k_1_given", "SELECT\n  a,\n  b\nFROM t"), ("k_2_more", "SELECT\n  a\nFROM k_1_given")),
        "SELECT\n  a\nFROM k_2_more\nUNION ALL\nSELECT\n  b\nFROM k_1_given",
    )
    assert found.text() == WHOLE


def test_one_of_no_conditions_never_holds() -> None:
    assert [either([]), either(["a"]), either(["a", "b"])] == ["(FALSE)", "(a)", "(a OR b)"]
