"""What a later stage has changed into something that can hardly be so, told at the change."""

from collections.abc import Iterator

from kaohe.problems import Problem, Said
from kaohe.stages.unit_stages import UnitState
from kaohe.submission.amendment import Amendment
from kaohe.submission.doubts.doubt import Doubt
from kaohe.submission.doubts.told_doubts import Path, tell
from kaohe.submission.unit_notes import UnitNote

CONFIRMED = ("属实", "confirmed")
"""Words by which a reason for a change answers a doubt about the new value."""


def stage_doubts(start: UnitState, last: UnitState, amendment: Amendment) -> tuple[Problem, ...]:
    """The doubts about the facts that the file between two states has changed."""
    facts = {(change.group, change.name) for change in amendment.facts}
    if not facts:
        return ()
    same = start.compiled.sha256 == last.compiled.sha256
    before = start.values.row if same else None
    found = last.compiled.reader.doubts.changed(facts, last.values.row, before)
    notes = [*amendment.notes, *_confirmed(amendment)]
    mend = Said("doubt.mend-change")
    return tell(found, amendment.document, notes, lambda doubt: _path(doubt, amendment), mend)


def _confirmed(amendment: Amendment) -> Iterator[UnitNote]:
    """The reasons for changes that say themselves that the new value is right."""
    for change in amendment.facts:
        if any(word in change.why.reason.lower() for word in CONFIRMED):
            yield UnitNote(change.group, change.name, change.why.reason)


def _path(doubt: Doubt, amendment: Amendment) -> Path:
    """The new value that is in doubt, or else one that the doubt rests on."""
    changes = [one for one in amendment.facts if (one.group, one.name) in doubt.facts]
    own = [one for one in changes if (one.group, one.name) == doubt.about]
    meant = [one for one in own if one.part in doubt.inside]
    return (*(meant or own or changes)[0].path, "new")
