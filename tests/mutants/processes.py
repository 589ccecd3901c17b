"""Work in a process of its own, which is ended when it takes too long."""

import os
from collections.abc import Callable
from signal import SIGKILL
from time import monotonic, sleep

GLANCE = 0.01
TOO_LONG = -1


def outcome(work: Callable[[], int], patience: float) -> int:
    """What `work` gives in a copy of this process, which says nothing; an error is 1."""
    child = os.fork()
    if not child:
        _run(work)
    end = monotonic() + patience
    while monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return abs(os.waitstatus_to_exitcode(status))
        sleep(GLANCE)
    os.killpg(child, SIGKILL)
    os.waitpid(child, 0)
    return TOO_LONG


def _run(work: Callable[[], int]) -> None:
    code = 1
    try:
        os.setpgid(0, 0)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        code = work()
    finally:
        os._exit(code)
