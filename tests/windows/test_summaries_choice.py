"""What a summary is of, and what stands on it: a quarter is chosen, and tables are left out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtTest import QTest

from desktop.centre import Centre
from desktop.figures.figures import TOTAL
from desktop.language import chosen
from desktop.summaries.content import OPTIONAL
from desktop.summaries.sentences import hours
from desktop.summaries.summary import MEETING, OFFICIAL
from desktop.summaries.summary_json import from_json
from desktop.windows.choice import CODE
from desktop.windows.content_choice import TickMenu
from desktop.windows.look import look
from desktop.windows.summaries import Summaries
from tests.builders import a_referral
from tests.conftest import PASSPHRASE, Still
from tests.windows.looking import settle
from tests.windows.summary_page import Open, open_summaries, paper, said, save_as, sign


@pytest.fixture
def page(busy: Centre, desk_of: Open, still: Still, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Summaries:
    return open_summaries(busy, desk_of, still, tmp_path, monkeypatch)


def test_a_quarter_is_chosen_under_its_months_and_offers_exact_figures_alone(page: Summaries) -> None:
    listed = [page.period.itemData(place, CODE) for place in range(page.period.count())]
    assert listed[:5] == ["2026-12", "2026-11", "2026-10", "2026-Q4", "2026-09"]
    heavy = [page.period.itemData(place, Qt.ItemDataRole.FontRole) is not None for place in range(5)]
    assert heavy == [False, False, False, True, False]
    page.profile.choose(MEETING)
    page.period.choose("2026-Q4")
    settle()
    assert [page.profile.itemData(place, CODE) for place in range(page.profile.count())] == [OFFICIAL]
    assert page.profile.code() == OFFICIAL
    assert "2026 m. IV ketvirčio suvestinė" in paper(page)
    told = said(page)
    assert "The quarter is not over: figures may change." in told
    assert "Nothing was issued for this quarter yet." in told
    assert page.sign.told()[0] == page.desk.centre.profile_log.profile().receiver
    page.period.choose("2026-10")
    settle()
    assert page.profile.count() == 2
    page.profile.choose(MEETING)
    settle()
    assert page.summary is not None
    assert page.summary.profile == MEETING


@pytest.mark.parametrize("percent", [100, 160])
def test_what_is_chosen_is_read_whole(page: Summaries, percent: int) -> None:
    look().apply("light", percent)
    page.period.choose("2026-Q4")
    settle()
    for combo in (page.period, page.profile, page.language):
        assert combo.elided() == combo.currentText()


def test_a_quarter_is_signed_and_saved_and_looked_at_again_after_a_lock(page: Summaries, tmp_path: Path) -> None:
    page.period.choose("2026-Q4")
    settle()
    kept = page.state()
    sign(page, PASSPHRASE)
    save_as(page, tmp_path / "a.pdf")
    (row,) = page.desk.centre.press.issued()
    assert (row.month, row.number) == ("2026-Q4", "SV-2026-Q4")
    page.period.choose("2026-11")
    page.profile.choose(MEETING)
    page.restore(kept)
    settle()
    assert (page.period.code(), page.profile.code()) == ("2026-Q4", OFFICIAL)
    assert "SV-2026-Q4" in said(page)


def test_a_paper_that_was_not_shown_yet_is_not_signed(page: Summaries, tmp_path: Path) -> None:
    with QSignalBlocker(page.period):
        page.period.choose("2026-Q4")  # as while it is being drawn
    sign(page, PASSPHRASE)
    assert page.desk.centre.press.issued() == ()
    assert page.sign.passphrase.problem is not None
    page.ask()
    settle()
    assert "2026 m. IV ketvirčio suvestinė" in paper(page)
    sign(page, PASSPHRASE)
    save_as(page, tmp_path / "a.pdf")
    assert [row.number for row in page.desk.centre.press.issued()] == ["SV-2026-Q4"]


def test_a_figure_that_changed_since_it_was_shown_is_looked_at_before_it_is_signed(
    page: Summaries, busy: Centre, tmp_path: Path
) -> None:
    press, seen = busy.press, page.summary
    assert seen is not None
    sender = busy.directory.agencies("police")[0]
    busy.referrals.enter(a_referral(sender.id, received_at=datetime(2026, 11, 20, 9, 0)), busy.worker)
    sign(page, PASSPHRASE)
    assert press.issued() == ()
    assert page.sign.passphrase.problem is not None
    assert page.summary is not None
    before, now = (one.figures.table("received").value(TOTAL) for one in (seen, page.summary))
    assert now == before + 1
    sign(page, PASSPHRASE)
    save_as(page, tmp_path / "a.pdf")
    assert [row.number for row in press.issued()] == ["SV-2026-11"]


def test_a_quarter_with_half_typed_words_offers_no_protected_paper_after_a_lock_either(
    page: Summaries, busy: Centre, desk_of: Open
) -> None:
    page.period.choose("2026-Q4")
    page.sign._note.edit.setPlainText("Ačiū visiems.")
    shown: Any = page.window()
    shown.keep()  # as it is locked
    frame = desk_of(busy)
    frame.go("summaries")
    settle()
    later = frame.top
    assert isinstance(later, Summaries)
    assert (later.period.code(), later.profile.code()) == ("2026-Q4", OFFICIAL)
    assert [later.profile.itemData(place, CODE) for place in range(later.profile.count())] == [OFFICIAL]


def test_a_figure_of_a_quarter_names_its_column_and_hours_are_told_as_on_the_paper(page: Summaries) -> None:
    page.period.choose("2026-Q4")
    settle()
    assert page.summary is not None
    minutes = page.summary.figures.table("help").value(TOTAL, "minutes")
    assert minutes > 30
    page._choose(f"help/{TOTAL}/minutes")
    assert said(page.panel).split("\n")[0] == chosen().number(hours(minutes), 1)
    assert "Total \u00b7 Hours" in said(page.panel)
    page._choose(f"received/{TOTAL}/before")
    assert "Total \u00b7 3rd\u00a0quarter of 2026" in said(page.panel)
    page._choose(f"outcome/{TOTAL}/count")
    assert "Total" in said(page.panel).split("\n"), "the one column needs no name"
    page._choose(f"role/{TOTAL}/{TOTAL}")
    assert "Total" in said(page.panel).split("\n"), "nor does the total of all"


def test_tables_are_unticked_in_a_menu_that_stays_open_and_the_paper_names_them(page: Summaries) -> None:
    assert page.content.text() == "All tables"
    page.content.click()
    (menu,) = (one for one in page.content.findChildren(TickMenu) if one.isVisible())
    by_code = {action.data(): action for action in menu.actions()}
    assert set(by_code) == {None, *OPTIONAL}
    assert all(action.isChecked() for action in menu.actions() if action.isCheckable())
    drawn = page.pages.drawn
    for code, key in (("kinds", Qt.Key.Key_Space), ("age", Qt.Key.Key_Return)):
        menu.setActiveAction(by_code[code])
        QTest.keyClick(menu, key)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(by_code["risk"]).center())
    assert menu.isVisible()
    assert list(page.content.without) == ["age", "kinds", "risk"]
    assert not by_code["kinds"].isChecked()
    assert not menu.actions()[0].isChecked()
    assert page.pages.drawn is drawn, "the paper is drawn once, when all is ticked"
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    settle()
    assert page.content.text() == "Tables left out: 3"
    assert "Šioje suvestinėje nepateikta: " in paper(page)
    assert "Not in this summary: " in said(page)
    page.content.click()
    (menu,) = (one for one in page.content.findChildren(TickMenu) if one.isVisible())
    menu.setActiveAction(menu.actions()[0])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    menu.hide()
    settle()
    assert not page.content.without
    assert "Šioje suvestinėje nepateikta: " not in paper(page)


def test_what_is_left_out_outlives_a_lock_and_stands_in_what_is_signed(page: Summaries, tmp_path: Path) -> None:
    page.content.choose(("kinds",))
    page.ask()
    settle()
    kept = page.state()
    page.content.choose(())
    page.restore(kept)
    assert page.content.without == ("kinds",)
    page.restore({**kept, "without": ["no such table"]})
    assert page.content.without == ("kinds",)
    sign(page, PASSPHRASE)
    save_as(page, tmp_path / "a.pdf")
    (row,) = page.desk.centre.press.issued()
    assert from_json(page.desk.centre.press.reissue(row.id).figures).without == ("kinds",)
