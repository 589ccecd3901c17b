"""What the columns of a scored sheet are called in a CSV file: by these it is known again."""

SHEET_COLUMNS = [
    "rubric",
    "unit",
    "year",
    "stage",
    "section",
    "section_title",
    "number",
    "item",
    "item_title",
    "points",
    "score",
    "low",
    "high",
    "state",
    "lost",
    "why",
    "arithmetic",
]
