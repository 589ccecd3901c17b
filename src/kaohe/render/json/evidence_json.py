"""The directory of evidence for machines."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from kaohe.expr.numbers import plain
from kaohe.render.json.json_head import Data, head
from kaohe.results.dossier import Dossier
from kaohe.results.evidence_directory import EvidenceDirectory, Unsupported


def text(dossiers: Sequence[Dossier]) -> str:
    """Several units' directories as one document."""
    units = [{"unit": one.last.unit, "year": one.last.year, "evidence": data(one.evidence)} for one in dossiers]
    return json.dumps({**head(), "units": units}, ensure_ascii=False, indent=2) + "\n"


def data(found: EvidenceDirectory | None) -> Data | None:
    """Every file in the order of its number, and what the claimed points rest on; null where no file is named."""
    if found is None:
        return None
    return {
        "claimed": plain(found.claimed),
        "supported": plain(found.supported),
        "without": plain(found.points_without),
        "doubtful": plain(found.points_doubtful),
        "files": [asdict(one) for one in found.files],
        "items_without": [_unsupported(one) for one in found.without],
        "items_doubtful": [_unsupported(one) for one in found.doubtful],
    }


def _unsupported(one: Unsupported) -> Data:
    return {"number": one.number, "title": one.title, "score": plain(one.score), "reasons": list(one.reasons)}
