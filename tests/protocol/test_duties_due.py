"""Today tells the duties of our centre that nothing else there tells: a talk before an order ends, cases by hand."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop.protocol.drafts import ProvisionDraft
from desktop.protocol.duty_drafts import ByHand
from desktop.records.due import DUTY, TALK, Due
from tests.builders import a_measure, a_referral, an_attempt
from tests.conftest import Still
from tests.protocol.conftest import Local


@pytest.fixture
def at_work(local: Local) -> Local:
    """A talk two days before an order ends; annual reports, noted by hand, within ten working days."""
    drafts = (
        ProvisionDraft("7", "Pokalbis", "t", holders=(None,), trigger="order_end", limit_number=2, limit_unit="days"),
        ProvisionDraft("12", "Ataskaita", "t", holders=(None, local.court), trigger="by_hand", limit_number=10,
                       limit_unit="workdays"),
    )  # fmt: skip
    local.centre.provisions.bring(local.version_id, drafts, local.centre.worker)
    local.adopt()
    return local


def due(local: Local, kind: str) -> list[Due]:
    """What Today lists of that kind."""
    return [one for one in local.centre.due.read().items if one.kind == kind]


def test_a_talk_is_due_until_she_was_spoken_with_or_the_order_ends(at_work: Local, still: Still) -> None:
    centre, by = at_work.centre, at_work.centre.worker
    notice = centre.referrals.enter(a_referral(at_work.police, measures=(a_measure(),)), by)
    assert due(at_work, TALK) == []  # it ends in two weeks
    still.wait(days=9)
    (one,) = due(at_work, TALK)
    assert (one.at, one.referral_id, one.what, one.is_late) == (
        datetime(2026, 11, 14, 23, 59, 59),
        notice.id,
        "7",
        False,
    )
    still.wait(days=4)
    assert [each.is_late for each in due(at_work, TALK)] == [True]
    still.wait(days=2)
    assert due(at_work, TALK) == []  # the order has ended


def test_who_was_spoken_with_in_the_last_week_is_told_no_more(at_work: Local, still: Still) -> None:
    centre, by = at_work.centre, at_work.centre.worker
    notice = centre.referrals.enter(a_referral(at_work.police, measures=(a_measure(),)), by)
    still.wait(days=9)
    centre.contacts.attempt(notice.id, an_attempt(at=datetime(2026, 11, 11, 9, 0)), by)
    assert due(at_work, TALK) == []


def test_a_case_by_hand_stands_there_until_it_is_done_and_those_of_others_never(at_work: Local) -> None:
    centre, by = at_work.centre, at_work.centre.worker
    provision = at_work.sheet.numbered("12")
    assert provision
    ours = ByHand(provision.provision.id, None, datetime(2026, 10, 2, 9, 0), reason="Metų ataskaita")
    note = centre.duties.note_by_hand(ours, by)
    centre.duties.note_by_hand(ByHand(provision.provision.id, at_work.court, ours.begins_at, reason="Teismo"), by)
    (one,) = due(at_work, DUTY)
    assert (one.label, one.what, one.is_late, one.record_id) == ("12", "Metų ataskaita", True, note.id)
    centre.duties.note_by_hand(
        ByHand(provision.provision.id, None, ours.begins_at, datetime(2026, 10, 30, 9, 0), reason="Metų ataskaita"),
        by, note.id,
    )  # fmt: skip
    assert due(at_work, DUTY) == []


def test_without_a_protocol_in_force_nothing_is_told(local: Local) -> None:
    assert not [one for one in local.centre.due.read().items if one.kind in (TALK, DUTY)]
    assert date(2026, 11, 2) == local.centre.world.today()
