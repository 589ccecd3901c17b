"""Made-up changes of the province, of items as made-up batches have them."""

from fractions import Fraction
from typing import Any

from kaohe.results.causes import Cause, Moved
from kaohe.results.province_changes import ProvinceChange


def change(unit: str, number: str, points: Fraction | int | None, **cause: Any) -> ProvinceChange:
    """A correction in an item of `batches.small` that moved so many points; with no number it names no item."""
    by = None if points is None else Fraction(points)
    item = f"item_{number[0]}_{number[2]}" if number else ""
    moved = (Moved("item", item or "item_1_1", by), Moved("total", "", by)) if by != 0 else (Moved("total", "", by),)
    usual: dict[str, Any] = {"kind": "fact_corrected", "number": number, "item": item, "subject": "迟报"}
    usual |= {"old": "1 次", "new": "2 次", "reason": "漏报", "by": "王某", "on": "2012-01-12", "evidence": ()}
    return ProvinceChange(f"{unit}.yaml", "form", unit, 2011, "final", Cause(**{**usual, **cause}, moved=moved))
