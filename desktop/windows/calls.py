"""The call list: one call after another without ever calling wrongly.

The rule is asked when a call is opened, when its number is shown, and again whenever the clock goes on; where nobody
may call, Enter covers the whole window with the reason and with what can be done instead.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.records.contact_log import DueCall
from desktop.records.person import MayCall
from desktop.windows.attempt import is_digit
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import PLAIN, Button, sequence
from desktop.windows.calls_card import CallCard
from desktop.windows.calls_rows import COLUMNS, GOES_ON, CallQuery, CallSource, cells
from desktop.windows.card import Ground
from desktop.windows.chips import Chips
from desktop.windows.desk import Desk, Screen
from desktop.windows.hand_on import handing_on
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow
from desktop.windows.names import shown_name
from desktop.windows.sides import Sides
from desktop.windows.stop_card import StopCard
from desktop.windows.table import Cell, Sort, TableModel
from desktop.windows.table_acts import ListActs, RowAct
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

LOOK_AGAIN_MS = 15_000
MINE, CENTRE, NOW = "mine", "centre", "now"


class CallView(TableView):
    """The list; a digit typed in it answers on the card."""

    digit = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits belong to the card."""
        if is_digit(event):
            self.digit.emit(event)
        else:
            super().keyPressEvent(event)


class Calls(Screen):
    """The list of calls at the left, the chosen one at the right."""

    NAME = "calls"
    TITLE = N_("Calls")
    ICON = "phone"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.source = CallSource(desk.centre.contacts)
        self.model = TableModel(self.source, COLUMNS, self._cells, desk.background, sort=Sort("may"), parent=self)
        self.view = CallView(self.model, N_("Calls"))
        self._empty = EmptyState("phone", N_("Nobody waits for a call."))
        self._empty_button = self._empty.offer(N_("Clear the filters"), self.clear)
        self.list = TableCard(self.view, self.model, self._empty)
        self.acts = ListActs(desk, self.NAME, self.TITLE, self.list)
        self.acts.together = handing_on(desk)
        self.acts.of_row = self._row_acts
        self.whose, self.may_now = Chips(self._scopes, clearable=False), Chips(self._now_chip)
        self.whose.set_value((CENTRE,))
        self.clear_button = Button(N_("Clear the filters"), PLAIN, key="Shift+F4", do=self.clear)
        QShortcut(sequence("F4"), self, self.whose.focus_first)
        self.card = CallCard(desk)
        self.sides = Sides(self.list, self.card, sizes=desk.sizes(self.NAME))
        self._next: UUID | None = None
        self._build()
        self._connect()
        self._clock = QTimer(self, interval=LOOK_AGAIN_MS)
        self._clock.timeout.connect(self.look_again)
        self._clock.start()
        self.ask()

    def ask(self) -> None:
        """Read the calls."""
        self.clear_button.setVisible(bool(self._filters()))
        mine = self.whose.value() == (MINE,)
        self.model.ask(CallQuery(self.desk.centre.worker.id if mine else None, bool(self.may_now.value())))

    def refresh(self) -> None:
        """Read again."""
        self.ask()
        self.card.refresh()

    def clear(self) -> None:
        """Show the whole centre."""
        self.whose.set_value((CENTRE,))
        self.may_now.set_value(())
        self.ask()

    def show_record(self, about: UUID | Any | None) -> None:
        """Open that call: its card, or the stop before it."""
        if isinstance(about, UUID):
            if self.model.row_of(about) < 0:
                self.clear()
            self.view.choose(about)
            self._show(about)
            self.open()

    def open(self) -> None:
        """The outcome takes the digits; where nobody may call, the stop covers the window."""
        self.sides.show_detail()
        self.card.look_again()
        if not self.cover():
            self.card.first().setFocus()

    def cover(self) -> bool:
        """Cover the whole window: why nobody calls, and what can be done; False where one may call."""
        why = None if self.card.goes_on else self.card.why_not()
        if why is None:
            return False
        stop = StopCard(understood=self._understood, record=self._record_way, go_on=self._go_on)
        ground = Ground("sunken")
        ground.column.addWidget(stop)
        self.desk.cover(ground)
        stop.put(why, self.card.who)
        stop.understood.setFocus()
        return True

    def look_again(self) -> None:
        """The clock went on: ask every rule anew, and let the card turn; beside a panel the chosen call stays."""
        if self.isVisible():
            self.card.look_again()
            if self.isEnabled():
                self.ask()

    def keep_now(self) -> None:
        """Keep what is half typed."""
        self.card.keep_now()

    def state(self) -> dict[str, Any]:
        """Filters, order and the chosen call."""
        row, sort = self.view.current_id(), self.model.sort_by
        told = {"whose": self.whose.value(), "now": self.may_now.value(), "sort": [sort.key, sort.descending]}
        return {**told, "row": row.hex if row else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """Filters, order and the chosen call, as they were."""
        if order := state.get("sort"):
            self.view.sort_by = Sort(*order)
        self.whose.set_value(state.get("whose") or (CENTRE,))
        self.may_now.set_value(state.get("now", ()))
        self.ask()
        if state.get("row"):
            self.view.choose(UUID(state["row"]))

    def first(self) -> QWidget:
        """The list, or the card where it covers it."""
        return self.card.first() if self.sides.is_on_detail() else self.view

    def changeEvent(self, event: QEvent) -> None:
        """Say the counts again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._count(self.model.rowCount())
        super().changeEvent(event)

    def _build(self) -> None:
        filters = QWidget()
        chips = Flow(filters, gap=8)
        for widget in (self.whose, self.may_now, self.clear_button):
            chips.addWidget(widget)
        words = Column(gap=2)
        words.addWidget(Label(N_("Calls"), "title"))
        words.addWidget(Label(N_("First those who may be called now, by the nearest deadline."), "quiet", wrap=True))
        page = Column(self, gap=12, margins=(24, 16, 24, 18))
        page.addLayout(words)
        page.addWidget(filters)
        page.addWidget(self.sides, 1)
        self.card.hide()

    def _connect(self) -> None:
        self.sides.moved.connect(lambda sizes: self.desk.sizes(self.NAME, sizes))
        self.whose.changed.connect(self.ask)
        self.may_now.changed.connect(self.ask)
        self.model.loaded.connect(self._count)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(lambda _id: self.open())
        self.view.digit.connect(self._answer)
        self.card.done.connect(self._go_to_next)
        self.card.stopped.connect(self.cover)

    def _scopes(self) -> list[tuple[str, str]]:
        return [(MINE, _("Mine")), (CENTRE, _("Whole centre"))]

    def _filters(self) -> list[str]:
        """What narrows the list, in words."""
        mine, may = self.whose.value() == (MINE,), bool(self.may_now.value())
        return [*([_("Mine")] if mine else []), *([_("May call now")] if may else [])]

    def _now_chip(self) -> list[tuple[str, str]]:
        count = sum(call.may is MayCall.YES for call in self.source.calls.values()) if hasattr(self, "source") else 0
        return [(NOW, f"{_('May call now')} {chosen().number(count)}")]

    def _row_acts(self) -> list[RowAct]:
        """What is done with a call, and the way to its notice."""
        about, go = self.view.current_id(), self.desk.go
        pages = (("safe", N_("Safe contact")), ("assistance_entry", N_("Assistance")), ("hand_on", N_("Hand it on")),
                 ("referrals", N_("Open the notice")))  # fmt: skip
        return [(N_("Contact attempt"), self.open), *((words, partial(go, page, about)) for page, words in pages)]

    def _cells(self, call: DueCall) -> dict[str, Cell]:
        return dict(cells(call, self.desk.centre.world.here(), self.desk.wording(), self.model.hidden))

    def _count(self, count: int) -> None:
        self.may_now.refill()
        self.list.count(ngettext("{n} person", "{n} persons", count), " \u00b7 ".join(self._filters()))
        self._say_empty()
        wanted, self._next = self._next, None
        if wanted is not None and self.view.choose(wanted):
            return
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        if not count:
            self.card.hide()

    def _say_empty(self) -> None:
        everyone = self.source.calls.values()
        later = [call for call in everyone if call.may is MayCall.NOT_NOW and call.next_at]
        self._empty_button.setVisible(bool(everyone))
        if not everyone or not later:
            self._empty.say(
                N_("Everybody who may be called has been called.") if everyone else N_("Nobody waits for a call.")
            )
            return
        call = min(later, key=lambda late: late.next_at or late.due_at)
        assert call.next_at is not None
        when = chosen().near(call.next_at, self.desk.centre.world.here())
        self._empty.say(
            N_("Everybody who may be called has been called. Next: {person}, {when}"),
            person=shown_name(call.person_name, call.label), when=when,
        )  # fmt: skip

    def _choose(self, identifier: UUID | None) -> None:
        if identifier is not None:
            self._show(identifier)

    def _answer(self, event: QKeyEvent) -> None:
        """A digit typed in the list answers on the card, which is on show then: nothing is answered unseen."""
        if self.card.isHidden():
            return
        self.sides.show_detail()
        if self.sides.is_on_detail():
            self.card.first().setFocus()
        self.card.keyPressEvent(event)

    def _show(self, identifier: UUID) -> None:
        sheet, caret = self.card.sheet, QApplication.focusWidget()
        if sheet is None or sheet.referral.id != identifier:
            self.card.keep_now()
            self.card.form.forget()
            self.card.show_record(identifier)
            if caret is not None and not self.card.isAncestorOf(caret):
                caret.setFocus(Qt.FocusReason.OtherFocusReason)  # the arrows go on along the list
        self.card.setVisible(self.card.sheet is not None)

    def _go_to_next(self) -> None:
        """After saving: the next in the list who may be called, else the first."""
        here = self.model.row_of(self.view.current_id())
        ids = [self.model.id_at(row) for row in range(self.model.rowCount())]
        after = [*ids[here + 1 :], *ids[: max(here, 0)]]
        may = [i for i in after if i in self.source.calls and self.source.calls[i].may in GOES_ON]
        self._next = next(iter(may or after), None)
        self.ask()
        if self.card.isVisible():
            self.card.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _understood(self) -> None:
        self.desk.cover(None)
        if self.card.is_other_way():
            self.card.take_agreed_way()
            self.card.first().setFocus()
            return
        if self.card.take_first_person():
            self.open()
            return
        self.sides.show_main()
        self.view.setFocus()

    def _record_way(self) -> None:
        self.desk.cover(None)
        self.card.go_to_safe_way()

    def _go_on(self) -> None:
        self.desk.cover(None)
        self.card.go_on()
