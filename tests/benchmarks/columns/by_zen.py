"""GoRules ZEN: one decision with an expression for each score, evaluated for many units at once."""

import json
from pathlib import Path
from typing import Any

import polars as pl
import zen

from benchmarks.columns.peer import Peer, Ready, filled
from benchmarks.columns.score import scores
from benchmarks.columns.text_words import TextWords, flat

MOST = 100_000
"""A minute's work on a small machine; more says nothing new."""


def _decision() -> tuple[str, list[str]]:
    """The decision as JSON, and what it computes."""
    words = TextWords(
        ("and", "or", "not"), "({0} ? {1} : {2})", "floor({0} / {1})", "==", flat, lambda name: f"$.{flat(name)}"
    )
    scores(words)
    expressions = [{"id": flat(name), "key": flat(name), "value": value} for name, value in words.results.items()]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "score", "type": "expressionNode", "name": "score", "content": {"expressions": expressions}},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": f"{one} {other}", "type": "edge", "sourceId": one, "targetId": other}
        for one, other in (("in", "score"), ("score", "out"))
    ]
    return json.dumps({"nodes": nodes, "edges": edges}), [*words.results]


def _prepare(path: Path) -> Ready:
    written, names = _decision()
    decision = zen.ZenEngine().create_decision(written)
    facts = filled(path).rename(flat).to_dicts()
    found: list[Any] = []

    def work() -> None:
        found[:] = [decision.evaluate(one)["result"] for one in facts]

    def scored() -> pl.DataFrame:
        scores = pl.DataFrame([{name: float(one[flat(name)]) for name in names} for one in found])
        return scores.select(pl.all().round(0).cast(pl.Int64))

    return Ready(work, scored)


PEERS = (Peer("GoRules ZEN", ("zen-engine",), _prepare, MOST),)
