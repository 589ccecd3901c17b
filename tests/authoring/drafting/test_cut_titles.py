"""A title that is not printed is cut out of the method, and the draft says so."""

from fractions import Fraction

import pytest

from kaohe.authoring.drafting.left_beside import kept_beside
from kaohe.authoring.official_form.model import FormItem
from kaohe.source.form_document.rows import RowPlace


@pytest.mark.parametrize(
    ("title", "method", "expected"),
    [
        ("1.受到国家级、省级、市", "1.受到国家级、省级、市级表彰的，每次加2分", ["没有印名称：名称取自评分办法的开头"]),
        ("表彰奖励", "受到国家级、省级、市级表彰的，每次加2分", []),
        ("每次加2分", "每次加2分", []),
    ],
)
def test_said(title: str, method: str, expected: list[str]) -> None:
    item = FormItem(title, Fraction(2), "2", None, method, RowPlace("line", "", 1))
    assert kept_beside(item, "zh") == expected
