"""Another version of a rubric, item by item: whatever is open, moved, new or gone, all adds up to what it moved."""

from fractions import Fraction

from kaohe.results.causes import Cause, Moved
from kaohe.stages.rubric_causes import Scores, rubric_causes
from kaohe.stages.rubric_differences import RubricPart

Told = list[tuple[str, str, str, list[tuple[str, str, str]]]]


def part(item: str, before: str = "s", after: str = "s", subject: str = "评分办法") -> RubricPart:
    return RubricPart("1.1", item, before, after, subject, "旧" if subject else "", "新" if subject else "")


def scores(total: int | None, **others: int | None) -> Scores:
    """Those of items, and of sections s and t."""
    found: dict = {}  # type: ignore[type-arg]
    for name, score in others.items():
        found["section" if name in ("s", "t") else "item", name] = None if score is None else Fraction(score)
    return {**found, ("total", ""): None if total is None else Fraction(total)}


def told(parts: list[RubricPart], before: Scores, after: Scores, new: str = "新版") -> Told:
    moved = []
    for key, score in after.items():
        old = before.get(key)
        points = None if old is None or score is None else score - old
        if points or key[0] == "total" or (points is None and old != score):
            moved.append(Moved(*key, points))
    whole = Cause("rubric_version", "", "", "细则", "旧版", new, "", "", "", (), tuple(moved))
    return [
        (one.item, one.subject, one.new, [(move.level, move.id, str(move.points)) for move in one.moved])
        for one in rubric_causes(whole, parts, before, after, "zh")
    ]


def test_an_item_moves_its_section_and_the_whole() -> None:
    found = told([part("a"), part("b", subject="")], scores(9, a=5, b=4, s=9), scores(7, a=3, b=4, s=7))
    assert found == [
        ("a", "评分办法", "新", [("item", "a", "-2"), ("section", "s", "-2"), ("total", "", "-2")]),
        ("", "细则", "新版", [("total", "", "0")]),
    ]


def test_one_that_hangs_on_others_has_its_own_line() -> None:
    found = told([part("b", subject="")], scores(4, b=4, s=4), scores(3, b=3, s=3))
    assert found[0][:3] == ("b", "得分（随其他规定变动）", "3")


def test_what_sections_and_the_whole_add_up_otherwise_is_left() -> None:
    found = told([part("a")], scores(9, a=9, s=9), scores(4, a=7, s=5))
    assert found[1] == ("", "细则", "新版", [("section", "s", "-2"), ("total", "", "-3")])


def test_an_item_in_another_section() -> None:
    found = told([part("a", "s", "t")], scores(9, a=3, s=5, t=4), scores(10, a=4, s=2, t=8))
    assert found[0][3] == [("item", "a", "1"), ("section", "s", "-3"), ("section", "t", "4"), ("total", "", "1")]
    assert found[1][3] == [("total", "", "0")]


def test_new_and_gone() -> None:
    found = told([part("b", ""), part("a", "s", "")], scores(5, a=5, s=5), scores(3, b=3, s=3))
    assert found[0][3] == [("item", "b", "3"), ("section", "s", "3"), ("total", "", "3")]
    assert found[1][3] == [("section", "s", "-5"), ("total", "", "-5")]
    assert found[2][3] == [("total", "", "0")]


def test_a_section_that_is_new_and_one_that_is_gone() -> None:
    found = told([part("b", "", "t"), part("a", "s", "")], scores(5, a=5, s=5), scores(3, b=3, t=3))
    assert [one[3] for one in found] == [
        [("item", "b", "3"), ("section", "t", "3"), ("total", "", "3")],
        [("total", "", "-5")],
        [("total", "", "0")],
    ]


def test_what_is_open_moves_nothing_that_is_known() -> None:
    """The item that is known moves the whole all the same: a later fact decides only what is left."""
    found = told([part("a"), part("b")], scores(9, a=5, b=4, s=9), scores(None, a=3, b=None, s=None))
    assert [one[3] for one in found] == [
        [("item", "a", "-2"), ("section", "s", "-2"), ("total", "", "-2")],
        [("item", "b", "None"), ("section", "s", "None"), ("total", "", "None")],
        [("total", "", "None")],
    ]


def test_what_was_open_before() -> None:
    found = told([part("a")], scores(None, a=None, s=None), scores(3, a=3, s=3))
    assert found[0][3] == [("item", "a", "None"), ("section", "s", "None"), ("total", "", "None")]


def test_the_same_rubric_read_in_another_way_has_no_line_of_its_own() -> None:
    found = told([part("a")], scores(9, a=5, s=9), scores(7, a=3, s=7), new="旧版")
    assert [one[0] for one in found] == ["a"]


def test_an_item_that_moves_nothing_leaves_all_that_moved() -> None:
    """Its zero is nothing, not one: what is left is what the form adds up otherwise."""
    found = told([part("a"), part("b")], scores(9, a=5, b=4, s=9), scores(7, a=5, b=4, s=9))
    assert [one[3] for one in found] == [[("total", "", "0")], [("total", "", "0")], [("total", "", "-2")]]
