"""Which units the files of a folder make, with what is known over all of them, and which files are set aside."""

from collections.abc import Iterator, Mapping, Sequence

from kaohe.cli.folder.shared_work import FilesRead, FirstFile, Unit
from kaohe.results.summary import BadFile
from kaohe.source import Document
from kaohe.source.file_kinds import is_later
from kaohe.stages.peer_facts import over_all_units
from kaohe.stages.reported_stages import HandedIn, waited_for
from kaohe.stages.unit_files import UnitFiles, exact_name, join
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import Known
from kaohe.submission.fact_files import usual_label
from kaohe.submission.reader import Values
from kaohe.submission.roster import Roster

MOST = 3
"""So many files of a year are named."""
FirstFiles = Mapping[str, FirstFile]
"""By their paths, in the files' order."""


def joined(
    read: FilesRead, loader: UnitLoader, roster: Roster | None, handed: HandedIn
) -> tuple[list[Unit], list[BadFile]]:
    """The units in the order of their first files, each with its later ones, and what is bad in this company.

    A later file needs a first one that is sound and alone.
    """
    known = _over_all(read, loader, roster, handed) if any(one.peers for one in read.first.values()) else {}
    by_path = {one.path: one for one in read.documents}
    doubles = list(_other_years(read.first, by_path))
    doubles += _doubles(_without(read.first, doubles), by_path)
    first = _without(read.first, doubles)
    units, homeless = join([one for one in read.documents if one.path in first or is_later(one.data)])
    found = [Unit(files, first[files.first.path].values, _own(known, files)) for files in units]
    return found, [*doubles, *(BadFile(path, (one,)) for path, one in homeless.items())]


def _other_years(first: FirstFiles, documents: Mapping[str, Document]) -> Iterator[BadFile]:
    """Units of two years are not ranked together: each file of another year than most, or all where none is most's."""
    years: dict[int, list[str]] = {}
    for path, one in first.items():
        if one.values.year is not None:
            years.setdefault(one.values.year, []).append(path)
    most = max(map(len, years.values()), default=0)
    usual = [year for year, paths in years.items() if len(paths) == most]
    for year, paths in years.items() if len(years) > 1 else ():
        if usual == [year]:
            continue
        others = "; ".join(f"{other}: {_few(files)}" for other, files in sorted(years.items()) if other != year)
        for path in paths:
            told = {"found": year, "others": others}
            yield BadFile(path, (documents[path].problem("year-of-others", ("year",), told),))


def _few(paths: Sequence[str]) -> str:
    return ", ".join(paths[:MOST]) + f" … ({len(paths)})" * (len(paths) > MOST)


def _over_all(read: FilesRead, loader: UnitLoader, roster: Roster | None, handed: HandedIn) -> Known:
    """Facts over all units; none where some file is not even YAML."""
    parsed = {one.path for one in read.documents}
    if any(one.path not in parsed for one in read.bad):
        return {}
    path = next(iter(read.first))
    reader = loader.rubrics.scorer(next(one for one in read.documents if one.path == path)).compiled.reader
    waited = waited_for(roster, handed, reader.stage_labels)
    return over_all_units(loader, read.documents, {path: one.values for path, one in read.first.items()}, waited)


def _own(known: Known, files: UnitFiles) -> Known:
    """What concerns one unit's files."""
    return {one.path: known[one.path] for one in (files.first, *files.later) if one.path in known}


def _doubles(first: FirstFiles, documents: Mapping[str, Document]) -> Iterator[BadFile]:
    """Of two files for one unit and stage none is to be preferred; after its first file a unit has only changes."""
    units: dict[str, list[FirstFile]] = {}
    for one in first.values():
        units.setdefault(exact_name(one.values.unit), []).append(one)
    for same in units.values():
        stages = {one.values.stage for one in same}
        earliest = next(stage for stage in same[0].stages if stage in stages)
        beginning = [one for one in same if one.values.stage == earliest]
        wrong = [(one, "whole-after-first", beginning) for one in same if one not in beginning]
        if len(beginning) > 1:
            wrong += [(one, "unit-twice", [other for other in beginning if other is not one]) for one in beginning]
        for one, code, others in wrong:
            yield _double(
                one.values, documents[one.values.path], code, ", ".join(other.values.path for other in others)
            )


def _double(values: Values, document: Document, code: str, others: str) -> BadFile:
    told = {"unit": values.unit, "stage": usual_label(values.stage), "other": others}
    return BadFile(document.path, (document.problem(code, ("unit",), told),))


def _without(first: FirstFiles, bad: Sequence[BadFile]) -> FirstFiles:
    aside = {one.path for one in bad}
    return {path: one for path, one in first.items() if path not in aside}
