"""The last month of an invented centre reconciled with the police: three lists, one settled, one begun, one to bring.

The newcomer finds the first agreed and signed, the second with pairs to look at and reasons to give, and the third as a
file, to be brought in by herself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from desktop.centre import Centre
from desktop.demo.list_files import SHAPES
from desktop.demo.partner_lists import ListWriter, Ours
from desktop.demo.story import Story
from desktop.language import Language
from desktop.periods import Month
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.our_notices import OurNotice, our_notices
from desktop.reconciliation.partner_list import Answers, PartnerList, understand
from desktop.reconciliation.reconciliations import Agreement, Explained, Remarks
from desktop.reconciliation.units import Units, units_of
from desktop.records.agency import Agency
from desktop.records.difference import OURS, THEIRS
from desktop.records.reconciliation import Reconciliation
from desktop.spreadsheets.apart import read_file
from desktop.vault.letters import fold

FOLDER = "partner-lists"
ANSWERS = Answers(date_order="dmy", apart=False)
"""What the office says when it is asked about these lists."""


@dataclass(frozen=True)
class ListFile:
    """One list, and whose it is."""

    path: Path
    partner: Agency
    month: Month
    officer: str
    """Who agrees for it."""


def write_lists(centre: Centre, folder: Path, story: Story, today: date) -> tuple[ListFile, ...]:
    """The lists of the three police institutions that sent most last month, each in its own kind of file."""
    month = Month.of(today).later(-1)
    writer = ListWriter(story.country, story.lines, story.chance)
    (folder / FOLDER).mkdir(exist_ok=True)
    files = []
    officers = {told["name"]: told["officers"][0] for told in story.agencies if told.get("officers")}
    partners = [each for each in _busiest(centre, month) if each[0].name in officers]
    for (ending, shape), (partner, units, found) in zip(SHAPES.items(), partners, strict=False):
        rows = [_ours(each, units) for each in found if each.in_month]
        late = [_ours(each, units) for each in found if each.received > month.last]
        unit = next((unit.name for unit in units.below()), partner.name)
        language = Language("lt" if story.country == "LT" else "sr_Latn")
        words = language.month_title(month.year, month.month)
        content = shape(writer.sent(rows, late, month.first, unit), story.country, partner.name, words)
        path = folder / FOLDER / f"{_plain(partner)}-{month.key}.{ending}"
        path.write_bytes(content)
        files.append(ListFile(path, partner, month, officers[partner.name]))
    return tuple(files)


def reconcile(
    centre: Centre, files: Sequence[ListFile], missing: int, tell: Callable[[str], None]
) -> Reconciliation | None:
    """Bring the first two lists; settle the first as an office would. Returns it, if there is any.

    So many are `missing`: in their list, and entered only now.
    """
    kept = [bring(centre, each) for each in files[:2]]
    if not kept:
        return None
    first = kept[0]
    settle(centre, first, files[0].officer, missing)
    sums = centre.reconciliations.standing(first.id).statement.sums
    tell(f"{files[0].path.name}: {sums.sent} / {sums.received} / {sums.agreed}")
    return first


def bring(centre: Centre, file: ListFile) -> Reconciliation:
    """Read a list and keep it."""
    listed: PartnerList = understand(read_file(file.path), ANSWERS)
    digest = hashlib.sha256(file.path.read_bytes()).hexdigest()
    brought = Brought(file.month, file.partner.id, file.month, file.path.name, digest)
    return centre.reconciliations.bring(brought, listed, centre.worker)


def settle(centre: Centre, kept: Reconciliation, officer: str, enters: int) -> None:
    """Decide what is doubtful, give reasons, enter what never arrived, leave one unexplained, and agree."""
    log, by, reconciliation_id = centre.reconciliations, centre.worker, kept.id
    while (found := log.standing(reconciliation_id).settlement) and found.doubtful:
        pair = found.doubtful[0]
        log.decide(reconciliation_id, UUID(pair.theirs.id), UUID(pair.ours.id), "same", by)
    assert found is not None
    missing = [UUID(left.alone.row.id) for left in found.only_theirs]
    for row in missing[:enters]:
        log.enter_missing(reconciliation_id, row, by)
    if explained := tuple(missing[enters:-1]):
        log.explain(reconciliation_id, Explained(THEIRS, "residence_unknown", rows=explained), by)
    if mine := tuple(UUID(left.alone.row.id) for left in found.only_ours):
        log.explain(reconciliation_id, Explained(OURS, "in_person", rows=mine), by)
    log.remark(reconciliation_id, Remarks("incident"), by)
    profile = centre.profile_log.profile()
    log.settle(reconciliation_id, Agreement(officer, profile.approved_by, "", profile.approved_by_title), by)


def _busiest(centre: Centre, month: Month) -> list[tuple[Agency, Units, list[OurNotice]]]:
    """Police institutions with what they sent in the month and in the days around it, the busiest first."""
    found = []
    for agency in centre.directory.agencies("police"):
        if agency.parent_id is None:
            with centre.vault.look() as session:
                units = units_of(session, agency.id)
                found.append((agency, units, list(our_notices(session, units, month, month).values())))
    return sorted(found, key=lambda each: -sum(notice.in_month for notice in each[2]))


def _ours(notice: OurNotice, units: Units) -> Ours:
    row = notice.listed
    years = [int(year) for year in row.birth_year.split("; ") if year]
    names = tuple(name for name in row.name.split("; ")[:1] if name)
    called = units.all.get(notice.unit_id)
    return Ours(
        row.notice_no, notice.received, names, years[0] if years else None, row.phone.split("; ")[0],
        called.name if called else "",
    )  # fmt: skip


def _plain(agency: Agency) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in fold(agency.known_as)).split())
