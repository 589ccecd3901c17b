"""A part of a file as a document of its own: what stands in it has the places of the file."""

from kaohe import source
from kaohe.source.part_document import Path, part_document
from kaohe.source.program_data import document_of
from kaohe.source.workbook_document import CellPlace, WorkbookDocument

TEXT = """\
common: {rate: 90%}
several:
- name: 甲
  facts: &same
    count: 3
    list: [a, b]
- name: 乙
  facts: *same
"""
WHOLE = source.read("cases.yaml", TEXT.encode())


def test_places_are_those_of_the_file() -> None:
    one = WHOLE.data["several"][0]
    data = {"unit": "甲", "indicators": {"item": one["facts"]}, "parameters": WHOLE.data["common"]}
    at = ("several", 0)
    origins: dict[Path, Path] = {
        (): at,
        ("unit",): (*at, "name"),
        ("indicators",): (*at, "facts"),
        ("indicators", "item"): (*at, "facts"),
        ("parameters",): ("common",),
    }
    part = part_document(WHOLE, data, origins)
    assert part.position(()) == (3, 3)
    assert part.position(("unit",)) == (3, 9)
    assert part.position(("indicators", "item", "count")) == (5, 12)
    assert part.position(("indicators", "item", "count"), key=True) == (5, 5)
    assert part.position(("indicators", "item", "list", 1)) == (6, 15)
    assert part.position(("parameters", "rate")) == (1, 16)
    assert part.problem("unit-expected", ("unit",), {}).place == "cases.yaml:3:9"


def test_what_an_alias_stands_for_is_found_at_its_anchor() -> None:
    one = WHOLE.data["several"][1]
    data = {"indicators": {"first": one["facts"], "second": one["facts"]}}
    at = ("several", 1, "facts")
    origins: dict[Path, Path] = {("indicators", "first"): at, ("indicators", "second"): at}
    part = part_document(WHOLE, data, origins)
    assert part.position(("indicators", "first", "count")) == (5, 12)
    assert part.position(("indicators", "second")) == (8, 10)
    assert part.position(("unknown",)) == (1, 1)


def test_data_of_no_file_have_no_places() -> None:
    part = part_document(document_of({"a": {"b": 1}}, "given"), {"b": 1}, {(): ("a",)})
    assert (part.path, part.position(("b",))) == ("given", (0, 0))


def test_in_a_workbook_it_stands_in_the_cells_that_its_parts_have() -> None:
    at = ("cases", 0)
    places = {at: CellPlace("例", 5, 1), (*at, "facts"): CellPlace("例", 5, 2)}
    whole = WorkbookDocument("签.xlsx", {}, b"", "", [], places, (), (), {})
    data = {"unit": "甲", "indicators": {"a": {"b": 1}}}
    part = part_document(whole, data, {(): at, ("indicators",): (*at, "facts")})
    assert part.problem("unknown-fact", ("indicators", "a", "b"), {}).place == "签.xlsx:例!B5"
    assert part.problem("unit-expected", ("unit",), {}).place == "签.xlsx:例!A5"
