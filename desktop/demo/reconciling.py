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
from desktop.demo.partner_lists import ListWriter, Sent
from desktop.demo.story import Story
from desktop.language import Language
from desktop.periods import Month
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.our_notices import OurNotice, our_notices
from desktop.reconciliation.partner_list import Answers, PartnerList, understand
from desktop.reconciliation.reconciliations import Agreement, Explained, Remarks
from desktop.reconciliation.sister_figures import CENTRE, SisterDraft
from desktop.reconciliation.units import Units, units_of
from desktop.records.agency import Agency
from desktop.records.difference import OURS, THEIRS
from desktop.records.reconciliation import Reconciliation
from desktop.spreadsheets.apart import read_file
from desktop.vault.letters import fold

FOLDER = "partner-lists"
EARLIER = 2
"""So many months before the last one are settled too."""
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
    """The lists of the three police institutions that sent most last month, each in its own kind of file.

    Then those of the first for the months before, which lie there as they came.
    """
    last = Month.of(today).later(-1)
    writer = ListWriter(story.country, story.lines, story.chance)
    (folder / FOLDER).mkdir(exist_ok=True)
    officers = {told["name"]: told["officers"][0] for told in story.agencies if told.get("officers")}
    partners = [each for each in _busiest(centre, last) if each.name in officers][: len(SHAPES)]
    wanted = [(ending, partner, last) for ending, partner in zip(SHAPES, partners, strict=False)]
    wanted += [("xlsx", partner, last.later(-back)) for partner in partners[:1] for back in range(1, EARLIER + 1)]
    files = []
    for ending, partner, month in wanted:
        content = _list(centre, writer, partner, month, ending)
        path = folder / FOLDER / f"{plain(partner)}-{month.key}.{ending}"
        path.write_bytes(content)
        files.append(ListFile(path, partner, month, officers[partner.name]))
    return tuple(files)


def _list(centre: Centre, writer: ListWriter, partner: Agency, month: Month, ending: str) -> bytes:
    with centre.vault.look() as session:
        units = units_of(session, partner.id)
        found = list(our_notices(session, units, month, month).values())
    rows = [_ours(each, units) for each in found if each.in_month]
    late = [_ours(each, units) for each in found if each.received > month.last]
    unit = next((unit.name for unit in units.below()), partner.name)
    language = Language("lt" if writer.country == "LT" else "sr_Latn")
    words = language.month_title(month.year, month.month)
    return SHAPES[ending](writer.sent(rows, late, month.first, unit), writer.country, partner.name, words)


def reconcile(
    centre: Centre, story: Story, files: Sequence[ListFile], missing: int, tell: Callable[[str], None]
) -> Reconciliation | None:
    """Bring the lists but the third; settle those of the first institution. Returns that of the last month.

    So many are `missing`: in their list, and entered only now.
    """
    for file in reversed(files[len(SHAPES) :]):
        _agree(centre, story, file, 0)
    if not files:
        return None
    first = _agree(centre, story, files[0], missing)
    for file in files[1:2]:
        bring(centre, file)
    _sisters(centre, story, files[0])
    sums = centre.reconciliations.standing(first.id).statement.sums
    tell(f"{files[0].path.name}: {sums.sent} / {sums.received} / {sums.agreed}")
    return first


def _agree(centre: Centre, story: Story, file: ListFile, missing: int) -> Reconciliation:
    kept = bring(centre, file)
    centre.reconciliations.remark(kept.id, Remarks("incident", None, story.lines["words"]["what_next"]), centre.worker)
    return settle(centre, kept, file.officer, missing)


def _sisters(centre: Centre, story: Story, file: ListFile) -> None:
    """What the other crisis centres agreed with the same institution."""
    with centre.vault.look() as session:
        lines = units_of(session, file.partner.id).lines()
    figures = [
        SisterDraft(file.month, file.partner.id, sister.id, story.chance.randrange(6), unit.id)
        for sister in centre.directory.agencies(CENTRE)
        for unit in lines
    ]
    if figures:
        centre.sisters.note(figures, centre.worker)


def bring(centre: Centre, file: ListFile) -> Reconciliation:
    """Read a list and keep it."""
    listed: PartnerList = understand(read_file(file.path), ANSWERS)
    digest = hashlib.sha256(file.path.read_bytes()).hexdigest()
    brought = Brought(file.month, file.partner.id, file.month, file.path.name, digest)
    return centre.reconciliations.bring(brought, listed, centre.worker)


def settle(centre: Centre, kept: Reconciliation, officer: str, enters: int) -> Reconciliation:
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
    profile = centre.profile_log.profile()
    return log.settle(reconciliation_id, Agreement(officer, profile.approved_by, "", profile.approved_by_title), by)


def _busiest(centre: Centre, month: Month) -> list[Agency]:
    """Police institutions by how much they sent in the month."""
    found = []
    for agency in centre.directory.agencies("police"):
        if agency.parent_id is None:
            with centre.vault.look() as session:
                sent = our_notices(session, units_of(session, agency.id), month, month)
            found.append((sum(notice.in_month for notice in sent.values()), agency))
    return [agency for _sent, agency in sorted(found, key=lambda each: -each[0])]


def _ours(notice: OurNotice, units: Units) -> Sent:
    row = notice.listed
    years = [int(year) for year in row.birth_year.split("; ") if year]
    names = tuple(name for name in row.name.split("; ")[:1] if name)
    called = units.all.get(notice.unit_id)
    return Sent(
        row.notice_no, notice.received, names, years[0] if years else None, row.phone.split("; ")[0],
        called.name if called else "",
    )  # fmt: skip


def plain(agency: Agency) -> str:
    """An institution's name as a part of a file's name."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in fold(agency.known_as)).split())
