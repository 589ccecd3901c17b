"""Readings that change only what they are about: of a patch that has a whole list, the entries that it changes."""

from collections.abc import Mapping, Sequence
from typing import Any

from kaohe.authoring.drafting.drafting_item import Rule
from kaohe.library.patches import ALSO

_Patch = dict[str, Any]


def with_finer_patches(rule: Rule) -> Rule:
    """The rule with the patches of its readings cut down, so that these go together wherever they can."""
    if "readings" not in rule:
        return rule
    readings = [{**one, "options": _options(rule, one["options"])} for one in rule["readings"]]
    return {**rule, "readings": readings}


def _options(rule: Rule, options: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: {**one, "patch": _finer(rule, one["patch"])} if "patch" in one else one for name, one in options.items()
    }


def _finer(rule: Rule, patch: Mapping[str, Any]) -> _Patch:
    if "type" in patch:
        return dict(patch)  # another rule altogether
    return {key: _reached(key, rule.get(key), value) for key, value in patch.items()}


def _reached(key: str, there: Any, written: Any) -> Any:
    """What a patch makes of one key: conditions that it adds where there are none, or the entries that it changes."""
    changed = _listed(key, written)
    if key == "requires" and there is None and changed:
        return {ALSO: changed}
    return _entries(_listed(key, there), changed, written)


def _listed(key: str, value: Any) -> Any:
    """Conditions as a list: one may stand by itself."""
    return [value] if key == "requires" and isinstance(value, str) else value


def _entries(there: Any, changed: Any, written: Any) -> Any:
    """Which entries of a list are changed, or all of them as it is written where that says no less."""
    if not (isinstance(there, list) and isinstance(changed, list) and there and changed):
        return written
    if len(there) == len(changed):
        found = {str(place): _keys(*pair) for place, pair in enumerate(zip(there, changed, strict=True), 1)}
        cut = {place: one for place, one in found.items() if one != {}}
        return cut if len(cut) < len(there) or all(isinstance(one, dict) for one in cut.values()) else written
    if changed[: len(there)] == there:
        return {ALSO: changed[len(there) :]}
    gone = _left_out(there, changed)
    return written if gone is None else {str(place): None for place in gone}


def _keys(before: Any, after: Any) -> Any:
    """The keys of an entry that are changed; nothing where none is, and the entry itself where it has none."""
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return {} if before == after else after
    gone = {key: None for key in before if key not in after}
    return {**gone, **{key: one for key, one in after.items() if key not in before or before[key] != one}}


def _left_out(there: Sequence[Any], changed: Sequence[Any]) -> list[int] | None:
    """The places of the entries that are left out, where nothing else is changed."""
    rest, gone = list(changed), []
    for place, one in enumerate(there, 1):
        if rest and rest[0] == one:
            rest.pop(0)
        else:
            gone.append(place)
    return None if rest else gone
