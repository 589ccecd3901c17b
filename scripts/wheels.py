"""Makes a folder from which kaohe is installed where there is no network: wheels, their digests, how to install."""

import subprocess
import sys
from collections.abc import Iterator
from email.message import Message
from email.parser import Parser
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.tags import Tag
from packaging.utils import canonicalize_name, parse_wheel_filename

TOP = Path(__file__).parent.parent
PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = {
    "linux": ("Linux", ("manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux_2_28_x86_64")),
    "win32": ("Windows", ("win_amd64",)),
}
"""What `sys.platform` is there: what `platform.system()` is, and the tags of wheels that are taken."""
HOW = """kaohe 离线安装 / to install kaohe without a network
Linux:    python3 -m venv kaohe && kaohe/bin/pip install --no-index --find-links . --require-hashes -r requirements.txt
Windows:  py -m venv kaohe && kaohe\\Scripts\\pip install --no-index --find-links . --require-hashes -r requirements.txt
"""


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty")
    _pip("wheel", "--no-deps", f"--wheel-dir={folder}", str(TOP))
    for system in SYSTEMS:
        for python in PYTHONS:
            while lacking := _lacking(folder, system, python):
                _download(folder, system, python, lacking)
    wheels = sorted(folder.glob("*.whl"))
    for name, text in (("requirements.txt", _pinned(wheels)), ("SHA256SUMS", _sums(wheels)), ("INSTALL.txt", HOW)):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{folder}: {len(wheels)} wheels, {sum(one.stat().st_size for one in wheels) / 2**20:.1f} MiB")  # noqa: T201


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *arguments], check=True)  # noqa: S603


def _download(folder: Path, system: str, python: str, lacking: list[str]) -> None:
    """Without what they rest on: pip would judge that by the machine that it runs on, not by the one that is meant."""
    tags = [f"--platform={one}" for one in SYSTEMS[system][1]]
    fitting = ("--only-binary=:all:", "--implementation=cp", f"--python-version={python}", *tags)
    _pip("download", "--no-deps", f"--dest={folder}", *fitting, *lacking)


def _lacking(folder: Path, system: str, python: str) -> list[str]:
    """What wheels of the folder want there that none of them gives; of what another system has, the same version."""
    name, platforms = SYSTEMS[system]
    environment = {"sys_platform": system, "platform_system": name, "python_version": python, "extra": ""}
    environment |= {"python_full_version": f"{python}.0", "implementation_name": "cpython"}
    wheels = list(_fitting(folder, python, platforms))
    there = {canonicalize_name(str(one["Name"])) for one in wheels}
    versions = dict(parse_wheel_filename(path.name)[:2] for path in folder.glob("*.whl"))
    wanted = (Requirement(text) for wheel in wheels for text in wheel.get_all("Requires-Dist", []))
    needed = [one for one in wanted if one.marker is None or one.marker.evaluate(environment)]
    keys = {canonicalize_name(one.name): f"{one.name}{one.specifier}" for one in needed}
    return [f"{key}=={versions[key]}" if key in versions else text for key, text in keys.items() if key not in there]


def _fitting(folder: Path, python: str, platforms: tuple[str, ...]) -> Iterator[Message]:
    """What is said of themselves by the wheels that this Python takes there."""
    for path in folder.glob("*.whl"):
        if any(_takes(tag, f"cp{python.replace('.', '')}", platforms) for tag in parse_wheel_filename(path.name)[3]):
            yield _metadata(path)


def _takes(tag: Tag, python: str, platforms: tuple[str, ...]) -> bool:
    return tag.platform in ("any", *platforms) and (tag.interpreter in (python, "py3") or tag.abi == "abi3")


def _metadata(path: Path) -> Message:
    with ZipFile(path) as wheel:
        (name,) = (one for one in wheel.namelist() if one.endswith(".dist-info/METADATA"))
        return Parser().parsestr(wheel.read(name).decode())


def _pinned(wheels: list[Path]) -> str:
    """Every version with the digests of its wheels, as pip wants them."""
    digests: dict[str, list[str]] = {}
    for path in wheels:
        name, version, *_ = parse_wheel_filename(path.name)
        digests.setdefault(f"{name}=={version}", []).append(f"--hash=sha256:{_digest(path)}")
    return "".join(" \\\n    ".join([one, *found]) + "\n" for one, found in digests.items())


def _sums(wheels: list[Path]) -> str:
    return "".join(f"{_digest(path)}  {path.name}\n" for path in wheels)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
