"""With whom contact was sought: asked where a notice names more persons than the one it is about.

Whoever poses the risk is not offered: nobody is sent to him by a list. It knows no rule of the safe contact.
"""

from __future__ import annotations

from uuid import UUID

from desktop.language import N_
from desktop.records.person import Person
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.choice import ChoiceField
from desktop.windows.names import shown_name
from desktop.windows.sheet_page import SheetPage

SOMEBODY = "-"
"""Stands for the person of a notice that is linked with nobody."""


class WhomField(ChoiceField):
    """The persons of a notice, first the one it is about."""

    def __init__(self) -> None:
        self._sheet: ReferralSheet | None = None
        super().__init__("person_id", N_("With whom"), self._offered)

    def put_sheet(self, sheet: ReferralSheet) -> None:
        """Offer the persons of this notice."""
        self._sheet = sheet
        self.refill()
        is_asked = self.combo.count() > 1
        self.setVisible(is_asked)
        self.require(is_asked)

    def set_value(self, value: UUID | None) -> None:
        """Choose one of them."""
        super().set_value(value.hex if value else SOMEBODY)

    def other(self) -> Person | None:
        """Who is chosen, if it is not whom the notice is about."""
        others = self._sheet.others if self._sheet else ()
        return next((other for other in others if other.id.hex == self.combo.code()), None)

    def person(self) -> Person | None:
        """Who is chosen; whom the notice is about where nobody else is."""
        return self.other() or (self._sheet.person if self._sheet else None)

    def _offered(self) -> list[tuple[str, str]]:
        sheet = self._sheet
        if sheet is None:
            return []
        notice, first = sheet.referral, sheet.person
        risks = {mention.person_id for mention in sheet.mentions if mention.role == "posing_risk"}
        risks -= {attempt.person_id for attempt in sheet.attempts}
        about = shown_name(notice.person_name, first.code if first else notice.label)
        return [
            (first.id.hex if first else SOMEBODY, about),
            *((other.id.hex, shown_name(other.name, other.code)) for other in sheet.others if other.id not in risks),
        ]


class WhomPage(SheetPage):
    """A page that asks with whom: what stands beside the form is about whoever is chosen."""

    whom: WhomField

    def person(self) -> Person | None:
        """With whom contact is sought: her way is the one that counts."""
        return self.whom.person() if self.sheet else None

    def take_first_person(self) -> bool:
        """Choose whom the notice is about again; False where nobody else was chosen."""
        if self.sheet is None or self.whom.other() is None:
            return False
        self.form.put({"person_id": self.sheet.referral.person_id})
        return True

    def go_to_safe_way(self) -> None:
        """Where the safe way of whoever is chosen is agreed."""
        self._go("safe")

    def show_sheet(self) -> None:
        """Beside the form stands the way to reach whoever is chosen."""
        if self.sheet is not None:
            self.whom.put_sheet(self.sheet)
        super().show_sheet()
        person = self.person()
        if person is None:
            return
        days = self.desk.centre.profile_log.profile().safe_contact_days
        self.strip.put(person, self.desk.centre.world.here(), days)
        self.strip.show()
        if self.whom.other() is not None:
            self._who.put(shown_name(person.name, person.code))

    def who(self) -> str:
        """Whom it is about, for the stop."""
        if self.sheet is None:
            return ""
        notice, person, other = self.sheet.referral, self.sheet.person, self.whom.other()
        name = shown_name(notice.person_name, person.code if person else notice.label)
        return " \u00b7 ".join((shown_name(other.name, other.code) if other else name, notice.label))

    def _go(self, where: str) -> None:
        other = self.whom.other()
        if other is not None:
            self.desk.go(where, other.id)
        else:
            super()._go(where)


def agreed_with(person: Person | None) -> str:
    """The channel agreed with her; the telephone where none is."""
    return (person.safe_channel if person else "") or "telephone"
