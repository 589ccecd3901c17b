"""The employment form (苏人社发〔2011〕493号 附件2) from its text alone: items, sections and the whole of a unit."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from oracle import funds, insurance, markets, platforms, rural, systems, training
from oracle.missing import fillings, lacking
from oracle.phrases import Told
from oracle.vocabulary import Asked, asked

Clause = Callable[[Told], Fraction]
Facts = Mapping[str, Any]
Range = tuple[Fraction, Fraction]
"""The least and the most that missing facts leave possible."""
SECTIONS: Mapping[str, tuple[Clause, ...]] = {
    "unemployment_insurance": (
        insurance.coverage,
        insurance.legal_compliance,
        insurance.benefit_payment,
        insurance.pooling_level,
        insurance.unemployment_monitoring,
        insurance.archive_management,
        insurance.insurance_administration,
        insurance.insurance_statistics,
        insurance.insurance_fund,
    ),
    "rural_employment": (
        rural.policy_implementation,
        rural.employment_services,
        rural.skills_training,
        rural.labour_cooperation,
        rural.labour_surveys,
    ),
    "public_hr_market": (
        markets.market_rating,
        markets.service_campaigns,
        markets.supply_demand_analysis,
        markets.information_release,
        markets.information_platform,
    ),
    "employment_training": (
        training.training_planning,
        training.training_institutions,
        training.teacher_training,
        training.startup_services,
        training.training_management,
        training.training_subsidies,
    ),
    "grassroots_platforms": (
        platforms.platform_planning,
        platforms.platform_standards,
        platforms.provincial_models,
        platforms.assistant_training,
        platforms.assistant_activity,
    ),
    "employment_information_systems": (
        systems.operation_mechanism,
        systems.network,
        systems.application_software,
        systems.database,
        systems.system_use,
        systems.data_use,
    ),
    "employment_funds": (
        funds.fund_raising,
        funds.fund_use,
        funds.fund_balance,
        funds.fund_accounting,
        funds.performance_management,
    ),
}


@cache
def items() -> Mapping[str, tuple[Asked, ...]]:
    """What is asked for each item, in the form's order."""
    return {one.__name__: asked(one.__name__) for several in SECTIONS.values() for one in several}


def scores(unit: Mapping[str, Facts], taken: Mapping[str, str]) -> Mapping[str, Range]:
    """By `items.ID`, `sections.ID` and `total`; `taken` are readings that are not the usual ones."""
    found: dict[str, Range] = {}
    ends: list[Range] = []
    for section, several in SECTIONS.items():
        own = {f"items.{one.__name__}": _item(one, unit[one.__name__], taken) for one in several}
        ends.append(_summed([*own.values()]))
        found |= {**own, f"sections.{section}": ends[-1]}
    return {**found, "total": _summed(ends)}


def _item(clause: Clause, facts: Facts, taken: Mapping[str, str]) -> Range:
    name, own = clause.__name__, frozenset[str]()
    if taken:
        chosen = ((one.partition("."), option) for one, option in taken.items())
        own = frozenset(f"{reading}={option}" for (item, _, reading), option in chosen if item == name)
    if not any(map(lacking, facts.values())):
        return (score := hundredths(clause(Told(facts, own)))), score
    points = [hundredths(clause(Told(filled, own))) for filled in fillings(items()[name], facts)]
    return min(points), max(points)


def hundredths(points: Fraction) -> Fraction:
    """To two places, a half away from zero; only steps that count in part need it."""
    if points.denominator in (1, 2):
        return points
    size = abs(points) * 100 + Fraction(1, 2)
    return Fraction(size // 1, 100) * (1 if points >= 0 else -1)


def _summed(ranges: list[Range]) -> Range:
    return sum((low for low, _ in ranges), Fraction(0)), sum((high for _, high in ranges), Fraction(0))
