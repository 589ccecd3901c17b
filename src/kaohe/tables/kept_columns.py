"""Which columns of a table can be handed through to the scores, by their names."""

from collections.abc import Sequence

from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS
from kaohe.problems import Unusable
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.scoring.columns.column_names import NOT_APPLICABLE, PERCENT, UNIT
from kaohe.source.models import nearest
from kaohe.source.tables import Table
from kaohe.submission.key_names import plainly
from kaohe.submission.table_columns import TableColumns, head_names
from kaohe.tables.scored_columns import NOT_SCORED, STATE
from kaohe.tables.table_header import ROW

CARRIED = (UNIT, "year", "stage")
"""What stands in every table of scores."""
OWN = (ROW, STATE, NOT_SCORED, TOTAL, ITEMS, SECTIONS, "ledger")
"""With what the names of columns of scores begin."""


def kept_columns(table: Table, asked: Sequence[str], known: TableColumns) -> Sequence[str]:
    """Those that are asked for, each once; raises Unusable where one is not there or has another meaning."""
    names = [name.strip() for name in table.names]
    for one in asked:
        if one not in names:
            raise Unusable("keep-unknown", found=one, nearest=nearest(one, names), path=table.path)
        if one not in CARRIED and _taken(one, known):
            raise Unusable("keep-taken", found=one)
    return [one for one in dict.fromkeys(asked) if one not in CARRIED]


def _taken(name: str, known: TableColumns) -> bool:
    fact = name.removesuffix(PERCENT).removesuffix(NOT_APPLICABLE)
    own = name.partition(".")[0] in OWN or plainly(name) in head_names()
    return own or known.find(fact) is not None or known.list_of(fact) is not None
