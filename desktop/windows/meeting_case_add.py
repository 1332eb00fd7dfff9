"""What brings cases on a meeting: the card that proposes them, and the one in which a notice is found.

Neither writes anything: what is to be put on which list is told to the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.meeting import CASE_LISTS
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.card import Card
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.names import shown_name
from desktop.windows.offered_lists import said

OFFERED = 300
"""So many of the latest notices are offered by name or number; of any older one the number is typed whole."""


class ProposedCases(Card):
    """How many cases are proposed for each list, all to be taken at once; hidden while there are none."""

    def __init__(self, take: Callable[[], object]) -> None:
        super().__init__(gap=8, tone="accent")
        self._says = Label("", "body", wrap=True)
        self.take = Button("", OUTLINED, do=take)
        self.column.addWidget(Apart(self._says, (self.take,)))

    def put(self, proposed: Mapping[str, Sequence[object]]) -> None:
        """Say how many, by list."""
        counts = {listed: len(found) for listed, found in proposed.items() if found}
        self.setVisible(bool(counts))
        told = ", ".join(f"{_(CASE_LISTS[listed])}: {count}" for listed, count in counts.items())
        self._says.say(N_("Proposed: high risk since the last meeting, and to be looked at again. {told}"), told=told)
        self.take.say(N_("Put all on: {n}"), n=sum(counts.values()))


class AddCase(Card):
    """A notice by number or name, and a list; `put` is handed both and says whether that went well."""

    def __init__(self, desk: Desk, put: Callable[[UUID, str], bool]) -> None:
        super().__init__(gap=8)
        self._desk, self._put = desk, put
        self.notice = ChoiceField("notice", N_("Number or name"), self._notices, searched=True)
        self.listed = ChipsField("listed", N_("On which list"), said(CASE_LISTS))
        self.form = Form([Group(N_("Add a case"), [[(self.notice, 12)], [(self.listed, 12)]])])
        self.form.foot.hide()
        self.add_button = Button(N_("Put it on the list"), OUTLINED, icon="plus", key="F6", do=self.add)
        self.column.addWidget(self.form)
        self.column.addWidget(Apart(QWidget(), (self.add_button,)))

    def add(self) -> None:
        """Put the notice that was found, or whose number was typed, on a list."""
        found = self.notice._match() or self._by_number(self.notice.words())
        if not found:
            self.notice.show_problem(Problem(N_("There is no such notice.")))
            self.notice.focus()
            return
        if self._put(UUID(found), self.listed.value() or "new"):
            self.notice.set_value("")
            self.notice.refill()
            self.notice.focus()

    def _notices(self) -> list[tuple[str, str]]:
        log = self._desk.centre.referrals
        rows = log.rows(list(log.ids())[:OFFERED])
        return [(row.id.hex, f"{row.label} \u00b7 {shown_name(row.person_name, row.person_code)}") for row in rows]

    def _by_number(self, words: str) -> str:
        found = self._desk.centre.referrals.by_label(words.split(" ", 1)[0])
        return found.id.hex if found else ""
