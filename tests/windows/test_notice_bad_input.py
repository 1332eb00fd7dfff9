"""What nobody should type into a notice, typed by hand: nothing breaks, and nothing is ever read as markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.centre import Centre
from desktop.windows.fields import TextField
from desktop.windows.main import Main
from tests.builders import an_agency
from tests.windows.looking import faults, settle, shown

MARKED = "<b>Ona</b> & \u202eRim\u202c &amp; <img src=x>"


@pytest.fixture
def opened(desk_of: Callable[..., Main], centre: Centre) -> Any:
    """The frame with an empty notice."""
    centre.directory.enter(an_agency(), centre.worker)
    frame = desk_of(centre)
    frame.go("notice")
    settle()
    return frame


def _labels(frame: Main) -> list[QLabel]:
    return [child for child in shown(frame) if isinstance(child, QLabel) and child.text()]


@pytest.mark.parametrize("words", [MARKED, "X" * 10_000, "31.02.2026", "9999-12-31", "0001-01-01", "-1"])
def test_no_field_breaks_by_what_is_typed_into_it(opened: Any, words: str) -> None:
    page = opened.top
    for name, field in page.form.fields.items():
        if isinstance(field, TextField) and not field.isHidden():
            field.edit.setText(words)
            field.edit.textEdited.emit(words)
            field.left.emit()
        elif type(field).__name__ == "AreaField":
            field.set_raw(words)
        settle(3)
        assert name in page.form.fields
    page.save()
    settle()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in _labels(opened))


def test_a_name_with_signs_of_markup_is_shown_as_it_was_typed(opened: Any, centre: Centre) -> None:
    page, told = opened.top, "<b>Ona</b> & Rim &amp; <img src=x>"
    fields = page.form.fields
    sender = centre.directory.agencies("police")[0]
    fields["sender_id"].set_value(sender.id.hex)
    fields["description"].set_raw(MARKED)
    fields["mentions.0.name"].set_raw(MARKED)
    assert page.save()
    settle()
    (row,) = centre.referrals.rows(centre.referrals.ids())
    assert row.person_name == told
    for screen, about in (("referrals", row.id), ("centre", "history"), ("people", None), ("attempt", row.id)):
        opened.go(screen, about)
        settle()
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in _labels(opened)), screen
        assert faults(opened) == [] or screen == "people"
