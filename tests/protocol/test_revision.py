"""A round of revision: proposed, said to, accepted into the draft, left open again as if nothing had been."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.problems import Problem
from desktop.protocol.revision import ChangeDraft, CommentDraft
from desktop.protocol.sheet import ProvisionRow
from tests.protocol.conftest import Local


@pytest.fixture
def revised(local: Local) -> Local:
    """The second version being drafted."""
    local.adopt()
    second = local.centre.protocols.revise(local.version_id, "Suderinti", local.centre.worker)
    return replace(local, version_id=second.id)


def _row(local: Local, number: str) -> ProvisionRow:
    found = local.sheet.numbered(number)
    assert found
    return found


def _drafts(local: Local) -> list[object]:
    return [row.draft() for row in local.sheet.provisions]


def _shorter(local: Local) -> ChangeDraft:
    draft = ChangeDraft.for_provision(_row(local, "4").provision)
    return replace(draft, text="Policija praneša nedelsdama.", limit_number=12, why="BP 3.2")


def test_what_is_accepted_stands_in_the_draft_and_what_is_left_open_again_does_not(revised: Local) -> None:
    revision, by, before = revised.centre.revision, revised.centre.worker, _drafts(revised)
    change = revision.propose(revised.version_id, _shorter(revised), by)
    assert _drafts(revised) == before
    revision.accept(change.id, by)
    assert (_row(revised, "4").provision.text, _row(revised, "4").provision.limit_number) == (
        "Policija praneša nedelsdama.", 12,
    )  # fmt: skip
    assert [each.is_behind for each in _row(revised, "4").texts] == [True]
    revision.leave_open(change.id, by)
    assert _drafts(revised) == before


def test_a_rejected_change_leaves_the_draft_as_it_is(revised: Local) -> None:
    revision, by, before = revised.centre.revision, revised.centre.worker, _drafts(revised)
    change = revision.propose(revised.version_id, _shorter(revised), by)
    revision.reject(change.id, by)
    assert _drafts(revised) == before
    assert revision.changes(revised.version_id)[0].change.decided_by == by.name


def test_a_new_provision_and_one_left_out_come_and_go(revised: Local) -> None:
    revision, by, before = revised.centre.revision, revised.centre.worker, _drafts(revised)
    chapter = _row(revised, "4").provision.chapter_id
    new = revision.propose(revised.version_id, ChangeDraft("add", chapter_id=chapter, number="4a", title="Vaikas"), by)
    gone = revision.propose(revised.version_id, ChangeDraft("remove", _row(revised, "5").provision.id), by)
    revision.accept(new.id, by)
    revision.accept(gone.id, by)
    assert [row.provision.number for row in revised.sheet.provisions] == ["1", "4", "4a"]
    revision.leave_open(gone.id, by)
    revision.leave_open(new.id, by)
    assert _drafts(revised) == before


def test_a_draft_with_an_open_change_cannot_be_closed(revised: Local) -> None:
    revised.centre.revision.propose(revised.version_id, _shorter(revised), revised.centre.worker)
    with pytest.raises(Problem, match="still open"):
        revised.centre.protocols.close(revised.version_id, revised.centre.worker)


def test_a_provision_has_one_open_change_at_a_time(revised: Local) -> None:
    revised.centre.revision.propose(revised.version_id, _shorter(revised), revised.centre.worker)
    with pytest.raises(Problem, match="open already"):
        revised.centre.revision.propose(revised.version_id, _shorter(revised), revised.centre.worker)


def test_comments_stand_with_the_change_and_are_kept_once(revised: Local) -> None:
    revision, by = revised.centre.revision, revised.centre.worker
    change = revision.propose(revised.version_id, _shorter(revised), by)
    said = CommentDraft("Sutinkame.", change.provision_id, agency_id=revised.police, source="docx")
    revision.bring_comments(revised.version_id, [said, said], by)
    revision.comment(revised.version_id, said, by)
    (row,) = revision.changes(revised.version_id)
    assert [(each.agency and each.agency.name, each.comment.text) for each in row.comments] == [
        ("Tauragės policija", "Sutinkame.")
    ]
    assert row.was
    assert row.was.provision.text != row.change.text


def test_undo_takes_an_acceptance_back(revised: Local) -> None:
    revision, by = revised.centre.revision, revised.centre.worker
    change = revision.propose(revised.version_id, _shorter(revised), by)
    before = _drafts(revised)
    revision.accept(change.id, by)
    revised.centre.history.undo(revised.centre.history.entries(limit=1)[0].number, by)
    assert _drafts(revised) == before
    assert revision.changes(revised.version_id)[0].change.state == "open"
