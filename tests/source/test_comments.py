"""Comments that are meant for kaohe: what they say, where they stand, what line they speak of."""

import pytest

from kaohe.source.yaml.comments import comments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1", [], id="none"),
        pytest.param("a: 1  # kaohe: x", [("x", 1, 7, 1)], id="behind a value"),
        pytest.param("# kaohe: x\na: 1", [("x", 1, 1, 2)], id="above"),
        pytest.param("a:\n  # KAOHE：x y \n\n  # more\n  b: 1", [("x y", 2, 3, 5)], id="above, with more between"),
        pytest.param("a: 1\n# kaohe: x\n", [("x", 2, 1, 2)], id="above nothing"),
        pytest.param("a: [1,  # kaohe: x\n  2]", [("x", 1, 9, 1)], id="within brackets"),
        pytest.param("a: '1 # kaohe: x'", [], id="in a quoted text"),
        pytest.param("a: |\n  # kaohe: x\n  b", [], id="in a text of several lines"),
        pytest.param("a: >-  # kaohe: x\n  b # kaohe: y", [("x", 1, 8, 1)], id="above a text of several lines"),
        pytest.param("a: |  # kaohe: x", [("x", 1, 7, 1)], id="above a text of no lines"),
        pytest.param("a: b#kaohe: x", [], id="no comment without a blank before it"),
        pytest.param("a: 1  # see kaohe: x", [], id="not addressed to kaohe"),
        pytest.param("a: 1  # kaohe:", [], id="nothing said"),
        pytest.param("a: 甲  # kaohe: x\nb: 2  # kaohe: y", [("x", 1, 7, 1), ("y", 2, 7, 2)], id="several"),
    ],
)
def test_comments(text: str, expected: list[tuple[str, int, int, int]]) -> None:
    assert [(one.words, one.line, one.column, one.about) for one in comments(text)] == expected
