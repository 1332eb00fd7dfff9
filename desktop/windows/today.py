"""Today: what cannot wait, in one look after each interruption; each row is one key from its work."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.language import N_, _, ngettext
from desktop.problems import Problem
from desktop.records.drafts import DraftNote
from desktop.records.due import Due
from desktop.records.handover_log import HandoverNote
from desktop.windows import garbage
from desktop.windows.apart import Apart
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import PLAIN, PRIMARY, SOFT, Button, sequence
from desktop.windows.chips import Chips
from desktop.windows.desk import Desk, Screen
from desktop.windows.layouts import Column, Flow, Row
from desktop.windows.look import follow, px
from desktop.windows.table import Cell, Sort
from desktop.windows.table_acts import ListActs, RowAct
from desktop.windows.table_card import TableCard
from desktop.windows.today_banner import TodayBanner
from desktop.windows.today_parts import FIGURES, DraftsCard, Figures, Greeting, HandoverCard, MonthCard
from desktop.windows.today_places import place_of_record, place_of_work, places_of_draft
from desktop.windows.today_rows import COLUMNS, DueModel, DueSource, DueView, TodayQuery, cells

MINE, CENTRE = "mine", "centre"
MINUTE_MS, SOON_MS = 60_000, 5_000
BESIDE = 820
"""Pixels at text size 100 % that list and cards need side by side."""
SIDE = 320
HIDDEN_FORMS = ("window",)
"""Drafts in which the frame keeps itself."""


class Today(Screen):
    """The first screen of the day."""

    NAME = "today"
    TITLE = N_("Today")
    ICON = "today"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.source = DueSource(desk.centre.due, desk.centre.world.here())
        self.model = DueModel(self.source, COLUMNS, self._cells, desk.background, sort=Sort("state"), parent=self)
        self.view = DueView(self.model, N_("What cannot wait"))
        self._empty = EmptyState("check", N_("Nothing is due today."))
        self._empty_button = self._empty.offer(N_("New notice"), self._help_out)
        self.list = TableCard(self.view, self.model, self._empty)
        self.acts = ListActs(desk, self.NAME, self.TITLE, self.list)
        self.acts.of_row = self._row_acts
        self.figures, self.whose = Figures(), Chips(self._scopes, clearable=False)
        self.whose.set_value((CENTRE,))
        self.clear_button = Button(N_("Clear the filters"), PLAIN, key="Shift+F4", do=self.clear)
        QShortcut(sequence("F4"), self, self.whose.focus_first)
        self.drafts, self.handovers, self.month = DraftsCard(), HandoverCard(desk, self.at_hand), MonthCard()
        self.banner, self.greeting, self._only = TodayBanner(desk), Greeting(), ""
        self._build()
        self.model.loaded.connect(self._loaded)
        self.view.opened.connect(self.open)
        self.view.chosen.connect(self._fit_acts)
        self.whose.changed.connect(self.ask)
        self.figures.chosen_one.connect(self._narrow)
        self._clock = QTimer(self, interval=MINUTE_MS)
        self._clock.timeout.connect(self.look_again)
        self._clock.start()
        follow(self._arrange)
        self.refresh()

    def ask(self) -> None:
        """Read what is due."""
        self.clear_button.setVisible(bool(self._filters()))
        mine = self.whose.value() == (MINE,)
        self.model.ask(TodayQuery(self.desk.centre.worker.id if mine else None, self._only))

    def clear(self) -> None:
        """Everything, of the whole centre."""
        self.restore({})

    def refresh(self) -> None:
        """Read everything again; the clock may have passed a deadline."""
        if self.desk.centre.vault.is_open:
            self._say()
            self.ask()
            self._show_cards()

    def look_again(self) -> None:
        """The clock went on: read again; for the rail alone only while nobody is at it, since much may be due."""
        may = self.isVisible() or (garbage.is_at_rest() and not self.desk.background.is_busy())
        if may:
            self.refresh()
        self._clock.start(MINUTE_MS if may else SOON_MS)

    def open(self, key: Any) -> None:
        """Go where this is done, and not to the record."""
        item: Due | None = self.source.item(key)
        if item is not None:
            self.desk.go(*place_of_work(item))

    def at_hand(self) -> Any:
        """The notice of the chosen row."""
        item = self.source.item(self.view.current_id())
        return item.referral_id if item else None

    def look_at(self) -> None:
        """The record of the chosen row: the notice, or the person where her notices are gone."""
        item = self.source.item(self.view.current_id())
        if item is not None:
            self.desk.go(*place_of_record(item))

    def state(self) -> dict[str, Any]:
        """Filters, order and the chosen row."""
        item, sort = self.source.item(self.view.current_id()), self.model.sort_by
        row = [item.kind, item.record_id.hex] if item else []
        return {"whose": self.whose.value(), "only": self._only, "sort": [sort.key, sort.descending], "row": row}

    def restore(self, state: dict[str, Any]) -> None:
        """Filters, order and the chosen row, as they were."""
        if order := state.get("sort"):
            self.view.sort_by = Sort(*order)
        if row := state.get("row"):
            self.view.choose((row[0], UUID(row[1])))
        self.whose.set_value(state.get("whose") or (CENTRE,))
        self._narrow(state.get("only", ""))

    def first(self) -> QWidget:
        """The list, or the way on where nothing is due."""
        return self.view if self.model.rowCount() else self.calls_button

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._count()
            self._show_cards()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the rail what is overdue."""
        super().showEvent(event)
        self.counted.emit(self.source.due.overdue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards beside the list, or under it."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.calls_button = Button(N_("Call list"), PRIMARY, icon="phone", do=lambda: self.desk.go("calls"))
        left, self._side = QWidget(), QWidget()
        self._main = Column(left, gap=12)
        for widget in (self.figures, self._tools()):
            self._main.addWidget(widget)
        self._main.addWidget(self.list, 1)
        side = Column(self._side, gap=12)
        for card in (self.drafts, self.handovers, self.month):
            side.addWidget(card)
        side.addStretch(1)
        self._columns = Row(gap=16)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(self._side)
        page = Column(self, gap=12, margins=(24, 16, 24, 18))
        page.addWidget(Apart(self.greeting, (self.calls_button,)))
        page.addWidget(self.banner)
        page.addLayout(self._columns, 1)

    def _tools(self) -> QWidget:
        """The filter, and what can be done with the chosen row."""
        self.do_button = Button(N_("Do it"), SOFT, key="F6", do=lambda: self.open(self.view.current_id()))
        self.hand_button = Button(N_("Hand it on"), PLAIN, key="F7", do=lambda: self.desk.go("hand_on", self.at_hand()))
        self.look_button = Button(N_("Open"), PLAIN, key="Ctrl+Enter", do=self.look_at)
        tools, acts = QWidget(), QWidget()
        flow = Flow(acts, gap=8, right=True)
        for button in (self.look_button, self.hand_button, self.do_button):
            flow.addWidget(button)
        row = Row(tools, gap=8)
        for widget in (self.whose, self.clear_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(acts, 1)
        return tools

    def _row_acts(self) -> list[RowAct]:
        """The same in the row's menu."""
        item = self.source.item(self.view.current_id())
        acts: list[RowAct] = [(N_("Do it"), self.do_button.click), (N_("Open"), self.look_at)]
        return [*acts, *([(N_("Hand it on"), self.hand_button.click)] if item and item.referral_id else [])]

    def _fit_acts(self, _key: Any = None) -> None:
        """What can be done with the chosen row, and with none."""
        item = self.source.item(self.view.current_id())
        for button in (self.do_button, self.look_button):
            button.setEnabled(item is not None)
        self.hand_button.setEnabled(item is not None and item.referral_id is not None)

    def _arrange(self) -> None:
        """In a small window the list comes first, the figures and cards after it."""
        beside = self.width() >= px(BESIDE + SIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._columns.direction() or not self.isVisible():
            self._columns.setDirection(way)
            self._main.removeWidget(self.figures)
            self._main.insertWidget(0 if beside else self._main.count(), self.figures)
        self._side.setMinimumWidth(px(SIDE) if beside else 0)
        self._side.setMaximumWidth(px(SIDE) if beside else 16_777_215)
        self.list.setMinimumHeight(px(340))

    def _scopes(self) -> list[tuple[str, str]]:
        return [(CENTRE, _("Whole centre")), (MINE, _("Mine"))]

    def _filters(self) -> list[str]:
        """What narrows the list, in words."""
        return [
            *([_("Mine")] if self.whose.value() == (MINE,) else []),
            *([_(FIGURES[self._only])] if self._only else []),
        ]

    def _cells(self, row: Due | str) -> dict[str, Cell]:
        return dict(cells(row, self.desk.centre.world.here(), self.desk.wording(), self.model.hidden))

    def _narrow(self, only: str) -> None:
        self._only = only
        self.figures.choose(only)
        self.ask()

    def _loaded(self, count: int) -> None:
        self.figures.put(self.source.due)
        self.month.put(self.source.due)
        self.counted.emit(self.source.due.overdue)
        self._count()
        if count > 1 and self.source.item(self.view.current_id()) is None:
            self.view.selectRow(1)
        self._fit_acts()

    def _count(self) -> None:
        words = ngettext("{n} thing to do", "{n} things to do", self.source.shown)
        later = self.source.due.this_week
        quiet = not self.source.due.overdue and not self.source.due.today
        if quiet and later:
            planned = ngettext("{n} thing is planned this week.", "{n} things are planned this week.", later)
            words = f"{_('Nothing is due today.')} {planned}"
        self.list.count(words, " \u00b7 ".join(self._filters()))
        is_narrowed = bool(self._filters())
        self._empty.say(N_("Nothing is due here.") if is_narrowed else N_("Nothing is due today."))
        self._empty_button.say(N_("Clear the filters") if is_narrowed else N_("New notice"))

    def _help_out(self) -> None:
        """The button of the empty list: out of the filters, or on to what else there is to do."""
        if self._filters():
            self.clear()
            self.first().setFocus()
        else:
            self.desk.go("notice")

    def _say(self) -> None:
        """The greeting, the day, and what threatens the data."""
        self.greeting.put(self.desk.centre.worker.name, self.desk.centre.world.here())
        self.banner.look()

    def _show_cards(self) -> None:
        centre = self.desk.centre
        kept = tuple(d for d in centre.drafts.all(centre.worker) if d.form not in HIDDEN_FORMS)
        self.drafts.put(kept, centre.world.here(), self._continue, self._throw_away)
        left = len(centre.handovers.left_by(centre.worker))
        self.handovers.put(centre.handovers.waiting(centre.worker), left, self._read)
        self.month.put(self.source.due)

    def _continue(self, draft: DraftNote) -> None:
        called = {item.referral_id for item in self.source.due.items if item.call}
        for place in places_of_draft(draft, called):
            self.desk.go(*place)

    def _throw_away(self, draft: DraftNote) -> None:
        """It is gone at once, and comes back by undo."""
        self.desk.drop_draft(draft.form, draft.about)
        self._show_cards()
        self.desk.saved(N_("Thrown away."), partial(self._take_back, draft))

    def _take_back(self, draft: DraftNote) -> None:
        self.desk.keep_draft(draft.form, draft.about, dict(draft.fields), draft.title)
        self._show_cards()

    def _read(self, kept: HandoverNote) -> None:
        try:
            self.desk.centre.handovers.read(kept.note.id, self.desk.centre.worker)
        except Problem as problem:
            self.desk.tell(problem)
        else:
            self.desk.kept(N_("Read. It stays with the notice."))
        self._show_cards()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
