"""The acts that the protocol is measured by: the list, the form of one, and its points beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, _, chosen, ngettext
from desktop.problems import Problem
from desktop.protocol.acts import ActDraft, ActRow, Acts, PointDraft
from desktop.records.alignment import ACTS, ActPoint
from desktop.vault.letters import sort_key
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.centre_page import CentrePage
from desktop.windows.centre_part import Question
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group, Place
from desktop.windows.labels import text
from desktop.windows.layouts import Column, clear
from desktop.windows.list_filters import ListFilters
from desktop.windows.register import Register
from desktop.windows.table import Cell, Sort, TableColumn
from desktop.windows.time_fields import DateField

COLUMNS = (
    TableColumn("name", N_("Act"), "head", signs=24, stretch=3, can_sort=True),
    TableColumn("kind", N_("Kind"), "quiet", signs=14, stretch=1, leaves=1),
    TableColumn("points", N_("Points"), "figure", signs=6),
)
RESTS = N_("{n} judgements or provisions rest on it. They stay, and name it in words from then on.")


class ActSource:
    """The acts, for the table."""

    def __init__(self, log: Acts) -> None:
        self._log = log

    def ids(self, query: str, sort: Sort) -> Sequence[UUID]:
        """The identifiers, by name."""
        wanted, locale = query.casefold(), chosen().locale
        found = [row.act for row in self._log.all() if wanted in f"{row.act.title} {row.act.short}".casefold()]
        found.sort(key=lambda act: sort_key(act.title, locale), reverse=sort.descending)
        return [act.id for act in found]

    def rows(self, ids: Sequence[UUID]) -> Mapping[UUID, ActRow]:
        """The rows by identifier."""
        wanted = set(ids)
        return {row.act.id: row for row in self._log.all() if row.act.id in wanted}


class ActFilters(ListFilters):
    """Words alone."""

    SEARCHES = N_("Search in the acts")
    HINT = N_("Name of the act")

    def query(self) -> str:
        """What is looked for."""
        return self.text()


class ActsScreen(Register):
    """The page of the acts."""

    NAME = "protocol_acts"
    TITLE = N_("Acts that the protocol is measured by")
    ICON = "scale"
    FORM = "protocol_act"
    NEW = N_("Name an act")
    OFFER = N_("Name an act")
    TAKEN_OUT = N_("Act taken out.")
    OTHERS = ((N_("Bring an act from a file"), "protocol_import"),)
    FIRST = N_("The General Protocol, special protocols, laws and orders stand here with their points.")

    def __init__(self, desk: Desk) -> None:
        self.question = Question()
        super().__init__(desk, ActSource(desk.centre.acts), COLUMNS, Sort("name"), ActFilters)
        self.card.column.insertWidget(0, self.question)

    def acts_beside(self) -> tuple[Button, ...]:
        """Its points can be brought from a file, anew or more of them."""
        return (Button(N_("Bring its points"), OUTLINED, icon="file", do=self._bring_points),)

    def read(self, identifier: UUID) -> tuple[ActRow, Sequence[ActPoint]]:
        """The act with its points."""
        acts = self.desk.centre.acts
        points = acts.points(identifier)
        return next(row for row in acts.all() if row.act.id == identifier), points

    def take_out(self, identifier: UUID) -> Callable[[], object]:
        """Take it out, with all that rests on it told before."""
        return partial(self.desk.centre.acts.take_out, identifier, self.desk.centre.worker, anyway=True)

    def tell(self, told: tuple[ActRow, Sequence[ActPoint]]) -> None:
        """What it is, and its points."""
        row, points = told
        act = row.act
        self.question.hide()
        self.card.put(
            act.title, act.number,
            [(N_("Kind"), _(ACTS[act.kind]), ""), (N_("Cited as"), act.short, ""),
             (N_("Language"), OWN_NAMES[act.language], ""),
             (N_("Holds from"), chosen().day(act.since) if act.since else "", "")],
        )  # fmt: skip
        clear(self.card.more)
        for point in points:
            self.card.more.addWidget(self._point(point))

    def foot(self, count: int) -> str:
        """How many."""
        return ngettext("{n} act", "{n} acts", count)

    def _point(self, point: ActPoint) -> QWidget:
        """One point with what can be done about it."""
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(text(f"{point.number}  {point.title}".strip(), "medium", wrap=True))
        if point.text:
            said.addWidget(text(point.text, "second", wrap=True))
        correct = Button(N_("Correct"), PLAIN, do=partial(self.desk.go, PointPage.NAME, point.id))
        away = Button(N_("Take out"), PLAIN, do=partial(self._take_point, point.id))
        for button in (correct, away):
            button.setAccessibleName(f"{button.accessibleName()}: {point.number}")
        return Apart(words, (correct, away))

    def _take_point(self, point_id: UUID, *, anyway: bool = False) -> None:
        """At once where nothing rests on it; else after a word."""
        acts, by = self.desk.centre.acts, self.desk.centre.worker
        try:
            acts.take_out_point(point_id, by, anyway=anyway)
        except Problem as problem:
            if anyway or "n" not in problem.values:
                self.desk.tell(problem)
                return
            self.question.ask(N_("Take this point out?"), RESTS, N_("Take it out"),
                              partial(self._take_point, point_id, anyway=True), n=problem.values["n"])  # fmt: skip
        else:
            self.desk.kept(N_("Point of an act taken out"))
            self.refresh()

    def _take_out(self) -> None:
        """At once where nothing rests on it; else after a word."""
        resting = self._told[0].resting if self._told else 0
        if resting:
            self.question.ask(
                N_("Take this act out?"), RESTS, N_("Take it out"), super()._take_out, n=resting
            )  # fmt: skip
        else:
            super()._take_out()

    def _bring_points(self) -> None:
        if (found := self.chosen_id()) is not None:
            self.desk.go("protocol_import", f"act {found.hex}")

    def _cells(self, row: ActRow) -> Mapping[str, Cell]:
        kind = _(ACTS[row.act.kind])
        second = [row.act.short, kind if "kind" in self.model.hidden else "", row.act.number]
        return {
            "name": Cell(row.act.title, " · ".join(filter(None, second))),
            "kind": Cell(kind),
            "points": Cell(str(row.points), value=row.points),
        }


def act_fields(today: Callable[[], Any]) -> list[list[Place]]:
    """What is asked about an act: here, and where one is brought from a file."""
    languages = [(locale, OWN_NAMES[locale]) for locale in LOCALES]

    def kinds() -> list[tuple[str, str]]:
        return [(code, _(words)) for code, words in ACTS.items()]

    return [
        [(TextField("title", N_("Name of the act"), required=True), 8), (TextField("short", N_("Cited as")), 4)],
        [(ChoiceField("kind", N_("Kind"), kinds, required=True), 4),
         (TextField("number", N_("Number and date, as published")), 8)],
        [(ChoiceField("language", N_("Language"), lambda: languages, required=True), 4),
         (DateField("since", N_("Holds from"), today, lean="past"), 4)],
    ]  # fmt: skip


def act_draft(told: Mapping[str, Any]) -> ActDraft:
    """The act as typed."""
    return ActDraft(since=told["since"], **{name: told[name] or "" for name in
                                            ("kind", "title", "short", "number", "language")})  # fmt: skip


class ActPage(CentrePage):
    """The form of an act that is named; `about` is the identifier, or nothing."""

    NAME = "protocol_act"
    HEADING = N_("Act")

    def groups(self) -> list[Group]:
        """Which act."""
        return [Group("", act_fields(self.desk.centre.world.today))]

    def begin(self) -> None:
        """What stands in it; a new one is in the language of the office."""
        found = self.record()
        acts, language = self.desk.centre.acts, self.desk.centre.profile_log.profile().language
        draft = ActDraft.of(acts.act(found)) if found else ActDraft(language=language)
        self.form.put({name: getattr(draft, name) for name in self.form.fields})

    def write(self, told: dict[str, Any]) -> None:
        """Name it, or correct it."""
        found, acts, by = self.record(), self.desk.centre.acts, self.desk.centre.worker
        if found:
            acts.amend(found, act_draft(told), by)
        else:
            acts.enter(act_draft(told), by)


class PointPage(CentrePage):
    """The form of one point of an act; `about` is its identifier."""

    NAME = "protocol_point"
    HEADING = N_("Point of an act")

    def groups(self) -> list[Group]:
        """What it says."""
        return [Group("", [
            [(TextField("number", N_("Number"), required=True), 3), (TextField("title", N_("Title")), 9)],
            [(LongTextField("text", N_("Text")), 12)],
        ])]  # fmt: skip

    def begin(self) -> None:
        """What stands in it."""
        if found := self.record():
            point = self.desk.centre.acts.point(found)
            self.form.put({name: getattr(point, name) for name in self.form.fields})

    def write(self, told: dict[str, Any]) -> None:
        """Correct it."""
        if found := self.record():
            draft = PointDraft(told["number"] or "", told["title"] or "", told["text"] or "")
            self.desk.centre.acts.amend_point(found, draft, self.desk.centre.worker)
