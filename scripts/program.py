"""Makes kaohe one file for a system that has Python and no network, of the wheels in a folder of `wheels.py`."""

import subprocess
import sys
from pathlib import Path

PLATFORMS = {"linux": "manylinux2014_x86_64", "windows": "win_amd64"}


def main() -> None:
    """`program.py WHEELS TARGET SYSTEM PYTHON`, as `program.py dist/wheels dist/kaohe.pyz windows 3.12`."""
    wheels, target, system, python = sys.argv[1:]
    pinned = ["--no-index", f"--find-links={wheels}", "--require-hashes", f"--requirement={wheels}/requirements.txt"]
    fitting = ["--no-deps", "--only-binary=:all:", "--implementation=cp", f"--python-version={python}"]
    tags = [f"--platform={PLATFORMS[system]}", *(["--platform=manylinux_2_28_x86_64"] if system == "linux" else [])]
    shiv = [str(Path(sys.executable).with_name("shiv")), "--reproducible", "-c", "kaohe", "-o", target]
    subprocess.run([*shiv, "--python", "/usr/bin/env python3", *pinned, *fitting, *tags], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
