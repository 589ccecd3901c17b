"""Small forms of the kinds that there are: what each row is read as, and what is said to be left."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kaohe.authoring.official_form.form_reader import official_form
from kaohe.authoring.official_form.model import OfficialForm
from kaohe.expr.numbers import plain
from kaohe.source.form_document.reading import read_form

FORMS = sorted(path for path in (Path(__file__).parent / "forms").glob("*") if path.suffix in (".md", ".txt"))


def _said(form: OfficialForm) -> Iterator[str]:
    yield f"{form.title} | {form.unit_label} | {'-' if form.printed is None else plain(form.printed)}"
    for section in form.sections:
        yield f"{section.title} | {'-' if section.printed is None else plain(section.printed)}"
        for item in section.items:
            points = item.printed or "-" if item.points is None else plain(item.points)
            beside = "".join(f" | {one.heading}={one.text}" for one in item.beside)
            yield f"  {item.title} | {points} | {item.target or '-'} | {item.method}{beside}"
    yield from (f"remark {one.text}" for one in form.remarks)
    yield from (f"beside {one.text}" for one in form.beside)
    yield from (f"column {one.heading} {one.rows}" for one in form.asides)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_form(path: Path, pinned: Callable[[Path, str], None]) -> None:
    form = official_form(read_form(path), str(path))
    pinned(path.with_suffix(".read"), "\n".join([*_said(form), ""]))
