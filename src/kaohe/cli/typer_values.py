"""Values of options as texts, paths and whole numbers: typer 0.29 loads pydantic to read even these, 80 to 100 ms."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_origin

import typer

READER = "_runtime_param"
"""Where a parameter of such a typer keeps what reads its value, once that has been made; it is None before."""


def read_plainly(params: Iterable[Any]) -> None:
    """Have parameters of such a typer read so; those of an older one are left as they are."""
    for one in params:
        if getattr(one, READER, one) is None:
            setattr(one, READER, PlainValue(one.type_descriptor))


class PlainValue:
    """Reads a parameter's value where it is plain, and has typer read any other."""

    def __init__(self, descriptor: Any) -> None:
        self._descriptor = descriptor

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """As typer has it: nothing is no value, or no values where there may be several."""
        annotation, several = self._descriptor.annotation, param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        if get_origin(annotation) is list and get_args(annotation)[0] in (str, Path):
            return [get_args(annotation)[0](one) for one in value]
        if annotation in (str, Path):
            return annotation(value)
        if annotation is int:
            return _whole(value, param, ctx)
        return self._by_typer(value, param, ctx)

    def _by_typer(self, value: Any, param: Any, ctx: Any) -> Any:
        made = import_module("typer._coercion").build_runtime_param(self._descriptor)  # older ones have no such module
        return made.coerce(value, param, ctx)


def _whole(value: Any, param: Any, ctx: Any) -> int:
    try:
        return int(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a valid int.", ctx=ctx, param=param) from None
