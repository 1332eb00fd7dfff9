"""An institution that a list does not have yet is written down from there; nothing that was typed is lost by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.centre import Centre
from desktop.meetings.commitments import CommitmentDraft
from desktop.windows.main import Main
from tests.builders import an_agency
from tests.windows.looking import press, settle, type_text

Desk = Callable[..., Main]

ASKED = {
    "assistance_entry": ("onward_id", "note"),
    "commitment": ("agency_id", "what"),
    "consent": ("recipient_id", "withheld"),
    "contribution": ("agency_id", "what"),
    "person_consent": ("recipient_id", "withheld"),
    "person_plan": ("implementer_id", "what"),
    "plan": ("implementer_id", "what"),
    "problem": ("agency_id", "fact"),
    "protocol_by_hand": ("agency_id", "reason"),
    "training": ("organiser_id", "topic"),
}
"""Which question of a page asks for an institution, and another one that is half answered."""


def _about(centre: Centre, name: str) -> Any:
    sheet = centre.referrals.sheet(centre.referrals.ids()[-1])
    if name in ("assistance_entry", "consent", "plan"):
        return sheet.referral.id
    return sheet.referral.person_id if name.startswith("person") else None


def choose_new(field: Any, words: str) -> None:
    """Type what no institution is called, and take the last entry of the list that opens."""
    field.focus()
    settle()
    field.combo.lineEdit().clear()
    type_text(field.combo.lineEdit(), words)
    settle()
    popup = field.combo.completer().popup()
    assert popup.isVisible()
    assert popup.model().index(popup.model().rowCount() - 1, 0).data() == "New institution\u2026"
    QTest.keyClick(popup, Qt.Key.Key_Up)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle()


def write_down(frame: Main, words: str, kind: str = "health") -> None:
    """Fill the page of a new institution and save it."""
    page: Any = frame.top
    assert page.NAME == "agency"
    page.form.fields["name"].set_value(words)
    page.form.fields["kind"].set_value(kind)
    page.save()
    settle()


@pytest.mark.parametrize("name", sorted(ASKED))
def test_it_is_written_down_from_any_page_and_stands_chosen_among_what_was_typed(
    desk_of: Desk, busy: Centre, name: str
) -> None:
    frame, (asked, other) = desk_of(busy), ASKED[name]
    frame.go(name, _about(busy, name))
    settle()
    page: Any = frame.top
    page.form.fields[other].set_raw("Pusiau")
    choose_new(page.form.fields[asked], "zzz")
    write_down(frame, "Nauja ligoninė")
    assert frame.top is page
    assert page.form.fields[other].raw() == "Pusiau"
    field = page.form.fields[asked]
    assert field.words() == "Nauja ligoninė"
    assert field.value() == next(a.id.hex for a in busy.directory.agencies() if a.name == "Nauja ligoninė")
    assert field.combo.hasFocus(), "she goes on where she was"
    assert page.form.is_pending(), "the choice is kept with what is half typed"


def test_one_of_several_is_written_down_too_and_stands_among_them(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("meeting_kind")
    settle()
    page: Any = frame.top
    page.form.fields["name"].set_value("Krizių grupė")
    field = page.form.fields["permanent"]
    field.set_value([busy.directory.agencies()[0].id])
    before = field.value()
    choose_new(field, "zzz")
    write_down(frame, "Nauja ligoninė")
    assert frame.top is page
    assert page.form.fields["name"].raw() == "Krizių grupė"
    assert set(before) < set(field.value())
    assert "Nauja ligoninė" in field.summary()
    assert page.form.fields["occasional"].value() == ()
    frame.back()


def test_whoever_writes_none_down_finds_what_stood_there(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("commitment")
    settle()
    page: Any = frame.top
    field = page.form.fields["agency_id"]
    choose_new(field, "Kaun")
    frame.back()
    settle()
    assert field.raw() == ["", "Kaun"]
    police = busy.directory.agencies()[0]
    field.set_value(police.id.hex)
    last = field.combo.count() - 1
    field.combo.setCurrentIndex(last)
    field.combo.activated.emit(last)
    settle()
    assert on(frame) == "agency"
    frame.back()
    settle()
    assert field.value() == police.id.hex


def test_an_arrow_goes_through_the_closed_list_and_leads_nowhere(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("commitment")
    settle()
    page: Any = frame.top
    field = page.form.fields["agency_id"]
    field.focus()
    field.set_value(busy.directory.agencies()[-1].id.hex)
    before = field.raw()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert frame.top is page
    assert field.raw() == before


def test_where_only_one_kind_is_asked_for_the_new_one_begins_as_that(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("outcome", busy.referrals.ids()[-1])
    settle()
    page: Any = frame.top
    page.which.set_value("other_centre")
    page.which.changed.emit()
    choose_new(page.centre, "Šiaulių")
    assert frame.top.form.fields["kind"].value() == "centre"  # type: ignore[union-attr]
    write_down(frame, "Šiaulių krizių centras", "centre")
    assert page.centre.words() == "Šiaulių krizių centras"


def test_a_sender_or_a_unit_of_one_is_written_down_from_a_notice(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("notice")
    settle()
    page: Any = frame.top
    page.form.fields["mentions.0.name"].set_raw("Milda Kairienė")
    choose_new(page.form.from_whom, "Nauj")
    write_down(frame, "Naujas PK", "police")
    assert page.form.from_whom.words() == "Naujas PK"
    choose_new(page.form.unit, "Treč")
    write_down(frame, "Trečia nuovada", "police")
    assert page.form.from_whom.words() == "Naujas PK"
    assert page.form.unit.words() == "Trečia nuovada"
    assert page.form.fields["mentions.0.name"].raw() == "Milda Kairienė"


def on(frame: Main) -> str:
    """Which page is on show."""
    assert frame.top is not None
    return frame.top.NAME


def test_who_was_named_last_in_that_question_is_offered_first(desk_of: Desk, busy: Centre) -> None:
    by, enter = busy.worker, busy.directory.enter
    first, last = (enter(an_agency(name=name, short_name="", kind="other"), by) for name in ("Ąžuolas", "Žuvėdra"))
    busy.commitments.promise(CommitmentDraft("Sąrašas", last.id, busy.world.today()), by)
    frame: Any = desk_of(busy)
    frame.go("commitment")
    settle()
    combo = frame.top.form.fields["agency_id"].combo
    offered = [combo.itemText(row) for row in range(combo.count())]
    assert offered.index("Žuvėdra") == 1, "only our own centre stands before it"
    assert offered.index("Ąžuolas") > 1
    frame.go("contribution")
    settle()
    combo = frame.top.form.fields["agency_id"].combo
    assert combo.itemText(1) != "Žuvėdra", "it was named in another question"
    assert first.id != last.id
