"""The largest memory that this process took since its program began."""

import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def kilobytes() -> int:
    """Linux alone tells of this program; elsewhere what whoever started it had before counts too."""
    if STATUS.exists():
        lines = STATUS.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
