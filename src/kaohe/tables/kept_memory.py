"""When Polars gives memory back to the system: not while the next batch needs as much again."""

import os

ALLOCATOR, KEPT = "_RJEM_MALLOC_CONF", "dirty_decay_ms:2000,muzzy_decay_ms:-1"
"""The setting of its allocator, and that of a batch's memory for the next one."""


def keep_memory() -> None:
    """To be called before Polars is imported; who has set something else keeps it."""
    os.environ.setdefault(ALLOCATOR, KEPT)
