"""Changes of law: the register, and the form of one; its link is text that is never opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from desktop.language import N_, chosen, ngettext
from desktop.records.law_change import LawChange
from desktop.records.law_changes import LawChanges, LawDraft
from desktop.vault.letters import sort_key
from desktop.windows.centre_page import CentrePage
from desktop.windows.desk import Desk
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group
from desktop.windows.list_filters import ListFilters
from desktop.windows.register import Register
from desktop.windows.table import Cell, Sort, TableColumn
from desktop.windows.time_fields import DateField

COLUMNS = (
    TableColumn("in_force_from", N_("In force from"), "key", signs=11, can_sort=True),
    TableColumn("act", N_("Act"), signs=24, stretch=3, can_sort=True),
    TableColumn("number", N_("Number"), "quiet", signs=12, stretch=1, leaves=1),
)


class LawSource:
    """The changes of law, for the table."""

    def __init__(self, log: LawChanges) -> None:
        self._log = log

    def ids(self, query: str, sort: Sort) -> Sequence[UUID]:
        """The identifiers, in order."""
        found = list(self._log.find(query) if query else self._log.all())
        keys: dict[str, Callable[[LawChange], Any]] = {
            "in_force_from": lambda one: one.in_force_from,
            "act": lambda one: sort_key(one.act, chosen().locale),
        }
        return [one.id for one in sorted(found, key=keys[sort.key], reverse=sort.descending)]

    def rows(self, ids: Sequence[UUID]) -> Mapping[UUID, LawChange]:
        """The rows by identifier."""
        wanted = set(ids)
        return {one.id: one for one in self._log.all() if one.id in wanted}


class LawFilters(ListFilters):
    """Words alone."""

    SEARCHES = N_("Search in the changes of law")
    HINT = N_("Act, number, what it changes")

    def query(self) -> str:
        """What is looked for."""
        return self.text()


class LawScreen(Register):
    """The page of the changes of law."""

    NAME = "law_changes"
    TITLE = N_("Changes of law")
    ICON = "scale"
    FORM = "law_change"
    NEW = N_("New change of law")
    OFFER = N_("New change of law")
    TAKEN_OUT = N_("Change of law taken out.")
    FIRST = N_("Changes of law stand here until the next meeting hears of them: the act, from when, what it changes.")

    def __init__(self, desk: Desk) -> None:
        newest = Sort("in_force_from", descending=True)
        super().__init__(desk, LawSource(desk.centre.law_changes), COLUMNS, newest, LawFilters)

    def read(self, identifier: UUID) -> LawChange:
        """The change of law."""
        return self.desk.centre.law_changes.change(identifier)

    def take_out(self, identifier: UUID) -> Callable[[], object]:
        """Take it out."""
        return partial(self.desk.centre.law_changes.take_out, identifier, self.desk.centre.worker)

    def tell(self, told: LawChange) -> None:
        """What changes, from when."""
        speak = chosen()
        self.card.put(
            told.act, told.number,
            [(N_("In force from"), speak.day(told.in_force_from), ""), (N_("What it changes for us"), told.meaning, ""),
             (N_("Link"), told.link, ""), (N_("Noted on"), speak.day(told.noted_on), "")],
        )  # fmt: skip

    def foot(self, count: int) -> str:
        """How many."""
        return ngettext("{n} entry", "{n} entries", count)

    def _cells(self, row: LawChange) -> Mapping[str, Cell]:
        second = row.number if "number" in self.model.hidden else ""
        return {
            "in_force_from": Cell(chosen().day(row.in_force_from), value=row.in_force_from),
            "act": Cell(row.act, second or row.meaning.partition("\n")[0]),
            "number": Cell(row.number),
        }


class LawPage(CentrePage):
    """The form; `about` is the identifier as hexadecimal, or empty."""

    NAME = "law_change"
    HEADING = N_("Change of law")

    def groups(self) -> list[Group]:
        """Which act, from when, what it means."""
        today = self.desk.centre.world.today
        return [
            Group("", [
                [(TextField("act", N_("Act"), required=True), 12)],
                [(TextField("number", N_("Number")), 4),
                 (DateField("in_force_from", N_("In force from"), today, lean="future", required=True), 4)],
                [(LongTextField("meaning", N_("What it changes for us"), lines=4, required=True), 12)],
                [(TextField("link", N_("Link, kept as text")), 12)],
            ]),
        ]  # fmt: skip

    def begin(self) -> None:
        """What stands in it."""
        found = self.record()
        draft = LawDraft.of(self.desk.centre.law_changes.change(found)) if found else LawDraft()
        self.form.put({name: getattr(draft, name) for name in self.form.fields})

    def write(self, told: dict[str, Any]) -> None:
        """Note it, or correct it."""
        day: date = told.pop("in_force_from")
        draft = LawDraft(in_force_from=day, **{name: value or "" for name, value in told.items()})
        found, log, by = self.record(), self.desk.centre.law_changes, self.desk.centre.worker
        if found:
            log.amend(found, draft, by)
        else:
            log.note(draft, by)
