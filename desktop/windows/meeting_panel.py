"""The small panels in which a commitment or a decision is typed beside the minutes: Enter saves, Esc closes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.language import N_, _
from desktop.meetings.commitments import CommitmentDraft
from desktop.problems import Problem
from desktop.records.meeting import Decision
from desktop.records.promise import Commitment
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.due_field import DueField
from desktop.windows.fields import TextField
from desktop.windows.form import Form, Group, is_choosing
from desktop.windows.institution_field import InstitutionField
from desktop.windows.institutions import institution_words
from desktop.windows.labels import Label
from desktop.windows.meeting_named import OWN, OWN_WORDS
from desktop.windows.meeting_sitting import Sitting
from desktop.windows.offered import Offered

USUAL_DAYS = 10
"""Working days until something promised is due, where no next meeting is known."""


class Panel(Card):
    """One of the two panels; subclasses say the fields and what saving does."""

    HEADING = ""
    closed = Signal()
    saved = Signal()
    typed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=8)
        self.desk, self.about = desk, None
        self.sitting: Sitting | None = None
        self.item_id: UUID | None = None
        self.form = Form([Group("", self.rows())], keep=self._note)
        self.banner = Banner("amber")
        self._title = Label(self.HEADING, "card", wrap=True)
        self.close_button = Button(N_("Close"), PLAIN, key="Esc", do=self.close_panel)
        self.save_button = Button(N_("Save"), PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.save)
        for widget in (self._title, self.banner, self.form):
            self.column.addWidget(widget)
        self.column.addWidget(Apart(self.form.foot, (self.close_button, self.save_button)))
        for edit in self.form.findChildren(QLineEdit):
            edit.installEventFilter(self)
        self.hide()

    about: UUID | None
    """What is said better; None: something new."""

    def rows(self) -> list[list[tuple[Any, int]]]:
        """The fields."""
        raise NotImplementedError

    def begin(self, sitting: Sitting, item_id: UUID) -> None:
        """A new one under an item."""
        raise NotImplementedError

    def write(self, told: dict[str, Any]) -> None:
        """Keep what is typed."""
        raise NotImplementedError

    def open(self, sitting: Sitting, item_id: UUID, about: UUID | None = None) -> None:
        """Show it, for a new one or for one that is there."""
        self.sitting, self.item_id, self.about = sitting, item_id, about
        self.begin(sitting, item_id)
        self.banner.hide()
        self.show()
        next(iter(self.form.fields.values())).focus()

    def close_panel(self) -> None:
        """Close it; what was typed in it is dropped."""
        self.form.forget()
        self.hide()
        self.closed.emit()

    def save(self) -> bool:
        """Keep what is typed and close; False while something is wrong."""
        try:
            self.write(self.form.values())
        except Problem as problem:
            self.form.refuse(problem, self.banner.tell)
            return False
        self.close_panel()
        self.saved.emit()
        return True

    def is_settled(self) -> bool:
        """Save what is typed, or close what is empty; False while something in it is wrong."""
        if self.isHidden():
            return True
        if not str(next(iter(self.form.fields.values())).raw()).strip():
            self.close_panel()
            return True
        return self.save()

    def half_typed(self) -> dict[str, Any]:
        """What stands in it, for a draft; nothing while it is closed."""
        if self.isHidden() or self.item_id is None:
            return {}
        return {"item": self.item_id.hex, "about": self.about.hex if self.about else "", "raw": self.form.raw()}

    def put_back(self, sitting: Sitting, kept: dict[str, Any]) -> None:
        """Open it again with what was half typed."""
        about = UUID(kept["about"]) if kept.get("about") else None
        self.open(sitting, UUID(kept["item"]), about)
        self.form.restore(kept.get("raw") or {})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves, unless a list hangs open."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
            if is_enter and not is_choosing(watched):
                self.save()
                return True
        return super().eventFilter(watched, event)

    def _note(self, _raw: dict[str, Any]) -> bool:
        self.typed.emit()
        return True


class CommitmentPanel(Panel):
    """Who promises what, by when."""

    HEADING = N_("Commitment")

    def rows(self) -> list[list[tuple[Any, int]]]:
        """What, which institution, who there, by when."""
        world = self.desk.centre.world
        self.due = DueField("due_on", N_("Due"), world.today, self.desk.centre.lists.calendar())
        offered = Offered(self._institutions, lambda code: institution_words(self.desk.centre, code))
        self.who = InstitutionField(self.desk, "agency_id", N_("Institution"), offered, required=True)
        return [
            [(TextField("what", N_("What is promised"), required=True), 12)],
            [(self.who, 5), (TextField("person", N_("Who there")), 4), (self.due, 3)],
        ]

    def begin(self, sitting: Sitting, item_id: UUID) -> None:
        """Due by the next meeting, or in ten working days."""
        self.due.calendar = self.desk.centre.lists.calendar()
        self.who.refill()
        kept = self._kept()
        if kept is not None:
            who = kept.agency_id.hex if kept.agency_id else OWN
            self.form.put({"what": kept.what, "agency_id": who, "person": kept.person, "due_on": kept.due_on})
            return
        today = self.desk.centre.world.today()
        day = sitting.agenda.next_on
        if day is None or day <= today:
            day = self.due.calendar.later(today, USUAL_DAYS)
        self.form.put({"what": "", "agency_id": "", "person": "", "due_on": day})

    def write(self, told: dict[str, Any]) -> None:
        """Keep it under the item, and under its problem where there is one alone."""
        sitting, centre = self.sitting, self.desk.centre
        assert sitting is not None
        assert self.item_id is not None
        kept = self._kept()
        draft = CommitmentDraft(
            what=told["what"] or "", agency_id=UUID(told["agency_id"]) if told["agency_id"] != OWN else None,
            due_on=told["due_on"], person=told["person"] or "", meeting_id=sitting.meeting.id, item_id=self.item_id,
            problem_id=kept.problem_id if kept else self._problem(),
        )  # fmt: skip
        if kept is not None:
            centre.commitments.amend(kept.id, draft, centre.worker)
            self.desk.kept(N_("Commitment changed."))
        else:
            centre.commitments.promise(draft, centre.worker)
            self.desk.kept(N_("Commitment noted."))

    def _kept(self) -> Commitment | None:
        rows = self.sitting.commitments if self.sitting and self.about else ()
        return next((row.commitment for row in rows if row.commitment.id == self.about), None)

    def _problem(self) -> UUID | None:
        assert self.sitting is not None
        assert self.item_id is not None
        found = [line.problem_id for line in self.sitting.part(self.item_id).lines if hasattr(line, "problem_id")]
        return found[0] if len(found) == 1 else None

    def _institutions(self) -> list[tuple[str, str]]:
        """Those asked to the meeting first, ours among them, then all others."""
        asked = (
            {row.agency.id.hex: row.agency.known_as for row in self.sitting.attendance if row.agency}
            if self.sitting
            else {}
        )
        centre = self.desk.centre
        others = centre.directory.agencies(active_on=centre.world.today())
        rest = {agency.id.hex: agency.known_as for agency in others}
        return [
            ("", ""),
            *asked.items(),
            (OWN, _(OWN_WORDS)),
            *((c, w) for c, w in rest.items() if c not in asked),
        ]


class DecisionPanel(Panel):
    """What was concluded."""

    HEADING = N_("Decision")

    def rows(self) -> list[list[tuple[Any, int]]]:
        """One line."""
        return [[(TextField("text", N_("What was decided"), required=True), 12)]]

    def begin(self, sitting: Sitting, item_id: UUID) -> None:
        """Empty, or as it stands."""
        kept = self._kept()
        self.form.put({"text": kept.text if kept else ""})

    def write(self, told: dict[str, Any]) -> None:
        """Keep it under the item."""
        assert self.item_id is not None
        kept, by = self._kept(), self.desk.centre.worker
        if kept is not None:
            self.desk.centre.minuting.reword(kept.id, told["text"] or "", by)
            self.desk.kept(N_("Decision changed."))
        else:
            self.desk.centre.minuting.decide(self.item_id, told["text"] or "", by)
            self.desk.kept(N_("Decision noted."))

    def _kept(self) -> Decision | None:
        rows = self.sitting.decisions if self.sitting and self.about else ()
        return next((row for row in rows if row.id == self.about), None)
