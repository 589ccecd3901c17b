"""The plain tables of a batch, part by part in their order: here a new one is named, and every output draws it."""

from collections.abc import Callable, Mapping, Sequence

from kaohe.messages import Language
from kaohe.render.words.item_matrix import loss_table, score_table
from kaohe.render.words.leader_table import leader_table
from kaohe.render.words.left_out_table import left_out_table
from kaohe.render.words.lost_item_table import lost_item_table
from kaohe.render.words.province_change_table import province_change_table
from kaohe.render.words.ranking_table import ranking_table, section_tables
from kaohe.render.words.reading_table import affected_tables, reading_table
from kaohe.render.words.stage_pair_table import changed_item_table, stage_pair_table
from kaohe.results.batch_figures import BatchFigures
from kaohe.results.plain_table import PlainTable

Parts = Mapping[str, Sequence[PlainTable]]
"""The tables of each part by its name, under which `table.NAME` is its title."""
BUILDERS: Mapping[str, Callable[[BatchFigures, Language], tuple[PlainTable, ...]]] = {
    "leader": leader_table,
    "ranking": ranking_table,
    "sections": section_tables,
    "compared": stage_pair_table,
    "changed_items": changed_item_table,
    "changes": province_change_table,
    "scores": score_table,
    "losses": loss_table,
    "lost_items": lost_item_table,
    "switched": reading_table,
    "affected": affected_tables,
    "left_out": left_out_table,
}


def batch_parts(figures: BatchFigures, language: Language) -> Parts:
    """All parts that have something to say."""
    built = {name: build(figures, language) for name, build in BUILDERS.items()}
    return {name: tables for name, tables in built.items() if tables}
