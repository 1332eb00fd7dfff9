"""What stands under the minutes: who signs them, and the corrections listed after they were agreed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, chosen
from desktop.meetings.minutes import Minutes
from desktop.records.meeting import PRESENCE, Meeting, MinutesCorrection
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.card import Card
from desktop.windows.fields import LongTextField
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, clear
from desktop.windows.meeting_sitting import DOT


class Signatories(Card):
    """Who took part, and who of them signs."""

    def __init__(self, attend: Callable[[], object]) -> None:
        super().__init__(gap=6)
        self._attend = Button(N_("Attendance"), OUTLINED, icon="people", do=attend)
        self.column.addWidget(Apart(Label(N_("Who took part, and who signs"), "card", wrap=True), (self._attend,)))
        self._list = Column(gap=4)
        self.column.addLayout(self._list)

    def put(self, minutes: Minutes, say: Callable[[str], str], *, is_fixed: bool) -> None:
        """Show everybody asked, those who sign marked by a word."""
        self._attend.setVisible(not is_fixed)
        clear(self._list)
        for each in minutes.present:
            who = DOT.join(part for part in (each.institution, each.name, each.role) if part)
            told = [say(PRESENCE[each.presence])]
            if each.signs:
                told.append(say(N_("signs the minutes")))
            self._list.addWidget(Apart(text(who, wrap=True), (text(", ".join(told), "second"),)))


class Corrections(Card):
    """What was found wrong afterwards, in its order, with who and when; and the place for another one."""

    def __init__(self, add: Callable[[], object], typed: Callable[[], object]) -> None:
        super().__init__(gap=8)
        self.column.addWidget(Label(N_("Corrections"), "card", wrap=True))
        self._none = Label(N_("Nothing was corrected. The minutes themselves never change."), "quiet", wrap=True)
        self.column.addWidget(self._none)
        self._list = Column(gap=8)
        self.column.addLayout(self._list)
        self.field = LongTextField("text", N_("Another correction"), lines=2)
        self.add = Button(N_("List the correction"), OUTLINED, icon="plus", key="F6", do=add)
        self.column.addWidget(self.field)
        self.column.addWidget(Apart(QWidget(), (self.add,)))
        self.field.changed.connect(typed)

    def put(self, corrections: Sequence[MinutesCorrection], centre: Centre) -> None:
        """Show these, the earliest first."""
        clear(self._list)
        self._none.setVisible(not corrections)
        for number, each in enumerate(corrections, 1):
            box = QWidget()
            column = Column(box, gap=1)
            when = chosen().moment(centre.world.desk(each.at))
            column.addWidget(text(DOT.join((f"{number}.", when, each.by)), "second", wrap=True))
            column.addWidget(text(each.text, wrap=True))
            self._list.addWidget(box)

    def words(self) -> Any:
        """What is typed of another one."""
        return self.field.value()


def say_state(banner: Banner, meeting: Meeting, taken_back: tuple[str, date] | None = None) -> None:
    """Why minutes cannot be changed, or not yet; a draft needs no banner, unless it was agreed and that was taken back.

    `taken_back`: by whom, and on which day.
    """
    if meeting.state == "agreed":
        more = N_("These minutes stay as they are. Locked by: {worker}")
        banner.say(N_("Agreed on {day}"), more, day=meeting.agreed_on, worker=meeting.agreed_by)
    elif meeting.state == "planned":
        banner.say(N_("This meeting is not ended yet. Its minutes are drafted when it ends."))
    elif meeting.state == "called_off":
        banner.say(N_("This meeting was called off."))
    elif taken_back:
        worker, day = taken_back
        more = N_("They are a draft again. Taken back by: {worker}, {day}")
        banner.say(N_("These minutes were agreed, and that was taken back."), more, worker=worker, day=day)
    else:
        banner.hide()
