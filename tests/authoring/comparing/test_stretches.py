"""Where two texts differ: whole numbers, and no crumbs between them."""

from collections.abc import Sequence

import pytest

from kaohe.authoring.comparing.stretches import marked
from kaohe.results.marked_text import Stretch


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("扣2.5分", "扣1分", [Stretch("扣"), Stretch(gone="2.5", come="1"), Stretch("分")]),
        ("增加1%到2%之间", "增加2%到3%之间", [Stretch("增加"), Stretch(gone="1%到2%", come="2%到3%"), Stretch("之间")]),
        ("", "新的", [Stretch(come="新的")]),
        ("旧的话", "", [Stretch(gone="旧的话")]),
        ("一样", "一样", [Stretch("一样")]),
        ("得分，扣完为止", "得分", [Stretch("得分"), Stretch(gone="，扣完为止")]),
    ],
)
def test_stretches(old: str, new: str, found: Sequence[Stretch]) -> None:
    text = marked(old, new)
    assert list(text.stretches) == found
    assert (text.old, text.new) == (old, new)
    assert text.changed == (old != new)
