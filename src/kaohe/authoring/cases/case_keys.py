"""What the keys of a file of cases are called: its own, those of a case, the items and sections of its rubric."""

from collections.abc import Mapping

from kaohe.rubric.model import Rubric
from kaohe.source.file_kinds import CASES
from kaohe.submission.file_keys import WORDS, listed
from kaohe.submission.key_names import KeyNames, called

KEYS: Mapping[str, tuple[str, ...]] = {
    **{key: WORDS[key] for key in ("rubric", "year", "parameters", "readings")},
    "peers": ("各单位",),
    "cases": tuple(CASES - {"cases"}),
}
"""The outermost keys, and what people call them."""
EXPECTED: Mapping[str, tuple[str, ...]] = {
    "points": ("得分", "应得"),
    "rules": ("规则",),
    "sections": ("项目得分",),
    "score": ("总分",),
    "grade": ("等次",),
    "grades": ("项目等次",),
}
"""What a case may say that its facts must give."""
CASE: Mapping[str, tuple[str, ...]] = {
    "name": ("名称", "例名"),
    "item": ("子项目",),
    "facts": ("事实", "指标"),
    **{key: KEYS[key] for key in ("year", "parameters", "peers", "readings")},
    **EXPECTED,
    "signed": ("签字",),
}
"""The keys of a case."""
SIGNED: Mapping[str, tuple[str, ...]] = {"by": ("签名", "签字人"), "on": WORDS["on"]}
SIDES: Mapping[str, tuple[str, ...]] = {"from": ("从", "最少"), "to": ("到", "最多")}
IN_LEDGER: Mapping[str, tuple[str, ...]] = {"due": ("应扣",), "applied": ("实扣",)}


def outermost() -> KeyNames:
    """Those of the file as a whole and of its cases, whatever the rubric."""
    case = KeyNames(called(listed(CASE)), {"signed": KeyNames(called(listed(SIGNED)))})
    return KeyNames(called(listed(KEYS)), {"cases": case})


def case_keys(rubric: Rubric) -> KeyNames:
    """What is inside a case of this rubric; the facts of items are read as those of units' files."""
    items = called(
        (item.id, name)
        for number, item in rubric.items()
        for name in (item.id, number, item.title, f"{number} {item.title}")
    )
    sections = called((one.id, name) for one in rubric.sections for name in (one.id, one.title))
    sides, ledger = KeyNames(called(listed(SIDES))), KeyNames(called(listed(IN_LEDGER)))
    own = {
        "facts": KeyNames(items),
        "points": KeyNames({**items, **sides.called}, each=sides),
        "rules": KeyNames({**items, **ledger.called}, each=KeyNames(ledger.called, each=ledger)),
        "sections": KeyNames(sections, each=sides),
        "score": sides,
        "grades": KeyNames(sections),
    }
    return KeyNames(below={"cases": KeyNames(below=own)})
