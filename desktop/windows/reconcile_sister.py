"""Typing in what another centre agreed with an institution, from its sheet: unit by unit, to be corrected or taken out.

Beside the form stands what was typed in of that centre for that month, with its sum, to be held against the sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.periods import Month
from desktop.reconciliation.sister_figures import CENTRE, SisterDraft
from desktop.reconciliation.units import Units
from desktop.records.reconciliation import SisterFigure
from desktop.records.typed import read_number
from desktop.vault.letters import fold
from desktop.windows.beside import Beside, foot_of
from desktop.windows.buttons import DANGER, OUTLINED, Button
from desktop.windows.centre_agency import OF_KIND
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.form_page import FormPage
from desktop.windows.institution_field import InstitutionField
from desktop.windows.institutions import institutions
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Grid, clear, line
from desktop.windows.look import px
from desktop.windows.offered import Offered
from desktop.windows.period_choice import MONTHS_BACK, period_words

NO_UNIT = "none"
"""In place of a unit's identifier: what was told of no single one."""
GONE = N_("This entry was taken back meanwhile.")


@dataclass(frozen=True)
class SisterPlace:
    """For which figure the page is opened; what is empty is chosen on it."""

    partner_id: UUID
    month: str = ""
    unit_id: UUID | None = None
    centre_id: UUID | None = None


class SisterPage(FormPage):
    """The page; about a `SisterPlace`, or an institution alone."""

    NAME = "reconcile_sister"
    HEADING = N_("Figure of another centre")

    def __init__(self, desk: Desk) -> None:
        self.partner_id: UUID | None = None
        self.units: Units | None = None
        self._figures: tuple[SisterFigure, ...] = ()
        self._filled = ""
        """The number that was put here because it stands there already, not typed."""
        super().__init__(desk)
        self.next_button = Button(N_("Save, next one"), OUTLINED, key="Ctrl+Shift+Enter", do=self.save_and_go_on)
        self.out_button = Button(N_("Take the figure out"), DANGER, do=self.take_out)
        self._sums, self._said = Grid(gap=4), Label("", "second", wrap=True)
        self._build()
        for field in (self.centre, self.month, self.unit):
            field.changed.connect(self._look)

    def groups(self) -> list[Group]:
        """Whose, of what, how many, and from which sheet."""
        self.centre = InstitutionField(
            self.desk, "centre", N_("Centre"), self._centres(), about=lambda: OF_KIND + CENTRE, required=True
        )
        self.month = ChoiceField("month", N_("Month"), Offered(self._months, period_words), required=True)
        self.unit = ChoiceField("unit", N_("Unit"), self._offered_units)
        self.agreed = TextField("agreed", N_("Agreed figure"), read=read_number, required=True, signs=8)
        self.source = TextField("source", N_("Number of its sheet"))
        return [
            Group("", [
                [(self.centre, 7), (self.month, 5)],
                [(self.unit, 7), (self.agreed, 5)],
                [(self.source, 7)],
            ])
        ]  # fmt: skip

    def first(self) -> QWidget:
        """What is not answered yet, else the number."""
        return next((field for field in (self.centre, self.month) if not field.raw()[0]), self.agreed)

    def show_record(self, about: SisterPlace | Any | None) -> None:
        """Begin about this place, or with the draft that was kept about the institution."""
        place = SisterPlace(about) if isinstance(about, UUID) else about
        agencies = self.desk.centre.directory.agencies()
        if not isinstance(place, SisterPlace) or place.partner_id not in {each.id for each in agencies}:
            self.banner.say(GONE)
            return
        self.units = Units(agencies, place.partner_id)
        self._begin(place)
        note = self.desk.centre.drafts.of(self.NAME, place.partner_id, self.desk.centre.worker)
        if note is not None and (not place.month or self._is_about(note.fields)):
            self.form.restore(dict(note.fields))
        self.first().setFocus()

    def state(self) -> dict[str, Any]:
        """About which institution, and what was chosen; what is typed is the draft too."""
        return {"partner": self.partner_id.hex, "raw": self.form.raw()} if self.partner_id else {}

    def restore(self, state: dict[str, Any]) -> None:
        """The same, with what was typed."""
        if state.get("partner"):
            self.show_record(UUID(state["partner"]))
            self.form.restore(state.get("raw", {}))

    def save(self) -> bool:
        """Keep the figure and go back; False while something is wrong."""
        if not self._write():
            return False
        self.desk.back()
        self.desk.kept()
        return True

    def save_and_go_on(self) -> None:
        """Keep the figure and ask for that of the next unit, from the same sheet."""
        if not self._write():
            return
        self.desk.kept()
        codes = [code for code, _words in self._offered_units()]
        at = codes.index(self.unit.value()) if self.unit.value() in codes else 0
        self.agreed.set_raw("")
        self.unit.set_value(codes[(at + 1) % len(codes)])
        self._look()
        self.agreed.focus()

    def take_out(self) -> None:
        """Take the figure out that stands there."""
        draft = self._draft(None, "")
        if self.partner_id is None or not self.tell_what_is_wrong(lambda _told: self._note(draft)):
            return
        self._forget()
        self.desk.back()
        self.desk.kept(N_("Figure taken out."))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.units is not None:
            self._show()

    def _build(self) -> None:
        side = QWidget()
        column = Column(side, gap=6, margins=(0, 0, 14, 0))
        for label in (self._who, self._about):
            column.addWidget(label)
        column.addLayout(self._sums)
        column.addWidget(self._said)
        column.addStretch(1)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(self.head())
        foot = foot_of((self.form.foot,), (self.out_button, self.next_button, self.save_button))
        page.addWidget(Beside(self.body(), foot, side, wide=300), 1)
        self.out_button.hide()

    def _begin(self, place: SisterPlace) -> None:
        self.partner_id = place.partner_id
        self.unit.refill()
        if self.units is not None:
            self._who.put(self.units.partner.known_as)
        self.form.put({
            "centre": place.centre_id.hex if place.centre_id else self._only_centre(), "month": place.month,
            "unit": place.unit_id.hex if place.unit_id else NO_UNIT,
        })  # fmt: skip
        self._look()
        if not any(code for code, _words in self._centres()()):
            self.banner.say(N_("No other crisis centre stands among the institutions. Enter it there first."))

    def _is_about(self, fields: Mapping[str, Any]) -> bool:
        """Whether a draft is about the place that was chosen."""
        now = self.form.raw()
        return all(fields.get(name) == now[name] for name in ("centre", "month", "unit"))

    def _write(self) -> bool:
        if self.partner_id is None or not self.tell_what_is_wrong(
            lambda told: self._note(self._draft(told["agreed"], told["source"] or ""))
        ):
            return False
        self._forget()
        return True

    def _note(self, draft: SisterDraft) -> None:
        self.desk.centre.sisters.note([draft], self.desk.centre.worker)
        self.changed.emit()

    def _draft(self, agreed: int | None, source: str) -> SisterDraft:
        assert self.partner_id is not None
        code = self.unit.value()
        unit = UUID(code) if code not in ("", NO_UNIT) else None
        month, centre = Month.parse(self.month.value()), UUID(self.centre.value())
        return SisterDraft(month, self.partner_id, centre, agreed, unit, source)

    def _forget(self) -> None:
        self.form.forget()
        self.desk.drop_draft(self.NAME, self.partner_id)

    def _look(self) -> None:
        """Find what stands there already, and show it to be corrected."""
        month, centre, unit = self.month.raw()[0], self.centre.raw()[0], self.unit.raw()[0]
        self._figures = ()
        if centre:
            self.banner.hide()
        if self.partner_id and month and centre:
            at = Month.parse(month)
            found = self.desk.centre.sisters.of(self.partner_id, at, at)
            self._figures = tuple(each for each in found if each.centre_id.hex == centre)
        here = next((each for each in self._figures if (each.unit_id.hex if each.unit_id else NO_UNIT) == unit), None)
        if self.agreed.raw().strip() in ("", self._filled):
            self._filled = str(here.agreed) if here else ""
            self.agreed.set_raw(self._filled)
        if here is not None:
            self.source.set_value(here.source)
        self.out_button.setVisible(here is not None)
        self._show()

    def _show(self) -> None:
        """Say beside the form what was typed in of this centre for this month."""
        clear(self._sums)
        month = self.month.raw()[0]
        self._about.put(period_words(month))
        if not self._figures or self.units is None:
            self._said.say(N_("Nothing was typed in of this centre for this month."))
            return
        self._said.say(N_("Hold the sum against the sheet."))
        order = {each.id: place for place, each in enumerate(self.units.below())}
        figures = sorted(self._figures, key=lambda each: order.get(each.unit_id, len(order)) if each.unit_id else -1)
        self._sums.setColumnStretch(0, 1)
        self._sums.setHorizontalSpacing(px(12))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for row, each in enumerate(figures):
            name = self.units.known_as(each.unit_id) or _("Not by unit")
            self._sums.addWidget(text(name, "quiet", wrap=True), row, 0)
            self._sums.addWidget(text(chosen().number(each.agreed), "body"), row, 1, right)
        self._sums.addWidget(line(), len(figures), 0, 1, 2)
        self._sums.addWidget(Label(N_("Together"), "strong", wrap=True), len(figures) + 1, 0)
        whole = chosen().number(sum(each.agreed for each in figures))
        self._sums.addWidget(text(whole, "strong"), len(figures) + 1, 1, right)

    def _months(self) -> list[tuple[str, str]]:
        now = Month.of(self.desk.centre.world.today())
        return [("", ""), *((key, period_words(key)) for back in range(MONTHS_BACK) for key in [now.later(-back).key])]

    def _offered_units(self) -> list[tuple[str, str]]:
        below = self.units.below() if self.units else ()
        return [(NO_UNIT, _("Not by unit")), *((each.id.hex, each.known_as) for each in below)]

    def _centres(self) -> Offered:
        """The crisis centres among the institutions, without this one."""
        centre, offered = self.desk.centre, institutions(self.desk.centre, CENTRE)

        def others() -> list[tuple[str, str]]:
            profile = centre.profile_log.profile()
            own = {fold(name) for name in (profile.name, profile.short_name) if name}
            return [entry for entry in offered() if fold(entry[1]) not in own]

        return Offered(others, offered.kept)

    def _only_centre(self) -> str:
        """The other centre, where there is one alone."""
        found = [code for code, _words in self._centres()() if code]
        return found[0] if len(found) == 1 else ""

    def _keep(self, raw: dict[str, Any]) -> bool:
        if self.partner_id is None or self.units is None:
            return True
        return self.desk.keep_draft(self.NAME, self.partner_id, raw, self.units.partner.known_as)
