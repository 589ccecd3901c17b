"""What `kaohe table` is asked for, and what can't be meant by it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from kaohe.cli.reporter import existing_files
from kaohe.library import rubric_files
from kaohe.problems import Unusable

FACTS, SCORES = (".parquet", ".csv", ".xlsx"), (".parquet", ".csv")


@dataclass(frozen=True, slots=True)
class TableOptions:
    """What the command line asked for; places are told `within` a column where it names one, else among all."""

    facts: Path
    target: Path | None
    rubric: str | None
    kept: Sequence[str]
    readings: Sequence[str]
    parameters: Path | None
    limit: int
    units: Sequence[str]
    bounds: bool
    ranks: bool
    within: str
    described: bool
    ledger: bool
    explained: bool
    members: Sequence[str] = ()

    @property
    def lists(self) -> Mapping[str, str]:
        """The files of members by the ids of lists; raises Unusable."""
        return files_of_lists(self.members)

    @property
    def places(self) -> bool:
        """Whether places are asked for."""
        return self.ranks or bool(self.within)

    @property
    def shares(self) -> bool:
        """Whether places of grades can be shared out: all units are scored, and their grades are written."""
        return self.target is not None and not self.limit and not self.units

    @property
    def read(self) -> Sequence[Path]:
        """All files that are named to be read."""
        return [self.facts, *filter(None, [self.parameters]), *map(Path, self.lists.values())]

    @property
    def written(self) -> Mapping[str, bool]:
        """Whether each option is given that says where something is written or read."""
        return {"-o": self.target is not None, "--members": bool(self.members)}

    @property
    def of_scores(self) -> Mapping[str, bool]:
        """Whether each option is given of which only scoring takes notice."""
        return {
            "--rubric": self.rubric is not None,
            "--keep": any(one != self.within for one in self.kept),
            "--reading": bool(self.readings),
            "--parameters": self.parameters is not None,
            "--no-bounds": not self.bounds,
            "--ranks": self.ranks,
            "--within": bool(self.within),
            "--describe": self.described,
            "--ledger": self.ledger,
            "--explain": self.explained,
            "--limit": self.limit != 0,
            "--where": bool(self.units),
        }

    @property
    def scores_asked(self) -> bool:
        """Whether anything is asked for that only scores have."""
        asked = (self.target, self.ranks, self.within, self.described, self.ledger, self.explained)
        return any(asked) or not self.bounds


def files_of_lists(members: Sequence[str]) -> Mapping[str, str]:
    """`--members ITEM.FACT=FILE`, each list once; raises Unusable."""
    found: dict[str, str] = {}
    for one in members:
        key, _, path = (part.strip() for part in one.partition("="))
        if not (key and path):
            raise Unusable("members-malformed", found=one)
        if found.setdefault(key, path) != path:
            raise Unusable("members-twice", found=key)
    return found


def refuse_several(asked: Mapping[str, bool]) -> None:
    """Raises Unusable where several of the options are asked for, each of which makes something else of the table."""
    names = [name for name, wanted in asked.items() if wanted]
    if len(names) > 1:
        raise Unusable("one-at-a-time", names=" ".join(names))


def refuse_ignored(made: str, given: Mapping[str, bool]) -> None:
    """Raises Unusable where options are given of which what is `made` instead of scores takes no notice."""
    names = [name for name, wanted in given.items() if wanted]
    if names:
        raise Unusable("option-ignored", made=made, names=" ".join(names))


def named_folder(text: str | None) -> Path | None:
    """The folder that `--to` names; raises Unusable for no name, which would be the current folder."""
    if text is not None and not text.strip():
        raise Unusable("folder-unnamed")
    return None if text is None else Path(text)


def named_rubric(options: TableOptions) -> str | None:
    """The rubric as it is called from where the table lies."""
    name = options.rubric
    return name if name is None or name in rubric_files.shipped() else str(Path(name).resolve())


def refuse_without_polars() -> None:
    """Raises Unusable where it is not installed."""
    if find_spec("polars") is None:
        raise Unusable("no-columns")


def refuse_suffix(path: Path, known: Sequence[str]) -> None:
    """Raises Unusable where a file is of none of these kinds."""
    if path.suffix.lower() not in known:
        raise Unusable("unknown-suffix", found=str(path), known=" ".join(known))


def refuse_unread(options: TableOptions) -> None:
    """Raises Unusable, OSError where files are not there or are no tables."""
    existing_files(options.read)
    for path in (options.facts, *map(Path, options.lists.values())):
        refuse_suffix(path, FACTS)


@contextmanager
def told_by_polars(path: Path) -> Iterator[None]:
    """Raises Unusable for what Polars finds wrong with a file."""
    from polars.exceptions import PolarsError

    try:
        yield
    except PolarsError as failed:
        raise Unusable("table-unread", found=str(path), detail=str(failed).partition("\n")[0]) from None
