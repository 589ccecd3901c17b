"""提分清单: of each fact that a unit reports, the smallest change that adds points, found exactly."""

from kaohe.improving.finding import improvements

__all__ = ["improvements"]
