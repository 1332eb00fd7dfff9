"""How the lists of one partner are read, kept from one month to the next.

Columns are known again by their headings, never by their place: next month they may stand in another order. Pure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from desktop.reconciliation.partner_columns import FIELDS, Column, letter
from desktop.reconciliation.partner_counts import UNITS
from desktop.reconciliation.partner_dates import DAY_FIRST, MONTH_FIRST
from desktop.reconciliation.partner_list import Answers
from desktop.vault.letters import fold


@dataclass(frozen=True)
class Habits:
    """What was chosen for the last list of a partner."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """What a column holds, by its folded heading; empty text: it was left out."""
    date_order: str = ""
    counted: str = ""
    apart: bool | None = None
    units: Mapping[str, UUID] = field(default_factory=dict)
    """Which unit a word means, by the word folded."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """The headings as they were written, by what a column is known by, in the order of the list."""

    @classmethod
    def of(cls, columns: Mapping[str, Iterable[Column]], answers: Answers, units: Mapping[str, UUID]) -> Habits:
        """What is to be remembered of a list as it is understood now; `columns` by sheet."""
        found = [each for sheet in columns.values() for each in keyed(sheet)]
        known = {key: column.field for key, column in found}
        words = {fold(word): unit_id for word, unit_id in units.items()}
        headings = {key: " ".join(column.heading.split()) for key, column in found}
        return cls(known, answers.date_order, answers.counted, answers.apart, words, headings)

    @classmethod
    def from_text(cls, text: str) -> Habits:
        """What `to_text` gave; nothing of it where that is not readable any more."""
        try:
            kept = json.loads(text) if text else {}
        except ValueError:
            return cls()
        if not isinstance(kept, dict):
            return cls()
        apart = kept.get("apart")
        return cls(
            {key: each for key, each in _texts(kept.get("columns")).items() if each in {"", *FIELDS}},
            _one_of(kept.get("date_order"), (DAY_FIRST, MONTH_FIRST)),
            _one_of(kept.get("counted"), UNITS),
            apart if isinstance(apart, bool) else None,
            {word: unit for word, each in _texts(kept.get("units")).items() if (unit := _identifier(each))},
            dict(_pairs(kept.get("headings"))),
        )

    def to_text(self) -> str:
        """As JSON, the same for the same habits."""
        units = {word: each.hex for word, each in self.units.items()}
        kept = {"columns": dict(self.columns), "date_order": self.date_order, "counted": self.counted,
                "apart": self.apart, "units": units, "headings": list(self.headings.items())}  # fmt: skip
        return json.dumps(kept, ensure_ascii=False, sort_keys=True)

    def answers(self, columns: Mapping[str, Iterable[Column]], own: Answers) -> Answers:
        """What is answered by habit where nobody answered today; `columns` by sheet, as they are recognised."""
        chosen = {
            f"{sheet}!{letter(column.place)}": self.columns[key]
            for sheet, found in columns.items()
            for key, column in keyed(found)
            if key in self.columns
        }
        return replace(
            own,
            columns=chosen | dict(own.columns),
            date_order=own.date_order or self.date_order,
            counted=own.counted or self.counted,
            apart=self.apart if own.apart is None else own.apart,
        )

    def told(self) -> list[tuple[str, str]]:
        """Every heading as it was written, with what its column holds, in the order of the list."""
        keys = [*(key for key in self.headings if key in self.columns), *self.columns]
        return [(self.headings.get(key, key), self.columns[key]) for key in dict.fromkeys(keys)]

    def knows(self, key: str, held: str) -> bool:
        """Whether a column with that key held the same the last time."""
        return self.columns.get(key) == held


def keyed(columns: Iterable[Column]) -> list[tuple[str, Column]]:
    """The columns that have a heading, each with what it is known by; a heading met again bears its number."""
    met: dict[str, int] = {}
    found = []
    for column in columns:
        key = " ".join(fold(column.heading).split())
        if key:
            met[key] = met.get(key, 0) + 1
            found.append((key if met[key] == 1 else f"{key} {met[key]}", column))
    return found


def _texts(kept: Any) -> dict[str, str]:
    pairs = kept.items() if isinstance(kept, dict) else ()
    return {str(key): each for key, each in pairs if isinstance(each, str)}


def _pairs(kept: Any) -> list[tuple[str, str]]:
    pairs = [each for each in kept if isinstance(each, list) and len(each) == 2] if isinstance(kept, list) else []
    return [(key, each) for key, each in pairs if isinstance(key, str) and isinstance(each, str)]


def _one_of(kept: Any, known: Iterable[str]) -> str:
    return kept if isinstance(kept, str) and kept in known else ""


def _identifier(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
