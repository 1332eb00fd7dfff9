"""What was closed, signed or adopted stays as it is, whatever is undone, adopted anew or taken out, in any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.problems import Problem
from desktop.protocol.drafts import SignatoryDraft
from desktop.protocol.kept import CLOSED, EARLIER, SIGNED
from desktop.protocol.protocols import Adoption
from desktop.protocol.revision_drafts import ChangeDraft
from desktop.records.protocol import ProtocolVersion
from tests.protocol.conftest import Local

LATER = date(2026, 10, 20)


def undo(local: Local, number: int, said: str) -> None:
    """Undo a change; it is refused by this sentence."""
    with pytest.raises(Problem) as refused:
        local.centre.history.undo(number, local.centre.worker)
    assert refused.value.sentence == said


def newest(local: Local) -> int:
    """The number of the last change."""
    return local.centre.history.last_of(local.centre.worker)


def words(local: Local) -> list[tuple[str, str]]:
    """What the version says."""
    return [(row.provision.number, row.provision.text) for row in local.sheet.provisions]


def rewritten(local: Local) -> int:
    """A provision of the draft written anew; the number of that change."""
    row = local.sheet.provisions[0]
    local.centre.provisions.amend(row.provision.id, replace(row.draft(), text="Saugoti."), local.centre.worker)
    return newest(local)


def second(local: Local) -> ProtocolVersion:
    """A second version, in force later."""
    version = local.centre.protocols.revise(local.version_id, "", local.centre.worker)
    local.adopt(version.id, LATER)
    return version


def test_no_undoing_changes_a_text_that_was_closed_since(local: Local) -> None:
    number = rewritten(local)
    local.centre.protocols.close(local.version_id, local.centre.worker)
    before = words(local)
    undo(local, number, CLOSED)
    assert words(local) == before


def test_a_draft_is_undone_as_before(local: Local) -> None:
    before = words(local)
    number = rewritten(local)
    local.centre.history.undo(number, local.centre.worker)
    assert words(local) == before


def test_a_change_is_not_taken_back_out_of_an_adopted_version(local: Local) -> None:
    centre, by = local.centre, local.centre.worker
    row = local.sheet.provisions[0]
    change = centre.revision.propose(
        local.version_id, replace(ChangeDraft.for_provision(row.provision), text="Naujai."), by
    )
    centre.revision.accept(change.id, by)
    number = newest(local)
    local.adopt()
    undo(local, number, CLOSED)
    assert centre.revision.changes(local.version_id)[0].change.state == "accepted"


def test_a_text_is_not_opened_under_a_signature_by_undoing(local: Local) -> None:
    centre, by = local.centre, local.centre.worker
    centre.protocols.close(local.version_id, by)
    number = newest(local)
    centre.signatories.sign(centre.signatories.of(local.version_id)[0].signatory.id, by)
    undo(local, number, SIGNED)


def test_a_closing_that_nobody_signed_is_undone(local: Local) -> None:
    local.centre.protocols.close(local.version_id, local.centre.worker)
    local.centre.history.undo(newest(local), local.centre.worker)
    assert local.sheet.version.is_open


def test_a_text_is_not_opened_under_the_signature_of_one_who_withdrew(local: Local) -> None:
    centre, by, day = local.centre, local.centre.worker, date(2026, 10, 1)
    centre.protocols.close(local.version_id, by)
    party = centre.signatories.of(local.version_id)[1].signatory
    centre.signatories.sign(party.id, by, on=day)
    centre.signatories.amend(party.id, SignatoryDraft(party.agency_id, signed_on=day, withdrawn_on=day), by)
    with pytest.raises(Problem, match=SIGNED):
        centre.protocols.reopen(local.version_id, by)


def test_what_was_adopted_does_not_vanish_with_its_beginning(local: Local) -> None:
    local.adopt()
    version = second(local)
    begun = next(
        each.number for each in local.centre.history.entries(limit=200, record=version.id)
        if "Revision" in each.what
    )  # fmt: skip
    with pytest.raises(Problem):
        local.centre.history.undo(begun, local.centre.worker, along=True)
    assert len(local.centre.protocols.versions(local.protocol_id)) == 2


@pytest.mark.parametrize("since", [None, LATER, date(2026, 10, 25)])
def test_an_earlier_version_keeps_its_place_before_the_later(local: Local, since: date | None) -> None:
    local.adopt()
    adopted = newest(local)
    second(local)
    with pytest.raises(Problem) as refused:
        local.centre.protocols.adopt(
            local.version_id, Adoption(date(2026, 10, 1), since), local.centre.worker
        )  # fmt: skip
    assert refused.value.field == "in_force_from"
    with pytest.raises(Problem):
        local.centre.history.undo(adopted, local.centre.worker)
    states = {row.version.number: row.state for row in local.centre.protocols.versions(local.protocol_id)}
    assert states == {1: "superseded", 2: "in_force"}


def test_an_order_of_days_is_not_turned_round_by_undoing(local: Local) -> None:
    centre, by = local.centre, local.centre.worker
    local.adopt(on=date(2026, 10, 15))
    centre.protocols.adopt(local.version_id, Adoption(date(2026, 9, 1), date(2026, 9, 1)), by)
    number = newest(local)
    version = centre.protocols.revise(local.version_id, "", by)
    local.adopt(version.id, date(2026, 10, 10))
    undo(local, number, EARLIER)


def test_a_draft_goes_though_papers_of_it_were_sealed_and_the_papers_stay(local: Local) -> None:
    centre, by = local.centre, local.centre.worker
    local.adopt()
    version = centre.protocols.revise(local.version_id, "", by)
    made = centre.protocol_papers.make(centre.protocol_papers.asked("comparison", version.id), by)
    centre.protocols.take_out(version.id, by)
    assert [row.version.number for row in centre.protocols.versions(local.protocol_id)] == [1]
    assert centre.protocol_papers.paper(made.id).pdf == made.pdf
    centre.history.undo(newest(local), by)
    assert [row.id for row in centre.protocol_papers.of(version_id=version.id)] == [made.id]
