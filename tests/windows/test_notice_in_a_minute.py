"""A police notice goes from paper into the log by keyboard alone: at most sixty keys besides what is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.fields import Field
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral, an_agency
from tests.windows.looking import let_go, settle, type_text

Desk = Callable[..., Main]
MOST_KEYS = 60
CTRL = Qt.KeyboardModifier.ControlModifier
DESCRIPTION = "Kaimynė iškvietė policiją. Vyras išvežtas, moteris su dviem vaikais liko namuose."


@dataclass
class Keyboard:
    """Counts every key but those of the words themselves."""

    frame: Main
    keys: int = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        QTest.keyClick(QApplication.focusWidget() or self.frame, key, held)
        let_go()

    def type(self, text: str) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, text)
        settle(4)

    def tab_to(self, field: Field) -> None:
        for _step in range(12):
            caret = QApplication.focusWidget()
            if caret is not None and (caret is field or field.isAncestorOf(caret)):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{field.name} is far away")


def _before(centre: Centre) -> Any:
    """What the log has already: an earlier notice of the same station about the same two."""
    by = centre.worker
    station = centre.directory.enter(an_agency(name="Klaipėdos rajono policijos komisariatas",
                                               short_name="Klaipėdos r. PK"), by)  # fmt: skip
    unit = centre.directory.enter(an_agency(name="Gargždų nuovada", short_name="", parent_id=station.id), by)
    daiva = a_mention(name="Daiva Jonaitienė", birth_year=1984, phone="8 612 30041", municipality="Klaipėdos r.")
    notice = a_referral(station.id, unit_id=unit.id, channel="email", officer="Tomas Bružas", mentions=(daiva,))
    return centre.referrals.enter(notice, by)


def _enter(hands: Keyboard) -> None:
    """The pictured notice, from F2 to Ctrl+Enter."""
    hands.press(Qt.Key.Key_F2)
    page: Any = hands.frame.top
    fields = page.form.fields
    hands.tab_to(fields["officer"])
    hands.type("Tomas Bružas")
    hands.press(Qt.Key.Key_Tab)
    hands.type("21-4-09114-26")
    hands.tab_to(fields["mentions.0.name"])
    hands.type("Jonaitiene Daiva")
    hands.press(Qt.Key.Key_Tab)
    hands.type("1984")
    hands.tab_to(fields["mentions.0.phone"])
    hands.type("0 612 30 041")
    page.meant.looking.stop()
    page.meant.look()
    settle()
    hands.press(Qt.Key.Key_Down, CTRL)
    page.meant.look()
    settle()
    hands.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is fields["mentions.0.phone"].edit, "back in the same field"
    hands.press(Qt.Key.Key_Tab)
    hands.type("Klaipėdos r.")
    hands.tab_to(fields["mentions.0.kinds"])
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_2)
    hands.tab_to(fields["mentions.0.relation"])
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Up)
    hands.tab_to(fields["children_saw"])
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Space)
    hands.type("vakar")
    hands.press(Qt.Key.Key_Tab)
    hands.tab_to(fields["incident_place"])
    hands.type("Gargždai")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Down)
    hands.tab_to(fields["description"])
    hands.type(DESCRIPTION)
    hands.press(Qt.Key.Key_Return, CTRL)


def test_the_pictured_notice_is_entered_within_sixty_keys(desk_of: Desk, centre: Centre) -> None:
    earlier = _before(centre)
    frame = desk_of(centre)
    hands = Keyboard(frame)
    _enter(hands)
    kept = centre.referrals.sheet(centre.referrals.ids()[0])
    assert kept.referral.id != earlier.id
    draft = centre.referrals.draft_of(kept.referral.id)
    first = draft.mentions[0]
    assert (draft.sender_id, draft.unit_id, draft.channel) == (earlier.sender_id, earlier.unit_id, "email")
    assert (draft.officer, draft.reference) == ("Tomas Bružas", "21-4-09114-26")
    assert (first.name, first.birth_year, first.phone) == ("Jonaitiene Daiva", 1984, "+37061230041")
    assert (first.person_id, first.municipality) == (earlier.person_id, "Klaipėdos rajono savivaldybė")
    assert (first.kinds, first.relation, draft.children_saw) == (("physical", "psychological"), "spouse", "yes")
    assert first.relation_ended == "former"
    assert draft.incident_on == date(2026, 11, 1)
    assert (draft.incident_place, draft.description) == ("Gargždai", DESCRIPTION)
    assert [measure.kind for measure in draft.measures] == ["protection_order"]
    assert kept.referral.repeat_of_id == earlier.id
    assert frame.top is not None
    assert frame.top.NAME == "today", "back to where she was"
    assert hands.keys <= MOST_KEYS, f"{hands.keys} keys besides the text"
