"""Grades as a unit has reached them, named by their titles."""

from kaohe.results.grade_reached import GradeReached
from kaohe.rubric.grades import Grade


def reached(*titles: str, quota: bool = False, why: str = "") -> GradeReached:
    """The grades that a unit may have, whose ids are their titles."""
    return GradeReached(tuple(Grade(id=title, title=title) for title in titles), quota=quota, why=why)
