"""The place in which a guest of a meeting is written down, or a name and an office are put right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from desktop.language import N_, _
from desktop.meetings.attendances import AttendanceDraft, AttendanceRow
from desktop.problems import Problem
from desktop.records.meeting import ANSWERS_TO_INVITATION
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.chips_field import ChipsField
from desktop.windows.desk import Desk
from desktop.windows.fields import TextField
from desktop.windows.form import Form, Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.institutions import institution_words
from desktop.windows.labels import Label
from desktop.windows.meeting_named import OWN, OWN_WORDS
from desktop.windows.meeting_sitting import Sitting
from desktop.windows.offered import Offered

FORM = "meeting_attendance"


class PersonPanel(Card):
    """Fields of one person of a meeting; half-typed words are kept as a draft of the meeting."""

    closed = Signal()

    def __init__(self, desk: Desk, saved: Callable[[], object]) -> None:
        super().__init__(gap=8)
        self._desk, self._saved = desk, saved
        self._sitting: Sitting | None = None
        self._row: AttendanceRow | None = None
        self.form = Form([Group("", self._rows())], keep=self._keep)
        self._title, self.banner = Label(N_("A guest of the meeting"), "card"), Banner("amber")
        self.save_button = Button(N_("Save"), OUTLINED, key="Ctrl+Shift+Enter", do=self.save)
        leave = Button(N_("Do not save"), PLAIN, do=self.leave)
        for widget in (self._title, self.banner, self.form):
            self.column.addWidget(widget)
        self.column.addWidget(Apart(self.form.foot, (leave, self.save_button)))
        self.hide()

    def open(self, sitting: Sitting, row: AttendanceRow | None) -> None:
        """Show it, for a guest or for somebody who was asked."""
        self._sitting, self._row = sitting, row
        one = row.attendance if row else None
        who = (one.agency_id.hex if one.agency_id else OWN) if one else ""
        self._title.say(N_("Who comes") if row else N_("A guest of the meeting"))
        self.form.put({
            "agency_id": who, "name": one.name if one else "", "role": one.role if one else "",
            "answer": one.answer if one else "",
        })  # fmt: skip
        self.banner.hide()
        self.show()
        self.form.fields["name" if row else "agency_id"].focus()

    def leave(self) -> None:
        """Close it; what was typed is dropped."""
        self.form.forget()
        if self._sitting is not None:
            self._desk.drop_draft(FORM, self._sitting.meeting.id)
        self.hide()
        self.closed.emit()

    def save(self) -> bool:
        """Keep it and close; False while something is wrong."""
        try:
            self._write(self.form.values())
        except Problem as problem:
            self.form.refuse(problem, self.banner.tell)
            return False
        self._desk.kept()
        self.leave()
        self._saved()
        return True

    def keep_now(self) -> None:
        """Keep what is typed."""
        if self.form.is_pending():
            self.form.keep_now()

    def put_back(self, sitting: Sitting) -> None:
        """Open it again with what was half typed."""
        centre = self._desk.centre
        note = centre.drafts.of(FORM, sitting.meeting.id, centre.worker)
        if note is None or not self.isHidden():
            self._sitting = sitting
            return
        about = note.fields.get("about")
        row = next((each for each in sitting.attendance if each.attendance.id.hex == about), None)
        self.open(sitting, row)
        self.form.restore(dict(note.fields.get("raw") or {}))

    def _rows(self) -> list[list[tuple[Any, int]]]:
        desk = self._desk
        offered = Offered(self._institutions, lambda code: institution_words(desk.centre, code))
        return [
            [
                (InstitutionField(desk, "agency_id", N_("Institution"), offered, required=True), 5),
                (TextField("name", N_("Name and surname"), required=True), 4),
                (TextField("role", N_("Office")), 3),
            ],
            [(ChipsField("answer", N_("Answer to the invitation"), _answers), 12)],
        ]

    def _write(self, told: dict[str, Any]) -> None:
        assert self._sitting is not None
        log, by = self._desk.centre.attendances, self._desk.centre.worker
        before = AttendanceDraft.of(self._row.attendance) if self._row else AttendanceDraft(presence="present")
        draft = replace(
            before, agency_id=UUID(told["agency_id"]) if told["agency_id"] != OWN else None,
            name=told["name"] or "", role=told["role"] or "", answer=told["answer"] or "",
        )  # fmt: skip
        if self._row is None:
            log.add(self._sitting.meeting.id, draft, by)
        else:
            log.amend(self._row.attendance.id, draft, by)

    def _keep(self, raw: dict[str, Any]) -> bool:
        if self._sitting is None or self.isHidden():
            return True
        about = self._row.attendance.id.hex if self._row else ""
        return self._desk.keep_draft(
            FORM, self._sitting.meeting.id, {"raw": raw, "about": about}, self._sitting.kind_words()
        )

    def _institutions(self) -> list[tuple[str, str]]:
        centre = self._desk.centre
        found = centre.directory.agencies(active_on=centre.world.today())
        return [("", ""), *((agency.id.hex, agency.known_as) for agency in found), (OWN, _(OWN_WORDS))]


def _answers() -> list[tuple[str, str]]:
    return [(code, _(words)) for code, words in ANSWERS_TO_INVITATION.items() if code]
