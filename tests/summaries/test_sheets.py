"""From a reconciliation to a sealed sheet and back: drawn as a draft, sealed once agreed, kept, corrected, named."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.paper.centre_keys import CentreKeys
from desktop.paper.seal import Kind, verify
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.partner_people import PartnerPerson
from desktop.reconciliation.partner_rows import PartnerNotice
from desktop.records.directory import AgencyDraft
from desktop.records.reconciliation import Reconciliation, SisterFigure
from desktop.summaries.sheet_json import from_json
from tests.conftest import Still
from tests.summaries.conftest import text_of
from tests.summaries.reconciled import BOTH, NAMES, OCTOBER, enter_ours
from tests.summaries.test_layout import one_line
from tests.summaries.test_spreadsheet import cells_of


def test_an_agreed_sheet_is_sealed_and_kept_and_is_found_whole(
    centre: Centre, settled: Reconciliation, seal_keys: CentreKeys, tmp_path: Path
) -> None:
    before = centre.vault.head().count
    issued = centre.sheets.issue(settled.id, "lt", by=centre.worker)
    assert centre.vault.head().count == before + 1
    verdict = verify(issued.pdf, [seal_keys.fingerprint])
    assert verdict.kind is Kind.GENUINE
    assert (issued.number, issued.language, issued.with_names) == ("SA-2026-10", "lt", False)
    assert issued.digest == hashlib.sha256(issued.pdf).hexdigest()
    first = one_line(text_of(issued.pdf))
    assert "Kretingos PK 5 2 −3 a–c 3" in first
    assert "Kas bus padaryta: Patikrins iki lapkričio 20 d." in first
    assert "vyresnysis tyrėjas, Klaipėdos apskrities VPK" in first
    assert from_json(issued.figures).statement == centre.reconciliations.standing(settled.id).statement
    again = centre.sheets.reissue(issued.id)
    assert centre.sheets.write(again, tmp_path / "sheet.pdf").read_bytes() == issued.pdf
    assert [row.number for row in centre.sheets.issued(settled.id)] == ["SA-2026-10"]


def test_one_changed_byte_is_found(centre: Centre, settled: Reconciliation, seal_keys: CentreKeys) -> None:
    pdf = centre.sheets.issue(settled.id, by=centre.worker).pdf
    for place in (len(pdf) // 4, len(pdf) // 2):
        changed = bytearray(pdf)
        changed[place] ^= 1
        assert verify(bytes(changed), [seal_keys.fingerprint]).kind is Kind.BAD


def test_what_is_not_agreed_is_a_draft_and_never_sealed(centre: Centre, kept: Reconciliation, tmp_path: Path) -> None:
    draft = centre.sheets.prepare(kept.id, "en")
    assert (draft.number, draft.is_agreed) == ("", False)
    path = centre.sheets.write_draft(draft, tmp_path / "draft.pdf")
    told = text_of(path.read_bytes())
    assert "DRAFT – not agreed" in told
    assert verify(path.read_bytes(), []).kind is Kind.BAD
    with pytest.raises(Problem):
        centre.sheets.issue(kept.id, by=centre.worker)
    with pytest.raises(Problem):
        centre.sheets.prepare(kept.id, with_names=True, receiver="A. Kalvaitis")
    assert centre.sheets.issued() == ()
    centre.reconciliations.settle(kept.id, BOTH, centre.worker)
    agreed = centre.sheets.prepare(kept.id)
    with pytest.raises(ValueError, match="SA-"):
        centre.sheets.write_draft(agreed, tmp_path / "again.pdf")


def test_nobody_is_named_unless_somebody_said_that_the_receiver_may_see_it(
    centre: Centre, settled: Reconciliation, tmp_path: Path
) -> None:
    issued = centre.sheets.issue(settled.id, "lt", by=centre.worker)
    assert not [name for name in NAMES if name in text_of(issued.pdf) or name in issued.figures]
    with pytest.raises(Problem) as raised:
        centre.sheets.issue(settled.id, "lt", with_names=True, by=centre.worker)
    assert raised.value.field == "receiver"
    named = centre.sheets.issue(settled.id, "lt", with_names=True, receiver="A. Kalvaitis", by=centre.worker)
    assert (named.number, named.with_names, named.receiver) == ("SA-2026-10/2", True, "A. Kalvaitis")
    assert centre.history.entries(limit=1)[0].what == "Sheet issued with names: {number}"
    text = one_line(text_of(named.pdf))
    assert all(name in text for name in NAMES[2:])
    assert not any(name in text for name in NAMES[:2])
    assert "b 77-PR-2-26 2026-10-12 Zita Norvilienė" in text
    assert "2026/3" in text
    assert [bool(row.superseded_by_id) for row in centre.sheets.issued()] == [False, False]
    prepared = centre.sheets.prepare(settled.id, with_names=True, receiver="A. Kalvaitis")
    with pytest.raises(Problem):
        centre.sheets.write_spreadsheet(prepared, tmp_path / "unkept.xlsx")
    assert list(tmp_path.glob("*.xlsx")) == []
    path = centre.sheets.write_spreadsheet(named, tmp_path / "named.xlsx")
    assert "Priedas su vardais" in cells_of(path.read_bytes())


def test_languages_share_a_number_and_the_same_again_takes_its_place(centre: Centre, settled: Reconciliation) -> None:
    issue = centre.sheets.issue
    numbers = [issue(settled.id, locale, by=centre.worker).number for locale in ("lt", "sr_Cyrl", "lt")]
    assert numbers == ["SA-2026-10", "SA-2026-10", "SA-2026-10/2"]
    rows = {(row.number, row.language): row for row in centre.sheets.issued()}
    assert rows["SA-2026-10", "lt"].superseded_by_id == rows["SA-2026-10/2", "lt"].id
    assert rows["SA-2026-10", "sr_Cyrl"].superseded_by_id is None


def test_a_correction_is_listed_on_a_sheet_that_takes_the_place_of_the_first(
    centre: Centre, settled: Reconciliation, police: UUID, unit: UUID, still: Still
) -> None:
    first = centre.sheets.issue(settled.id, "en", by=centre.worker)
    still.wait(days=1)
    late = enter_ours(centre, police, unit, 5, "Rasa Vaitkutė")
    second = centre.sheets.issue(settled.id, "en", by=centre.worker)
    assert second.number == "SA-2026-10/2"
    assert f"Came into the period: {late.label}" in one_line(text_of(second.pdf))
    assert "Rasa" not in text_of(second.pdf)
    assert centre.sheets.reissue(first.id).superseded_by_id == second.id
    assert from_json(first.figures).sums == from_json(second.figures).sums


def test_other_centres_stand_beside_only_where_they_told_their_figure(
    centre: Centre, settled: Reconciliation, police: UUID, unit: UUID
) -> None:
    assert centre.sheets.prepare(settled.id).sisters == ()
    sister = centre.directory.enter(AgencyDraft(name="Marių krizių centras", short_name="Marių", kind="centre"),
                                    centre.worker).id  # fmt: skip
    with centre.vault.change("Figure of another centre", centre.worker) as session:
        session.add(
            SisterFigure(
                id=centre.world.new_id(), month="2026-10", partner_id=police, unit_id=unit, centre_id=sister, agreed=7
            )
        )
    sheet = centre.sheets.prepare(settled.id, "lt")
    assert [(each.name[""], each.total) for each in sheet.sisters] == [("Marių", 7)]
    assert "Kretingos PK 5 2 −3 a–c 3 7 10" in one_line(text_of(centre.sheets.preview(sheet).pdf))


def test_the_next_month_tells_of_this_one(centre: Centre, settled: Reconciliation, police: UUID, still: Still) -> None:
    issued = centre.sheets.issue(settled.id, by=centre.worker)
    still.wait(days=31)
    november = Month(2026, 11)
    notice = PartnerNotice("L", (3,), "1", date(2026, 11, 3), (PartnerPerson("Ieva", None, "", ""),), "Kretingos PK")
    listed = PartnerList((notice,), (), (), (), (), {})
    kept = centre.reconciliations.bring(Brought(november, police, november, "x.xlsx"), listed, centre.worker)
    (before,) = centre.sheets.prepare(kept.id).earlier
    assert (before.first, before.agreed, before.entered, before.number) == (OCTOBER, 3, 1, issued.number)


def test_a_further_institution_in_the_same_month_has_a_number_of_its_own(
    centre: Centre, settled: Reconciliation
) -> None:
    centre.sheets.issue(settled.id, by=centre.worker)
    other = centre.directory.enter(AgencyDraft(name="Telšių apskrities VPK", kind="police"), centre.worker).id
    notice = PartnerNotice("L", (3,), "1", date(2026, 10, 3), (PartnerPerson("Ieva", None, "", ""),), "")
    listed = PartnerList((notice,), (), (), (), (), {})
    kept = centre.reconciliations.bring(Brought(OCTOBER, other, OCTOBER, "x.xlsx"), listed, centre.worker)
    centre.reconciliations.settle(kept.id, BOTH, centre.worker)
    assert [centre.sheets.issue(kept.id, by=centre.worker).number for _ in range(2)] == [
        "SA-2026-10-2",
        "SA-2026-10-2/2",
    ]


def test_what_a_sheet_was_issued_of_is_not_taken_out_though_it_was_opened_again(
    centre: Centre, settled: Reconciliation
) -> None:
    agreed = centre.vault.head().count
    centre.sheets.issue(settled.id, by=centre.worker)
    centre.history.undo(agreed, centre.worker)
    assert centre.sheets.prepare(settled.id).is_agreed is False
    before = centre.vault.head().count
    with pytest.raises(Problem):
        centre.reconciliations.take_out(settled.id, centre.worker)
    assert centre.vault.head().count == before
    centre.reconciliations.settle(settled.id, BOTH, centre.worker)
    assert centre.sheets.issue(settled.id, by=centre.worker).number == "SA-2026-10/2"
