"""Files of units of the doubtful form: a first one, and later stages' changes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kaohe.stages.unit_files import join
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages
from support.doubtful import FORM, facts


def first(path: str, work: Mapping[str, Any], lists: Mapping[str, Any] | None = None, **head: Any) -> Path:
    return written(path, facts(work, lists, **head))


def later(path: str, changes: Mapping[str, Any], stage: str = "preliminary", **head: Any) -> Path:
    """Changes of `item.fact` or `item.fact.part`, each the old and the new value and, if there is one, the reason."""
    groups: dict[str, dict[str, Any]] = {}
    for name, (old, new, *reason) in changes.items():
        group, _, rest = name.partition(".")
        groups.setdefault(group, {})[rest] = {"old": old, "new": new, "reason": (reason or ["更正"])[0]}
    return written(path, {"rubric": str(FORM), "unit": "甲市", "stage": stage, "changes": groups, **head})


def written(path: str, data: Mapping[str, Any]) -> Path:
    """A file of JSON, which is YAML too."""
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(json.dumps(data, ensure_ascii=False, indent=1, default=float), encoding="utf-8")
    return Path(path)


def loaded(*paths: Path, loader: UnitLoader | None = None) -> UnitStages:
    used = loader or UnitLoader("zh", {})
    (unit,), _ = join([one for path in paths for one in used.documents(str(path))])
    return used.unit(unit)
