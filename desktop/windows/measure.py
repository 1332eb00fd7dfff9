"""An order or urgent measure that is prolonged, or ends before its time; it is granted on the notice itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.referral import Measure
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.banner import EmptyState
from desktop.windows.choice import ChoiceField
from desktop.windows.form import Group
from desktop.windows.offered import Entries
from desktop.windows.sheet_page import SheetPage
from desktop.windows.time_fields import DateField, TimeField

NO_ORDER = N_("This notice has no order yet. Add it by changing the notice.")


class MeasurePage(SheetPage):
    """Which order, until when it was prolonged, or when it was lifted."""

    NAME = "measure"
    HEADING = N_("Prolong or end the order")

    def groups(self) -> list[Group]:
        """The order; its new end."""
        today = self.desk.centre.world.today
        self.which = ChoiceField("which", N_("Order or measure"), self._orders, required=True)
        self.which.changed.connect(self._show_end)
        return [
            Group("", [
                [(self.which, 9)],
                [
                    (DateField("prolonged_until", N_("Prolonged until"), today, lean="future"), 4),
                    (TimeField("prolonged_time", N_("Time")), 2),
                ],
                [(DateField("ended_on", N_("Lifted on"), today), 4)],
            ])
        ]  # fmt: skip

    def extra(self) -> QWidget:
        """Where there is no order: that there is none, and the way to one."""
        self.none = EmptyState("shield", NO_ORDER)
        self.none.offer(N_("Change the notice"), self._amend)
        return self.none

    def begin(self, sheet: ReferralSheet) -> None:
        """The order granted last."""
        self.which.refill()
        self.form.put({"which": str(len(sheet.measures) - 1) if sheet.measures else ""})
        self._show_end()

    def show_sheet(self) -> None:
        """Show the notice, and the form where there is an order."""
        super().show_sheet()
        has_order = self.sheet is not None and bool(self.sheet.measures)
        self.which.refill()
        self.form.setVisible(has_order)
        self.form.foot.setVisible(has_order)
        self.save_button.setVisible(has_order)
        self.none.setVisible(not has_order)

    def first(self) -> QWidget:
        """The new end."""
        return self.form.fields["prolonged_until"]

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Change the order within its notice."""
        centre, place = self.desk.centre, int(told["which"])
        draft = centre.referrals.draft_of(sheet.referral.id)
        if place >= len(draft.measures):
            raise Problem(NO_ORDER)
        day, clock = told["prolonged_until"], told["prolonged_time"]
        usual = self._usual_end(sheet.measures[place])
        clock = clock or (usual.time() if usual and usual.date() == day else time(23, 59))
        until = datetime.combine(day, clock) if day else None
        changed = replace(draft.measures[place], prolonged_until=until, ended_on=told["ended_on"])
        measures = (*draft.measures[:place], changed, *draft.measures[place + 1 :])
        centre.referrals.amend(sheet.referral.id, replace(draft, measures=measures), centre.worker)

    def _show_end(self) -> None:
        """How it stands; the end that its kind gives when prolonged is only said, so that lifting never prolongs."""
        measure = self._chosen()
        if measure is None:
            return
        kept, usual = measure.prolonged_until, self._usual_end(measure)
        self.form.put(
            {
                "ended_on": measure.ended_on,
                "prolonged_until": kept.date() if kept else None,
                "prolonged_time": kept.time() if kept else None,
            }
        )
        note = self.form.fields["prolonged_until"].note
        note.put(_("usually {date}", date=chosen().day(usual.date())) if usual and not kept else "")

    def _usual_end(self, measure: Measure) -> datetime | None:
        codes = self.desk.centre.lists.entries("measure_kind", active_only=False)
        more = next((code.prolonged_hours for code in codes if code.code == measure.kind), 0)
        return measure.until_at + timedelta(hours=more) if more and measure.until_at else None

    def _orders(self) -> Entries:
        """Kind, when granted and until when, of each order of the notice."""
        if not hasattr(self, "sheet") or self.sheet is None:
            return []
        wording, speak = self.desk.wording(), chosen()
        found = []
        for place, measure in enumerate(self.sheet.measures):
            words = [wording.code("measure_kind", measure.kind), speak.day(measure.granted_at.date())]
            if measure.ends_at:
                words.append(_("until {date}", date=speak.day(measure.ends_at.date())))
            found.append((str(place), " \u00b7 ".join(words)))
        return found

    def _chosen(self) -> Measure | None:
        place = self.which.value()
        return self.sheet.measures[int(place)] if self.sheet and place else None

    def _amend(self) -> None:
        if self.sheet is not None:
            self.desk.go("notice", self.sheet.referral.id)
