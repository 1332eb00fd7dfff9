"""Small forms about one case of a duty: not possible, done, noted by hand, a departure from the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.protocol.breaches import BreachDraft
from desktop.protocol.duty_cases import DAY_ENDS
from desktop.protocol.duty_drafts import ByHand
from desktop.records.protocol import Provision
from desktop.windows.centre_page import CentrePage
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import LongTextField
from desktop.windows.form import Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.labels import Label
from desktop.windows.meeting_named import OWN, agency_of, code_of, who
from desktop.windows.protocol_duty_rows import first_line
from desktop.windows.time_fields import DateField, TimeField
from desktop.windows.unfinished_forms import ASKED


class CasePage(CentrePage):
    """A form about a case that stands in a record."""

    @property
    def parts(self) -> tuple[UUID | None, str, UUID | None, UUID | None]:
        """Provision, kind of record, record, institution."""
        provision, record, record_id, whose = [*self.about.split("/"), "", "", "", ""][:4]
        return UUID(provision) if provision else None, record, UUID(record_id) if record_id else None, agency_of(whose)

    def kept_under(self) -> UUID | None:
        """Provision and record together: several duties may stand on one record."""
        provision, _record, record_id, _whose = self.parts
        return UUID(int=provision.int ^ record_id.int) if provision and record_id else provision or record_id

    def _keep(self, raw: dict[str, Any]) -> bool:
        words = " ".join(str(raw.get("fact") or raw.get("reason") or "").split())
        return self.desk.keep_draft(self.NAME, self.kept_under(), {**raw, ASKED: self.about}, words)


class ImpossiblePage(CasePage):
    """Why a duty could not be kept."""

    NAME = "protocol_impossible"
    HEADING = N_("Was not possible")

    def groups(self) -> list[Group]:
        """The reason."""
        return [Group("", [[(LongTextField("reason", N_("Reason"), required=True), 12)]])]

    def write(self, told: dict[str, Any]) -> None:
        """Keep it."""
        provision, record, record_id, _whose = self.parts
        assert provision
        assert record_id
        centre = self.desk.centre
        centre.duties.note_impossible(provision, record, record_id, told["reason"] or "", centre.worker)


class DonePage(CasePage):
    """When a duty was kept, known from elsewhere than the records."""

    NAME = "protocol_done"
    HEADING = N_("Done, known from elsewhere")

    def groups(self) -> list[Group]:
        """The moment, and by what it is known."""
        return [
            Group("", [
                [(DateField("done_at", N_("Day"), self.desk.centre.world.today, required=True), 4),
                 (TimeField("done_hour", N_("Time")), 3)],
                [(LongTextField("reason", N_("By what it is known"), lines=2), 12)],
            ])
        ]  # fmt: skip

    def above(self) -> QWidget:
        """What the time does."""
        return Label(N_("Without a time the beginning of the day counts."), "second", wrap=True)

    def write(self, told: dict[str, Any]) -> None:
        """Keep it."""
        provision, record, record_id, _whose = self.parts
        assert provision
        assert record_id
        centre, at = self.desk.centre, _done_at(told)
        if at is None:
            raise Problem(N_("Fill in this field."), field="done_at")
        centre.duties.note_done(provision, record, record_id, at, centre.worker, reason=told["reason"] or "")


class ByHandPage(CentrePage):
    """A case that no record tells of; `about` is its identifier, or empty for a new one."""

    NAME = "protocol_by_hand"
    HEADING = N_("Case by hand")

    def groups(self) -> list[Group]:
        """Which provision, whose, from when until when, and what it was."""
        today = self.desk.centre.world.today
        return [
            Group("", [
                [(ChoiceField("provision_id", N_("Provision"), self._provisions, required=True), 7),
                 (InstitutionField(self.desk, "agency_id", N_("Whose duty"), who(self.desk.centre)), 5)],
                [(LongTextField("reason", N_("What it was"), required=True, lines=2), 12)],
                [(DateField("begins_at", N_("Time limit runs from"), today, required=True), 4),
                 (TimeField("begins_hour", N_("Time")), 2),
                 (DateField("done_at", N_("Done"), today), 4), (TimeField("done_hour", N_("Time")), 2)],
                [(ChipsField("impossible", N_("State"), _impossible, several=True), 12)],
            ])
        ]  # fmt: skip

    def begin(self) -> None:
        """What was noted, or a new one of our own centre."""
        found = self.record()
        if found is None:
            self.form.put({"agency_id": OWN, "begins_at": self.desk.centre.world.today()})
            return
        note = self.desk.centre.duties.kept_note(found)
        begins, done = note.begins_at, note.done_at
        self.form.put(
            {
                "provision_id": note.provision_id.hex, "agency_id": code_of(note.agency_id), "reason": note.reason,
                "impossible": ("yes",) if note.is_impossible else (),
                "begins_at": begins.date() if begins else None, "done_at": done.date() if done else None,
                "begins_hour": begins.time() if begins and begins.time() != DAY_ENDS else None,
                "done_hour": done.time() if done and done.time() != time() else None,
            }
        )  # fmt: skip

    def write(self, told: dict[str, Any]) -> None:
        """Keep it."""
        draft = ByHand(
            UUID(told["provision_id"]) if told["provision_id"] else None, agency_of(told["agency_id"] or OWN),
            self._begins_at(told), _done_at(told), "yes" in (told["impossible"] or ()), told["reason"] or "",
        )  # fmt: skip
        self.desk.centre.duties.note_by_hand(draft, self.desk.centre.worker, self.record())

    def _begins_at(self, told: dict[str, Any]) -> datetime | None:
        """Known by day alone it begins at the end of that day, or now."""
        if told["begins_at"] is None:
            return None
        if told["begins_hour"] is not None:
            return datetime.combine(told["begins_at"], told["begins_hour"])
        now = self.desk.centre.world.here()
        return now if told["begins_at"] == now.date() else datetime.combine(told["begins_at"], DAY_ENDS)

    def _provisions(self) -> Sequence[tuple[str, str]]:
        """Those with a time limit: of the versions in force, and the one that was noted."""
        centre, found = self.desk.centre, self.record()
        noted = centre.duties.kept_note(found).provision_id if found else None
        today = centre.world.today()
        duties = (one for one in centre.duties.watched() if one.holds_on(today) or one.provision_id == noted)
        return [(one.provision_id.hex, f"{one.number} · {first_line(one.title)}") for one in duties]

    def _keep(self, raw: dict[str, Any]) -> bool:
        return self.desk.keep_draft(self.NAME, self.record(), raw, " ".join(str(raw.get("reason", "")).split()))


class BreachPage(CasePage):
    """A departure from the protocol: a fact, its effect, what is wished; it becomes a problem between institutions."""

    NAME = "protocol_breach"
    HEADING = N_("Departure from the protocol")

    def groups(self) -> list[Group]:
        """Which provision, who, and three sentences."""
        return [
            Group("", [
                [(ChoiceField("provision_id", N_("Provision"), self._provisions, required=True), 7),
                 (InstitutionField(self.desk, "agency_id", N_("Institution"), who(self.desk.centre)), 5)],
                [(LongTextField("fact", N_("What happened"), required=True), 12)],
                [(LongTextField("effect", N_("What it led to"), lines=2), 12)],
                [(LongTextField("wish", N_("What is wished"), lines=2), 12)],
            ])
        ]  # fmt: skip

    def above(self) -> QWidget:
        """What becomes of it."""
        said = N_("It stands in the register of problems from now on. Say what happened rather than who failed.")
        return Label(said, "second", wrap=True)

    def begin(self) -> None:
        """The case it is about."""
        provision, _record, _record_id, whose = self.parts
        self.form.put({"provision_id": provision.hex if provision else "", "agency_id": code_of(whose)})

    def write(self, told: dict[str, Any]) -> None:
        """Keep it, and raise the problem."""
        _provision, record, record_id, _whose = self.parts
        draft = BreachDraft(
            UUID(told["provision_id"]) if told["provision_id"] else None, record, record_id if record else None,
            agency_of(told["agency_id"] or OWN), told["fact"] or "", told["effect"] or "", told["wish"] or "",
        )  # fmt: skip
        self.desk.centre.breaches.note(draft, self.desk.centre.worker)

    def _provisions(self) -> Sequence[tuple[str, str]]:
        """Those of the versions in force, and the one that the case was judged by."""
        centre, meant = self.desk.centre, self.parts[0]
        versions = (centre.protocols.in_force(one.id) for one in centre.protocols.all())
        rows = [row for one in versions if one for row in centre.protocols.sheet(one.id).provisions]
        found = {row.provision.id: f"{row.provision.number} · {_words(row.provision)}" for row in rows}
        judged_by = (one for one in centre.duties.watched() if one.provision_id == meant)
        found |= {one.provision_id: f"{one.number} · {first_line(one.title)}" for one in judged_by}
        return [(one.hex, words) for one, words in found.items()]


def _words(provision: Provision) -> str:
    return first_line(provision.title or provision.text)


def _done_at(told: dict[str, Any]) -> datetime | None:
    """Known by day alone it was done at the beginning of that day."""
    return datetime.combine(told["done_at"], told["done_hour"] or time()) if told["done_at"] else None


def _impossible() -> list[tuple[str, str]]:
    return [("yes", _("Was not possible"))]
