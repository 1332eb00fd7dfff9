"""A partner's list with everything that was answered and chosen for it, before anything of it is kept.

Every act gives another one and leaves the former as it was; none of them writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.periods import Month
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.habits import Habits, keyed
from desktop.reconciliation.opened import OpenedList, Source, answered, from_plain, key_of, open_list, to_plain
from desktop.reconciliation.partner_columns import ONCE, letter
from desktop.reconciliation.partner_list import Answers
from desktop.reconciliation.proposals import partner_of, period_of, unknown_units
from desktop.reconciliation.reconciliations import Reconciliations
from desktop.reconciliation.units import Units
from desktop.records.agency import Agency
from desktop.records.reconciliation import Reconciliation
from desktop.vault.letters import fold

RECOGNISED, REMEMBERED, CHOSEN, LEFT_OUT = "recognised", "remembered", "chosen", "left_out"
"""How it was known what a column holds."""
BY_HABIT = ("date_order", "counted", "apart")
"""Questions that a habit answers."""
LASTING = ("encoding", "hidden", "header")
"""Questions about the file itself, which stay on the table once they were asked."""


@dataclass(frozen=True)
class AtWork:
    """The list, whose it is, of which months, and what was said about it."""

    opened: OpenedList
    own: Answers
    """What was answered today."""
    habits: Habits
    """What was answered the last time for this partner."""
    partner_id: UUID | None
    first: Month
    last: Month
    units: Mapping[str, UUID] = field(default_factory=dict)
    """Which unit a word of the list means, as chosen today."""

    @property
    def known_units(self) -> dict[str, UUID]:
        """Which unit a word means, chosen today or before, by the word folded."""
        return dict(self.habits.units) | {fold(word): each for word, each in self.units.items()}

    def how(self, sheet: str) -> tuple[str, ...]:
        """Of each column of a sheet how it was known what it holds."""
        columns = self.opened.listed.columns[sheet]
        keys = {column.place: key for key, column in keyed(columns)}
        told = []
        for column in columns:
            if f"{sheet}!{letter(column.place)}" in self.own.columns:
                told.append(CHOSEN)
            elif self.habits.knows(keys.get(column.place, ""), column.field) and column.field:
                told.append(REMEMBERED)
            else:
                told.append(RECOGNISED if column.field else LEFT_OUT)
        return tuple(told)

    def answered_by_habit(self) -> frozenset[str]:
        """The kinds of questions whose answer is that of the last time."""
        return frozenset(
            kind for kind in BY_HABIT if getattr(self.own, kind) in ("", None) and getattr(self.habits, kind)
            not in ("", None)
        )  # fmt: skip

    def answering(self, **given: Any) -> AtWork:
        """With another answer."""
        return self._with(replace(self.own, **given))

    def heading(self, sheet: str, row: int) -> AtWork:
        """With the headings of a sheet in that row, 0 for none; what was chosen of its columns no longer holds."""
        columns = {key: each for key, each in self.own.columns.items() if not key.startswith(f"{sheet}!")}
        return self._with(replace(self.own, header={**self.own.header, sheet: row}, columns=columns))

    def choosing(self, sheet: str, column: str, held: str) -> AtWork:
        """With another field in a column; what only one column can hold is taken from the former one."""
        columns = dict(self.own.columns)
        if held in ONCE:
            others = (each for each in self.opened.listed.columns[sheet] if each.field == held)
            columns |= {f"{sheet}!{letter(each.place)}": "" for each in others}
        columns[f"{sheet}!{column}"] = held
        return self._with(replace(self.own, columns=columns))

    def of_partner(self, partner_id: UUID | None, log: Reconciliations) -> AtWork:
        """As a list of another institution, read by its habits."""
        habits = Habits.from_text(log.last_reading(partner_id)) if partner_id else Habits()
        return replace(self, partner_id=partner_id, habits=habits, units={})._with(self.own)

    def in_place_of(self, kept: Reconciliation, log: Reconciliations) -> AtWork:
        """As the list of the institution and months that were chosen before."""
        return replace(self.of_partner(kept.partner_id, log), first=kept.first, last=kept.last)

    def unknown(self, agencies: Sequence[Agency]) -> list[str]:
        """The units of the list that the directory does not know, those that were chosen today among them."""
        if self.partner_id is None:
            return []
        return unknown_units(self.opened.listed, Units(agencies, self.partner_id, self.habits.units))

    def brought(self, *, remember: bool) -> Brought:
        """The list as it is to be kept; the partner is known by now."""
        assert self.partner_id is not None
        habits = Habits.of(self.opened.listed.columns, self.opened.answers, self.known_units)
        name, digest = self.opened.source.name, self.opened.digest
        reading = habits.to_text() if remember else ""
        return Brought(self.first, self.partner_id, self.last, name, digest, reading, self.known_units)

    def to_plain(self) -> dict[str, Any]:
        """What a lock must not lose, fit for JSON; of the list itself only where it lies, or what was pasted."""
        source = self.opened.source
        return {
            "path": str(source.path or ""),
            "pasted": source.pasted,
            "digest": self.opened.digest,
            "own": to_plain(self.own),
            "partner": self.partner_id.hex if self.partner_id else "",
            "months": [self.first.key, self.last.key],
            "units": {word: each.hex for word, each in self.units.items()},
        }

    def _with(self, own: Answers) -> AtWork:
        """Understood anew: as it is recognised, then as it was the last time, then as it was said today."""
        shape = Answers(encoding=own.encoding, header=own.header, country=own.country, hidden=own.hidden)
        plain = answered(self.opened, shape)
        full = self.habits.answers(plain.listed.columns, own)
        bare = answered(plain, replace(shape, columns=full.columns))
        again = answered(bare, full)
        lasting = (each for each in self.opened.asked if each.kind in LASTING)
        asked = {key_of(each): each for each in (*lasting, *bare.listed.questions, *again.listed.questions)}
        return replace(self, own=own, opened=replace(again, asked=tuple(asked.values())))


def begin(source: Source, own: Answers, agencies: Sequence[Agency], log: Reconciliations, today: date) -> AtWork:
    """Read a list, and propose whose it is and of which months."""
    opened = open_list(source, own)
    known = {told.kept.partner_id for told in log.overview()}
    partner_id = partner_of(opened.listed, opened.titles(), agencies, known)
    first, last = period_of(opened.listed, opened.titles(), today)
    read = AtWork(opened, own, Habits(), partner_id, first, last).of_partner(partner_id, log)
    first, last = period_of(read.opened.listed, read.opened.titles(), today)
    return replace(read, first=first, last=last)


def put_back(plain: Mapping[str, Any], agencies: Sequence[Agency], log: Reconciliations, today: date) -> AtWork:
    """What `to_plain` told, read anew."""
    source = Source(Path(plain["path"]) if plain["path"] else None, plain["pasted"])
    read = begin(source, from_plain(plain["own"]), agencies, log, today)
    partner_id = UUID(plain["partner"]) if plain["partner"] else None
    first, last = (Month.parse(each) for each in plain["months"])
    units = {word: UUID(each) for word, each in plain["units"].items()}
    return replace(read.of_partner(partner_id, log), first=first, last=last, units=units)
