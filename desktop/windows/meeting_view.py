"""In the meeting: the agenda, what stands under the item on show, its minutes; nothing pops up, all goes by keys."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, chosen
from desktop.meetings.commitments import CommitmentRow
from desktop.problems import Problem
from desktop.records.meeting import Decision
from desktop.windows import item_clock
from desktop.windows.desk import Desk, Screen
from desktop.windows.item_clock import ItemClock
from desktop.windows.layouts import Row
from desktop.windows.look import follow, px
from desktop.windows.meeting_case_panel import CasePanel
from desktop.windows.meeting_item import Acts, ItemPage
from desktop.windows.meeting_outline import Outline
from desktop.windows.meeting_panel import CommitmentPanel, DecisionPanel, Panel
from desktop.windows.meeting_promises import Carried
from desktop.windows.meeting_sitting import DOT, Sitting, reopen
from desktop.windows.minutes_text import Kept

BESIDE = 980
"""Pixels at text size 100 % under which the agenda is a list over the item instead of a pane beside it."""
NOTED_AFTER = 20
"""A time is written down for its own sake when it grew by so many seconds."""


class MeetingView(Screen):
    """The meeting as it goes on."""

    NAME = "meeting_view"
    STANDS_ALONE = True
    sitting: Sitting | None = None
    item_id: UUID | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ticks: dict[UUID, bool] = {}
        self.kept, self.clock = Kept(desk, self.NAME, self), ItemClock(desk.centre.world, self)
        self.promising, self.deciding, self.noting = CommitmentPanel(desk), DecisionPanel(desk), CasePanel(desk)
        self.panels: tuple[Panel, ...] = (self.promising, self.deciding, self.noting)
        self.outline = Outline(self._attend)
        self.page = ItemPage(desk, self._acts(), self.panels)
        whole = Row(self, gap=0)
        whole.addWidget(self.outline)
        whole.addWidget(self.page, 1)
        self.page.text.textChanged.connect(self._typed)
        self.kept.kept.connect(self._say_kept)
        self.clock.looked.connect(self._say_time)
        self.outline.chosen.connect(self.go_to)
        self.outline.ticked.connect(self._tick)
        self.page.agreed.wanted.connect(self._say_better)
        self.page.agreed.taken.connect(self.refresh)
        self.page.points.case_wanted.connect(partial(self._ask, self.noting))
        carried = self.page.points.carried
        self._half: tuple[Panel | Carried, ...] = (*self.panels, carried)
        """Where words may be half typed beside the minutes; a draft knows them by their place here."""
        carried.typed.connect(self._panel_typed)
        for panel in self.panels:
            panel.saved.connect(self.refresh)
            panel.closed.connect(self._closed)
            panel.typed.connect(self._panel_typed)
        follow(self._arrange)

    def show_record(self, about: UUID | Any | None) -> None:
        """Show this meeting; None: the next one."""
        if about is None and self.sitting is None:
            coming = self.desk.centre.diary.coming()
            about = coming.id if coming else None
        if about is not None:
            self._open(UUID(str(about)), None)

    def refresh(self) -> None:
        """Read again; what is half typed stays."""
        if self.sitting is not None and self.desk.centre.vault.is_open:
            self._open(self.sitting.meeting.id, self.item_id)

    def keep_now(self) -> None:
        """Write down what is typed, and keep what is half typed in a panel."""
        self._panel_typed()
        self._write()

    def state(self) -> dict[str, Any]:
        """Which meeting, and which item."""
        if self.sitting is None or self.item_id is None:
            return {}
        return {"meeting": self.sitting.meeting.id.hex, "item": self.item_id.hex}

    def restore(self, state: dict[str, Any]) -> None:
        """The same item again."""
        if state.get("meeting"):
            self._open(UUID(state["meeting"]), UUID(state["item"]))

    def first(self) -> QWidget:
        """The minutes, or the panel that is open."""
        panel = next((each for each in self.panels if not each.isHidden()), None)
        if panel is None and self.page.points.carried.why.isVisibleTo(self):
            return self.page.points.carried.why
        return next(iter(panel.form.fields.values())) if panel else self.page.text

    def go_to(self, item_id: UUID) -> None:
        """Leave the item and look at another one."""
        if self.sitting is not None and self._write():
            self._open(self.sitting.meeting.id, item_id)
            self.page.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """The next item; the one that is left is dealt with."""
        if self.sitting is not None and self.item_id is not None:
            place = self.sitting.place(self.item_id)
            if self.sitting.is_open:
                self._ticks[self.item_id] = True
            self.go_to(self.sitting.items[min(place + 1, len(self.sitting.items) - 1)].id)

    def go_back(self) -> None:
        """The item before."""
        if self.sitting is not None:
            self.go_to(self.sitting.items[max(0, self.sitting.place(self.item_id) - 1)].id)

    def promise(self) -> None:
        """A commitment under this item."""
        self._ask(self.promising)

    def decide(self) -> None:
        """A decision under this item."""
        self._ask(self.deciding)

    def end(self) -> None:
        """End the meeting; the toast has the way back. What is half typed in a panel is saved first, or asked for."""
        if self.sitting is None or not all(each.is_settled() for each in self._half) or not self._write():
            return
        meeting_id = self.sitting.meeting.id
        try:
            self.desk.centre.minuting.end(meeting_id, self.desk.centre.worker)
        except Problem as problem:
            self.desk.tell(problem)
            return
        self.desk.back()
        self.desk.go("meeting_minutes", meeting_id)
        self.desk.saved(N_("The meeting is ended. The minutes are a draft."), partial(reopen, self.desk, meeting_id))

    def turn_timer(self) -> None:
        """Let the time be shown and counted, or not."""
        self.clock.pause()
        item_clock.turn()
        self.clock.go_on()
        self._say_time()

    def showEvent(self, event: QShowEvent) -> None:
        """The time of the item goes on."""
        super().showEvent(event)
        self.clock.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """The time of the item stands still."""
        super().hideEvent(event)
        self.clock.pause()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The agenda beside the item, or over it."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language, or with codes for names."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _acts(self) -> Acts:
        return Acts(
            self.go_to, self.go_back, self.go_on, self.promise, self.decide, self.end, self._attend,
            self._to_minutes, self.turn_timer, self.refresh,
        )  # fmt: skip

    def _open(self, meeting_id: UUID, item_id: UUID | None) -> None:
        try:
            sitting = Sitting.read(self.desk.centre, meeting_id)
        except Problem as problem:
            self.desk.tell(problem)
            return
        is_other = self.sitting is None or self.sitting.meeting.id != meeting_id
        self.sitting = sitting
        title = DOT.join((sitting.kind_words(), chosen().day(sitting.meeting.on_day)))
        self.kept.begin(meeting_id, {item.id: item.heard for item in sitting.items}, title)
        known = [item.id for item in sitting.items]
        if item_id not in known:
            item_id = next((item.id for item in sitting.items if not item.is_done), known[0] if known else None)
        is_turned = item_id != self.item_id
        self.item_id = item_id
        if is_turned and item_id is not None:
            self.clock.begin(sitting.items[sitting.place(item_id)].seconds)
            self.page.say_kept("")
            for panel in self.panels:
                panel.hide()
            self.page.let_panel_lead(False)
        self._show(is_turned=is_turned)
        if is_other and self.kept.beside and sitting.is_open:
            self._put_back(dict(self.kept.beside))

    def _show(self, *, is_turned: bool = False) -> None:
        sitting, item_id = self.sitting, self.item_id
        if sitting is not None and item_id is not None:
            self.outline.put(sitting, item_id)
            said = self.kept.text(item_id, sitting.items[sitting.place(item_id)].heard)
            self.page.put(sitting, item_id, said, is_turned=is_turned)
            self._say_time()

    def _arrange(self) -> None:
        beside = self.width() >= px(BESIDE)
        self.outline.setVisible(beside)
        self.page.over.setVisible(not beside)

    def _typed(self) -> None:
        """Letters came; they are kept within seconds."""
        if self.sitting is not None and self.item_id is not None and self.sitting.is_open:
            item = self.sitting.items[self.sitting.place(self.item_id)]
            self.kept.type(self.item_id, self.page.text.toPlainText(), item.heard)

    def _write(self) -> bool:
        """Write down what is typed, the ticks and the time."""
        if self.sitting is None or self.item_id is None or not self.sitting.is_open:
            return True
        item, seconds = self.sitting.items[self.sitting.place(self.item_id)], self.clock.seconds
        is_long = seconds - item.seconds >= NOTED_AFTER
        is_told = self.kept.is_typed(self.item_id) or self.item_id in self._ticks
        ticks, self._ticks = self._ticks, {}
        return self.kept.write(seconds={self.item_id: seconds} if is_long or is_told else {}, done=ticks)

    def _tick(self, item_id: UUID) -> None:
        """Dealt with, or not yet."""
        if self.sitting is not None and self.sitting.is_open:
            self._ticks[item_id] = not self.sitting.items[self.sitting.place(item_id)].is_done
            self._write()
            self.refresh()

    def _ask(self, panel: Panel, about: UUID | None = None) -> None:
        if self.sitting is None or self.item_id is None or not self.sitting.is_open:
            return
        for other in self.panels:
            if other is not panel and not other.isHidden():
                other.close_panel()
        if panel.isHidden() or about is not None:
            panel.open(self.sitting, self.item_id, about)
        self.page.let_panel_lead(True)
        panel.form.setFocus(Qt.FocusReason.OtherFocusReason)
        next(iter(panel.form.fields.values())).focus()

    def _say_better(self, row: Decision | CommitmentRow) -> None:
        if isinstance(row, Decision):
            self._ask(self.deciding, row.id)
        else:
            self._ask(self.promising, row.commitment.id)

    def _closed(self) -> None:
        self._panel_typed()
        self.page.let_panel_lead(False)
        self.page.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _panel_typed(self) -> None:
        """What stands in an open panel, or of a reason, goes into the draft too."""
        half = {number: told for number, each in enumerate(self._half) if (told := each.half_typed())}
        beside = {str(number): told for number, told in half.items()}
        if beside != self.kept.beside:
            self.kept.beside = beside
            self.kept.note()

    def _put_back(self, beside: dict[str, Any]) -> None:
        assert self.sitting is not None
        for number, told in beside.items():
            if UUID(told["item"]) in {item.id for item in self.sitting.items}:
                self._open(self.sitting.meeting.id, UUID(told["item"]))
                self._half[int(number)].put_back(self.sitting, told)
                self.page.let_panel_lead(int(number) < len(self.panels))

    def _say_kept(self) -> None:
        self.page.say_kept(chosen().clock(self.desk.centre.world.here()))

    def _say_time(self) -> None:
        if self.sitting is not None and self.item_id is not None:
            planned = self.sitting.items[self.sitting.place(self.item_id)].minutes
            self.page.say_time(self.clock.seconds, planned)

    def _attend(self) -> None:
        if self.sitting is not None:
            self.desk.go("meeting_attendance", self.sitting.meeting.id)

    def _to_minutes(self) -> None:
        if self.sitting is not None:
            self.desk.go("meeting_minutes", self.sitting.meeting.id)
