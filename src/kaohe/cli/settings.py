"""Settings of a project: `kaohe.toml`, or `[tool.kaohe]` of `pyproject.toml`, the nearest one upwards."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from os.path import commonpath, realpath
from pathlib import Path
from typing import Any

from kaohe.problems import Unusable
from kaohe.source import file_contents
from kaohe.source.models import nearest

OWN, SHARED = "kaohe.toml", "pyproject.toml"
TEXT, TEXTS, SWITCH = "text", "texts", "switch"
KINDS = {
    "select": TEXTS,
    "ignore": TEXTS,
    "strict": SWITCH,
    "statistics": SWITCH,
    "exit-zero": SWITCH,
    "format": TEXT,
}
"""What may be set, each an option of `kaohe validate`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file sets, and which file it is; nothing where there is none."""

    path: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def texts(self, key: str) -> list[str]:
        found: Any = self.values.get(key, [])
        return [found] if isinstance(found, str) else list(found)


def nearest_settings(paths: Iterable[Path]) -> Settings:
    """Those that stand in the folder that all paths lie in, or above it; raises Unusable."""
    folders = [path if path.is_dir() else path.parent for path in (Path(realpath(one)) for one in paths)]
    folder = _common(folders)
    for one in (folder, *folder.parents):
        found = _settings(one)
        if found is not None:
            return found
    return Settings()


def _common(folders: Sequence[Path]) -> Path:
    try:
        return Path(commonpath(folders))
    except ValueError:  # there are none, or they are on several drives
        return Path.cwd()


def _settings(folder: Path) -> Settings | None:
    own, tool = _table(folder / OWN), (_table(folder / SHARED) or {}).get("tool")
    shared = tool.get("kaohe") if isinstance(tool, dict) else None
    if own is not None and shared is not None:
        raise Unusable("settings-twice", path=_shown(folder / OWN), other=_shown(folder / SHARED))
    values, name = (own, OWN) if own is not None else (shared, SHARED)
    return None if values is None else _checked(folder / name, values)


def _table(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    try:
        return _loaded(_text(path))
    except ValueError as wrong:  # broken TOML, or no UTF-8
        raise Unusable("settings-broken", path=_shown(path), detail=str(wrong)) from None


@lru_cache(maxsize=2)
def _loaded(text: str) -> dict[str, Any]:
    """An editor asks again and again for what hardly ever changes."""
    import tomllib  # most runs have no settings

    return tomllib.loads(text)


def _text(path: Path) -> str:
    return file_contents.content(path).decode("utf-8-sig")


def _checked(path: Path, values: object) -> Settings:
    if not isinstance(values, dict):
        raise Unusable("settings-broken", path=_shown(path), detail=f"[tool.kaohe] = {values}")
    for key, value in values.items():
        if key not in KINDS:
            known = ", ".join(sorted(KINDS))
            raise Unusable(
                "unknown-setting", path=_place(path, key), found=key, nearest=nearest(key, KINDS), known=known
            )
        if not _fits(KINDS[key], value):
            raise Unusable(f"setting-{KINDS[key]}", path=_place(path, key), key=key, found=str(value))
    return Settings(_shown(path), values)


def _place(path: Path, key: str) -> str:
    """The file, and the line where it sets the key if one begins with it."""
    start = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    lines = _text(path).splitlines()
    table = next((number for number, line in enumerate(lines) if line.strip() == "[tool.kaohe]"), 0)
    found = next((number for number, line in enumerate(lines, 1) if number > table and start.match(line)), 0)
    return f"{_shown(path)}:{found}" if found else _shown(path)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _fits(kind: str, value: object) -> bool:
    if kind == SWITCH:
        return isinstance(value, bool)
    return isinstance(value, str) or (kind == TEXTS and isinstance(value, list) and all(map(_is_text, value)))


def _is_text(value: object) -> bool:
    return isinstance(value, str)
