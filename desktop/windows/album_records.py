"""Finds in a vault what each picture of the album is about: a record of each kind, those with much to show first.

It only reads; the one thing it makes up is a partner's list, as it is pasted.
"""

from __future__ import annotations

from typing import Any

from desktop.periods import Month
from desktop.records.training_draft import TrainingQuery
from desktop.windows.album import (
    AGENCY,
    ATTEMPT,
    BEGUN,
    CONSENT,
    DUTIES,
    DUTY,
    ENTRY,
    GROUP,
    HELP,
    JOINED,
    LAW,
    LIST,
    NOTICE,
    PARTNER,
    PARTY,
    PERSON,
    PLAN,
    POINT,
    RECONCILIATION,
    RELATIVE,
    STOPPED,
    TRAINING,
    TWO,
    Picture,
)
from desktop.windows.meeting_named import OWN
from desktop.windows.protocol_cases import case_code
from desktop.windows.stop_card import STOPS

LIST_ROWS = (
    ("Reg. nr.", "Data", "Asmuo", "Gim. m.", "Tel.", "Past."),
    ("3321", "{month}-02", "Petrauskaitė Asta", "1979", "61240018", ""),
    ("3325", "03.{turned}", "Rimkutė Ieva", "2001", "", "2 vaikai"),
    ("3330", "{month}-04", "", "", "", "be vardo"),
    ("3331", "{month}-35", "Mažeikaitė Ona", "1951", "0 445 78024", ""),
)
"""A partner's list that shows what may be asked about one; nobody in it is real."""
LOOKED_THROUGH = 25
"""So many notices are looked through for one that has much to show."""


class Records:
    """A record of each kind, for whoever shows every screen of a centre."""

    def __init__(self, centre: Any) -> None:
        self.centre = centre
        self._found = self._find()

    def about(self, picture: Picture) -> Any:
        """What that picture is about: a record, a part, or nothing."""
        return self._found.get(picture.about, picture.about) or None

    def _find(self) -> dict[str, Any]:
        """A record of each kind, those with much to show before others; None where the vault has none."""
        log, people = self.centre.referrals, self.centre.people
        notices = [log.sheet(found) for found in log.ids()[:LOOKED_THROUGH]]
        notices.sort(key=lambda sheet: (bool(sheet.person), bool(sheet.measures), len(sheet.line)), reverse=True)
        persons = [people.sheet(sheet.person.id) for sheet in notices if sheet.person]
        stopped = (call.referral_id for call in self.centre.contacts.due() if call.may in STOPS)
        reconciled = self.centre.reconciliations.overview()
        return {
            NOTICE: next((sheet.referral.id for sheet in notices), None),
            PERSON: next((sheet.person.id for sheet in persons), None),
            ATTEMPT: next((kept.id for sheet in persons for kept in sheet.attempts), None),
            HELP: next((kept.id for sheet in persons for kept in sheet.assistance), None),
            CONSENT: next(((sheet.person.id, kept.id) for sheet in persons for kept in sheet.consents), None),
            PLAN: next(((sheet.person.id, kept.id) for sheet in persons for kept in sheet.plan), None),
            TWO: tuple(dict.fromkeys(sheet.person.id for sheet in persons))[:2],
            RELATIVE: next(((s.person.id, kin.kinship_id) for s in persons for kin in s.family), None),
            JOINED: next(((s.person.id, one.id) for s in persons for one in s.joined), None),
            STOPPED: next(stopped, None),
            AGENCY: next((agency.id.hex for agency in self.centre.directory.agencies()), None),
            TRAINING: next(iter(self.centre.trainings.ids(TrainingQuery())), None),
            GROUP: next((sheet.group.id for sheet in self.centre.groups.all()), None),
            LAW: next((each.id for each in self.centre.law_changes.all()), None),
            PARTY: self._party(),
            POINT: self._point(),
            DUTIES: self._duties(),
            DUTY: self._duty(),
            LIST: self._list(),
            RECONCILIATION: next((told.kept.id for told in reconciled), None),
            BEGUN: next((told.kept.id for told in reconciled if not told.kept.is_settled), None),
            PARTNER: next((each.id for each in self.centre.directory.agencies("police") if not each.parent_id), None),
            ENTRY: next((entry.id.hex for entry in self.centre.lists.entries("measure_kind")), None),
        }

    def _party(self) -> Any:
        """A party to a version of a protocol."""
        protocols, signatories = self.centre.protocols, self.centre.signatories
        versions = (row.version.id for each in protocols.all() for row in protocols.versions(each.id))
        return next((row.signatory.id for each in versions for row in signatories.of(each)), None)

    def _point(self) -> Any:
        """A point of an act that was brought in."""
        acts = self.centre.acts
        return next((point.id for row in acts.all() for point in acts.points(row.act.id)), None)

    def _duties(self) -> Any:
        """What is told of our own centre's duties this month."""
        month = Month.of(self.centre.world.today()).key
        found = ({"protocol": one.id.hex, "month": month, "whose": OWN} for one in self.centre.protocols.all())
        return next(found, None)

    def _duty(self) -> str:
        """One case of a duty."""
        month = Month.of(self.centre.world.today())
        cases = (self.centre.duties.cases(one.id, month.later(-1), month) for one in self.centre.protocols.all())
        return next((case_code(case) for found in cases for case in found if case.event.record), "")

    def _list(self) -> str:
        """A partner's list of last month, as it is pasted."""
        month = Month.of(self.centre.world.today()).later(-1)
        turned = f"{month.month:02}.{month.year}"
        rows = ("\t".join(row) for row in LIST_ROWS)
        return "\n".join(rows).format(month=month.key, turned=turned)
