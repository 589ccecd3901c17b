"""Work in a process of its own, which is ended when it computes too long, however busy the machine is."""

import os
from collections.abc import Callable
from math import ceil
from resource import RLIMIT_CPU, setrlimit
from signal import SIGKILL, SIGXCPU
from time import monotonic, sleep

GLANCE = 0.01
TOO_LONG = -1
IDLE = 4
"""So many times longer it may take by the clock: it may wait for others, not for ever."""


def outcome(work: Callable[[], int], patience: float) -> int:
    """What `work` gives in a copy of this process, which says nothing; an error is 1."""
    child = os.fork()
    if not child:
        _run(work, patience)
    end = monotonic() + IDLE * patience
    while monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            code = os.waitstatus_to_exitcode(status)
            return TOO_LONG if code == -SIGXCPU else abs(code)
        sleep(GLANCE)
    os.killpg(child, SIGKILL)
    os.waitpid(child, 0)
    return TOO_LONG


def _run(work: Callable[[], int], patience: float) -> None:
    code = 1
    try:
        os.setpgid(0, 0)
        setrlimit(RLIMIT_CPU, (ceil(patience), ceil(patience) + 1))
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        code = work()
    finally:
        os._exit(code)
