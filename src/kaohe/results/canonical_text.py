"""Data as one text that is the same for the same data: what is sealed, and hashed."""

import json
from collections.abc import Mapping
from typing import Any


def canonical(data: Mapping[str, Any]) -> str:
    """JSON in characters that every spreadsheet keeps as they are."""
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return text.replace("_x", "\\u005fx")  # `_x0041_` is an escape of the file format
