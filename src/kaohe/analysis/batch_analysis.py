"""All figures of a batch from its summary, for every form of output to draw."""

from kaohe.analysis.batch_losses import batch_losses
from kaohe.analysis.disagreements import disagreements
from kaohe.analysis.rank_effects import rank_effects
from kaohe.analysis.stage_pairs import changed_items, stage_pairs
from kaohe.results.batch_figures import BatchFigures
from kaohe.results.summary import Summary


def batch_figures(summary: Summary) -> BatchFigures:
    pairs = stage_pairs(summary)
    return BatchFigures(
        summary=summary,
        losses=batch_losses(summary),
        pairs=pairs,
        changed_items=changed_items(summary),
        disagreements=disagreements(summary, pairs),
        effects=rank_effects(summary),
    )
