"""The first two of the first steps: language and country, then the centre itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, _, chosen
from desktop.problems import Problem
from desktop.records.country import COUNTRIES, country
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.chips_field import ChipsField
from desktop.windows.fields import TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Flow, Row
from desktop.windows.several import SeveralField
from desktop.windows.step import Beginning, Step
from desktop.windows.time_fields import TimeField
from desktop.windows.window_name import title

WEEK = ("mo", "tu", "we", "th", "fr", "sa", "su")


class LanguageStep(Step):
    """Language and country; also the other ways in."""

    title = N_("Language and country")
    heading = N_("Language and country")
    says = N_("The language can be changed at any time; the country stays.")
    picked = Signal(str)
    open_other = Signal()
    restore = Signal()
    practise = Signal()

    def __init__(self, beginning: Beginning) -> None:
        super().__init__(beginning)
        names = [(locale, OWN_NAMES[locale][0].upper() + OWN_NAMES[locale][1:]) for locale in LOCALES]
        self.language = ChipsField("language", N_("Language"), lambda: names)
        self.country = ChipsField(
            "country", N_("Country"), lambda: [(code, _(profile.name)) for code, profile in COUNTRIES.items()]
        )
        for chips in (self.language.chips, self.country.chips):
            chips.keep_one()
        self.language.set_value(chosen().locale)
        self.country.set_value("RS" if chosen().locale.startswith("sr") else "LT")
        self.language.changed.connect(lambda: self.picked.emit(self.language.value()))
        card = Card(gap=14)
        card.column.addWidget(self.language)
        card.column.addWidget(self.country)
        card.column.addWidget(Label(N_("The country sets lists, holidays and deadlines. All can be changed later."),
                                    "second", wrap=True))  # fmt: skip
        self.column.addWidget(card)
        self.column.addWidget(Label(N_("Or begin in another way"), "label"))
        ways = QWidget()
        flow = Flow(ways, gap=8)
        for msgid, signal in (
            (N_("Open an existing vault"), self.open_other),
            (N_("Restore from a backup"), self.restore),
            (N_("Look round with invented data"), self.practise),
        ):
            flow.addWidget(Button(msgid, OUTLINED, do=signal.emit))
        self.column.addWidget(ways)
        self.column.addStretch(1)

    def go_on(self, done: Callable[[], None]) -> None:
        """Keep the country."""
        self.beginning.country = self.country.value()
        done()


class CentreStep(Step):
    """The centre, its week, and where the vault will lie."""

    title = N_("Centre")
    heading = N_("The centre")
    says = N_("Only the name is needed now. It stands on every paper; the rest can wait.")

    def __init__(self, beginning: Beginning) -> None:
        super().__init__(beginning)
        week = ChipsField("work_days", N_("Working days"), _days, several=True, required=True)
        self.municipalities = SeveralField("municipalities", N_("Municipalities served"), self._places)
        self.form = Form([
            Group("", [
                [(TextField("name", N_("Name of the centre"), required=True), 8),
                 (TextField("short_name", N_("Short name")), 4)],
                [(TextField("town", N_("Town")), 4), (self.municipalities, 8)],
                [(week, 8), (TimeField("day_begins", N_("From"), required=True), 2),
                 (TimeField("day_ends", N_("Until"), required=True), 2)],
            ])
        ])  # fmt: skip
        self.form.put({"work_days": WEEK[:5], "day_begins": time(8), "day_ends": time(17)})
        card = Card()
        card.column.addWidget(self.form)
        self._place = text("", "body", wrap=True)
        place = Card(gap=4)
        row = Row(gap=8)
        row.addWidget(Label(N_("The data will lie, encrypted, in this folder:"), "label"), 1)
        row.addWidget(Button(N_("Change\u2026"), PLAIN, do=self._choose))
        place.column.addLayout(row)
        place.column.addWidget(self._place)
        self.column.addWidget(card)
        self.column.addWidget(place)
        self.column.addWidget(self.form.foot)
        self.column.addStretch(1)

    def enter(self) -> None:
        """Offer the places of the country that was chosen."""
        self.municipalities.refill()
        self._place.put(str(self.beginning.folder))

    def go_on(self, done: Callable[[], None]) -> None:
        """Keep what was typed, if it is in order."""
        if not self.form.check():
            values = {name: field.value() for name, field in self.form.fields.items()}
            self.beginning.centre_fields = {name: value or "" for name, value in values.items()}
            done()

    def refuse(self, problem: Problem) -> None:
        """A problem with the centre's data that only the making found."""
        self.form.show_problems([problem])

    def _places(self) -> list[str]:
        profile = country(self.beginning.country)
        return [place.name for place in profile.municipalities(chosen().locale)]

    def _choose(self) -> None:
        dialog = QFileDialog(self, title(), str(self.beginning.folder.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, parent: str) -> None:
        self.beginning.folder = Path(parent) / self.beginning.folder.name
        self._place.put(str(self.beginning.folder))


def _days() -> list[tuple[str, str]]:
    return [(code, chosen().weekday(number, short=True)) for number, code in enumerate(WEEK)]
