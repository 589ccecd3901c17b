"""A file of cases as YAML: one case below the other, its facts on lines of their own; the same for the same data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kaohe.render.submission_yaml import INDENT, flow, quoted
from kaohe.render.terminal.line_wrapping import tidy

CASES = "cases"


def text(
    head: Mapping[str, Any],
    cases: Sequence[Mapping[str, Any]],
    remarks: Sequence[str] = (),
    opinions: Mapping[str, str] | None = None,
) -> str:
    """The file: what is said for all cases, then each case with its keys in the order of the data.

    `opinions` are remarks on cases by their names.
    """
    lines = [f"# {tidy(one)}" for one in remarks]
    lines += [line for key, value in head.items() for line in _entry(key, value, "")]
    lines += ["", f"{CASES}:"]
    for case in cases:
        lines += [f"# {tidy(one)}" for one in (opinions or {}).get(str(case.get("name")), "").splitlines()]
        own = [line for key, value in case.items() for line in _entry(key, value, INDENT)]
        lines += [f"- {own[0].strip()}", *own[1:], ""]
    return "\n".join(lines)


def _entry(key: str, value: Any, indent: str) -> Iterator[str]:
    """A key with its value: facts on lines of their own, all else on one."""
    name = key if key.isdigit() or key == "on" else quoted(key)
    if (isinstance(value, Mapping) and value and key in ("facts", "parameters")) or _deep(value):
        yield f"{indent}{name}:"
        for inner, one in value.items():
            yield from _entry(str(inner), one, indent + INDENT)
    else:
        yield f"{indent}{name}: {_flow(value)}"


def _deep(value: Any) -> bool:
    """Whether it holds mappings of mappings: facts by items, lists of members with several fields."""
    if not isinstance(value, Mapping):
        return False
    return any(isinstance(one, Mapping) for one in value.values())


def _flow(value: Any) -> str:
    """A value on one line; the numbers of rules stand as they are."""
    if isinstance(value, Mapping) and any(str(key).isdigit() for key in value):
        return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items())}}}"
    return flow(value)
