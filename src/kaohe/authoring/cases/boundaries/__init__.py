"""Cases at a rubric's boundaries, found in its trees: each edge and one unit beside it, caps, nothing, all readings."""

from kaohe.authoring.cases.boundaries.boundary_case import BoundaryCase
from kaohe.authoring.cases.boundaries.boundary_cases import BoundaryCases, boundary_cases

__all__ = ["BoundaryCase", "BoundaryCases", "boundary_cases"]
