"""The form as one piece: what its document says outside of its rows, and which columns are no part of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from kaohe.authoring.official_form.headings import SELF
from kaohe.authoring.official_form.model import ColumnAside, FormSection, OfficialForm, SelfStage
from kaohe.authoring.official_form.on_top import on_top
from kaohe.authoring.official_form.outside import Outside

_BARE = re.compile(r"(.+)[（(](\d+(?:\.\d+)?)[)）]")


def whole(
    outside: Outside, printed: Fraction | None, stages: Mapping[str, str], sections: tuple[FormSection, ...]
) -> OfficialForm:
    sections = on_top(_with_points(sections), printed)
    named, self_stage = _from_self(stages)
    return OfficialForm(
        outside.heading,
        outside.heading_place,
        printed,
        outside.attachment,
        outside.unit_label,
        named,
        sections,
        tuple(outside.remarks),
        tuple(outside.beside),
        _asides(sections),
        self_stage,
    )


def _from_self(stages: Mapping[str, str]) -> tuple[Mapping[str, str], SelfStage]:
    """A rubric's stages begin with self: where no column is called so, the first for scores is it."""
    if not stages:
        return {"self": "自评分"}, "none"
    if "self" in stages:
        return stages, "printed" if SELF.fullmatch(stages["self"]) else "another"
    (_, first), *others = stages.items()
    return {"self": first, **dict(others)}, "another"


def _with_points(sections: tuple[FormSection, ...]) -> tuple[FormSection, ...]:
    """人才培养(35) has 35 points, where one section's number is what its rows come to."""
    found = [_BARE.fullmatch(one.title) if one.printed is None else None for one in sections]
    if not any(one is not None and Fraction(one[2]) == of.points for one, of in zip(found, sections, strict=True)):
        return sections
    return tuple(
        of if one is None else replace(of, title=one[1], printed=Fraction(one[2]))
        for one, of in zip(found, sections, strict=True)
    )


def _asides(sections: Sequence[FormSection]) -> tuple[ColumnAside, ...]:
    """Each column beside the form's own, in the order of its first words."""
    found: dict[tuple[str, int], ColumnAside] = {}
    for section in sections:
        for item in section.items:
            for one in item.beside:
                key = (one.heading, 0 if one.heading else one.column)
                known = found.get(key, ColumnAside(one.heading, item.place, 0, one.column))
                found[key] = known._replace(rows=known.rows + 1)
    return tuple(found.values())
