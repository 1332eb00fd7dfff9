"""How trainings stand in their list, by what it is narrowed, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from desktop.language import N_, _, chosen
from desktop.records.training import TRAINING_KINDS
from desktop.records.training_draft import TrainingQuery, TrainingRow
from desktop.records.trainings import Trainings
from desktop.windows.institutions import institution_words
from desktop.windows.list_filters import PERIOD, ListFilters
from desktop.windows.period_choice import period_days, period_words, periods
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("on_day", N_("Day"), "key", signs=10, can_sort=True),
    TableColumn("topic", N_("Topic"), signs=22, stretch=3, can_sort=True),
    TableColumn("organiser", N_("Organiser"), "quiet", signs=16, stretch=1, can_sort=True, leaves=1),
    TableColumn("participants", N_("Participants"), "figure", signs=9, can_sort=True, leaves=3),
    TableColumn("lecturers", N_("Lecturers"), "figure", signs=8, can_sort=True, leaves=2),
)


class TrainingSource:
    """The trainings of a query, for the table."""

    def __init__(self, log: Trainings) -> None:
        self._log = log

    def ids(self, query: TrainingQuery, sort: Sort) -> Sequence[UUID]:
        """The identifiers, in order."""
        return self._log.ids(replace(query, sort=sort.key, descending=sort.descending))

    def rows(self, ids: Sequence[UUID]) -> Mapping[UUID, TrainingRow]:
        """The rows by identifier."""
        return {row.id: row for row in self._log.rows(ids)}


class TrainingFilters(ListFilters):
    """The filters of the trainings."""

    CHOICES: ClassVar[Mapping[str, str]] = {PERIOD: N_("Month"), "kind": N_("Kind"), "agency": N_("Institution")}
    SEARCHES = N_("Search in the trainings")
    HINT = N_("Topic, place, organiser")
    NOTHING = N_("Nothing was held that is like that.")

    def query(self) -> TrainingQuery:
        """What is asked for."""
        agency = self.code("agency")
        return TrainingQuery(
            days=period_days(self.code(PERIOD), self.desk.centre.world.today()),
            kind=self.code("kind"),
            agency_id=UUID(agency) if agency else None,
            text=self.text(),
        )

    def fill(self, name: str) -> Sequence[tuple[str, str]]:
        """What each choice offers."""
        if name == PERIOD:
            return periods(self.desk.centre.world.today())
        if name == "kind":
            return [("", _("All kinds")), *((code, _(words)) for code, words in TRAINING_KINDS.items())]
        agencies = self.desk.centre.directory.agencies(active_on=self.desk.centre.world.today())
        return [("", _("All institutions")), *((agency.id.hex, agency.known_as) for agency in agencies)]

    def missing(self, name: str, code: str) -> str:
        """A month long past, or an institution that closed."""
        return period_words(code) if name == PERIOD else institution_words(self.desk.centre, code)


def cells(row: TrainingRow, hidden: frozenset[str], ours: str, today: date) -> Mapping[str, Cell]:
    """The cells of one row; what left a narrow list becomes the second line. `ours` is what the centre is called."""
    speak = chosen()
    second = [_(TRAINING_KINDS.get(row.kind, "")), in_hours(row.minutes)]
    if "organiser" in hidden:
        second.append(row.organiser or ours)
    second += [
        f"{_(column.title)}: {speak.number(getattr(row, column.key))}"
        for column in COLUMNS if column.key in hidden and column.kind == "figure"
    ]  # fmt: skip
    return {
        "on_day": Cell(speak.day_of_year(row.on_day, today), value=row.on_day),
        "topic": Cell(row.topic, " \u00b7 ".join(part for part in second if part)),
        "organiser": Cell(row.organiser or ours),
        "participants": _figure(row.participants),
        "lecturers": _figure(row.lecturers),
    }


def in_hours(minutes: int) -> str:
    """So many minutes as hours; empty where it is not said how long it took."""
    digits = 0 if minutes % 60 == 0 else 1 if minutes % 6 == 0 else 2
    return chosen().hours(minutes / 60, digits) if minutes else ""


def _figure(number: int) -> Cell:
    return Cell(chosen().number(number) if number else "\u2013", value=number)
