"""Consent and plan: small pages about a notice that list what there is already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.care_draft import HOW_GIVEN
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.vocabulary import PLAN_KINDS
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.care_fields import CENTRE, agencies, consent_draft, consent_groups, doers, plan_draft, plan_groups
from desktop.windows.form import Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear
from desktop.windows.pill import CLOSED, DUE, GOOD, NOT_YET, Pill, Sign
from desktop.windows.sheet_page import SheetPage


def _joined(parts: Iterable[str]) -> str:
    return " \u00b7 ".join(part for part in parts if part)


class ListedPage(SheetPage):
    """A page that lists what there is already under its form."""

    LISTED = ""

    def extra(self) -> QWidget:
        """The card of what there is."""
        box = QWidget()
        column = Column(box, gap=8)
        column.addWidget(Label(self.LISTED, "card"))
        self._kept = Card(margins=(14, 10, 14, 10), gap=10)
        column.addWidget(self._kept)
        return box

    def show_sheet(self) -> None:
        """Show the notice and the list."""
        super().show_sheet()
        clear(self._kept.column)
        if self.sheet is not None:
            rows = self.kept(self.sheet)
            for row in rows:
                self._kept.column.addLayout(row)
            if not rows:
                self._kept.column.addWidget(Label(N_("Nothing yet."), "quiet"))

    def kept(self, sheet: ReferralSheet) -> list[Row]:
        """A row for each."""
        raise NotImplementedError

    def row(self, words: str, second: str, pill: tuple[Sign, str], *buttons: Button) -> Row:
        """One thing that is there already."""
        row, both = Row(gap=10), Column(gap=1)
        both.addWidget(text(words, "body", wrap=True))
        both.addWidget(text(second, "second", wrap=True))
        row.addLayout(both, 1)
        for button in buttons:
            row.addWidget(button)
        row.addWidget(Pill(*pill))
        return row

    def done(self, msgid: str = N_("Saved.")) -> None:
        """Something in the list was changed at once."""
        self.refresh()
        self.desk.kept(msgid)

    def _change(self, page: str, sheet: ReferralSheet, record: UUID) -> None:
        """Correct one of them, or take it back, on its own page."""
        self.desk.go(page, (self._person(sheet), record))

    def _person(self, sheet: ReferralSheet) -> UUID:
        if sheet.person is None:
            raise Problem(N_("This notice names nobody yet."))
        return sheet.person.id


class ConsentPage(ListedPage):
    """What the person allows, to whom, until when."""

    NAME = "consent"
    HEADING = N_("Consent")
    LISTED = N_("Consents given")

    def groups(self) -> list[Group]:
        """Purpose, recipient, what is withheld, the day."""
        return consent_groups(self.desk)

    def begin(self, sheet: ReferralSheet) -> None:
        """Spoken, today."""
        self.form.put({"purpose": "assistance", "given_on": self.desk.centre.world.today(), "how": "spoken"})

    def _agencies(self) -> list[tuple[str, str]]:
        return agencies(self.desk)

    def kept(self, sheet: ReferralSheet) -> list[Row]:
        """Every consent, with its withdrawal."""
        today, wording, names = self.desk.centre.world.today(), self.desk.wording(), dict(self._agencies())
        rows = []
        for consent in sheet.consents:
            holds = consent.holds(today)
            ended = N_("Withdrawn") if consent.withdrawn_on else N_("Ended")
            pill = (GOOD, N_("Holds")) if holds else (CLOSED, ended)
            withdraw = Button(N_("Withdraw"), PLAIN, do=partial(self._change, "person_withdraw", sheet, consent.id))
            recipient = names.get(consent.recipient_id.hex, "") if consent.recipient_id else ""
            words = (wording.code("consent_purpose", consent.purpose), recipient)
            second = (
                _(HOW_GIVEN[consent.how]),
                chosen().day(consent.given_on),
                _("until {date}", date=chosen().day(consent.until)) if consent.until else "",
                _("Withheld: {what}", what=consent.withheld) if consent.withheld else "",
            )
            change = Button(N_("Change"), PLAIN, do=partial(self._change, "person_consent", sheet, consent.id))
            rows.append(self.row(_joined(words), _joined(second), pill, change, *([withdraw] if holds else [])))
        return rows

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Keep the consent."""
        draft = consent_draft(self._person(sheet), told)
        self.desk.centre.care.give_consent(draft, self.desk.centre.worker)


class PlanPage(ListedPage):
    """The plan made together: measures of protection and support, who does them, until when."""

    NAME = "plan"
    HEADING = N_("Plan")
    LISTED = N_("Measures of the plan")

    def groups(self) -> list[Group]:
        """What, who, until when."""
        return plan_groups(self.desk)

    def begin(self, sheet: ReferralSheet) -> None:
        """Support, in a week."""
        due = self.desk.centre.world.today() + timedelta(days=7)
        self.form.put({"kind": "support", "implementer_id": CENTRE, "due_on": due})

    def _agencies(self) -> list[tuple[str, str]]:
        return doers(self.desk)

    def kept(self, sheet: ReferralSheet) -> list[Row]:
        """Every measure, with its end."""
        today, names, rows = self.desk.centre.world.today(), dict(self._agencies()), []
        for measure in sorted(sheet.plan, key=lambda m: (m.done_on is not None, m.due_on)):
            if measure.done_on:
                pill = (GOOD, N_("Done"))
            else:
                pill = (DUE, N_("Due")) if measure.due_on <= today else (NOT_YET, N_("Planned"))
            done = Button(N_("Done"), PLAIN, icon="check", do=partial(self._done, measure.id))
            who = names.get(measure.implementer_id.hex if measure.implementer_id else CENTRE, "")
            second = _joined((_(PLAN_KINDS[measure.kind]), who, chosen().day(measure.done_on or measure.due_on)))
            change = Button(N_("Change"), PLAIN, do=partial(self._change, "person_plan", sheet, measure.id))
            rows.append(self.row(measure.what, second, pill, change, *([] if measure.done_on else [done])))
        return rows

    def _done(self, measure_id: UUID) -> None:
        centre = self.desk.centre
        centre.care.done(measure_id, centre.world.today(), centre.worker)
        self.done()

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Keep the measure."""
        draft = plan_draft(self._person(sheet), sheet.referral.id, told)
        self.desk.centre.care.plan_measure(draft, self.desk.centre.worker)
