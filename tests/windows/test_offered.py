"""What is offered no longer cannot be chosen anew, and is not lost from the records that have it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop.centre import Centre
from desktop.records.lists import CodeDraft
from desktop.windows.main import Main
from desktop.windows.offered import Offered, with_kept
from tests.builders import a_referral, an_agency
from tests.windows.looking import settle
from tests.windows.test_centre_screen import on_top


def test_what_is_held_stands_behind_what_is_offered() -> None:
    offered = Offered(lambda: [("a", "A")], lambda code: {"b": "B"}.get(code, ""))
    assert with_kept(offered, ("b", "a", "", "b", "x")) == [("a", "A"), ("b", "B")]
    assert with_kept(lambda: [("a", "A")], ("b",)) == [("a", "A")]


@pytest.fixture
def grown_old(busy: Centre) -> Centre:
    """The same centre after everything that its first notice holds was retired or closed."""
    notice = busy.referrals.sheet(busy.referrals.ids()[-1]).referral
    busy.directory.close(notice.sender_id, busy.world.today() - timedelta(days=1), busy.worker)
    for name in ("referral_channel", "violence_kind", "measure_kind", "relation", "assistance_kind", "contact_channel"):
        former = busy.lists.entries(name)
        busy.lists.add(name, CodeDraft("Nauja"), busy.worker)
        for entry in former:
            busy.lists.retire(entry.id, busy.worker)
    return busy


def test_a_notice_of_a_closed_institution_keeps_everything_when_it_is_amended(
    grown_old: Centre, desk_of: Callable[..., Main]
) -> None:
    frame, number = desk_of(grown_old), grown_old.referrals.ids()[-1]
    before = grown_old.referrals.sheet(number)
    frame.go("notice", number)
    settle()
    on_top(frame).form.fields["officer"].set_raw(("", "Ona Kitokia"))
    on_top(frame).save()
    settle()
    after = grown_old.referrals.sheet(number)
    assert after.referral.officer == "Ona Kitokia"
    for name in ("sender_id", "channel", "children_saw", "municipality"):
        assert getattr(after.referral, name) == getattr(before.referral, name), name
    assert [(m.kinds, m.relation) for m in after.mentions] == [(m.kinds, m.relation) for m in before.mentions]
    assert [m.kind for m in after.measures] == [m.kind for m in before.measures]


def test_nobody_is_offered_what_is_closed_or_retired(grown_old: Centre, desk_of: Callable[..., Main]) -> None:
    frame = desk_of(grown_old)
    closed = grown_old.referrals.sheet(grown_old.referrals.ids()[-1]).referral.sender_id.hex
    frame.go("notice")
    fields = on_top(frame).form.fields
    for name in ("sender_id", "channel"):
        combo = fields[name].combo
        codes = {combo.itemData(row) for row in range(combo.count())}
        assert closed not in codes
        assert name == "sender_id" or len(codes) == 2, "none, and the new one"
    frame.go("consent", grown_old.referrals.ids()[-1])
    assert on_top(frame).form.fields["recipient_id"].combo.findData(closed) < 0


def test_a_unit_goes_when_another_sender_is_chosen_but_a_closed_one_of_the_same_stays(
    centre: Centre, desk_of: Callable[..., Main]
) -> None:
    by, directory = centre.worker, centre.directory
    one, other = (directory.enter(an_agency(name=name, short_name=""), by) for name in ("Pirma", "Antra"))
    unit = directory.enter(an_agency(name="Nuovada", short_name="", parent_id=one.id), by)
    kept = centre.referrals.enter(a_referral(one.id, unit_id=unit.id), by)
    directory.close(unit.id, centre.world.today() - timedelta(days=1), by)
    frame = desk_of(centre)
    frame.go("notice", kept.id)
    settle()
    form = on_top(frame).form
    assert form.fields["unit_id"].value() == unit.id.hex
    form.fields["sender_id"].set_value(other.id.hex)
    form.fields["sender_id"].changed.emit()
    settle()
    assert form.fields["unit_id"].value() == ""


def test_help_of_a_retired_kind_keeps_it_when_it_is_amended(grown_old: Centre, desk_of: Callable[..., Main]) -> None:
    frame = desk_of(grown_old)
    sheet = grown_old.referrals.sheet(grown_old.referrals.ids()[-1])
    (given,) = sheet.assistance
    frame.go("assistance_amend", given.id)
    settle()
    page = on_top(frame)
    page.form.fields["note"].set_raw("papildyta")
    page.save()
    settle()
    (kept,) = grown_old.referrals.sheet(sheet.referral.id).assistance
    assert (kept.kind, kept.channel, kept.note) == (given.kind, given.channel, "papildyta")


def test_what_was_chosen_by_hand_stays_when_it_is_offered_no_longer(busy: Centre, desk_of: Callable[..., Main]) -> None:
    frame = desk_of(busy)
    frame.go("commitment")
    field = on_top(frame).form.fields["agency_id"]
    police = busy.directory.agencies()[0]
    field.combo.setCurrentIndex(field.combo.findData(police.id.hex))
    busy.directory.close(police.id, busy.world.today() - timedelta(days=1), busy.worker)
    field.refill()
    assert field.raw() == [police.id.hex, police.known_as]
