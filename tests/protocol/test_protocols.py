"""A protocol lives in versions: drafted, closed, signed, adopted, in force, revised; what was adopted never changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.problems import Problem
from desktop.protocol.drafts import ProvisionDraft, SignatoryDraft, TextDraft
from desktop.protocol.protocols import Adoption
from desktop.records.protocol import CHAPTERS
from tests.conftest import Still
from tests.protocol.conftest import Local


def test_a_new_protocol_begins_with_the_usual_chapters_and_no_text(local: Local) -> None:
    assert [each.code for each in local.sheet.chapters] == list(CHAPTERS)
    assert local.sheet.state == "draft"


def test_provisions_stand_in_the_order_of_their_chapters_and_can_be_moved(local: Local) -> None:
    provisions, by = local.centre.provisions, local.centre.worker
    last = {one.code: one.id for one in local.sheet.chapters}["preamble"]
    provisions.add(local.version_id, ProvisionDraft("0", "Pagrindas", chapter_id=last), by)
    assert [row.provision.number for row in local.sheet.provisions] == ["0", "1", "4", "5"]
    provisions.move(local.sheet.provisions[3].provision.id, 0, by)
    assert [row.provision.number for row in local.sheet.provisions] == ["0", "1", "5", "4"]


def test_a_number_stands_once_in_a_version(local: Local) -> None:
    with pytest.raises(Problem, match="There is a provision"):
        local.centre.provisions.add(local.version_id, ProvisionDraft("4", "Kita"), local.centre.worker)


def test_a_provision_binds_institutions_rests_on_acts_and_is_said_in_further_languages(local: Local) -> None:
    row = local.sheet.numbered("4")
    assert row
    assert [each.name for each in row.holders if each] == ["Tauragės policija"]
    assert [each.cited for each in row.bases] == ["BP 3.2", "Įstatymo 13 str."]
    assert row.said("sr_Cyrl", "lt")[0] == "Обавештење"
    assert row.said("sr_Latn", "lt") == ("Obaveštenje", "Policija obaveštava centar u roku od 24 sata.")
    assert row.said("en", "lt")[0] == "Pranešimas"


def test_a_text_in_another_language_falls_behind_when_the_own_one_is_changed(local: Local) -> None:
    row = local.sheet.numbered("4")
    assert row
    provisions, by = local.centre.provisions, local.centre.worker
    provisions.amend(row.provision.id, replace(row.draft(), text="Policija praneša per 12 valandų."), by)
    assert [each.is_behind for each in local.sheet.numbered("4").texts] == [True]  # type: ignore[union-attr]
    provisions.amend(row.provision.id, local.sheet.numbered("4").draft(), by)  # type: ignore[union-attr]
    assert [each.is_behind for each in local.sheet.numbered("4").texts] == [True]  # type: ignore[union-attr]
    said = replace(local.sheet.numbered("4").draft(), texts=(TextDraft("sr_Cyrl", "О", "12 сати."),))  # type: ignore[union-attr]
    provisions.amend(row.provision.id, said, by)
    assert [each.is_behind for each in local.sheet.numbered("4").texts] == [False]  # type: ignore[union-attr]


def test_what_stays_the_same_of_a_provision_leaves_no_trace(local: Local) -> None:
    row = local.sheet.numbered("4")
    assert row
    local.centre.provisions.amend(
        row.provision.id, replace(row.draft(), title="Pranešimas centrui"), local.centre.worker
    )
    tables = {change.table for change in local.centre.history.entries(limit=1)[0].changes}
    assert tables == {"provision", "provision_text"}  # the text in the other language is behind now


def test_a_limit_is_whole_or_not_there(local: Local) -> None:
    for draft, field in (
        (ProvisionDraft("9", "Riba", limit_number=3), "limit_unit"),
        (ProvisionDraft("9", "Riba", limit_unit="days"), "limit_number"),
        (ProvisionDraft("9", "Riba", limit_unit="days", limit_number=-1), "limit_number"),
    ):
        with pytest.raises(Problem) as found:
            local.centre.provisions.add(local.version_id, draft, local.centre.worker)
        assert found.value.field == field


def test_nobody_signs_a_text_that_can_still_change(local: Local) -> None:
    party = local.centre.signatories.of(local.version_id)[1].signatory
    with pytest.raises(Problem, match="Close the text first"):
        local.centre.signatories.sign(party.id, local.centre.worker)


def test_who_signs_is_taken_from_the_card_of_the_institution(local: Local) -> None:
    ours, police, court = local.centre.signatories.of(local.version_id)
    assert (police.signatory.representative, police.signatory.deputy) == ("Jonas Jonaitis", "Rūta Rūtaitė")
    assert ours.agency is None
    assert ours.signatory.representative == local.centre.worker.name
    assert court.state == "waiting"


def test_a_closed_text_cannot_be_changed_but_opened_while_nobody_signed(local: Local) -> None:
    protocols, by = local.centre.protocols, local.centre.worker
    protocols.close(local.version_id, by)
    row = local.sheet.numbered("4")
    assert row
    with pytest.raises(Problem, match="Begin a revision"):
        local.centre.provisions.amend(row.provision.id, row.draft(), by)
    protocols.reopen(local.version_id, by)
    protocols.close(local.version_id, by)
    local.centre.signatories.sign(local.centre.signatories.of(local.version_id)[0].signatory.id, by)
    with pytest.raises(Problem, match="signed or adopted"):
        protocols.reopen(local.version_id, by)


def test_a_version_comes_into_force_and_is_superseded_by_the_next(local: Local, still: Still) -> None:
    protocols, by = local.centre.protocols, local.centre.worker
    local.adopt()
    assert local.sheet.state == "in_force"
    second = protocols.revise(local.version_id, "Suderinti su nauju įstatymu", by)
    with pytest.raises(Problem, match="being worked on"):
        protocols.revise(local.version_id, "", by)
    local.centre.protocols.close(second.id, by)
    protocols.adopt(second.id, Adoption(date(2026, 11, 2), date(2026, 12, 1)), by)
    assert [row.state for row in protocols.versions(local.protocol_id)] == ["adopted", "in_force"]
    still.wait(days=40)
    assert [row.state for row in protocols.versions(local.protocol_id)] == ["in_force", "superseded"]
    found = protocols.in_force(local.protocol_id, date(2026, 11, 30))
    assert found
    assert found.id == local.version_id


def test_a_revision_is_a_copy_without_signatures_and_keeps_the_origin_of_each_provision(local: Local) -> None:
    local.adopt()
    party = local.centre.signatories.of(local.version_id)[2].signatory
    gone = replace(SignatoryDraft.of(party), withdrawn_on=date(2026, 11, 1), why_withdrawn="Kita tvarka")
    local.centre.signatories.amend(party.id, gone, local.centre.worker)
    second = local.centre.protocols.revise(local.version_id, "", local.centre.worker)
    old, new = local.sheet, local.centre.protocols.sheet(second.id)
    assert [row.provision.origin_id for row in new.provisions] == [row.provision.origin_id for row in old.provisions]
    assert [replace(row.draft(), chapter_id=None) for row in new.provisions] == [
        replace(row.draft(), chapter_id=None) for row in old.provisions
    ]
    assert not {row.provision.id for row in new.provisions} & {row.provision.id for row in old.provisions}
    assert [(row.agency and row.agency.name, row.state) for row in local.centre.signatories.of(second.id)] == [
        (None, "waiting"), ("Tauragės policija", "waiting"),
    ]  # fmt: skip


def test_a_draft_can_be_taken_out_and_comes_back_by_undo(local: Local) -> None:
    before = local.sheet
    local.centre.protocols.take_out(local.version_id, local.centre.worker)
    assert local.centre.protocols.all() == []
    local.centre.history.undo(local.centre.history.entries(limit=1)[0].number, local.centre.worker)
    assert [row.draft() for row in local.sheet.provisions] == [row.draft() for row in before.provisions]


def test_a_party_withdraws_only_after_it_signed(local: Local) -> None:
    party = local.centre.signatories.of(local.version_id)[2].signatory
    draft = replace(SignatoryDraft.of(party), withdrawn_on=date(2026, 11, 1))
    with pytest.raises(Problem) as found:
        local.centre.signatories.amend(party.id, draft, local.centre.worker)
    assert found.value.field == "withdrawn_on"


def test_the_version_before_cannot_begin_later(local: Local) -> None:
    local.adopt()
    second = local.centre.protocols.revise(local.version_id, "", local.centre.worker)
    local.centre.protocols.close(second.id, local.centre.worker)
    early = Adoption(date(2026, 9, 1), date(2026, 10, 1))
    with pytest.raises(Problem) as found:
        local.centre.protocols.adopt(second.id, early, local.centre.worker)
    assert found.value.field == "in_force_from"
