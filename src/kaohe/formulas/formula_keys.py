"""What keys of a rubric take as text for a fact: its name, a formula of facts, or a condition."""

from typing import Annotated

from kaohe.expr.numbers import TEXT, Scalar, read_text

Name = Annotated[str, Scalar(read_text, TEXT.schema, "name")]
"""The name of one fact."""
Reference = Annotated[str, Scalar(read_text, TEXT.schema, "formula")]
"""A fact's name, or a formula of such names."""
Condition = Annotated[str, Scalar(read_text, TEXT.schema, "condition")]
"""A formula that holds or does not; a count holds where it is above zero."""
