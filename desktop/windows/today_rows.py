"""How something that is due stands in Today's list: state, what to do, the safe way now, by when.

A person is a first name and an initial here, since others may see the screen; no number ever stands in the list.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.language import N_, _, chosen, ngettext
from desktop.records.due import (
    CALL,
    CONFIRM,
    CONSENT,
    DUTY,
    KINDS,
    LATER,
    MEETING,
    MINUTES,
    NOW,
    OF_MEETINGS,
    ORDER,
    PAPERS,
    PLAN,
    PROMISE,
    REVIEW,
    SECTIONS,
    TALK,
    WEEK,
    Due,
    DueList,
    brief_name,
)
from desktop.records.due_log import DueLog
from desktop.records.meeting import USUAL_KINDS
from desktop.records.wording import Wording
from desktop.vault.search import sort_key
from desktop.windows.calls_rows import attempts_words, rule_words, second_words, soonest
from desktop.windows.look import px
from desktop.windows.names import shown_name
from desktop.windows.pill import CONFIRM as TO_CONFIRM
from desktop.windows.pill import DUE, LATE, NOT_YET, Sign
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_view import TableView

COLUMNS = (
    TableColumn("state", N_("State"), "pill", signs=14, can_sort=True),
    TableColumn("what", N_("What to do"), "head", signs=24, stretch=3, can_sort=True),
    TableColumn("way", N_("Safe contact"), signs=25, stretch=1, leaves=1, can_sort=True),
    TableColumn("due", N_("Due"), "figure", signs=16, can_sort=True),
)
HEADS = {
    CALL: N_("Call: {person}"),
    ORDER: N_("An order ends: {person}"),
    TALK: N_("Talk before an order ends: {person}"),
    CONFIRM: N_("Confirm the safe contact: {person}"),
    CONSENT: N_("A consent ends: {person}"),
    PLAN: N_("Plan: {person}"),
    PAPERS: N_("Papers close: {what}"),
    MEETING: N_("Meeting: {what}"),
    MINUTES: N_("Minutes to be agreed: {what}"),
    PROMISE: N_("Our commitment: {what}"),
    DUTY: N_("Our duty: {what}"),
    REVIEW: N_("Look at the protocol again: {what}"),
}
"""What each kind of due thing asks for."""
SECTION_TITLES = {NOW: N_("Now"), WEEK: N_("Later this week"), LATER: N_("Later")}
SECTION_HIGH, ROW_HIGH = 32, 54


@dataclass(frozen=True)
class TodayQuery:
    """What is shown of the list."""

    worker_id: UUID | None = None
    only: str = ""
    """overdue, today, calls, orders; empty: everything."""


class DueSource:
    """The list in its sections, read in one look."""

    def __init__(self, log: DueLog, now: datetime) -> None:
        self._log = log
        self.due = DueList(now)
        """Everything, or everything of hers, before one figure narrows it."""
        self._items: dict[Hashable, Due | str] = {}

    def ids(self, query: TodayQuery | None, sort: Sort) -> Sequence[Hashable]:
        """Keys of what is due, each section headed by its name."""
        query = query or TodayQuery()
        everything = self._log.read()
        self.due = everything.of(query.worker_id) if query.worker_id else everything
        self._items = {}
        for item in _in_order(self.due.items, sort):
            if is_among(item, query.only):
                self._items.setdefault(item.section, item.section)
                self._items[item.key] = item
        return list(self._items)

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Due | str]:
        """These rows."""
        return {i: self._items[i] for i in ids if i in self._items}

    @property
    def shown(self) -> int:
        """How many things are listed: all rows but the titles."""
        return len(self._items) - sum(section in self._items for section in SECTIONS)

    def item(self, key: Hashable) -> Due | None:
        """What stands under that key; None for a section."""
        found = self._items.get(key)
        return found if isinstance(found, Due) else None


def _in_order(items: Sequence[Due], sort: Sort) -> list[Due]:
    """What is due, each section in that order: by how pressing it is, by what is to be done for whom, by the hour."""
    ways: dict[str, Callable[[Due], Any]] = {
        "what": lambda item: (KINDS.index(item.kind), sort_key(item.person_name, chosen().locale)),
        "way": lambda item: soonest(item.way),
        "due": lambda item: item.at,
    }
    ordered = sorted(items, key=ways[sort.key]) if sort.key in ways else list(items)
    if sort.descending:
        ordered.reverse()
    return sorted(ordered, key=lambda item: SECTIONS.index(item.section))


def is_among(item: Due, only: str) -> bool:
    """Whether a figure of Today counts this."""
    return {
        "overdue": item.is_late,
        "today": item.section == NOW and not item.is_late,
        "calls": item.kind == CALL,
        "orders": item.kind == ORDER,
    }.get(only, True)


class DueModel(TableModel):
    """The list; a section's title takes no caret."""

    def is_section(self, row: int) -> bool:
        """Whether a section's title stands in that row."""
        return isinstance(self.id_at(row), str)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Nothing can be done with a title."""
        return Qt.ItemFlag.ItemNeverHasChildren if self.is_section(index.row()) else super().flags(index)


class DueView(TableView):
    """The list with its section titles, which are lower than its rows."""

    def __init__(self, model: DueModel, name: str) -> None:
        self._due_model = model
        self._lower: list[int] = []
        """Rows lower than the others."""
        super().__init__(model, name)
        model.modelReset.connect(self.span)

    def span(self) -> None:
        """Give the titles less height."""
        high, head = px(ROW_HIGH), self.verticalHeader()
        if head.defaultSectionSize() != high:
            head.setDefaultSectionSize(high)
        for row in self._lower:
            self.setRowHeight(row, high)
        self._lower = [row for row in map(self._due_model.row_of, SECTION_TITLES) if row >= 0]
        for row in self._lower:
            self.setRowHeight(row, px(SECTION_HIGH))

    def dress(self) -> None:
        """Take the sizes of the look in use."""
        super().dress()
        self.span()


def cells(row: Due | str, now: datetime, wording: Wording, hidden: frozenset[str]) -> Mapping[str, Cell]:
    """The cells of one thing that is due, or of a section's title."""
    if isinstance(row, str):
        return {column.key: Cell(_(SECTION_TITLES[row]), is_section=True) for column in COLUMNS}
    sign, words = state_of_due(row, now)
    way, (then, ink) = (rule_words(row.way), second_words(row.way, now, wording)) if row.way else ("", ("", "muted"))
    second = _of_meeting(row) if row.kind in OF_MEETINGS else [row.label, *_more(row, now, wording)]
    if "way" in hidden and (then or way):
        second.insert(1, then or way)
    by_hour = row.kind in (CALL, ORDER, PAPERS, MEETING)
    return {
        "state": Cell(words, sign=sign),
        "what": Cell(_head(row), " \u00b7 ".join(part for part in second if part)),
        "way": Cell(way, then, second_ink=ink),
        "due": Cell(chosen().near(row.at if by_hour else row.at.date(), now)),
    }


def _head(row: Due) -> str:
    """What is to be done, for whom or about which meeting."""
    if row.kind in OF_MEETINGS:
        what = _(row.what) if row.what in USUAL_KINDS.values() else row.what
        return _(HEADS[row.kind], what=what)
    return _(HEADS[row.kind], person=shown_name(brief_name(row.person_name), row.label))


def state_of_due(row: Due, now: datetime) -> tuple[Sign, str]:
    """How pressing it is, as sign and words."""
    if row.is_late:
        late = ngettext("{n} working day late", "{n} working days late", row.days_late) if row.days_late else _("Late")
        return LATE, late
    if row.section == NOW:
        return (TO_CONFIRM, _("Confirm")) if row.kind == CONFIRM else (DUE, _("Due today"))
    day = row.at.date()
    words = chosen().near(day, now) if day - now.date() < timedelta(days=7) else chosen().day_of_year(day, now.date())
    return NOT_YET, words[:1].upper() + words[1:]


def _of_meeting(row: Due) -> list[str]:
    """Its number and the day of the meeting, or the provision."""
    if row.kind == DUTY:
        return [_("Protocol, provision {number}", number=row.label)]
    if row.kind == REVIEW:
        return [_("Version {number}", number=row.label)]
    return [row.label, *([chosen().day(row.since)] if row.since and row.kind != PROMISE else [])]


def _more(row: Due, now: datetime, wording: Wording) -> list[str]:
    """What else is told of it, in a few words."""
    if row.kind == CALL and row.call is not None:
        return [row.call.sender, attempts_words(row.call)]
    if row.kind in (ORDER, TALK):
        order = row.kind == ORDER
        return [wording.code("measure_kind", row.what) if order else _("Protocol, provision {number}", number=row.what)]
    if row.kind == CONFIRM:
        if row.since is None:
            return [_("never confirmed")]
        days = (now.date() - row.since).days
        return [ngettext("confirmed {n} day ago", "confirmed {n} days ago", days)]
    if row.kind == CONSENT:
        return [wording.code("consent_purpose", row.what)]
    return [row.what]
