"""The card of a notice: what is next is the filled button, "More" holds the rest, and each of it leads somewhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.centre import Centre
from desktop.paper.preview import page_text
from desktop.records.contact_draft import OutcomeDraft
from desktop.windows.buttons import Button
from desktop.windows.main import Main
from desktop.windows.referral_card import SEVERAL
from desktop.windows.referrals import read_notice
from desktop.windows.timeline_events import events_of
from tests.builders import an_attempt
from tests.windows.looking import faults, let_go, settle, shown

Desk = Callable[..., Main]


@pytest.fixture
def on_card(desk_of: Desk, busy: Centre) -> Callable[[str], Any]:
    """The card of that person's notice."""

    def opened(name: str) -> Any:
        rows = busy.referrals.rows(busy.referrals.ids())
        frame = desk_of(busy)
        frame.go("referrals", next(row.id for row in rows if row.person_name == name))
        settle()
        card: Any = frame.top.card  # type: ignore[union-attr]
        return card

    return opened


def _filled(card: Any) -> list[str]:
    """What is filled; it stands at the right end of the foot."""
    acts = sorted((b for b in shown(card.foot) if isinstance(b, Button)), key=lambda b: b.mapTo(card, QPoint(0, 0)).x())
    assert [b.property("kind") for b in acts].index("primary") == len(acts) - 1
    return [b.accessibleName() for b in shown(card) if b.property("kind") == "primary"]


def _acts(card: Any) -> list[str]:
    menu = card.foot.menu()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def _choose(card: Any, words: str) -> None:
    next(action for action in card.foot.menu().actions() if action.text() == words).trigger()
    settle()


def _notice(card: Any) -> UUID:
    notice: UUID = card.sheet.referral.id
    return notice


def test_what_is_next_follows_from_how_it_stands(on_card: Callable[[str], Any], busy: Centre) -> None:
    card = on_card("Rūta Budrienė")
    assert _filled(card) == ["Contact attempt"]
    why = an_attempt(outside_reason="agreed")
    busy.contacts.attempt(_notice(card), why, busy.worker)
    card.window().top.refresh()
    settle()
    assert _filled(card) == ["Assistance"]
    closed = OutcomeDraft(outcome="not_accepted", reason="not_accepted.no_need")
    busy.referrals.decide(_notice(card), closed, busy.worker)
    card.window().top.refresh()
    settle()
    assert _filled(card) == ["Reopen"]
    assert not card.attempt.isVisible()
    assert faults(card) == []
    QTest.keyClick(card.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    let_go()
    assert busy.referrals.sheet(_notice(card)).referral.outcome == "pending"
    assert _filled(card) == ["Assistance"]
    busy.history.undo(busy.vault.head().count, busy.worker)
    assert busy.referrals.sheet(_notice(card)).referral.outcome == "not_accepted"


def test_a_number_shown_while_another_notice_is_being_read_stands_in_the_history(
    on_card: Callable[[str], Any], busy: Centre
) -> None:
    card = on_card("Daiva Jonaitienė")
    show = next(button for button in shown(card.strip) if button.accessibleName() == "Show")
    before = busy.vault.head().count
    card.wait_for(next(one for one in busy.referrals.ids() if one != _notice(card)))
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    assert busy.vault.head().count == before + 1


def test_while_a_notice_is_put_on_the_card_the_one_before_is_seen_and_nothing_is_done_with_either(
    on_card: Callable[[str], Any], busy: Centre
) -> None:
    card, wanted = on_card("Daiva Jonaitienė"), []
    other = next(row for row in busy.referrals.rows(busy.referrals.ids()) if row.person_name == "Rūta Budrienė").id
    seen, read = card.grab().toImage(), read_notice(card.desk, other)
    card.wanted.connect(lambda *wish: wanted.append(wish))
    for given_up in (True, False):
        card.wait_for(other)
        steps = card.put(*read)
        for _step in range(2):
            next(steps)
            settle()
            card._act("change", read[0].line[0])
            assert not card.updatesEnabled()
        if given_up:
            steps.close()
            assert card.updatesEnabled()
    assert wanted == []
    deque(steps, maxlen=0)
    settle()
    assert card.updatesEnabled()
    assert card.grab().toImage() != seen
    assert [label.text() for label in card.findChildren(QLabel) if "Budrienė" in label.text() and label.isVisible()]


def test_more_holds_everything_else(on_card: Callable[[str], Any]) -> None:
    assert _acts(on_card("Daiva Jonaitienė")) == [
        "Page: Daiva Jonaitienė", "Page: Matas Jonaitis", "Change the notice", "Outcome", "End of help",
        "Hand it on", "Duplicate of another notice", "Numbers of other bodies", "Safe contact", "Consent", "Plan",
        "Prolong or end the order", "Put on a meeting", "Print the sheet…", "History of this notice",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("Change the notice", "notice"), ("Outcome", "outcome"), ("End of help", "help_end"), ("Hand it on", "hand_on"),
        ("Duplicate of another notice", "duplicate"), ("Safe contact", "safe"), ("Consent", "consent"),
        ("Plan", "plan"), ("Prolong or end the order", "measure"), ("Page: Daiva Jonaitienė", "person"),
    ],
)  # fmt: skip
def test_each_of_it_leads_to_its_page(on_card: Callable[[str], Any], words: str, page: str) -> None:
    card = on_card("Daiva Jonaitienė")
    frame = card.window()
    _choose(card, words)
    assert page == frame.top.NAME


def test_its_history_shows_what_was_changed_of_it_alone(on_card: Callable[[str], Any], busy: Centre) -> None:
    card = on_card("Rūta Budrienė")
    busy.referrals.decide(_notice(card), OutcomeDraft(outcome="accepted"), busy.worker)
    frame, label = card.window(), card.sheet.referral.label
    _choose(card, "History of this notice")
    part = frame.top.part
    assert part.NAME == "history"
    told = [part.model.cells(row)["what"].text for row in range(part.model.rowCount())]
    assert f"Outcome noted: {label}" in told
    assert all("Jonait" not in words for words in told)
    assert 0 < len(told) < busy.vault.head().count


def test_the_sheet_tells_the_whole_course_and_no_telephone(on_card: Callable[[str], Any], busy: Centre) -> None:
    card = on_card("Daiva Jonaitienė")
    pdf = card.on_paper(card.sheet)
    told = " ".join(page_text(pdf, 0).split())
    assert f"Notice {card.sheet.referral.label}" in told
    assert "Daiva Jonaitienė" in told
    for event in events_of(card.sheet.line, card.desk.wording(), busy.world.here()):
        assert event.head in told
    assert card.sheet.person.phone[-5:] not in told.replace(" ", "")
    before = busy.vault.head().count
    card._left()
    assert busy.vault.head().count == before + 1, "that it left stands in the history"


def test_who_looks_after_it_stands_on_the_card(on_card: Callable[[str], Any], busy: Centre) -> None:
    card = on_card("Rūta Budrienė")
    busy.handovers.hand_on((_notice(card),), busy.worker.id, "", busy.worker)
    card.window().top.refresh()
    settle()
    words = [w.text() for w in shown(card) if isinstance(w, QLabel)]
    assert words[words.index("Looked after by") + 1] == busy.worker.name


def test_a_long_time_line_is_narrowed_by_chips_and_begins_whole_with_another_notice(
    on_card: Callable[[str], Any], busy: Centre
) -> None:
    card = on_card("Daiva Jonaitienė")
    assert card.chips.isHidden()
    for minute in range(14):
        attempt = an_attempt(at=datetime(2026, 11, 2, 9, 20 + minute), outcome="no_answer")
        busy.contacts.attempt(_notice(card), attempt, busy.worker)
    card.wanted.emit("refresh", _notice(card))
    settle()
    assert card.chips.isVisible()
    assert len(card._line.rows()) == SEVERAL
    card.chips.chips()[3].click()
    assert {row.event_shown.kind for row in card._line.rows()} == {"assistance"}
    card.chips.chips()[2].click()
    assert {row.event_shown.kind for row in card._line.rows()} <= {"attempt", "reached"}
    assert card._whole.isVisible()
    other = next(i for i in busy.referrals.ids() if i != _notice(card))
    card.wanted.emit("open", other)
    settle()
    assert card.chips.isHidden()
    assert card.chips.value() == ("all",)
