"""A kernel in C, as the limit of what such a processor can do in one thread."""

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.columns.by_numpy import BLOCK, typed_arrays
from benchmarks.columns.peer import Peer, Ready
from benchmarks.columns.score import scores
from benchmarks.columns.text_words import TextWords, flat

KINDS = {"bool": "uint8_t", "int32": "int32_t", "int64": "int64_t"}
COMPILER = shutil.which("gcc") or shutil.which("cc") or ""


def _prepare(path: Path) -> Ready:
    facts = typed_arrays(path)
    words = TextWords(
        ("&", "|", "!"),
        "({0} ? {1} : {2})",
        "({0} / {1})",
        "==",
        lambda name: f"{flat(name)}[i]",
        lambda name: f"out_{flat(name)}[i]",
    )
    scores(words)
    rows = len(next(iter(facts.values())))
    found = {name: np.empty(rows, np.int32) for name in words.results}
    kernel = _compiled(_source(words, {flat(name): KINDS[one.dtype.name] for name, one in facts.items()}))
    pointers = [one.ctypes.data_as(ctypes.c_void_p) for one in (*facts.values(), *found.values())]
    return Ready(lambda: kernel(ctypes.c_int64(rows), *pointers), lambda: pl.DataFrame(found))


def _source(words: TextWords, facts: Mapping[str, str]) -> str:
    """A loop for each score over a block of rows, which the compiler turns into vectors; `facts` are their types."""
    taken = [f"const {kind} *restrict {name}" for name, kind in facts.items()]
    given = [f"int32_t *restrict out_{flat(name)}" for name in words.results]
    loops = [
        f"for (int64_t i = start; i < end; i++) out_{flat(name)}[i] = {formula};"
        for name, formula in words.results.items()
    ]
    head = f"void score(int64_t rows, {', '.join([*taken, *given])}) {{"
    blocks = f"for (int64_t start = 0; start < rows; start += {BLOCK}) {{"
    end = f"int64_t end = start + {BLOCK} < rows ? start + {BLOCK} : rows;"
    return "\n".join(["#include <stdint.h>", head, blocks, end, *loops, "}", "}", ""])


def _compiled(text: str) -> Callable[..., object]:
    folder = Path(tempfile.mkdtemp())
    (folder / "score.c").write_text(text, encoding="utf-8")
    command = [
        COMPILER,
        "-O3",
        "-march=native",
        "-shared",
        "-fPIC",
        "-o",
        str(folder / "score.so"),
        str(folder / "score.c"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    found: Callable[..., object] = ctypes.CDLL(str(folder / "score.so")).score
    shutil.rmtree(folder)
    return found


PEERS = (Peer("C kernel, gcc -O3", (), _prepare, refused="" if COMPILER else "no compiler of C"),)
