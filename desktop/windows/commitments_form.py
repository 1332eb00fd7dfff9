"""A new commitment, or one that is worded better: what, who, by when, and the problem it should help to solve."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.language import N_, chosen
from desktop.meetings.commitments import CommitmentDraft
from desktop.records.promise import Commitment
from desktop.windows.centre_page import CentrePage
from desktop.windows.choice import ChoiceField
from desktop.windows.due_field import DueField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.meeting_named import agency_of, code_of, latest_meetings, who

USUAL_DAYS = 10
"""Working days that are proposed where no meeting is planned."""
OF_MEETING, OF_PROBLEM = "meeting ", "problem "
"""Before the identifier of the meeting or the problem that gets a new commitment."""
LONGEST = 70
"""Letters of a fact by which a problem is named."""
ABOUT = "about"
"""What a draft of a new one calls where it comes from."""


class CommitmentPage(CentrePage):
    """The form; `about` is the commitment's identifier, `OF_MEETING` or `OF_PROBLEM` with another one, or empty."""

    NAME = "commitment"
    HEADING = N_("Commitment")

    def groups(self) -> list[Group]:
        """What, who, by when; from where."""
        centre, promisers = self.desk.centre, who(self.desk.centre, Commitment.agency_id)
        due = DueField("due_on", N_("Due"), centre.world.today, centre.commitments.calendar())
        return [
            Group("", [
                [(TextField("what", N_("What was promised"), required=True), 12)],
                [(InstitutionField(self.desk, "agency_id", N_("Institution"), promisers, required=True), 5),
                 (TextField("person", N_("Who there")), 4), (due, 3)],
                [(ChoiceField("meeting_id", N_("From which meeting"), self._meetings, searched=True), 12)],
                [(ChoiceField("problem_id", N_("The problem it helps to solve"), self._problems, searched=True), 12)],
            ])
        ]  # fmt: skip

    def show_record(self, about: Any | None) -> None:
        """Begin; a new one that is taken up again knows by its draft where it comes from."""
        note = None if about else self.desk.centre.drafts.of(self.NAME, None, self.desk.centre.worker)
        super().show_record(note.fields.get(ABOUT) if note is not None else about)

    def begin(self) -> None:
        """What stands in it; a new one is due at the next meeting."""
        centre, found = self.desk.centre, self.record()
        if found:
            draft = CommitmentDraft.of(centre.commitments.row(found).commitment)
        else:
            coming, today = centre.diary.coming(), centre.world.today()
            due = coming.on_day if coming and coming.on_day > today else self._later()
            draft = CommitmentDraft(due_on=due, meeting_id=self._of(OF_MEETING), problem_id=self._of(OF_PROBLEM))
        for name in ("meeting_id", "problem_id"):
            self.form.fields[name].refill()  # type: ignore[attr-defined]
        linked = {name: value.hex if (value := getattr(draft, name)) else "" for name in ("meeting_id", "problem_id")}
        who_ = code_of(draft.agency_id) if found else ""
        self.form.put({"what": draft.what, "person": draft.person, "due_on": draft.due_on, "agency_id": who_, **linked})

    def write(self, told: dict[str, Any]) -> None:
        """Note or change it."""
        centre, found = self.desk.centre, self.record()
        item = centre.commitments.row(found).commitment.item_id if found else None
        linked = {name: UUID(told[name]) if told[name] else None for name in ("meeting_id", "problem_id")}
        draft = CommitmentDraft(
            told["what"] or "",
            agency_of(told["agency_id"]),
            told["due_on"],
            told["person"] or "",
            item_id=item,
            **linked,
        )
        if found:
            centre.commitments.amend(found, draft, centre.worker)
        else:
            centre.commitments.promise(draft, centre.worker)

    def _later(self) -> Any:
        centre = self.desk.centre
        return centre.commitments.calendar().later(centre.world.today(), USUAL_DAYS)

    def _of(self, what: str) -> UUID | None:
        return UUID(self.about.removeprefix(what)) if self.about.startswith(what) else None

    def _meetings(self) -> list[tuple[str, str]]:
        return [("", ""), *latest_meetings(self.desk.centre, self.desk.centre.world.today())]

    def _problems(self) -> list[tuple[str, str]]:
        rows = self.desk.centre.raised_problems.all(open_only=True)
        return [("", ""), *((row.problem.id.hex, problem_named(row.problem.number, row.problem.fact)) for row in rows)]

    def _keep(self, raw: dict[str, Any]) -> bool:
        return self.desk.keep_draft(self.NAME, self.record(), raw | {ABOUT: self.about}, str(raw.get("what", "")))


def problem_named(number: int, fact: str) -> str:
    """A problem by its number and the beginning of its fact."""
    words = " ".join(fact.split())
    short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "\u2026"
    return f"{chosen().number(number)} \u00b7 {short}"
