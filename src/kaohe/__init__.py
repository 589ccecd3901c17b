"""kaohe scores official assessment forms from YAML rubrics.

Programs use what `__all__` lists, as docs/library.md shows; nothing else in the package is public.
"""

TYPE_CHECKING = False  # type checkers take it for true; `typing` would take longer to import than all of this
if TYPE_CHECKING:
    from kaohe.interface import Facts, LoadedRubric, RowResult, load_rubric, shipped_rubrics
    from kaohe.messages import Language
    from kaohe.problems import Problem, Problems, Unusable
    from kaohe.results.grade_reached import GradeReached
    from kaohe.results.sheet import ItemScore, LedgerLine, MissingFact, ReadingTaken, SectionScore, Sheet

__version__ = "0.1.0"
__all__ = [
    "Facts",
    "GradeReached",
    "ItemScore",
    "Language",
    "LedgerLine",
    "LoadedRubric",
    "MissingFact",
    "Problem",
    "Problems",
    "ReadingTaken",
    "RowResult",
    "SectionScore",
    "Sheet",
    "Unusable",
    "__version__",
    "load_rubric",
    "shipped_rubrics",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:  # a type checker would take every name for one that is there

    def __getattr__(name: str) -> object:
        """A public name, imported when it is first asked for: the command line needs none of them."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        homes = map(import_module, ("kaohe.interface", "kaohe.messages", "kaohe.problems", "kaohe.results.sheet"))
        return next(getattr(home, name) for home in homes if hasattr(home, name))
