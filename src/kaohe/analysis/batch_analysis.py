"""All figures of a batch from its summary, for every form of output to draw."""

from kaohe.analysis.batch_losses import batch_losses
from kaohe.analysis.rank_effects import rank_effects
from kaohe.analysis.stage_pairs import changed_items, stage_pairs
from kaohe.results.batch_figures import BatchFigures
from kaohe.results.summary import Summary


def batch_figures(summary: Summary) -> BatchFigures:
    return BatchFigures(
        summary, batch_losses(summary), stage_pairs(summary), changed_items(summary), rank_effects(summary)
    )
