"""What a vault must hold, in dicts and lists: told by each act, asked at the end of each day.

It knows nothing of vaults, windows or transactions. Whatever is written down is a row; a change is the rows it touched
as they stood before and after, so that undo and redo are only putting them back.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Row = dict[str, Any]
Key = tuple[str, Any]
"""A kind of row and which of them."""


@dataclass
class Done:
    """One change: who made it, which rows it touched, and how they stood before and after."""

    by: str
    before: dict[Key, Row | None]
    after: dict[Key, Row | None]
    about: frozenset[Any]
    """Notices and persons it was about: what later changes about the same stand on."""
    is_undone: bool = False


@dataclass
class Model:
    """Everything that should be in the vault."""

    now: datetime
    who: str = ""
    """Who is at the window."""
    rows: dict[Key, Row] = field(default_factory=dict)
    done: list[Done] = field(default_factory=list)
    taken_back: list[Done] = field(default_factory=list)
    """What was undone since the last change of hers, latest last: what can be done again."""
    drafts: dict[str, dict[tuple[str, str], tuple[str, datetime]]] = field(default_factory=dict)
    """What each worker left half typed: by form and notice, the words and when they were begun."""
    count: int = 0
    """Rows made so far; no two notes bear the same number."""

    def of(self, kind: str) -> dict[Any, Row]:
        """All rows of a kind."""
        return {key: row for (one, key), row in self.rows.items() if one == kind}

    def change(self, rows: dict[Key, Row | None], about: set[Any]) -> None:
        """Write these rows, as one change of whoever is at the window."""
        before = {key: deepcopy(self.rows.get(key)) for key in rows}
        self.done.append(Done(self.who, before, deepcopy(rows), frozenset(about)))
        self.taken_back.clear()
        self._put(rows)

    def new(self, what: str, about: set[Any], /, **values: Any) -> int:
        """One row more, as one change."""
        self.count += 1
        self.change({(what, self.count): values}, about)
        return self.count

    def amend(self, what: str, key: Any, about: set[Any], /, **values: Any) -> None:
        """Other values in a row, as one change."""
        self.change({(what, key): self.rows[what, key] | values}, about)

    def last(self) -> Done | None:
        """The last change of hers that still stands, if nothing later stands on it."""
        for place in reversed(range(len(self.done))):
            one = self.done[place]
            if one.by == self.who and not one.is_undone:
                later = [other for other in self.done[place + 1 :] if not other.is_undone]
                return None if any(one.about & other.about for other in later) else one
        return None

    def undo(self) -> None:
        """Take her last change back."""
        one = self.last()
        assert one is not None
        one.is_undone = True
        self.taken_back.append(one)
        self._put(one.before)

    def redo(self) -> None:
        """Do again what she took back last."""
        one = self.taken_back.pop()
        one.is_undone = False
        self._put(one.after)

    def next_label(self) -> str:
        """The number of the next notice."""
        numbers = [int(label.split("/")[1]) for label in self.of("notice")]
        return f"{self.now.year}/{max(numbers, default=0) + 1}"

    def repeats(self, label: str) -> str:
        """The last earlier notice about the same person, all of them within a year."""
        notice = self.rows["notice", label]
        earlier = [
            (row["received"], other)
            for other, row in self.of("notice").items()
            if row["person"] == notice["person"] and row["received"] < notice["received"]
        ]
        return max(earlier)[1] if earlier else ""

    def keep_draft(self, form: str, label: str, words: str) -> None:
        """She left this half typed."""
        self.drafts.setdefault(self.who, {})[form, label] = words, self.now

    def drop_draft(self, form: str, label: str) -> datetime:
        """It was saved; when it had been begun."""
        return self.drafts[self.who].pop((form, label))[1]

    def _put(self, rows: dict[Key, Row | None]) -> None:
        for key, row in rows.items():
            if row is None:
                self.rows.pop(key, None)
            else:
                self.rows[key] = deepcopy(row)
