"""Writing a package of figures: for which centre, which months. It leaves as one file that only that centre reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.paper.package import PACKAGE_ENDING
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.packages import Written
from desktop.summaries.press import write_file
from desktop.windows.beside import foot_of
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.files import ask_save
from desktop.windows.footed import Footed
from desktop.windows.form import Group
from desktop.windows.form_page import FormPage
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.period_choice import MONTHS_BACK, period_words

KINDS = f"(*{PACKAGE_ENDING})"


class PackageWritePage(FormPage):
    """The page; about a centre's identifier, or none."""

    NAME = "package_write"
    HEADING = N_("Write a package of figures")
    SAVE = N_("Write the package…")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        inner = QWidget()
        body = Column(inner, gap=12, margins=(20, 14, 20, 14))
        sentence = N_("Only agreed figures leave, by institution, unit and month. Nobody is named in them.")
        for widget in (*self.body(), Label(sentence, "second", wrap=True)):
            body.addWidget(widget)
        body.addStretch(1)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(self.head())
        page.addWidget(Footed(inner, foot_of((self.form.foot,), (self.save_button,))), 1)

    def groups(self) -> list[Group]:
        """For whom, and which months."""
        self.centre = ChoiceField("centre", N_("Centre"), self._centres, required=True)
        self.month = ChoiceField("month", N_("First month"), self._months, required=True)
        self.until = ChoiceField("until", N_("Last month"), self._months, required=True)
        return [Group("", [[(self.centre, 6), (self.month, 3), (self.until, 3)]])]

    def show_record(self, about: UUID | Any | None) -> None:
        """Begin with that centre and last month."""
        last = Month.of(self.desk.centre.world.today()).later(-1).key
        codes = [code for code, _words in self._centres() if code]
        centre = about.hex if isinstance(about, UUID) else codes[0] if len(codes) == 1 else ""
        self.form.put({"centre": centre, "month": last, "until": last})
        if not codes:
            self.banner.say(N_("No card of another centre was read yet. Read it first and compare the words."))

    def state(self) -> dict[str, Any]:
        """What was chosen."""
        return {"raw": self.form.raw()}

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        self.form.restore(state.get("raw", {}))

    def save(self) -> bool:
        """Ask where the package goes, then write it."""
        return self.tell_what_is_wrong(self._ask)

    def write(self, path: Path, centre_id: UUID, months: tuple[Month, ...]) -> None:
        """Write the package there, and say what is in it."""
        written: list[Written] = []

        def work(_told: dict[str, Any]) -> None:
            written.append(self.desk.centre.packages.write(centre_id, months, self.desk.centre.worker))
            write_file(path, written[0].file)

        if self.tell_what_is_wrong(work):
            self.desk.back()
            self._told(written[0])

    def _told(self, written: Written) -> None:
        told = N_("Package written: {n}. Figures: {count}")
        if written.left_out:
            told = N_("Package written: {n}. Figures: {count}. Periods of several months stay here: {left_out}")
        self.desk.saved(told, n=written.kept.serial, count=written.figures, left_out=written.left_out)

    def _ask(self, told: dict[str, Any]) -> None:
        first, last = Month.parse(told["month"]), Month.parse(told["until"])
        if last < first:
            raise Problem(N_("It ends before it begins. Check both months."), field="until")
        months = [first]
        while months[-1] < last:
            months.append(months[-1].later(1))
        centre_id, name = UUID(told["centre"]), f"{last.key}{PACKAGE_ENDING}"
        ask_save(self, name, KINDS, lambda path: self.write(path, centre_id, tuple(months)))

    def _centres(self) -> list[tuple[str, str]]:
        known = [each for each in self.desk.centre.packages.centres() if each.card and each.is_pinned]
        return [("", ""), *((each.agency.id.hex, each.agency.known_as) for each in known)]

    def _months(self) -> list[tuple[str, str]]:
        now = Month.of(self.desk.centre.world.today())
        return [("", ""), *((key, period_words(key)) for back in range(MONTHS_BACK) for key in [now.later(-back).key])]

    def _keep(self, raw: dict[str, Any]) -> bool:
        return True  # nothing is typed here that would be missed
