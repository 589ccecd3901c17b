"""The report as a folder: its files lead to each other, fetch nothing, and the first stays small."""

from fractions import Fraction
from urllib.parse import unquote

import pytest

from kaohe.analysis.batch_analysis import batch_figures
from kaohe.messages import Language
from kaohe.render.html import report_folder
from kaohe.render.html.report_folder import INDEX, report_files
from kaohe.render.html.unit.unit_page import page
from kaohe.results.summary import Summary
from support.html_reader import Node, read
from support.rendered.batches import small
from support.rendered.reports import HOSTILE, dossier, full_summary, renamed

NAMES = [*HOSTILE, "50%#1?", *"abcdefgh"]


def files(summary: Summary, language: Language = "zh", *, drawn: bool = True) -> dict[str, bytes]:
    """Each unit's file is called by its place and some characters that mean something in an address."""
    names = [unit.unit for unit in summary.units]
    pages = [
        (name, f"{place}%#&市.html", page(dossier(name), language) if drawn else "") for place, name in enumerate(names)
    ]
    return dict(report_files(batch_figures(summary), pages, language))


def links(found: Node) -> list[str]:
    return [one.attributes["href"] for one in found.walk() if one.tag == "a"]


@pytest.mark.parametrize("longest", [0, 10**9], ids=["each table alone", "all on one"])
def test_every_link_leads_to_a_place_that_is_there(monkeypatch: pytest.MonkeyPatch, longest: int) -> None:
    monkeypatch.setattr(report_folder, "LONG", longest)
    found = {name: read(content) for name, content in files(renamed(full_summary(), NAMES)).items()}
    ids = {name: {one.attributes.get("id") for one in nodes.walk()} for name, nodes in found.items()}
    assert (len(found) > 13 + 1) == (longest == 0)
    for name, nodes in found.items():
        for link in links(nodes):
            file, _, anchor = link.partition("#")
            target = unquote(file) or name
            assert target in found, link
            assert not anchor or anchor in ids[target], link


def test_the_overview_leads_to_each_unit_and_back() -> None:
    found = {name: read(content) for name, content in files(small(甲市=("5", "5", "7"), 乙市=("5", "4", "7"))).items()}
    assert list(found) == ["0%#&市.html", "1%#&市.html", INDEX]
    assert "0%25%23&市.html#unit-甲市" in links(found[INDEX])
    assert INDEX in links(found["0%#&市.html"])
    assert [link for link in links(found["0%#&市.html"]) if "乙" in link] == ["1%25%23&市.html#unit-乙市"]
    assert [one.text for one in found["1%#&市.html"].all("ul", "beside")] == ["← 甲市"]
    assert "第 2 名" in found["1%#&市.html"].text


def test_nothing_is_fetched_and_nothing_else_runs() -> None:
    for content in files(renamed(full_summary(), NAMES)).values():
        text = content.decode()
        assert "default-src &#x27;none&#x27;" in text
        assert "<script>alert" not in text
        assert not [one for one in read(content).walk() if {"src", "srcset", "action"} & one.attributes.keys()]


def test_two_thousand_units() -> None:
    units = {f"某某县{number:04}": ("5", str(Fraction(number % 50, 10)), "7.5") for number in range(2000)}
    found = files(small(**units), drawn=False)
    assert len(found) > 2000
    assert len(found[INDEX]) < 5_000_000
    assert "某某县1999" in found[INDEX].decode()


def test_in_english() -> None:
    found = files(small(A=("5", "5", "7"), B=("5", "4", "7")), "en")
    assert "B →" in found["0%#&市.html"].decode()
    assert 'placeholder="unit"' in found[INDEX].decode()
