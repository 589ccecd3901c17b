"""A loaded module is given a changed text: its functions get their new code where they stand, whoever has them."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from functools import _lru_cache_wrapper
from inspect import CO_OPTIMIZED
from types import CodeType, FunctionType

OURS = ("kaohe.", "tests.", "support.", "test_")
Place = tuple[str, int]
"""The qualified name of some code, and its number among those of the same name."""


def _objects() -> list[object]:
    """All that there are, those too that the tests have had left alone."""
    gc.unfreeze()
    return gc.get_objects()


def all_functions() -> Mapping[str, Sequence[FunctionType]]:
    """Those that are loaded, by their file."""
    found: dict[str, list[FunctionType]] = {}
    for one in _objects():
        if isinstance(one, FunctionType):
            found.setdefault(one.__code__.co_filename, []).append(one)
    return found


def forget() -> None:
    """What `functools` remembers was computed before the change."""
    for one in [one for one in _objects() if isinstance(one, _lru_cache_wrapper)]:
        if str(one.__module__).startswith(OURS):
            one.cache_clear()


def change(path: str, before: str, after: str, loaded: Sequence[FunctionType]) -> bool:
    """False where more than functions differs: then the module has to be loaded anew."""
    old, new = (dict(_codes(compile(text, path, "exec", dont_inherit=True))) for text in (before, after))
    if old.keys() != new.keys():
        return False
    changed = [place for place, code in old.items() if _own(code) != _own(new[place])]
    if not changed or not all(_fits(old[place], new[place]) for place in changed):
        return False
    waiting = {place: [one for one in loaded if _same(one.__code__, old[place])] for place in changed}
    given = [place for place, functions in waiting.items() if functions]
    if not all(functions or _inside(place, given) for place, functions in waiting.items()):
        return False
    for place in given:
        for one in waiting[place]:
            one.__code__ = new[place]
    return True


def _codes(code: CodeType) -> Iterator[tuple[Place, CodeType]]:
    seen: dict[str, int] = {}
    waiting = [code]
    while waiting:
        one = waiting.pop()
        seen[one.co_qualname] = seen.get(one.co_qualname, 0) + 1
        yield (one.co_qualname, seen[one.co_qualname]), one
        waiting += [inner for inner in one.co_consts if isinstance(inner, CodeType)]


def _own(code: CodeType) -> object:
    """What it does; a module and a class do not run what is inside their functions."""
    inner = (_own(one) for one in code.co_consts if isinstance(one, CodeType))
    constants = (repr(one) for one in code.co_consts if not isinstance(one, CodeType))
    return code.co_code, (*constants,), code.co_names, code.co_varnames, (*inner,) if _is_function(code) else ()


def _is_function(code: CodeType) -> bool:
    return bool(code.co_flags & CO_OPTIMIZED)


def _fits(old: CodeType, new: CodeType) -> bool:
    return _is_function(old) and old.co_freevars == new.co_freevars


def _same(loaded: CodeType, old: CodeType) -> bool:
    place = (old.co_qualname, old.co_firstlineno, old.co_code)
    return (loaded.co_qualname, loaded.co_firstlineno, loaded.co_code) == place and _own(loaded) == _own(old)


def _inside(place: Place, given: list[Place]) -> bool:
    """Whether it is made whenever a function that has its new code runs."""
    return any(place[0].startswith(f"{name}.<locals>") for name, _ in given)
