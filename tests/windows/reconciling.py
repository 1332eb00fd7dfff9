"""A centre with a partner's list to be reconciled: pairs of every band, rows of one list alone, a copy, a rival."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desktop.centre import Centre
from desktop.periods import Month
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.partner_counts import PartnerCount
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.partner_people import PartnerPerson
from desktop.reconciliation.partner_rows import PartnerNotice
from desktop.reconciliation.settling import Settlement
from desktop.records.directory import AgencyDraft
from desktop.records.referral import Referral
from tests.builders import a_mention, a_referral

OCTOBER = Month(2026, 10)
COUNTIES = {"Klaipėdos": 1750, "Telšių": 1104, "Tauragės": 517, "Utenos": 631, "Marijampolės": 915, "Alytaus": 1153,
            "Panevėžio": 1664, "Šiaulių": 2240, "Kauno": 3093, "Vilniaus": 3482}  # fmt: skip
"""What the police published for 2020, by county."""
DOUBTFUL = (
    ("Durić Jelena", "Jelena Đurić", 12, 21),
    ("Budrytė Rasa", "Rasa Budraitė", 3, 14),
    ("Stonkienė Aldona", "Aldona Stonkutė", 5, 18),
)
"""As they wrote it, as we did, and both days of October."""


@dataclass(frozen=True)
class Police:
    """Whose list it is."""

    id: UUID
    unit: UUID


def police_of(centre: Centre) -> Police:
    """A partner with one unit."""
    by = centre.worker
    above = centre.directory.enter(
        AgencyDraft(name="Klaipėdos apskrities VPK", kind="police", representative="A. Kalvaitis"), by
    )
    below = AgencyDraft(
        name="Kretingos rajono policijos komisariatas", short_name="Kretingos PK", kind="police", parent_id=above.id
    )
    return Police(above.id, centre.directory.enter(below, by).id)


def theirs(row: int, name: str, day: int, number: str = "", year: int | None = None) -> PartnerNotice:
    """One notice of theirs."""
    person = (PartnerPerson(name, year),) if name else ()
    return PartnerNotice("Lapas1", (row,), number, date(2026, 10, day), person, "Kretingos PK")


def ours(
    centre: Centre, police: Police, name: str, day: int, number: str = "", year: int | None = None, month: int = 10
) -> Referral:  # fmt: skip
    """One notice of ours."""
    draft = a_referral(
        police.id, received_at=datetime(2026, month, day, 9), unit_id=police.unit, reference=number,
        mentions=(a_mention(name=name, birth_year=year, phone=""),),
    )  # fmt: skip
    return centre.referrals.enter(draft, centre.worker)


def october(centre: Centre) -> UUID:
    """A list of October: two matched, three doubtful, two only theirs, three only ours, a copy, one late."""
    police = police_of(centre)
    for _name, our_name, _day, our_day in DOUBTFUL:
        ours(centre, police, our_name, our_day)
    ours(centre, police, "Rasa Budraitė", 19)
    ours(centre, police, "Asta Petrauskienė", 2, "77-PR-3321-26", 1984)
    ours(centre, police, "Lina Bružaitė", 8, "77-PR-3352-26", 1990)
    ours(centre, police, "Eglė Rimkutė", 9, "77-PR-9001-26", 1971)
    ours(centre, police, "Ona Kazlauskaitė", 27, "77-PR-9002-26", 1966)
    ours(centre, police, "Vida Norkienė", 2, "77-PR-3399-26", 1959, month=11)
    rows = [
        theirs(3, "Petrauskienė Asta", 1, "77-PR-3321-26", 1984),
        theirs(4, "Bružaitė Lina", 7, "77-PR-3352-26", 1990),
        theirs(5, "Kusaitė Jūratė", 27, "77-PR-3363-26", 1977),
        theirs(6, "Norvilienė Zita", 22, "77-PR-3360-26", 1979),
        theirs(7, "Bružaitė Lina", 7, "77-PR-3352-26", 1990),
        theirs(8, "Norkienė Vida", 31, "77-PR-3399-26", 1959),
        *(theirs(20 + row, name, day) for row, (name, _ours, day, _our_day) in enumerate(DOUBTFUL)),
    ]
    listed = PartnerList(tuple(rows), (), (), (), (), {})
    return centre.reconciliations.bring(Brought(OCTOBER, police.id, OCTOBER, "spalis.xlsx"), listed, centre.worker).id


def ten_months(centre: Centre) -> Police:
    """Lists of ten months with one unit; October has rows without a reason."""
    police = police_of(centre)
    for back in range(10):
        month = OCTOBER.later(-back)
        listed = PartnerList((theirs(3, "Norvilienė Zita", 22, "77-PR-3360-26", 1979),), (), (), (), (), {})
        centre.reconciliations.bring(Brought(month, police.id, month, "x.xlsx"), listed, centre.worker)
    ours(centre, police, "Zita Norvilienė", 22, "77-PR-3360-26", 1979)
    ours(centre, police, "Vida Norkienė", 24, "77-PR-3399-26", 1959)
    return police


def year_2020(centre: Centre) -> UUID:
    """The numbers that the police published for 2020."""
    police = police_of(centre)
    numbers = enumerate(COUNTIES.items())
    counts = (PartnerCount(row, "2020", county, Month(2020, 1), n, "persons") for row, (county, n) in numbers)
    brought = Brought(Month(2020, 1), police.id, Month(2020, 12), "2020.xlsx")
    return centre.reconciliations.bring(brought, PartnerList((), tuple(counts), (), (), (), {}), centre.worker).id


def found(centre: Centre, about: UUID) -> Settlement:
    """Both lists in their groups, as they stand now."""
    settlement = centre.reconciliations.standing(about).settlement
    assert settlement is not None
    return settlement
