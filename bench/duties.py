"""A month of duties of the protocol, and two years of them, over every notice of a centre."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from bench.timing import Time, medians, shown
from desktop.centre import Centre, open_centre
from desktop.demo.passphrase import PASSPHRASE
from desktop.periods import Month
from desktop.protocol.drafts import ProtocolDraft, ProvisionDraft, SignatoryDraft
from desktop.protocol.protocols import Adoption
from desktop.records.referral import Referral
from desktop.vault.vault import Vault
from desktop.world import World

IN_FORCE = date(2000, 1, 1)
YEARS = 24
DUTIES = (
    ("incident", 24, "hours"), ("order", 12, "hours"), ("contact", 1, "workdays"), ("order_end", 1, "days"),
    ("plan", 3, "workdays"), ("papers", 2, "workdays"), ("meeting", 31, "days"), ("minutes", 5, "workdays"),
    ("commitment", 0, "days"),
)  # fmt: skip


def measured(path: Path, rounds: int) -> list[str]:
    """On a copy of the vault, into which a protocol is written that binds everybody from the first notice on."""
    world = World.real()
    with tempfile.TemporaryDirectory(prefix="liepa-bench-") as temporary:
        copy = Path(shutil.copytree(path, Path(temporary) / "duties.liepa", ignore=shutil.ignore_patterns("owner")))
        vault = Vault.unlock(copy, Vault.workers(copy)[0].id, PASSPHRASE, world=world)
        try:
            centre = open_centre(vault, world)
            protocol, last, months = _prepared(centre)
            duties = centre.duties
            cases = duties.figures(protocol, last).total
            times = medians(
                {
                    "last": lambda: duties.figures(protocol, last),
                    "first": lambda: duties.figures(protocol, last.later(1 - months)),
                    "years": lambda: duties.months(protocol, last, min(YEARS, months)),
                    "notice": lambda: duties.of_notice(_latest(centre)),
                },
                rounds,
            )
        finally:
            vault.lock()
    return [
        f"Duties under a protocol of {len(DUTIES)} provisions, the last full month ({cases.cases} cases) with the "
        f"records behind: {_told(times['last'])}; the oldest month: {_told(times['first'])}; aim 1 s.",
        f"The same for {min(YEARS, months)} months at once: {_told(times['years'])}; "
        f"what it says of one notice: {_told(times['notice'])}.",
    ]


def _prepared(centre: Centre) -> tuple[UUID, Month, int]:
    """A protocol in force; the last full month, and how many there are."""
    by = centre.worker
    version = centre.protocols.begin(ProtocolDraft("Bendradarbiavimo protokolas", "lt"), by, outline=False)
    centre.provisions.bring(
        version.id,
        [
            ProvisionDraft(str(place), trigger, holds_all=True, trigger=trigger, limit_number=number, limit_unit=unit)
            for place, (trigger, number, unit) in enumerate(DUTIES, 1)
        ],
        by,
    )
    for agency_id in (None, *(each.id for each in centre.directory.agencies() if not each.parent_id)):
        centre.signatories.add(version.id, SignatoryDraft(agency_id), by)
    centre.protocols.close(version.id, by)
    centre.protocols.adopt(version.id, Adoption(IN_FORCE, IN_FORCE), by)
    with centre.vault.look() as session:
        first, last = session.execute(select(func.min(Referral.received_at), func.max(Referral.received_at))).one()
    end = Month.of(last.date()).later(-1)
    return version.protocol_id, end, (end.year - first.year) * 12 + end.month - first.month + 1


def _latest(centre: Centre) -> UUID:
    latest = centre.referrals.latest()
    assert latest
    return latest


def _told(time: Time) -> str:
    return f"{shown(time.clock)}, of the processor {shown(time.processor)}"
