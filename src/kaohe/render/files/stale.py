"""Results of earlier runs that this one does not replace: which of them are kaohe's own and as it wrote them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from kaohe.render.files.manifest import Earlier, digest
from kaohe.render.xlsx.worked_on import worked_on


@dataclass(frozen=True, slots=True)
class Stale:
    """Names of files in a folder; what kaohe has not written there is none of them.

    `changed` are those that somebody has worked on since, `others` those in forms that this run does not write.
    """

    unchanged: tuple[str, ...]
    changed: tuple[str, ...]
    others: tuple[str, ...]


def stale(folder: Path, known: Mapping[str, Earlier], planned: Collection[str], kept: Collection[Path]) -> Stale:
    """What is left of the files `known` from before beside the `planned` ones; `kept` are files that are in use."""
    suffixes = {Path(name).suffix for name in planned}
    used = {path.resolve() for path in kept}
    left = [name for name in sorted(known) if name not in planned and _plain(name) and (folder / name).is_file()]
    left = [name for name in left if (folder / name).resolve() not in used]
    ours = [name for name in left if Path(name).suffix in suffixes]
    unchanged = [name for name in ours if _as_it_was(folder / name, known[name])]
    return Stale(
        unchanged=tuple(unchanged),
        changed=tuple(name for name in ours if name not in unchanged),
        others=tuple(name for name in left if name not in ours),
    )


def move_aside(path: Path, folder: Path) -> None:
    """Into a folder, under a name that is free there."""
    folder.mkdir(exist_ok=True)
    target, number = folder / path.name, 1
    while target.exists():
        number += 1
        target = folder / f"{path.stem}.{number}{path.suffix}"
    path.rename(target)


def _plain(name: str) -> bool:
    """Whether a manifest's name, which anybody may have written there, leads to the folder itself."""
    return Path(name).name == name and name not in (".", "..")


def _as_it_was(path: Path, was: Earlier) -> bool:
    """A run that died may have written it after the manifest: of workbooks themselves it is known."""
    workbook = path.suffix == ".xlsx" and not worked_on(path)
    return workbook or digest(path.read_bytes()) == was.sha256
