"""Writes the same outputs under every supported Python that is here, and compares their bytes."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

TOP = Path(__file__).parent.parent
BUILD = TOP / "build" / "pythons"
SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
REST = ("typer", "pyyaml", "pydantic", "rich", "openpyxl")
SMALL, WAITING = "examples/small", "examples/waiting"
COMMANDS = [
    *(["score", f"{SMALL}/unit.yaml", f"{SMALL}/check.yaml", "-o", f"score.{one}"] for one in ("txt", "json", "md")),
    *(["score", f"{SMALL}/unit.yaml", f"{SMALL}/check.yaml", "-o", f"score.{one}"] for one in ("csv", "xlsx", "html")),
    *(["batch", WAITING, "-o", name] for name in ("batch.csv", "batch.html", "batch")),
    *(["cases", f"{SMALL}/rubric.yaml", "-o", f"cases.{one}"] for one in ("yaml", "xlsx")),
    *(["template", f"{SMALL}/rubric.yaml", "-o", f"template.{one}"] for one in ("yaml", "csv", "xlsx")),
    ["schema", f"{SMALL}/rubric.yaml", "-o", "schema.json"],
    ["sql", f"{SMALL}/rubric.yaml", "-o", "query.sql"],
]


def compare() -> None:
    there = {one: found for one in SUPPORTED if (found := _interpreter(one))}
    written = {python: _written(python, interpreter) for python, interpreter in there.items()}
    first, *others = written
    for other in others:
        names = sorted(written[first].keys() | written[other].keys())
        unlike = [name for name in names if written[first].get(name) != written[other].get(name)]
        if unlike:
            raise SystemExit(f"Python {first} and {other} write other bytes: {', '.join(unlike)}")
    print(f"Python {', '.join(there)}: {len(written[first])} files, the same bytes")  # noqa: T201


def write(target: Path) -> None:
    """All that the commands write, under the Python that runs this; what they say does not matter here."""
    from kaohe.cli.main import main

    for *command, name in COMMANDS:
        sys.argv = ["kaohe", *command, str(target / name)]
        with suppress(SystemExit):
            main()
        if not (target / name).exists():
            raise SystemExit(f"nothing written by {' '.join(command)}")


def _interpreter(python: str) -> str | None:
    """On the path, or among those of pyenv; only one that answers."""
    kept = sorted((Path.home() / ".pyenv" / "versions").glob(f"{python}.*/bin/python"))
    for one in (shutil.which(f"python{python}"), *map(str, kept)):
        if one and subprocess.run([one, "-c", ""], capture_output=True, check=False).returncode == 0:  # noqa: S603
            return one
    return sys.executable if sys.version.startswith(f"{python}.") else None


def _written(python: str, interpreter: str) -> dict[str, str]:
    """The digest of every file by its name; what kaohe rests on is that of this environment."""
    packages, target = BUILD / f"packages-{python}", BUILD / f"written-{python}"
    if not packages.exists():
        pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", f"--target={packages}"]
        fitting = ["--only-binary=:all:", "--implementation=cp", f"--python-version={python}"]
        subprocess.run([*pip, *fitting, *(f"{one}=={version(one)}" for one in REST)], check=True)  # noqa: S603
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    environment = {**os.environ, "PYTHONPATH": f"{TOP / 'src'}{os.pathsep}{packages}", "KAOHE_LANG": "zh"}
    ran = [interpreter, __file__, str(target)]
    subprocess.run(ran, cwd=TOP, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)  # noqa: S603
    files = (path for path in target.rglob("*") if path.is_file())
    return {path.relative_to(target).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    write(Path(sys.argv[1])) if sys.argv[1:] else compare()
