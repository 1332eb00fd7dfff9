"""One working group as it is written down or changed, and the end of its work."""

from __future__ import annotations

from typing import Any

from desktop.language import N_
from desktop.records.training import WorkingGroupMember
from desktop.records.working_groups import GroupDraft, MemberDraft
from desktop.windows.centre_page import CentrePage
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group, Place
from desktop.windows.institution_field import InstitutionField
from desktop.windows.name_field import NameField
from desktop.windows.rows_field import RowsField
from desktop.windows.time_fields import DateField
from desktop.windows.training_page import WithOurs, code_of, id_of


class GroupPage(WithOurs):
    """The form; `about` is the group's identifier as hexadecimal, or empty."""

    NAME = "working_group"
    HEADING = N_("Working group")

    def groups(self) -> list[Group]:
        """What it is for, since when, who sits in it, what came of it."""
        today = self.desk.centre.world.today
        members = RowsField(
            "members", N_("Institutions and who comes from them"), add=N_("Add a member"), ask=self._ask_member,
            begins={"agency": ""}, read=read_member, show=show_member,
        )  # fmt: skip
        return [
            Group("", [
                [(TextField("name", N_("Name"), required=True), 12)],
                [(LongTextField("purpose", N_("Purpose"), lines=2), 12)],
                [(DateField("since", N_("Since"), today, required=True), 4),
                 (DateField("until", N_("Until, if it has ended"), today), 4)],
            ]),
            Group(N_("Members"), [[(members, 12)]]),
            Group(N_("More"), [[(LongTextField("results", N_("Results"), lines=3), 12)]]),
        ]  # fmt: skip

    def begin(self) -> None:
        """What stands in it; a new one begins today."""
        found = self.record()
        draft = GroupDraft(since=self.desk.centre.world.today())
        if found:
            draft = GroupDraft.of(self.desk.centre.groups.sheet(found))
        self.form.put({name: getattr(draft, name) for name in self.form.fields})

    def write(self, told: dict[str, Any]) -> None:
        """Enter or change it."""
        log, by, found = self.desk.centre.groups, self.desk.centre.worker, self.record()
        draft = GroupDraft(**{**told, **{name: told[name] or "" for name in ("name", "purpose", "results")}})
        if found:
            log.amend(found, draft, by)
        else:
            log.found(draft, by)

    def _ask_member(self) -> list[Place]:
        """An institution, and who comes from it."""
        members = self.offered(WorkingGroupMember.agency_id)
        return [
            (InstitutionField(self.desk, "agency", N_("Institution"), members, required=True), 6),
            (NameField("person", N_("Person")), 6),
        ]


class GroupEndPage(CentrePage):
    """A group ends its work; `about` is its identifier as hexadecimal."""

    NAME = "group_end"
    HEADING = N_("End of a working group")

    def groups(self) -> list[Group]:
        """Since when it works no longer, and what came of it."""
        today = self.desk.centre.world.today
        return [
            Group("", [
                [(DateField("until", N_("Last day of its work"), today, required=True), 4)],
                [(LongTextField("results", N_("Results"), lines=4), 12)],
            ]),
        ]  # fmt: skip

    def begin(self) -> None:
        """Today, and the results that stand there."""
        found = self.record()
        if found is None:
            return
        group = self.desk.centre.groups.sheet(found).group
        self.title.say(N_("End of the working group: {name}"), name=group.name)
        self.form.put({"until": group.until or self.desk.centre.world.today(), "results": group.results})

    def write(self, told: dict[str, Any]) -> None:
        """End it."""
        found = self.record()
        if found is not None:
            self.desk.centre.groups.end(found, told["until"], told["results"] or "", self.desk.centre.worker)


def read_member(told: dict[str, Any]) -> MemberDraft:
    """What a row of members means."""
    return MemberDraft(id_of(told["agency"]), told["person"] or "")


def show_member(member: MemberDraft) -> dict[str, Any]:
    """The same as it stands in a row."""
    return {"agency": code_of(member.agency_id), "person": member.person}
