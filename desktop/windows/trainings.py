"""Trainings, events and publicity: the list, and beside it the chosen one with who came from where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.records.training import PART_ROLES, TRAINING_KINDS, Training, TrainingPart
from desktop.records.training_draft import TrainingRow
from desktop.records.trainings import TrainingSheet
from desktop.windows.desk import Desk
from desktop.windows.institutions import institution_words
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Grid, clear
from desktop.windows.look import px
from desktop.windows.names import shown_name
from desktop.windows.register import Register
from desktop.windows.table import Cell, Sort
from desktop.windows.training_rows import COLUMNS, TrainingFilters, TrainingSource, cells, in_hours


class TrainingsScreen(Register):
    """The page of the trainings."""

    NAME = "trainings"
    TITLE = N_("Trainings and events")
    ICON = "people"
    FORM = "training"
    NEW = N_("New training or event")
    OFFER = N_("New training or event")
    OTHERS = ((N_("Working groups"), "working_groups"), (N_("Changes of law"), "law_changes"))
    TAKEN_OUT = N_("Training or event taken out.")
    FIRST = N_("Trainings, events and publicity stand here and count in the month's summary.")

    def __init__(self, desk: Desk) -> None:
        profile = desk.centre.profile_log.profile()
        self._ours = profile.short_name or profile.name
        newest = Sort("on_day", descending=True)
        super().__init__(desk, TrainingSource(desk.centre.trainings), COLUMNS, newest, TrainingFilters)

    def read(self, identifier: UUID) -> TrainingSheet:
        """The training with its parts."""
        return self.desk.centre.trainings.sheet(identifier)

    def take_out(self, identifier: UUID) -> Callable[[], object]:
        """Take it out."""
        return partial(self.desk.centre.trainings.take_out, identifier, self.desk.centre.worker)

    def tell(self, told: TrainingSheet) -> None:
        """What it was, when, where, and who came."""
        one = told.training
        second = (_(TRAINING_KINDS.get(one.kind, "")), days_of(one), in_hours(one.minutes))
        self.card.put(
            one.topic, " \u00b7 ".join(filter(None, second)),
            [(N_("Organiser"), self._called(one.organiser_id), ""), (N_("Place"), one.place, ""),
             (N_("Publicity"), one.publicity, ""), (N_("Note"), one.note, "")],
        )  # fmt: skip
        clear(self.card.more)
        if told.parts:
            self.card.more.addWidget(self._who_came(told))

    def foot(self, count: int) -> str:
        """How many."""
        return ngettext("{n} entry", "{n} entries", count)

    def _cells(self, row: TrainingRow) -> Mapping[str, Cell]:
        return cells(row, self.model.hidden, self._ours, self.desk.centre.world.today())

    def _called(self, agency_id: UUID | None) -> str:
        return institution_words(self.desk.centre, agency_id.hex) if agency_id else self._ours

    def _who_came(self, told: TrainingSheet) -> QWidget:
        """Institutions one under the other: how many listened, how many taught, and their names."""
        box, speak = QWidget(), chosen()
        grid = Grid(box, gap=6)
        grid.setHorizontalSpacing(px(16))
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        grid.addWidget(Label(N_("Who took part"), "label"), 0, 0)
        for column, title in enumerate(PART_ROLES.values(), 1):
            grid.addWidget(Label(title, "label"), 0, column, right)
        parts: dict[UUID | None, list[TrainingPart]] = {}
        for part in told.parts:
            parts.setdefault(part.agency_id, []).append(part)
        row = 1
        for agency_id, hers in parts.items():
            grid.addWidget(text(self._called(agency_id), "body", wrap=True), row, 0)
            for column, role in enumerate(PART_ROLES, 1):
                count = sum(part.persons for part in hers if part.role == role)
                grid.addWidget(text(speak.number(count) if count else "\u2013", "body"), row, column, right)
            names = ", ".join(shown_name(part.names, "") for part in hers if part.names)
            if names:
                row += 1
                grid.addWidget(text(names, "second", wrap=True), row, 0, 1, 3)
            row += 1
        grid.addWidget(Label(N_("Total"), "strong"), row, 0)
        for column, role in enumerate(PART_ROLES, 1):
            grid.addWidget(text(speak.number(told.persons(role)), "strong"), row, column, right)
        return box


def days_of(one: Training) -> str:
    """Its day, or its first and its last."""
    speak = chosen()
    if one.until_day is None:
        return speak.day(one.on_day)
    return f"{speak.day(one.on_day)} \u2013 {speak.day(one.until_day)}"
