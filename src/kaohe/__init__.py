"""kaohe scores official assessment forms from YAML rubrics."""

__version__ = "0.1.0"
