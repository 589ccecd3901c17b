"""Items of another rubric whose ids only count: each is known by its title, with its facts and its points."""

from pathlib import Path

from kaohe.library import rubric_files
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.kept_items import judged_items
from kaohe.stages.rubric_versions import row_under

ITEM = """\
      - id: {id}
        title: {title}
        points: 10
        target: 好。
        method: {title}每有一次扣1分，扣完为止。
        indicators:
          late: {{label: 迟报, kind: count}}
        rules:
          - type: deductions
            clause: {title}每有一次扣1分，扣完为止
            points: 10
            deductions: [{{count: late, each: 1}}]
"""


def _form(folder: Path, **items: str) -> CompiledRubric:
    points = 10 * len(items)
    head = f"kaohe: 1\nid: form\ntitle: 表\npoints: {points}\nstages: {{self: 自评分}}\nsections:\n"
    section = f"  - id: work\n    title: 工作\n    points: {points}\n    items:\n"
    path = folder / f"{'-'.join(items)}.yaml"
    texts = (ITEM.format(id=name, title=title) for name, title in items.items())
    path.write_text(head + section + "".join(texts), encoding="utf-8")
    return CompiledRubric(rubric_files.load(path)[0], path.stem)


def test_an_item_that_was_put_before_the_others(tmp_path: Path) -> None:
    old = _form(tmp_path, i1="报送", i2="培训")
    new = _form(tmp_path, i1="宣传", i2="报送", i3="培训")
    assert row_under(old, new, (1, 2), None, labels=True) == (None, 1, 2)
    assert row_under(old, new, (1, 2), None) == (1, 2, None)
    assert judged_items(old, new) == {0: 1, 1: 2}


def test_an_item_that_is_gone(tmp_path: Path) -> None:
    old, new = _form(tmp_path, i1="报送", i2="培训", i3="宣传"), _form(tmp_path, i1="培训", i2="宣传")
    assert row_under(old, new, (1, 2, 3), None, labels=True) == (2, 3)
    assert judged_items(old, new) == {1: 0, 2: 1}


def test_an_item_that_has_another_title(tmp_path: Path) -> None:
    old, new = _form(tmp_path, i1="报送", i2="培训"), _form(tmp_path, i1="上报", i2="培训")
    assert row_under(old, new, (1, 2), None, labels=True) == (1, 2)
    assert judged_items(old, new) == {1: 1}
