"""Two real centres that know each other, with keys that cost little: what the tests of packages begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from desktop.centre import Centre, new_centre, open_centre
from desktop.paper.centre_keys import CentreKeys
from desktop.periods import Month
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.partner_people import PartnerPerson
from desktop.reconciliation.partner_rows import PartnerNotice
from desktop.reconciliation.reconciliations import Agreement
from desktop.records.directory import AgencyDraft
from desktop.vault.keys import KeyCost
from tests.builders import a_centre, a_mention, a_referral
from tests.conftest import PASSPHRASE, WORKER, Still, copied

OCTOBER, SEPTEMBER = Month(2026, 10), Month(2026, 9)
COUNTY = "Klaipėdos apskrities vyriausiasis policijos komisariatas"
UNIT = "Kretingos PK"
UNITS = ("Kretingos rajono policijos komisariatas", "Palangos miesto policijos komisariatas")


@dataclass(frozen=True)
class Police:
    """The police as one centre has them."""

    id: UUID
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class Both:
    """The centre that writes and the one that reads, each with the other among its institutions."""

    writer: Centre
    reader: Centre
    reader_there: UUID
    """The reader, in the writer's directory."""
    writer_here: UUID
    """The writer, in the reader's directory."""
    police_there: Police
    police_here: Police

    def package(self, *months: Month) -> bytes:
        """A package of the writer for the reader."""
        return self.writer.packages.write(self.reader_there, months or (OCTOBER,), self.writer.worker).file

    def figures(self) -> dict[tuple[str, UUID | None], tuple[int, str]]:
        """What the reader has of the writer, by month and unit."""
        found = self.reader.sisters.of(self.police_here.id, Month(2000, 1), Month(2099, 12))
        return {(each.month, each.unit_id): (each.agreed, each.source) for each in found}


@dataclass(frozen=True)
class BothDays:
    """Both centres as they were left, locked."""

    writer: Path
    reader: Path
    world: Still
    reader_there: UUID
    writer_here: UUID
    police_there: Police
    police_here: Police

    def opened(self, place: Path, still: Still) -> Both:
        """Copies of both, unlocked in this test's world, which goes on from there."""
        still.ids, still.drawn = self.world.ids, self.world.drawn
        writer, reader = (copied((folder, self.world), place, still) for folder in (self.writer, self.reader))
        here = (self.reader_there, self.writer_here, self.police_there, self.police_here)
        return Both(open_centre(writer, still.world), open_centre(reader, still.world), *here)


def both_days(place: Path, writer_keys: CentreKeys, reader_keys: CentreKeys) -> BothDays:
    """Both know each other and the same police; the writer has October settled."""
    still = Still()
    writer = _made(place / "sister.liepa", still, writer_keys, "Telšių krizių centras")
    reader = _made(place / "centre.liepa", still, reader_keys, "Kretingos moterų centras")
    there, here = police(writer), police(reader)
    settle(writer, there, OCTOBER)
    days = BothDays(
        writer.vault.folder, reader.vault.folder, still, befriend(writer, reader), befriend(reader, writer), there, here
    )
    for each in (writer, reader):
        each.vault.lock()
    return days


def _made(folder: Path, still: Still, keys: CentreKeys, name: str) -> Centre:
    return new_centre(
        folder, a_centre(name=name), worker_name=WORKER, passphrase=PASSPHRASE, world=still.world,
        cost=KeyCost.cheap(), keys=keys,
    )  # fmt: skip


def police(centre: Centre, name: str = COUNTY, units: tuple[str, ...] = UNITS, short: str = "") -> Police:
    """The police with their units."""
    by = centre.worker
    above = centre.directory.enter(AgencyDraft(name=name, short_name=short, kind="police"), by).id
    drafts = (AgencyDraft(name=unit, kind="police", parent_id=above) for unit in units)
    return Police(above, tuple(centre.directory.enter(draft, by).id for draft in drafts))


def settle(centre: Centre, whose: Police, month: Month, matched: int = 2) -> None:
    """A month agreed with them: so many of the first unit in both lists, and one of no unit only in theirs."""
    rows = []
    for number in range(matched):
        name, label = f"Vardenė Pavardenė{number}", f"77-PR-{month.month}{number}{matched}-26"
        draft = a_referral(
            whose.id, received_at=datetime(month.year, month.month, number + 3, 9), unit_id=whose.units[0],
            reference=label, mentions=(a_mention(name=name, birth_year=1970, phone=""),),
        )  # fmt: skip
        centre.referrals.enter(draft, centre.worker)
        rows.append(row(month, number + 2, name, label))
    rows.append(row(month, matched + 2, "Kita Asmenytė", "77-PR-9999-26"))
    names = {UNIT: whose.units[0]}
    brought = Brought(month, whose.id, month, "x.xlsx", units=names)
    kept = centre.reconciliations.bring(brought, PartnerList(tuple(rows), (), (), (), (), {}), centre.worker)
    centre.reconciliations.settle(kept.id, Agreement("A. Kalvaitis", "Ona Petraitė"), centre.worker)


def row(month: Month, place: int, name: str, label: str) -> PartnerNotice:
    """One row of their list."""
    return PartnerNotice(
        "x", (place,), label, date(month.year, month.month, place + 1), (PartnerPerson(name, 1970),), UNIT
    )


def befriend(one: Centre, other: Centre) -> UUID:
    """Let one centre know the other; returns the other in its directory."""
    name = other.profile_log.profile().name
    there = one.directory.enter(AgencyDraft(name=name, kind="centre"), one.worker).id
    one.packages.know(other.packages.card(other.worker), there, one.worker)
    return there
