"""Working groups: the register, with members and results of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from desktop.language import N_, _, chosen, ngettext
from desktop.records.training import WorkingGroup
from desktop.records.working_groups import GroupSheet, WorkingGroups
from desktop.vault.letters import sort_key
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.desk import Desk
from desktop.windows.institutions import institution_words
from desktop.windows.labels import Label, text
from desktop.windows.layouts import clear
from desktop.windows.list_filters import ListFilters
from desktop.windows.names import shown_name
from desktop.windows.pill import CLOSED, GOING_ON, Sign
from desktop.windows.register import Register
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("since", N_("Since"), "key", signs=11, can_sort=True),
    TableColumn("name", N_("Name"), signs=24, stretch=3, can_sort=True),
    TableColumn("state", N_("State"), "pill", signs=14),
)


@dataclass(frozen=True)
class GroupQuery:
    """Which groups a list shows."""

    text: str = ""
    working: bool = False


class GroupSource:
    """The working groups, for the table."""

    def __init__(self, log: WorkingGroups) -> None:
        self._log = log

    def ids(self, query: GroupQuery, sort: Sort) -> Sequence[UUID]:
        """The identifiers, in order."""
        sheets = self._log.find(query.text) if query.text else self._log.all()
        found = [sheet.group for sheet in sheets if not (query.working and sheet.group.until)]
        keys: dict[str, Callable[[WorkingGroup], Any]] = {
            "since": lambda one: one.since, "name": lambda one: sort_key(one.name, chosen().locale),
        }  # fmt: skip
        return [one.id for one in sorted(found, key=keys[sort.key], reverse=sort.descending)]

    def rows(self, ids: Sequence[UUID]) -> Mapping[UUID, GroupSheet]:
        """The rows by identifier."""
        wanted = set(ids)
        return {sheet.group.id: sheet for sheet in self._log.all() if sheet.group.id in wanted}


class GroupFilters(ListFilters):
    """Words, and those at work."""

    CHIPS: ClassVar[Mapping[str, str]] = {"working": N_("At work")}
    SEARCHES = N_("Search in the working groups")
    HINT = N_("Name, purpose, member")

    def query(self) -> GroupQuery:
        """What is looked for."""
        return GroupQuery(self.text(), "working" in self.on())


class GroupsScreen(Register):
    """The page of the working groups."""

    NAME = "working_groups"
    TITLE = N_("Working groups")
    ICON = "people"
    FORM = "working_group"
    NEW = N_("New working group")
    OFFER = N_("New working group")
    FIRST = N_("Working groups stand here: what each is for, which institutions sit in it, and what came of it.")

    def __init__(self, desk: Desk) -> None:
        profile = desk.centre.profile_log.profile()
        self._ours = profile.short_name or profile.name
        newest = Sort("since", descending=True)
        super().__init__(desk, GroupSource(desk.centre.groups), COLUMNS, newest, GroupFilters)

    def acts_beside(self) -> tuple[Button, ...]:
        """A group that is at work can end."""
        self.end = Button(N_("End its work\u2026"), OUTLINED, do=self._end)
        return (self.end,)

    def read(self, identifier: UUID) -> GroupSheet:
        """The group with its members."""
        return self.desk.centre.groups.sheet(identifier)

    def tell(self, told: GroupSheet) -> None:
        """What it is for, since when, who sits in it."""
        group, speak = told.group, chosen()
        until = speak.day(group.until) if group.until else ""
        self.card.put(
            group.name, _(_state(group)[1]),
            [(N_("Since"), speak.day(group.since), ""), (N_("Until"), until, ""),
             (N_("Purpose"), group.purpose, ""), (N_("Results"), group.results, "")],
        )  # fmt: skip
        self.end.setVisible(group.until is None)
        clear(self.card.more)
        if told.members:
            self.card.more.addWidget(Label(N_("Members"), "label"))
        for one in told.members:
            called = institution_words(self.desk.centre, one.agency_id.hex) if one.agency_id else self._ours
            person = shown_name(one.person, "") if one.person else ""
            words = " \u00b7 ".join(filter(None, (called, person)))
            self.card.more.addWidget(text(words, "body", wrap=True))

    def foot(self, count: int) -> str:
        """How many."""
        return ngettext("{n} entry", "{n} entries", count)

    def _cells(self, row: GroupSheet) -> Mapping[str, Cell]:
        sign, word = _state(row.group)
        return {
            "since": Cell(chosen().day(row.group.since), value=row.group.since),
            "name": Cell(row.group.name, row.group.purpose.partition("\n")[0]),
            "state": Cell(_(word), sign=sign),
        }

    def _end(self) -> None:
        if (found := self.chosen_id()) is not None:
            self.desk.go("group_end", found)


def _state(group: WorkingGroup) -> tuple[Sign, str]:
    return (CLOSED, N_("Work ended")) if group.until else (GOING_ON, N_("At work"))
