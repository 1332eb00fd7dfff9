"""The item on show in a meeting: its title, what was brought for it, its minutes, what was agreed, and the foot.

It shows what it is handed and asks for everything else by the acts it was made with.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, _, chosen
from desktop.windows import item_clock
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button, sequence
from desktop.windows.card import Card, Drawing
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row, scrolled
from desktop.windows.look import follow, px
from desktop.windows.meeting_agreed import AgreedTable
from desktop.windows.meeting_points import Points
from desktop.windows.meeting_sitting import Sitting, part_words
from desktop.windows.minutes_text import MinutesText
from desktop.windows.names import are_hidden

SHARE = 0.45
"""What was brought takes so much of the height at most, and scrolls: the minutes stay in sight."""
LEAST, LOWEST = 130, 110
OVER = {
    "held": N_("This meeting was ended. Its minutes are a draft."),
    "agreed": N_("The minutes of this meeting are agreed."),
    "called_off": N_("This meeting was called off."),
}


@dataclass(frozen=True)
class Acts:
    """What can be asked of the screen."""

    go_to: Callable[[UUID], object]
    go_back: Callable[[], object]
    go_on: Callable[[], object]
    promise: Callable[[], object]
    decide: Callable[[], object]
    end: Callable[[], object]
    attend: Callable[[], object]
    to_minutes: Callable[[], object]
    turn_timer: Callable[[], object]
    settled: Callable[[], object]
    """A commitment carried over was settled."""


class ItemPage(QWidget):
    """Everything right of the agenda."""

    def __init__(self, desk: Desk, acts: Acts, panels: Sequence[QWidget]) -> None:
        super().__init__()
        self._acts = acts
        self._title = Label("", "title", wrap=True)
        self.names = Button(N_("Hide names"), PLAIN, icon="eye", key="F8", hears=False, do=desk.turn_names)
        self.full = Button(N_("Full screen"), PLAIN, key="F11", hears=False, do=desk.turn_full_screen)
        self.end = Button(N_("End the meeting"), OUTLINED, do=acts.end)
        self.banner = Banner("blue")
        self._to_minutes = self.banner.offer(N_("To the minutes"), acts.to_minutes)
        self.points, self.agreed = Points(desk, acts.settled), AgreedTable(desk)
        self.text = MinutesText()
        self.over = self._jump()
        inner = QWidget()
        body = Column(inner, gap=12, margins=(24, 16, 24, 12))
        body.addWidget(self.over)
        body.addWidget(Apart(self._title, (self.names, self.full, self.end)))
        body.addWidget(self.banner)
        self._area = scrolled(self.points)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        body.addWidget(self._area)
        self._minutes_card, self._below = self._minutes(), tuple(panels)
        body.addWidget(self._minutes_card, 1)
        for widget in (*panels, self.agreed):
            body.addWidget(widget)
        self.whole = scrolled(inner, is_modest=True)
        column = Column(self, gap=0)
        column.addWidget(self.whole, 1)
        column.addWidget(self._foot())
        for key, step in (("Alt+PgUp", -1), ("Alt+PgDn", 1)):
            QShortcut(sequence(key), self, partial(self._scroll, step))
        self.points.rested.connect(self.measure)
        follow(self.measure)

    def put(self, sitting: Sitting, item_id: UUID, said: str, *, is_turned: bool) -> None:
        """Show this item, with these words in its minutes."""
        place, is_open, part = sitting.place(item_id), sitting.is_open, sitting.part(item_id)
        self._title.put(part_words(part))
        self._heading.say(N_("Minutes, item {number}"), number=place + 1)
        self.text.setAccessibleName(self._heading.text())
        if is_turned or self.text.toPlainText() != said:
            self.text.put(said)
        self.text.setReadOnly(not is_open)
        self.points.put(part, sitting)
        self.points.carried.setEnabled(is_open)
        self.agreed.put(sitting, item_id)
        self.agreed.is_fixed = not is_open
        self.jump.setAccessibleName(_("Agenda"))
        self.jump.fill([(p.item_id.hex, f"{n}. {part_words(p)}") for n, p in enumerate(sitting.agenda.parts, 1)])
        self.jump.choose(item_id.hex)
        self.names.say(N_("Show names") if are_hidden() else N_("Hide names"))
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place + 1 < len(sitting.items))
        for button in (self.end, self.decide, self.promise):
            button.setVisible(is_open)
        self._say_over(sitting.meeting.state)
        if is_turned:
            self._area.verticalScrollBar().setValue(0)
            self.whole.verticalScrollBar().setValue(0)
        self.measure()

    def say_kept(self, clock: str) -> None:
        """Everything typed is safe since that time; empty: not yet."""
        self._kept_at.say(N_("saved {time}"), time=clock)
        for widget in (self._kept_sign, self._kept_at):
            widget.setVisible(bool(clock))

    def say_time(self, seconds: int, planned: int) -> None:
        """How long the item has taken of what was planned."""
        on, spent = item_clock.is_on(), seconds // 60
        self._time.put(_("{done} of {total}", done=spent, total=chosen().minutes(planned)))
        self._time.tint("amber" if spent > planned > 0 else "")
        self._time.setVisible(on)
        self.timer.say(N_("Timer off") if on else N_("Timer on"))

    def let_panel_lead(self, is_open: bool) -> None:
        """While a panel is open its own button is the filled one, and it has the place of what was agreed."""
        self.promise.set_kind(OUTLINED if is_open else PRIMARY)
        self.agreed.setVisible(not is_open)
        self.measure()

    def measure(self) -> None:
        """What was brought takes the room that minutes and agreements leave; tables in it show fewer rows."""
        self.whole.setMinimumHeight(px(LOWEST))
        taken = sum(w.sizeHint().height() + px(12) for w in (*self._below, self.agreed) if not w.isHidden())
        left = self.whole.height() - self._minutes_card.minimumSizeHint().height() - taken - px(90)
        room = max(px(LEAST), min(left, round(self.height() * SHARE)))
        high = self.points.fit(max(1, self._area.viewport().width()), room)
        self._area.setFixedHeight(min(max(high, 1), room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self.measure()

    def sizeHint(self) -> QSize:
        """The whole window."""
        return QSize(px(600), px(500))

    def _scroll(self, step: int) -> None:
        """What was brought, a page further or back."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())

    def _say_over(self, state: str) -> None:
        if state in OVER:
            self.banner.say(OVER[state])
            self._to_minutes.setVisible(state != "called_off")
        else:
            self.banner.hide()

    def _jump(self) -> QWidget:
        """In a narrow window: the agenda as a list, and attendance."""
        over = QWidget()
        self.jump = Combo()
        self.jump.activated.connect(lambda: self._acts.go_to(UUID(self.jump.code())))
        self.attend = Button(N_("Attendance"), OUTLINED, icon="people", do=self._acts.attend)
        row = Row(over, gap=8)
        row.addWidget(self.jump, 1)
        row.addWidget(self.attend)
        return over

    def _minutes(self) -> Card:
        card = Card(gap=8)
        self._heading, self._kept_at = Label("", "strong", wrap=True), Label("", "second")
        self._kept_sign = Drawing("check", "green", 16)
        kept = QWidget()
        row = Row(kept, gap=6)
        row.addWidget(self._kept_sign)
        row.addWidget(self._kept_at)
        card.column.addWidget(Apart(self._heading, (kept,)))
        card.column.addWidget(self.text, 1)
        for widget in (self._kept_sign, self._kept_at):
            widget.hide()
        return card

    def _foot(self) -> QWidget:
        self.before = Button(N_("Item before"), OUTLINED, key="PgUp", do=self._acts.go_back)
        self.after = Button(N_("Next item"), OUTLINED, key="PgDn", do=self._acts.go_on)
        self._time = Label("", "medium")
        self.timer = Button(N_("Timer off"), PLAIN, do=self._acts.turn_timer)
        self.decide = Button(N_("Decision"), OUTLINED, icon="note", key="F7", do=self._acts.decide)
        self.promise = Button(N_("Commitment"), PRIMARY, icon="flag", key="F6", do=self._acts.promise)
        ways, foot = QWidget(), QWidget()
        flow = Flow(ways, gap=8)
        for widget in (self.before, self.after, self._time, self.timer):
            flow.addWidget(widget)
        column = Column(foot, gap=0, margins=(24, 4, 24, 16))
        column.addWidget(Apart(ways, (self.decide, self.promise)))
        return foot
