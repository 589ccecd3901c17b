"""A file that rests on others in which something is wrong."""

import pytest

from kaohe.problems import Problem, Problems
from kaohe.source import read
from kaohe.stages.needed_files import needed_by, needs

DOCUMENT = read("甲.yaml", "unit: 甲\nrubric: 细则.yaml\n".encode())
NEEDS = Problem("needs-other", "甲.yaml", 2, 1, {"other": "细则.yaml"})


def test_each_other_file_is_named_once_and_the_place_is_that_of_the_rubric() -> None:
    wrong = [Problem("a", "细则.yaml", 1), Problem("b", "细则.yaml", 2), Problem("c", "parameters.yaml")]
    found = needs(DOCUMENT, wrong)
    assert (found.line, found.column, found.parameters) == (2, 1, {"other": "细则.yaml, parameters.yaml"})
    assert needs(read("乙.yaml", "unit: 乙\n".encode()), wrong).line == 1


def test_what_is_wrong_there_is_told_with_it() -> None:
    wrong = Problem("missing-key", "细则.yaml", 1, 1, {"key": "sections"})
    with pytest.raises(Problems) as raised, needed_by(DOCUMENT):
        raise Problems([wrong])
    assert raised.value.problems == (wrong, NEEDS)


def test_what_can_not_be_read_too() -> None:
    with pytest.raises(Problems) as raised, needed_by(DOCUMENT):
        raise PermissionError(13, "Permission denied", "细则.yaml")
    unreadable = Problem("unreadable-file", "细则.yaml", parameters={"detail": "Permission denied"})
    assert raised.value.problems == (unreadable, NEEDS)


def test_nothing_is_added_where_nothing_is_wrong() -> None:
    with needed_by(DOCUMENT):
        pass
