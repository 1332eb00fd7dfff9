"""The kinds of meeting a centre has: how often, who is asked, when papers are closed; the usual ones at one button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.meetings.diary import Diary
from desktop.meetings.kinds import KindDraft
from desktop.problems import Problem
from desktop.records.meeting import MeetingKind
from desktop.records.vocabulary import WEEKDAYS
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.meeting_words import kind_words
from desktop.windows.pill import CLOSED, GOOD
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

COLUMNS = (
    TableColumn("name", N_("Kind of meeting"), "key", signs=16, stretch=2),
    TableColumn("rhythm", N_("Rhythm"), "text", signs=24, stretch=2, leaves=3),
    TableColumn("members", N_("Who is asked"), "quiet", signs=10, leaves=2),
    TableColumn("cut_off", N_("Papers closed"), "quiet", signs=22, leaves=1),
    TableColumn("state", N_("State"), "pill", signs=10),
)
LAST = 5
EMPTY = N_("No kind of meeting is laid down yet. The usual ones of the country can be brought and changed later.")


@dataclass(frozen=True)
class KindRow:
    """A kind with its members."""

    kind: MeetingKind
    draft: KindDraft


class _Source:
    """All kinds, those used no longer too."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._held: Mapping[UUID, KindRow] = {}

    def ids(self, query: Any, sort: Sort) -> Sequence[UUID]:
        """In their order, those in use first."""
        kinds = sorted(self._diary.kinds(retired=True), key=lambda kind: not kind.is_active)
        self._held = {kind.id: KindRow(kind, self._diary.kind_draft(kind.id)) for kind in kinds}
        return list(self._held)

    def rows(self, ids: Sequence[Any]) -> Mapping[UUID, KindRow]:
        """These of them."""
        return {one: self._held[one] for one in ids if one in self._held}


class MeetingKinds(Screen):
    """The list."""

    NAME = "meeting_kinds"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.banner = Banner("red")
        self.model = TableModel(
            _Source(desk.centre.diary), COLUMNS, self._cells, desk.background, sort=Sort(""), parent=self
        )
        self.view = TableView(self.model, N_("Kinds of meeting"))
        empty = EmptyState("meeting", EMPTY)
        self._first = empty.offer(N_("Bring the usual kinds"), self.bring)
        self.list = TableCard(self.view, self.model, empty)
        self.acts = ListActs(desk, self.NAME, N_("Kinds of meeting"), self.list)
        self.usual_button = Button(N_("Bring the usual kinds"), OUTLINED, do=self.bring)
        self.retire_button = Button(N_("Use no longer"), OUTLINED, do=self.retire)
        self.new_button = Button(N_("New kind"), PRIMARY, icon="plus", key="F6", do=lambda: desk.go("meeting_kind"))
        close = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(Label(N_("Kinds of meeting"), "title", wrap=True))
        said.addWidget(Label(N_("What is changed here holds for meetings planned from now on."), "second", wrap=True))
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(words, (close, self.retire_button, self.usual_button, self.new_button)))
        page.addWidget(self.banner)
        page.addWidget(self.list, 1)
        self.view.opened.connect(lambda found: desk.go("meeting_kind", found))
        self.view.chosen.connect(self._offer)
        self.model.loaded.connect(self._loaded)
        self.refresh()

    def first(self) -> QWidget:
        """The list, or bringing the usual ones."""
        return self.view if self.model.rowCount() else self._first

    def refresh(self) -> None:
        """Read again."""
        self.model.ask("")

    def bring(self) -> None:
        """Add the usual kinds that are not there."""
        centre = self.desk.centre
        try:
            brought = centre.diary.bring_usual(centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.refresh()
        if brought:
            self.desk.kept(N_("Usual kinds of meeting added"))
        else:
            self.banner.say(N_("All usual kinds are here already."), tone="blue")

    def retire(self) -> None:
        """Offer the chosen kind no longer, or again."""
        row = self._row()
        if row is None:
            return
        centre, again = self.desk.centre, not row.kind.is_active
        try:
            centre.diary.retire(row.kind.id, centre.worker, again=again)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.refresh()
        self.desk.kept(N_("Kind of meeting used again") if again else N_("Kind of meeting retired"))

    def state(self) -> dict[str, Any]:
        """The chosen row."""
        found = self.view.current_id()
        return {"row": found.hex if found else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """The same row."""
        if state.get("row"):
            self.view.choose(UUID(state["row"]))

    def changeEvent(self, event: QEvent) -> None:
        """Say the foot in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._loaded(self.model.rowCount())

    def _row(self) -> KindRow | None:
        place = self.view.currentIndex().row()
        found = self.model.record(place) if place >= 0 else None
        return found if isinstance(found, KindRow) else None

    def _loaded(self, count: int) -> None:
        self.list.foot.say(N_("Kinds of meeting: {n}"), n=count)
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        self._offer()

    def _offer(self, *_chosen: object) -> None:
        row = self._row()
        self.retire_button.setEnabled(row is not None)
        is_retired = row is not None and not row.kind.is_active
        self.retire_button.say(N_("Use again") if is_retired else N_("Use no longer"))

    def _cells(self, row: KindRow) -> Mapping[str, Cell]:
        draft, hidden = row.draft, self.model.hidden
        asked = len(draft.permanent) + len(draft.occasional)
        told = {
            "rhythm": rhythm_words(row.kind), "members": ngettext("{n} institution", "{n} institutions", asked),
            "cut_off": cut_off_words(row.kind),
        }  # fmt: skip
        second = [told[key] for key in ("rhythm", "members") if key in hidden]
        state = Cell(_("In use"), sign=GOOD) if row.kind.is_active else Cell(_("Used no longer"), sign=CLOSED)
        return {
            "name": Cell(kind_words(row.kind), " \u00b7 ".join(second)),
            **{key: Cell(words) for key, words in told.items()},
            "state": state,
        }


def rhythm_words(kind: MeetingKind) -> str:
    """How often it is held."""
    weekday = chosen().weekday(WEEKDAYS.index(kind.weekday))
    if kind.rhythm == "monthly":
        if kind.week >= LAST:
            return _("Every month: {weekday}, the last one", weekday=weekday)
        return _("Every month: {weekday}, number {n}", weekday=weekday, n=kind.week)
    if kind.rhythm == "days":
        return ngettext("At least every {n} day", "At least every {n} days", kind.days)
    return _("No fixed rhythm")


def cut_off_words(kind: MeetingKind) -> str:
    """When the papers are closed."""
    days = chosen().working_days(kind.cut_off_days)
    return _("{days} before, {time}", days=days, time=kind.cut_off_at)
