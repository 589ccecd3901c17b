"""Says the lowest version of each run-time dependency that pyproject.toml allows, one a line, as pip takes them."""

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def main() -> None:
    for text in tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]:
        one = Requirement(text)
        (lowest,) = one.specifier
        print(f"{one.name}=={lowest.version}")  # noqa: T201


if __name__ == "__main__":
    main()
