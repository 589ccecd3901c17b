"""Garbage is looked for again as it was before, whatever happens meanwhile."""

import gc
from contextlib import suppress

from kaohe.source.uncollected import uncollected


def test_until_the_end() -> None:
    with suppress(ValueError), uncollected():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_one_within_another_ends_nothing() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
