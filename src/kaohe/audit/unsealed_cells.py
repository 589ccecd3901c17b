"""The text of a seal back to the cells of a workbook about many units."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaohe.audit.cell_contents import Contents, plain_content
from kaohe.render.xlsx.sealed_cells import FORMAT, KIND


@dataclass(frozen=True, slots=True)
class SealedPage:
    """What stood in a page's cells; `head` is the row of its headings, 0 where it has none."""

    head: int
    cells: Contents


@dataclass(frozen=True, slots=True)
class SealedCells:
    title: str
    pages: Mapping[str, SealedPage]


def kind(text: str) -> object:
    """What is sealed; None for a unit's facts."""
    return json.loads(text).get("kind")


def unsealed_cells(text: str) -> SealedCells | None:
    """None where the seal is one of a unit's facts; raises what broken data raise."""
    data: Any = json.loads(text)
    if data.get("kind") != KIND:
        return None
    if data["format"] != FORMAT:
        raise LookupError(data["format"])
    return SealedCells(data["title"], {title: _page(page) for title, page in data["pages"].items()})


def _page(data: Any) -> SealedPage:
    frozen = str(data["frozen"]).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    cells = {(row, column): plain_content(value) for row, column, value in data["cells"]}
    head = int(frozen) - 1 if frozen else 0
    return SealedPage(head, {place: content for place, content in cells.items() if content is not None})
