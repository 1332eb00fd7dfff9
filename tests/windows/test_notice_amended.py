"""Beside a notice that is changed: whom it is about already is not proposed, and a wrong link can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.centre import Centre
from desktop.records.contact_draft import PersonDraft
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral
from tests.windows.looking import settle, shown

Desk = Callable[..., Main]
VIDA = "Vida Lapė"


def opened(frame: Main, notice: UUID) -> Any:
    frame.go("notice", notice)
    page: Any = frame.top
    page.meant.look()
    settle()
    return page


def entered(centre: Centre, name: str, person_id: UUID | None = None) -> UUID:
    mention = a_mention(name=name, birth_year=None, phone="", person_id=person_id)
    return centre.referrals.enter(a_referral(centre.directory.senders()[0].id, mentions=(mention,)), centre.worker).id


def said(page: Any) -> str:
    return "\n".join(label.text() for label in shown(page.aside) if isinstance(label, QLabel))


def buttons(page: Any) -> list[str]:
    return [b.accessibleName() for b in shown(page.aside) if isinstance(b, QPushButton)]


def press(page: Any, words: str) -> None:
    next(b for b in shown(page.aside) if isinstance(b, QPushButton) and b.accessibleName() == words).click()
    settle()


def test_whom_the_notice_is_about_is_not_said_to_look_like_someone_already_here(desk_of: Desk, busy: Centre) -> None:
    page = opened(desk_of(busy), entered(busy, VIDA))
    assert VIDA not in said(page)
    assert "Nobody yet." in said(page)
    assert buttons(page) == []


def test_another_who_looks_alike_is_proposed_as_before(desk_of: Desk, busy: Centre) -> None:
    busy.people.enter(PersonDraft(name=VIDA), busy.worker)
    page = opened(desk_of(busy), entered(busy, VIDA))
    assert said(page).count(VIDA) == 1
    assert buttons(page) == ["Same person", "Join both\u2026", "Open"]


@pytest.mark.parametrize("by_notice", [True, False], ids=["another notice", "written down by herself"])
def test_a_notice_put_under_the_wrong_person_is_taken_from_her(desk_of: Desk, busy: Centre, by_notice: bool) -> None:
    wrong = busy.people.enter(PersonDraft(name="Ona Kairienė"), busy.worker).id
    if by_notice:
        about = busy.referrals.sheet(entered(busy, "Asta Kairienė")).referral.person_id
        assert about is not None
        wrong = about
    notice = entered(busy, VIDA, wrong)
    page = opened(desk_of(busy), notice)
    assert "Will be linked" not in said(page), "she is linked already"
    page.aside.go_in()
    caret = QApplication.focusWidget()
    assert isinstance(caret, QPushButton)
    assert caret.accessibleName() == "Not the same person"
    caret.click()
    settle()
    assert page.meant.person is None
    assert page.save()
    after = busy.referrals.sheet(notice).referral
    assert after.person_id not in (None, wrong)
    assert busy.people.find(wrong) is not None


def test_whoever_was_taken_in_her_place_can_give_way_to_her_again(desk_of: Desk, busy: Centre) -> None:
    other = busy.people.enter(PersonDraft(name=VIDA), busy.worker)
    notice = entered(busy, VIDA)
    own = busy.referrals.sheet(notice).referral.person_id
    page = opened(desk_of(busy), notice)
    press(page, "Same person")
    assert page.meant.person == other.id
    assert "Same person" in buttons(page), "the one it was about looks alike now"
    press(page, "Same person")
    assert page.meant.person == own
    assert "Will be linked" not in said(page)
