"""The agreed safe way to reach a person: may we, how, on which days and hours, and what to say if another answers.

It is about a person; opened about a notice, it is about whom that notice is about.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.language import N_, chosen
from desktop.problems import Problem
from desktop.records.contact_draft import SafeContactDraft
from desktop.records.people import PersonSheet
from desktop.records.referral_sheet import NoticeGone
from desktop.records.vocabulary import WEEKDAYS
from desktop.windows.chips_field import ChipsField, ternary
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.kept_field import KeptField
from desktop.windows.offered_lists import listed
from desktop.windows.person_form import PersonForm
from desktop.windows.time_fields import DateField, TimeField

ASKED_IF_YES = ("channel", "number", "days", "begins", "ends", "voicemail", "who", "say")
NEEDED_IF_YES = ("channel", "days", "begins", "ends")


def weekdays() -> list[tuple[str, str]]:
    """The days of the week, short."""
    return [(code, chosen().weekday(place, short=True)) for place, code in enumerate(WEEKDAYS)]


class SafePage(PersonForm):
    """The safe contact of a person; unknown means do not call."""

    NAME = "safe"
    HEADING = N_("Safe contact")

    def groups(self) -> list[Group]:
        """Permission first; the rest only if the answer is yes."""
        today = self.desk.centre.world.today
        self.allowed = ternary("allowed", N_("May we contact her"), required=True)
        self.allowed.changed.connect(self._fit)
        self.number = KeptField("number", N_("Number or address, if not her own"))
        return [
            Group("", [
                [(self.allowed, 12)],
                [
                    (ChoiceField("channel", N_("How"), listed(self.desk.centre, "contact_channel")), 4),
                    (self.number, 8),
                ],
                [(ChipsField("days", N_("Safe days"), weekdays, several=True), 12)],
                [
                    (TimeField("begins", N_("Safe from")), 2),
                    (TimeField("ends", N_("Safe until")), 2),
                    (ternary("voicemail", N_("Voice message may be left")), 6),
                ],
                [
                    (TextField("who", N_("Who else may answer")), 6),
                    (TextField("say", N_("Who we say we are if another answers")), 6),
                ],
                [(DateField("confirmed_on", N_("Confirmed on"), today, required=True), 3)],
            ])
        ]  # fmt: skip

    def show_record(self, about: UUID | Any | None) -> None:
        """Begin about this person, or about the person of this notice."""
        if isinstance(about, UUID) and self.desk.centre.people.find(about) is None:
            about = self._person_of(about) or about
        super().show_record(about)

    def _person_of(self, notice: UUID) -> UUID | None:
        try:
            person = self.desk.centre.referrals.sheet(notice).person
        except NoticeGone:
            return None
        if person is None:
            self.banner.tell(Problem(N_("This notice names nobody yet.")))
        return person.id if person is not None else None

    def begin(self, sheet: PersonSheet) -> None:
        """As it was agreed last, confirmed today."""
        agreed = self.desk.centre.people.safe_contact_of(sheet.person.id)
        self.form.put(
            {
                **{n: getattr(agreed, n) for n in ("allowed", "channel", "begins", "ends", "who", "say")},
                "days": agreed.days,
                "voicemail": "yes" if agreed.voicemail else "no",
                "confirmed_on": self.desk.centre.world.today(),
            }
        )
        self.number.keep(agreed.number)
        if not agreed.channel:
            self.form.put({"channel": "telephone"})
        self._fit()

    def first(self) -> Any:
        """The permission."""
        return self.allowed

    def _fit(self) -> None:
        yes = self.allowed.value() == "yes"
        for name in ASKED_IF_YES:
            self.form.fields[name].setVisible(yes)
        for name in NEEDED_IF_YES:
            self.form.fields[name].require(yes)

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Agree it."""
        yes = told["allowed"] == "yes"
        draft = SafeContactDraft(
            allowed=told["allowed"],
            channel=told["channel"] if yes else "",
            number=(told["number"] or "") if yes else "",
            days=told["days"] if yes else (),
            begins=told["begins"] if yes else None,
            ends=told["ends"] if yes else None,
            voicemail=yes and told["voicemail"] == "yes",
            who=(told["who"] or "") if yes else "",
            say=(told["say"] or "") if yes else "",
            confirmed_on=told["confirmed_on"],
        )
        self.desk.centre.people.agree_safe_contact(sheet.person.id, draft, self.desk.centre.worker)
