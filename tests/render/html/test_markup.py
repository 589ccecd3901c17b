"""Markup: what is text stays text, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.render.html.link_anchors import unit_anchor
from kaohe.render.html.markup import Markup, element, joined
from support.html_reader import read

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (element("p", "a<b&c"), "<p>a&lt;b&amp;c</p>"),
        (element("p", element("b", "x"), " y"), "<p><b>x</b> y</p>"),
        (element("p", ["a", ["b", element("i")]], ()), "<p>ab<i></i></p>"),
        (element("input", type="text", hidden=True), '<input type="text" hidden>'),
        (element("td", "", class_=None, data_order=0, hidden=False), '<td data-order="0"></td>'),
        (element("a", "x", href='"><script>', for_="y"), '<a href="&quot;&gt;&lt;script&gt;" for="y">x</a>'),
        (joined("<", Markup("<br>")), "&lt;<br>"),
    ],
)
def test_elements(made: str, expected: str) -> None:
    assert made == expected


@given(TEXT, TEXT)
def test_any_text_comes_back_as_it_was(text: str, attribute: str) -> None:
    (found,) = read(element("p", text, title=attribute)).children
    assert not isinstance(found, str)
    assert (found.text, found.attributes) == (text, {"title": attribute})


@given(TEXT, TEXT)
def test_no_two_units_share_a_page(one: str, other: str) -> None:
    assert (unit_anchor(one) == unit_anchor(other)) == (one == other)


def test_an_anchor_reads_as_the_unit_does() -> None:
    assert unit_anchor("甲市") == "unit-甲市"
    assert unit_anchor("a b.1#%") == "unit-a~20~b~2e~1~23~~25~"
