"""What a file is, by its keys alone."""

import pytest

from kaohe.source.file_kinds import kind_of
from kaohe.source.program_data import document_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"kaohe": 1, "cases": []}, "rubric"),
        ({"rubric": "a", "cases": []}, "cases"),
        ({"rubric": "a", "例": []}, "cases"),
        ({"rubric": "a", "equivalents": []}, "equivalents"),
        ({"unit": "甲市", "changes": {}}, "later"),
        ({"unit": "甲市", "stage": "final"}, "later"),
        ({"unit": "甲市", "stage": "final", "indicators": {}}, "values"),
        ({"rubric": "a"}, "values"),
        ({"rubric": "a", "peers": {}}, "parameters"),
        ({"year": 2011}, "unknown"),
    ],
)
def test_by_keys(data: dict[str, object], kind: str) -> None:
    assert kind_of(document_of(data, "given")) == kind
