"""提分清单: of each fact that a unit reports, the smallest change that adds points, found exactly."""

from kaohe.analysis.improving.smallest_changes import improvements

__all__ = ["improvements"]
