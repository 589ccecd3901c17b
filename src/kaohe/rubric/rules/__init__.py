"""The rule types: every module of this folder that has a RULE is one; there is no list to edit."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from kaohe.messages import bring
from kaohe.rubric.rules.rule import Rule


@cache
def rule_types() -> Mapping[str, type[Rule]]:
    """Each rule type by the name it has in YAML."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    found = [module.RULE for module in modules if hasattr(module, "RULE")]
    for module in modules:
        bring(getattr(module, "SENTENCES", {}))
    return {rule.name(): rule for rule in found}
