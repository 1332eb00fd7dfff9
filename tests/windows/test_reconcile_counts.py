"""Two numbers reconciled in the window: our own number, reasons that explain so many, and the figures of 2020."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.centre import Centre
from desktop.records.difference import OURS, THEIRS
from desktop.windows.main import Main
from tests.windows.looking import settle, type_text, words
from tests.windows.reconciling import year_2020
from tests.windows.test_reconcile_agreed import open_page, press

KEY = Qt.Key


@pytest.fixture
def desk(desk_of: Callable[..., Main], centre: Centre) -> Main:
    return desk_of(centre)


def test_the_published_figures_of_2020_are_entered_here(desk: Main, centre: Centre) -> None:
    page = open_page(desk, year_2020(centre))
    assert page.counts.isVisible()
    assert not page.table.isVisible()
    page.counts.ours.edit.setFocus()
    type_text(page.counts.ours.edit, "16 672")
    press(KEY.Key_Return)
    sums = page.standing.statement.sums
    assert (sums.sent, sums.received, sums.unexplained_ours) == (16_549, 16_672, 123)
    assert page.counts.side.value() == OURS
    for reason, number in (("Residence not known", "43"), ("Sent to another centre", "80")):
        page.counts.reason.set_raw(["", reason])
        page.counts.number.set_raw(number)
        page.counts.add.click()
        settle()
    sums = page.standing.statement.sums
    assert (sums.unexplained_ours, sums.agreed, sums.agreed_by_us) == (0, 16_549, 16_549)
    assert "Fully explained" in {*words(desk)}
    page.figures.them.set_raw(["", "A. Kalvaitis"])
    page.figures.us.set_raw(["", "Ona"])
    page.ask_to_freeze()
    page.freeze()
    assert centre.reconciliations.lists(page.about).kept.agreed == 16_549


def test_a_number_that_is_none_is_refused_and_a_reason_is_taken_back(desk: Main, centre: Centre) -> None:
    page = open_page(desk, year_2020(centre))
    page.counts.ours.set_raw("daug")
    page.counts._count()
    assert page.counts.ours.problem is not None
    page.counts.ours.set_raw("16549")
    page.counts._count()
    page.counts.side.set_value(THEIRS)
    page.counts.reason.refill()
    page.counts.reason.set_raw(["", "Residence not known"])
    page.counts.number.set_raw("0x1")
    page.counts.add.click()
    assert page.counts.number.problem is not None
    page.counts.number.set_raw("5")
    page.counts.add.click()
    settle()
    (reason,) = page.standing.lists.reasons
    assert page.standing.statement.sums.unexplained_ours == 5
    page.counts.dropped.emit(reason.id)
    settle()
    assert page.standing.statement.sums.unexplained_ours == 0


def test_a_half_typed_reason_is_there_after_a_lock(
    desk_of: Callable[..., Main], desk: Main, centre: Centre
) -> None:  # fmt: skip
    page = open_page(desk, year_2020(centre))
    page.counts.side.set_value(THEIRS)
    page.counts.reason.refill()
    page.counts.reason.set_raw(["", "Residence not known"])
    page.counts.number.set_raw("43")
    page.counts.note.set_raw("Iš dviejų apskričių")
    desk.keep()
    again: Any = desk_of(centre).top
    settle()
    assert again.counts.form.raw() == page.counts.form.raw()
    again.counts.add.click()
    settle()
    (reason,) = again.standing.lists.reasons
    assert (reason.number, reason.note) == (43, "Iš dviejų apskričių")
