"""The rule types: every module of this folder is one; there is no list to edit."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from kaohe.messages import bring
from kaohe.rubric.rule_parts.rule import Rule


@cache
def rule_types() -> Mapping[str, type[Rule]]:
    """Each rule type by the name it has in YAML."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    for module in modules:
        bring(getattr(module, "SENTENCES", {}))
    return {module.RULE.name(): module.RULE for module in modules}
