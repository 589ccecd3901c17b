"""In plain words: how facts are made of others, and how sections, the whole and grades come about."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kaohe.expr.numbers import plain
from kaohe.formulas.indicators import Indicator, Peers
from kaohe.messages import Language, say
from kaohe.rubric.grades import EVERY, Grade, Places
from kaohe.rubric.model import Rubric, Section
from kaohe.rubric.outcomes import Forfeit
from kaohe.rubric.rule_parts.phrases import Words

COMMON = ("parameters.", "shared.")
"""What stands before the facts that all items may name."""


def made_of(facts: Mapping[str, Indicator], words: Words) -> Iterator[str]:
    """A line for each fact that is computed, looked up or taken over all units."""
    for indicator in facts.values():
        if indicator.formula:
            yield _say(words, "formula", label=indicator.label, formula=words.name(indicator.formula))
        elif indicator.by:
            listed = words.choose("，", ", ").join(
                f"{words.labels.get(f'{indicator.by}={option}', option)} {entry.text()}"
                for option, entry in indicator.table.items()
            )
            yield _say(words, "table", label=indicator.label, by=words.name(indicator.by), listed=listed)
        elif indicator.peers is not None:
            yield _say(words, "peers", label=indicator.label, taken=_taken(indicator.peers, words))


def _taken(peers: Peers, words: Words) -> str:
    of = words.name(peers.of)
    if peers.within:
        of = _say(words, "within", of=of, within=words.name(peers.within))
    if peers.take == "rank":
        return _say(words, f"rank-{peers.first}", of=of) + _say(words, f"ties-{peers.ties}")
    among = "" if peers.with_self is None else _say(words, "with-self" if peers.with_self else "without-self")
    return _say(words, f"take-{peers.take}", of=of) + among


def total(one: Section | Rubric, words: Words) -> Iterator[str]:
    """How the score of a section or of the whole comes about, where it is no plain sum; grades and what limits them."""
    if one.score is not None:
        yield _say(words, "score", formula=words.name(one.score))
    if one.most is not None:
        yield _say(words, "most", points=plain(one.most))
    if one.least is not None:
        yield _say(words, "least", points=plain(one.least))
    for forfeit in one.vetoes:
        yield _forfeit(forfeit, words)
    if isinstance(one, Rubric) and one.rescale is not None:
        yield _say(words, f"rescale-{one.rescale}")
    if isinstance(one, Section):
        words = replace(words, labels={**words.labels, "score": _say(words, "score_of", title=one.title)})
    for grade in one.grades:
        yield _say(words, "grade", title=grade.title, conditions=_conditions(grade, words))
    titles = {grade.id: grade.title for grade in one.grades}
    for limit in one.limits:
        event = words.requirements([limit.when])
        yield _say(words, "limit", event=event, title=titles[limit.grade], clause=limit.clause)


def _forfeit(forfeit: Forfeit, words: Words) -> str:
    event = words.requirements([forfeit.when])
    lost = _say(words, "forfeit-zero") if forfeit.zero else ""
    if forfeit.penalty is not None:
        each = _say(words, "forfeit-each") if forfeit.penalty_each else ""
        lost += _say(words, "forfeit-both" if lost else "forfeit-penalty", each=each, points=plain(forfeit.penalty))
    return _say(words, "forfeit", event=event, lost=lost, clause=forfeit.clause)


def _conditions(grade: Grade, words: Words) -> str:
    found = []
    if grade.from_ is not None:
        found.append(_say(words, "from", points=plain(grade.from_)))
    if grade.above is not None:
        found.append(_say(words, "above", points=plain(grade.above)))
    if grade.requires:
        found.append(words.requirements(grade.requires))
    if grade.within:
        found.append(_say(words, "in-class", within=words.name(grade.within)))
    for key, places in grade.places.items():
        found.append(_say(words, key, places=_places(places, grade, words)))
    found += _ties(grade, words)
    return words.choose("，", ", ").join(found) or _say(words, "otherwise")


def _places(places: Places, grade: Grade, words: Words) -> str:
    """How many units, for each class by its name."""
    named = {EVERY: "", **{option: words.labels.get(f"{grade.within}={option}", option) for option in places}}
    return words.choose("、", ", ").join(f"{named[option]} {one.text()}".strip() for option, one in places.items())


def _ties(grade: Grade, words: Words) -> Iterator[str]:
    """What decides where scores are equal; nothing is said where there are no places to share out."""
    for tie in grade.tie_breaks:
        yield _say(words, f"tie-{tie.first}", of=words.name(tie.of))
    if grade.quota is not None or grade.at_least is not None:
        yield _say(words, f"still-tied-{grade.ties}")


def whole_words(rubric: Rubric, of_items: Mapping[str, Words], language: Language) -> Words:
    """How formulas above items call what they name; `of_items` are the items' own words by id."""
    labels: dict[str, str] = {}
    for item, words in of_items.items():
        own = {name: label for name, label in words.labels.items() if not name.startswith(COMMON)}
        labels |= {f"{item}.{name}": label for name, label in own.items()}
        labels |= {name: label for name, label in words.labels.items() if name not in own}
    labels |= {f"items.{item.id}": item.title for _, item in rubric.items()}
    labels |= {f"sections.{section.id}": section.title for section in rubric.sections}
    titles = {f"sections.{section.id}": section.title for section in rubric.sections}
    titles |= {f"tags.{tag}": tag for _, item in rubric.items() for tag in item.tags}
    for name, title in titles.items():
        for end in ("score", "points"):
            labels[f"{name}.items.{end}"] = say(f"explain.items_{end}", language, title=title)
    labels |= {"sum": say("explain.sum", language), "score": say("explain.whole", language)}
    labels["total"] = labels["score"]
    units = {f"{item}.{name}": unit for item, words in of_items.items() for name, unit in words.units.items()}
    units |= {
        name: unit for words in of_items.values() for name, unit in words.units.items() if name.startswith(COMMON)
    }
    return Words(language, labels, units)


def _say(words: Words, code: str, **parameters: object) -> str:
    return say(f"explain.{code}", words.language, **parameters)
