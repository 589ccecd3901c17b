"""Headings of columns for scores are stages, whoever gives the score; those of departments are none."""

import pytest

from kaohe.authoring.official_form.headings import stages


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["自评分", "初评分", "审定分"], {"self": "自评分", "preliminary": "初评分", "final": "审定分"}),
        (["自评", "复评"], {"self": "自评", "preliminary": "复评"}),
        (["自评分", "镇评分"], {"self": "自评分", "preliminary": "镇评分"}),
        (["自评得分", "考核组评分", "区评"], {"self": "自评得分", "preliminary": "考核组评分", "final": "区评"}),
        (["自评分", "校评", "认定分"], {"self": "自评分", "preliminary": "校评", "final": "认定分"}),
        (["自评分", "认定部门"], {"self": "自评分"}),
        (["自评分", "审核单位", "考评依据"], {"self": "自评分"}),
        (["得分", "备注"], {"self": "得分"}),
    ],
)
def test_stages(headings: list[str], expected: dict[str, str]) -> None:
    assert stages(headings) == expected
