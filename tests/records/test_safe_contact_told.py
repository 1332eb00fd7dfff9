"""How the safe way came to be agreed stands in the line of time of the person and of her notice."""

from __future__ import annotations

from datetime import timedelta

from desktop.centre import Centre
from desktop.language import Language
from desktop.records.timeline import TimelineItem
from desktop.records.wording import Wording
from tests.builders import TODAY, a_mention, a_referral, a_safe_contact, an_agency

LONG_AGO = TODAY - timedelta(days=40)


def _told(centre: Centre, line: tuple[TimelineItem, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What tells of the safe way, the latest first: head, who, lines."""
    wording = Wording(centre.lists, Language("en"))
    return [(wording.head(item), item.who, wording.lines(item)) for item in line if item.kind == "safe"]


def test_each_agreement_is_told_with_who_when_and_what(centre: Centre) -> None:
    by, people = centre.worker, centre.people
    sender = centre.directory.enter(an_agency(), by).id
    notice = centre.referrals.enter(a_referral(sender, mentions=(a_mention(),)), by)
    assert notice.person_id is not None
    assert _told(centre, people.sheet(notice.person_id).line) == []
    people.agree_safe_contact(notice.person_id, a_safe_contact(number="+37061111111", confirmed_on=LONG_AGO), by)
    people.confirm_safe_contact(notice.person_id, by)
    people.agree_safe_contact(notice.person_id, a_safe_contact(days=("tu",), number="+37061111111"), by)
    people.agree_safe_contact(notice.person_id, a_safe_contact(allowed="no"), by)
    line = people.sheet(notice.person_id).line
    told = _told(centre, line)
    assert [head for head, _who, _lines in told] == [
        "No contact: agreed so", "Safe contact changed", "Safe contact confirmed", "Safe contact agreed",
    ]  # fmt: skip
    assert {who for _head, who, _lines in told} == {by.name}
    assert [lines for _head, _who, lines in told][:2] == [(), ("By telephone", "on Tuesdays, 09:00\u201312:00")]
    assert {item.at.date() for item in line if item.kind == "safe"} == {centre.world.today()}
    assert _told(centre, centre.referrals.sheet(notice.id).line) == told
    assert told[-1][2] == ("By telephone", "working days, 09:00\u201312:00")
    assert "61111111" not in str(told), "the number stands on her card alone"


def test_what_was_taken_back_is_not_told_and_what_was_done_again_is(centre: Centre) -> None:
    by, people = centre.worker, centre.people
    sender = centre.directory.enter(an_agency(), by).id
    person = centre.referrals.enter(a_referral(sender, mentions=(a_mention(),)), by).person_id
    assert person is not None
    people.agree_safe_contact(person, a_safe_contact(), by)
    agreed = centre.vault.head().count
    centre.history.undo(agreed, by)
    assert _told(centre, people.sheet(person).line) == []
    centre.history.redo(agreed, by)
    assert [head for head, *_rest in _told(centre, people.sheet(person).line)] == ["Safe contact agreed"]
