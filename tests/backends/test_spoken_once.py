"""Several things said one after the other: what is said of one subject stands together, and nothing twice."""

import pytest

from kaohe.backends.spoken_once import said_once


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([], ""),
        (["迟报 3 次", "", "迟报 3 次"], "迟报 3 次"),
        (["名次 3 位，超过 1 位", "名次 3 位，不到 4 位"], "名次 3 位，超过 1 位，不到 4 位"),
        (["名次 3 位，超过 1 位", "「完成」为是", "名次 3 位，超过 1 位"], "名次 3 位，超过 1 位，「完成」为是"),
        (["完成 9 人，不到计划 12 人", "计划 12 人"], "完成 9 人，不到计划 12 人"),
        (["计划 12 人，超过 10 人", "完成 9 人，不到计划 12 人"], "计划 12 人，超过 10 人，完成 9 人，不到计划 12 人"),
        (["甲（一，二），高", "甲（一，二），大"], "甲（一，二），高，大"),
        (["甲（一「，」二），高", "甲（一「，」二），大"], "甲（一「，」二），高，大"),
        (["1）甲，高", "1）甲，大"], "1）甲，高，大"),
    ],
)
def test_said_once(texts: list[str], said: str) -> None:
    assert said_once(texts, "，") == said


def test_in_english() -> None:
    assert said_once(["a (b, c), d", "a (b, c), e"], ", ") == "a (b, c), d, e"
