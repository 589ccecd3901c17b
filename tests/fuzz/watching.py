"""What must never happen in any step: an exception that gets out, a step without end, memory without bound."""

import re
import resource
import signal
import threading
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

SECONDS = 5.0
"""Of the processor, for a step."""
MEGABYTES = 300
"""By which a step may raise the most memory that the process held before it."""
SOURCE = "/src/kaohe/"
STATUS, FORGETTING = Path("/proc/self/status"), Path("/proc/self/clear_refs")
QUOTED, FIGURES, FOREIGN = re.compile(r"'[^']*'|\"[^\"]*\""), re.compile(r"\d+"), re.compile(r"[^\x00-\x7f]+")


@dataclass(frozen=True)
class Fault:
    """A promise that was broken: in which step, of what kind, what was seen, and the place of the unit it is about."""

    step: str
    kind: str
    detail: str
    unit: int | None = None

    @property
    def name(self) -> str:
        return f"{self.step}: {self.kind}"


class Endless(BaseException):
    """A step takes too long; nothing that catches exceptions must catch this."""


@dataclass
class Watch:
    """Gathers the faults of one trial."""

    faults: list[Fault] = field(default_factory=list)

    def fault(self, step: str, kind: str, detail: str = "", unit: int | None = None) -> None:
        self.faults.append(Fault(step, kind, detail, unit))

    def note(self, step: str, wrong: Iterable[tuple[str, str]], unit: int | None = None) -> None:
        """Each of several faults: what is wrong, and what was seen."""
        for kind, detail in wrong:
            self.fault(step, kind, detail, unit)

    @contextmanager
    def step(self, name: str, unit: int | None = None) -> Iterator[None]:
        """Whatever goes wrong inside is a fault of the step of this name."""
        _forget_most_memory()
        before = _most_memory()
        try:
            with _clock():
                yield
        except Endless:
            self.fault(name, f"takes more than {SECONDS:g} s", traceback.format_exc()[-1500:], unit)
        except Exception as broken:  # noqa: BLE001 - any at all is what is looked for
            self.fault(name, _kind(broken), traceback.format_exc()[-1500:], unit)
        if _most_memory() - before > MEGABYTES:
            self.fault(name, f"takes more than {MEGABYTES} MB", "", unit)


def _kind(broken: Exception) -> str:
    """An exception without what differs from one input to the next, and the function that it comes from."""
    text = FIGURES.sub("N", QUOTED.sub("'…'", FOREIGN.sub("…", str(broken))))
    return " ".join(filter(None, (type(broken).__name__, text[:70].strip(), _where(broken))))


def _where(broken: Exception) -> str:
    """The last of our own functions that an exception came through."""
    frames = traceback.extract_tb(broken.__traceback__)
    own = [frame for frame in frames if SOURCE in frame.filename]
    return f"in {own[-1].name}" if own else ""


def _most_memory() -> float:
    """Since it was forgotten, where a system can; the most ever held by the process elsewhere."""
    with suppress(OSError):
        found = re.search(r"VmHWM:\s*(\d+) kB", STATUS.read_text(encoding="ascii", errors="replace"))
        return float(found[1]) / 1024 if found else 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _forget_most_memory() -> None:
    with suppress(OSError):
        FORGETTING.write_text("5", encoding="ascii")


@contextmanager
def _clock() -> Iterator[None]:
    """Raises Endless where time runs out; only the main thread can be told so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    old = signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, old)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise Endless
