"""What became of each mutant, a line of JSON each, so that a run that was ended goes on where it was."""

import json
from dataclasses import astuple
from pathlib import Path

from mutants.places import Mutant


class Outcomes:
    def __init__(self, path: Path) -> None:
        self.path = path
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self._found: dict[Mutant, str] = {Mutant(*mutant): outcome for *mutant, outcome in map(json.loads, lines)}

    def __contains__(self, mutant: Mutant) -> bool:
        return mutant in self._found

    def __getitem__(self, mutant: Mutant) -> str:
        return self._found[mutant]

    def add(self, mutant: Mutant, outcome: str) -> None:
        self._found[mutant] = outcome
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([*astuple(mutant), outcome]) + "\n")
