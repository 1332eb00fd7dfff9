"""What one institution did well, or what it can do: written down fast, institution after institution."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.kept import GONE
from desktop.problems import Problem
from desktop.records.promise import CONTRIBUTIONS, Contribution
from desktop.windows.buttons import DANGER, OUTLINED, Button
from desktop.windows.centre_page import CentrePage
from desktop.windows.chips import Entries
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.contributions_rows import WAITING, WAITS
from desktop.windows.desk import Desk
from desktop.windows.fields import LongTextField
from desktop.windows.form import Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.layouts import Flow
from desktop.windows.meeting_named import agency_of, code_of, latest_meetings, who
from desktop.windows.offered_lists import said
from desktop.windows.time_fields import DateField

ABOUT = "about"
"""What a draft of a new one calls what it began with."""


def asked_of(agency_id: UUID | None, meeting_id: UUID | None, kind: str = "achievement") -> str:
    """What the page is opened with for one institution (None: the own centre) at a meeting (None: at the next)."""
    return f"{kind} {code_of(agency_id)} {meeting_id.hex if meeting_id else ''}".strip()


class ContributionPage(CentrePage):
    """The form; `about` is the record's identifier, what is asked of whom (`kind`, `agency`, `meeting`), or empty."""

    NAME = "contribution"
    HEADING = N_("What an institution told")

    def __init__(self, desk: Desk) -> None:
        self.next_button = Button(N_("Save and next"), OUTLINED, key="Ctrl+Shift+Enter", do=self.save_and_go_on)
        self.out_button = Button(N_("Take it out"), DANGER, do=self.take_out)
        self._goes_on = False
        super().__init__(desk)

    def groups(self) -> list[Group]:
        """Whose, of which kind, what; since when, at which meeting."""
        centre, tellers = self.desk.centre, who(self.desk.centre, Contribution.agency_id)
        return [
            Group("", [
                [(ChipsField("kind", N_("Kind"), said(CONTRIBUTIONS), required=True), 12)],
                [(InstitutionField(self.desk, "agency_id", N_("Institution"), tellers, required=True), 8),
                 (DateField("since", N_("Since"), centre.world.today), 4)],
                [(LongTextField("what", N_("What it told"), lines=3, required=True), 12)],
                [(ChoiceField("meeting_id", N_("At which meeting"), self._meetings), 12)],
            ])
        ]  # fmt: skip

    def below(self) -> QWidget:
        """What else may be done with it."""
        box = QWidget()
        flow = Flow(box, gap=8)
        flow.addWidget(self.next_button)
        flow.addWidget(self.out_button)
        return box

    def show_record(self, about: Any | None) -> None:
        """Begin; a new one that is taken up again knows by its draft what it began with."""
        if isinstance(about, dict):
            about = asked_of(about.get("agency"), about.get("meeting"), about.get("kind", ""))
        note = None if about else self.desk.centre.drafts.of(self.NAME, None, self.desk.centre.worker)
        super().show_record(note.fields.get(ABOUT) if note is not None else about)
        self.first().setFocus()

    def first(self) -> QWidget:
        """The words, where it is known whose they are."""
        known = self.form.fields["agency_id"].raw()[0]
        return self.form.fields["what" if known else "agency_id"]

    def begin(self) -> None:
        """What stands in it."""
        found = self._kept()
        kind, _gap, rest = self.about.partition(" ")
        code, _gap, meeting = rest.partition(" ")
        if found is not None:
            self.form.put(_values(ContributionDraft.of(found)))
        else:
            kind = kind if kind in CONTRIBUTIONS else "achievement"
            self.form.put(_values(ContributionDraft(kind)) | {"agency_id": code, "meeting_id": meeting or WAITS})
        self.next_button.setVisible(found is None)
        self.out_button.setVisible(found is not None)

    def write(self, told: dict[str, Any]) -> None:
        """Note or change it."""
        log, by, found = self.desk.centre.contributions, self.desk.centre.worker, self.record()
        meeting = UUID(told["meeting_id"]) if told["meeting_id"] not in ("", WAITS) else None
        draft = ContributionDraft(
            told["kind"], agency_of(told["agency_id"]), told["what"] or "", told["since"], meeting
        )
        if found:
            log.amend(found, draft, by)
        else:
            log.note(draft, by)

    def save_and_go_on(self) -> None:
        """Save it, and begin the next one of the same kind at the same meeting."""
        self._goes_on = True
        self.save()

    def refuse(self, problem: Problem) -> None:
        """Show what is wrong where it is wrong."""
        self._goes_on = False
        super().refuse(problem)

    def done(self) -> None:
        """Back to where she was, or on to the next institution."""
        if not self._goes_on:
            super().done()
            return
        self._goes_on = False
        self.save_button.setEnabled(True)
        self.form.forget()
        self.desk.drop_draft(self.NAME, None)
        kind, meeting = self.form.fields["kind"].value(), self.form.fields["meeting_id"].value()
        self.about = f"{kind}  {meeting}".rstrip()
        self.begin()
        self.first().setFocus()

    def take_out(self) -> None:
        """Take out what was written down by mistake, with the way back offered."""
        found = self.record()
        if found is None:
            return
        try:
            self.desk.centre.contributions.take_out(found, self.desk.centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.done()
        self.desk.kept()

    def _kept(self) -> Contribution | None:
        """The one that is changed."""
        found, log = self.record(), self.desk.centre.contributions
        rows = [row.contribution for kind in CONTRIBUTIONS for row in log.all(kind)] if found else []
        kept = next((one for one in rows if one.id == found), None)
        if found and kept is None:
            raise Problem(GONE)
        return kept

    def _meetings(self) -> Entries:
        return [(WAITS, _(WAITING)), *latest_meetings(self.desk.centre)]

    def _keep(self, raw: dict[str, Any]) -> bool:
        return self.desk.keep_draft(self.NAME, self.record(), raw | {ABOUT: self.about}, str(raw.get("what", "")))


def _values(draft: ContributionDraft) -> dict[str, Any]:
    """The fields of a draft as the form has them."""
    meeting = draft.meeting_id.hex if draft.meeting_id else WAITS
    linked = {"agency_id": code_of(draft.agency_id), "meeting_id": meeting}
    return {"kind": draft.kind, "what": draft.what, "since": draft.since, **linked}
