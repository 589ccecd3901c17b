"""The files that an editor has open: whose they are, and where they are."""

import pytest

from kaohe.editor.server.desk import Desk, path_of


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///tmp/a%20b/%E8%AF%95.yaml", "/tmp/a b/试.yaml"),  # noqa: S108 - no file is made
        ("untitled:Untitled-1", "untitled:Untitled-1"),
    ],
)
def test_a_text_that_is_not_saved_has_its_address_for_a_path(uri: str, path: str) -> None:
    assert path_of(uri) == path


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("kaohe: 1\nid: a\n", ["missing-key"] * 4),
        ("细则: none\n单位: 甲市\n", ["unknown-rubric"]),
        ("services: {web: 1}\n", []),
        ("half", []),
        ("", []),
    ],
)
def test_files_of_other_programs_are_not_checked(text: str, codes: list[str]) -> None:
    desk = Desk("zh")
    checked = desk.check("untitled:Untitled-1", 3, {"untitled:Untitled-1": text})
    assert [one.problem.code for one in checked.found] == codes
    assert desk.checked == {"untitled:Untitled-1": checked}
    assert checked.version == 3
