"""Handing notices on to a colleague: who looks after them from now on, and a few words for her."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, ngettext
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.chips_field import ChipsField
from desktop.windows.desk import Desk
from desktop.windows.fields import LongTextField
from desktop.windows.form import Group
from desktop.windows.sheet_page import SheetPage
from desktop.windows.table_acts import Together

NOBODY = "nobody"
"""The answer that leaves it to whoever comes next."""
SEVERAL = "several"
"""Where a draft keeps the notices that are handed on together."""
MOST_NAMED = 30
"""Numbers named at most."""


class HandOnPage(SheetPage):
    """To whom, and what she should know; the words are a hand-over note and stay with the notice."""

    NAME = "hand_on"
    HEADING = N_("Hand it on")
    SAVE = N_("Hand it on")
    several: tuple[UUID, ...] = ()
    """All that are handed on, where it is more than one."""

    def groups(self) -> list[Group]:
        """To whom, and the words."""
        self.whom = ChipsField("to_id", N_("Who looks after it from now on"), self._workers, required=True)
        return [
            Group("", [[(self.whom, 12)], [(LongTextField("text", N_("What she should know"), lines=4), 12)]]),
        ]

    def show_record(self, about: UUID | Any | None) -> None:
        """Begin about this notice, or about several: the first stands beside the form, the others are named."""
        self.several = tuple(about) if isinstance(about, tuple) else ()
        super().show_record(self.several[0] if self.several else about)
        note = self.desk.centre.drafts.of(self.NAME, self.draft_key(), self.desk.centre.worker)
        if note is not None and not self.several:
            self.several = tuple(map(UUID, note.fields.get(SEVERAL, ())))
        self._name_all()

    def changeEvent(self, event: QEvent) -> None:
        """Say how many in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_all()

    def state(self) -> dict[str, Any]:
        """Which notices."""
        return super().state() | {SEVERAL: [notice.hex for notice in self.several]}

    def restore(self, state: dict[str, Any]) -> None:
        """The same notices, with what was typed."""
        if state.get(SEVERAL):
            self.show_record(tuple(map(UUID, state[SEVERAL])))
        else:
            super().restore(state)

    def _name_all(self) -> None:
        """Which notices are handed on, where it is more than one."""
        if len(self.several) > 1:
            rows = {row.id: row.label for row in self.desk.centre.referrals.rows(self.several)}
            named = ", ".join(rows[notice] for notice in self.several[:MOST_NAMED] if notice in rows)
            more = "\u2026" if len(self.several) > MOST_NAMED else ""
            self.banner.say(
                N_("Notices handed on together: {n}"), "{notices}", tone="blue", n=len(rows), notices=named + more
            )

    def _keep(self, raw: dict[str, Any]) -> bool:
        return super()._keep(raw | {SEVERAL: [notice.hex for notice in self.several]})

    def begin(self, sheet: ReferralSheet) -> None:
        """Nobody is chosen beforehand."""
        self.form.put({"to_id": "", "text": ""})

    def first(self) -> QWidget:
        """The colleagues: a digit chooses."""
        return self.whom.chips.chips()[0]

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Hand it on."""
        to_id = UUID(told["to_id"]) if told["to_id"] != NOBODY else None
        notices = self.several or (sheet.referral.id,)
        self.desk.centre.handovers.hand_on(notices, to_id, told["text"] or "", self.desk.centre.worker)

    def _workers(self) -> list[tuple[str, str]]:
        """Everybody who works here, and whoever comes next."""
        members = self.desk.centre.staff.members(active_only=True)
        return [*((m.id.hex, m.name) for m in members), (NOBODY, _("Whoever comes next"))]


def handing_on(desk: Desk) -> Together:
    """Handing on the notices that are marked in a list."""

    def words(n: int) -> str:
        return ngettext("Hand {n} notice on…", "Hand {n} notices on…", n)

    def do(marked: Sequence[Hashable]) -> None:
        desk.go("hand_on", tuple(marked))

    return Together(words, do)
