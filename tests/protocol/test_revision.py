"""A round of revision: proposed, said to, accepted into the draft, left open again as if nothing had been."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from desktop.problems import Problem
from desktop.protocol.drafts import BasisDraft
from desktop.protocol.returned import Returned, ReturnedComment
from desktop.protocol.revision_drafts import ChangeDraft, CommentDraft
from desktop.protocol.sheet import ProvisionRow
from desktop.records.alignment import Act, ActPoint
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
    """All that is said of each provision: also how it is judged, and which texts are behind."""
    return [
        (row.draft(), row.provision.origin_id, [each.is_behind for each in row.texts],
         [(each.basis.state, each.basis.needed, each.basis.judged_by, each.basis.judged_on) for each in row.bases])
        for row in local.sheet.provisions
    ]  # fmt: skip


def _judged(local: Local, number: str) -> None:
    """Judge what the provision rests on."""
    with local.centre.vault.change("Judged", local.centre.worker) as session:
        for row in _row(local, number).bases:
            basis = session.merge(row.basis)
            basis.state, basis.needed, basis.judged_by, basis.judged_on = "partly", "Riba", "Ona", date(2026, 11, 1)


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
    _judged(revised, "4")
    revision, by, before = revised.centre.revision, revised.centre.worker, _drafts(revised)
    chapter = _row(revised, "4").provision.chapter_id
    new = revision.propose(revised.version_id, ChangeDraft("add", chapter_id=chapter, number="4a", title="Vaikas"), by)
    gone = revision.propose(revised.version_id, ChangeDraft("remove", _row(revised, "4").provision.id), by)
    revision.accept(new.id, by)
    revision.accept(gone.id, by)
    assert [row.provision.number for row in revised.sheet.provisions] == ["1", "5", "4a"]
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
    revision.comment(revised.version_id, said, by)
    came = Returned((ReturnedComment("4", "Sutinkame.", change.provision_id),), (), 0)
    with pytest.raises(Problem, match="noted already"):
        revision.bring_comments(revised.version_id, revised.police, came, by)
    assert revision.bring_comments(revised.version_id, revised.court, came, by) == 1
    (row,) = revision.changes(revised.version_id)
    assert [(each.agency and each.agency.name, each.comment.text) for each in row.comments] == [
        ("Tauragės policija", "Sutinkame."), ("Tauragės teismas", "Sutinkame."),
    ]  # fmt: skip
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


def test_what_was_said_goes_with_a_provision_that_is_left_out_and_comes_back_with_it(revised: Local) -> None:
    revision, by, four = revised.centre.revision, revised.centre.worker, _row(revised, "4").provision.id
    revision.comment(revised.version_id, CommentDraft("Palikite.", four, agency_id=revised.court), by)
    gone = revision.propose(revised.version_id, ChangeDraft("remove", four), by)
    revision.accept(gone.id, by)
    assert _said(revised) == ["Palikite."]
    revision.leave_open(gone.id, by)
    assert _said(revised) == ["Palikite."]
    assert [row.comment.text for row in revision.comments(revised.version_id, _row(revised, "4").provision.id)] == [
        "Palikite."
    ]


def _said(local: Local) -> list[str]:
    return [each.comment.text for row in local.centre.revision.changes(local.version_id) for each in row.comments]


def test_a_comment_on_a_new_provision_stays_with_it_whatever_is_decided(revised: Local) -> None:
    revision, by = revised.centre.revision, revised.centre.worker
    new = revision.propose(revised.version_id, ChangeDraft("add", number="6", text="Vaikas."), by)
    revision.comment(revised.version_id, CommentDraft("Gerai.", None, new.id, revised.court), by)
    revision.accept(new.id, by)
    added = _row(revised, "6").provision.id
    revision.comment(revised.version_id, CommentDraft("Labai.", added, agency_id=revised.police), by)
    revision.leave_open(new.id, by)
    assert _said(revised) == ["Gerai.", "Labai."]
    revision.take_out(new.id, by)
    assert revision.comments(revised.version_id) == []


def test_what_was_written_into_the_draft_since_is_not_lost(revised: Local) -> None:
    revision, by, centre = revised.centre.revision, revised.centre.worker, revised.centre
    change = revision.propose(revised.version_id, _shorter(revised), by)
    four = _row(revised, "4")
    centre.provisions.amend(four.provision.id, replace(four.draft(), title="Pranešimas centrui"), by)
    revision.accept(change.id, by)
    assert (_row(revised, "4").provision.title, _row(revised, "4").provision.limit_number) == ("Pranešimas centrui", 12)
    four = _row(revised, "4")
    centre.provisions.amend(four.provision.id, replace(four.draft(), text="Kitaip."), by)
    with pytest.raises(Problem, match="written into this provision since"):
        revision.leave_open(change.id, by)
    assert _row(revised, "4").provision.text == "Kitaip."


def test_a_new_provision_answers_to_a_point_of_an_act(revised: Local) -> None:
    revision, by, point = revised.centre.revision, revised.centre.worker, _point(revised)
    new = revision.propose(revised.version_id, ChangeDraft("add", number="6", text="Vaikas.", point_id=point), by)
    assert [(each.cited, each.state) for each in revision.changes(revised.version_id)[0].grounds] == [
        ("BP 4.1", "missing")
    ]
    revision.accept(new.id, by)
    assert _row(revised, "6").draft().bases == (BasisDraft(point),)
    assert [each.cited for each in revision.changes(revised.version_id)[0].grounds] == ["BP 4.1"]


def _point(local: Local) -> UUID:
    centre = local.centre
    act = Act(id=centre.world.new_id(), kind="general", title="Bendrasis protokolas", short="BP", language="lt")
    point = ActPoint(id=centre.world.new_id(), act_id=act.id, position=1, number="4.1", text="Vaikas liudytojas.")
    with centre.vault.change("Act", centre.worker) as session:
        session.add(act)
        session.flush()
        session.add(point)
    return point.id


def test_a_number_that_stands_already_cannot_be_proposed_for_a_new_provision(revised: Local) -> None:
    with pytest.raises(Problem) as found:
        revised.centre.revision.propose(
            revised.version_id, ChangeDraft("add", number="4", text="Kita."), revised.centre.worker
        )
    assert found.value.field == "number"


def test_old_and_new_words_are_those_of_both_versions_whatever_is_decided(revised: Local) -> None:
    revision, by = revised.centre.revision, revised.centre.worker
    change = revision.propose(revised.version_id, _shorter(revised), by)
    for decide in (revision.reject, revision.accept, revision.leave_open):
        (row,) = revision.changes(revised.version_id)
        assert row.old and row.new  # noqa: PT018 - both are there
        assert (row.old.text, row.new.text) == (
            "Policija praneša centrui per 24 valandas.", "Policija praneša nedelsdama.",
        )  # fmt: skip
        assert (row.old.limit_number, row.new.limit_number) == (24, 12)
        decide(change.id, by)


def test_each_decision_can_be_undone_and_the_history_can_still_be_read(revised: Local) -> None:
    revision, by, history = revised.centre.revision, revised.centre.worker, revised.centre.history
    gone = revision.propose(revised.version_id, ChangeDraft("remove", _row(revised, "4").provision.id), by)
    before = _drafts(revised)
    revision.accept(gone.id, by)
    after = _drafts(revised)
    revision.leave_open(gone.id, by)
    history.undo(history.entries(limit=1)[0].number, by)
    assert _drafts(revised) == after
    revision.leave_open(gone.id, by)
    assert _drafts(revised) == before


def test_a_chapter_and_an_act_can_go_though_something_is_proposed_for_them(revised: Local) -> None:
    revision, by, point = revised.centre.revision, revised.centre.worker, _point(revised)
    empty = next(each.id for each in revised.sheet.chapters if each.code == "annexes")
    revision.propose(
        revised.version_id, ChangeDraft("add", number="6", text="V.", chapter_id=empty, point_id=point), by
    )
    revised.centre.provisions.remove_chapter(empty, by)
    revised.centre.acts.take_out_point(point, by, anyway=True)
    (row,) = revision.changes(revised.version_id)
    assert (row.change.chapter_id, row.change.point_id, row.grounds) == (None, None, ())
