"""Whether somebody has gone over an item since its official text was last changed: by a digest of that text."""

from hashlib import sha256

from kaohe.expr.numbers import Text
from kaohe.source.models import frozen_model

LENGTH = 11
MARK = "t"
"""Stands before the digits, which YAML might take for a number."""


@frozen_model
class Confirmed:
    """Who has found the item's rules to be what its official text says, when, and of which text: its digest."""

    by: Text
    on: Text
    text: Text


def text_digest(target: str, method: str) -> str:
    """Of every character of target and method: another one changes it."""
    return MARK + sha256(f"{target}\n{method}".encode()).hexdigest()[:LENGTH]
