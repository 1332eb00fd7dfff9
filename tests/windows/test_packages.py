"""Figures of other centres in the real window: cards compared, packages read, asked about, taken in, and written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.paper.package import CARD_ENDING, PACKAGE_ENDING
from desktop.records.directory import AgencyDraft
from desktop.windows.main import Main
from desktop.windows.package_read import OUT, WHOLE
from desktop.windows.packages import PackagesPage
from desktop.windows.reconciliation import ReconciliationScreen
from desktop.wordlist import words_for
from tests.conftest import Still
from tests.reconciliation.two_centres import COUNTY, OCTOBER, SEPTEMBER, UNITS, Both, BothDays, both_days, settle
from tests.windows.looking import faults, press, turned, words
from tests.windows.looking import settle as rest
from tests.windows.measuring import closer_faults, english_left

WAYS = {"reconcile_matrix": "Packages of figures", "reconciliation": "Figures of other centres"}
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def sister_keys() -> CentreKeys:
    return make_centre_keys("Telšių krizių centras", Still(drawn=900).world)


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory, sister_keys: CentreKeys, seal_keys: CentreKeys) -> BothDays:
    return both_days(tmp_path_factory.mktemp("both"), sister_keys, seal_keys)


@pytest.fixture
def both(days: BothDays, tmp_path: Path, still: Still) -> Iterator[Both]:
    opened = days.opened(tmp_path, still)
    yield opened
    for each in (opened.writer, opened.reader):
        each.vault.lock()


@pytest.fixture
def page(both: Both, desk_of: Callable[..., Main]) -> Any:
    frame = desk_of(both.reader)
    frame.go("packages")
    rest()
    assert isinstance(frame.top, PackagesPage)
    return frame.top


def package(both: Both, folder: Path) -> Path:
    path = folder / f"october{PACKAGE_ENDING}"
    path.write_bytes(both.package())
    return path


def renamed(both: Both, agency: Any, name: str) -> None:
    log = both.reader.directory
    log.amend(agency, replace(AgencyDraft.of(log.agency(agency)), name=name), both.reader.worker)


def said(widget: QWidget) -> str:
    rest()
    return " | ".join(words(widget))


def drop(page: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    held = Qt.KeyboardModifier.NoModifier
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), copy, data, left, held))
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), copy, data, left, held))
    rest()


def test_a_package_is_dropped_shown_and_taken_in(page: Any, both: Both, tmp_path: Path) -> None:
    drop(page, package(both, tmp_path))
    told = said(page.package)
    assert "Telšių krizių centras" in told
    assert UNITS[0] in told
    assert both.figures() == {}, "nothing is kept of what is only shown"
    assert page.package.take_button.hasFocus()
    press(KEY.Key_Return, CTRL)
    assert both.figures() == {("2026-10", both.police_here.units[0]): (2, "")}
    assert "Figures taken in: Telšių krizių centras, number 1" in page.banner.words()
    assert not page.package.isVisible()
    assert "read last: 1" in said(page.centres)
    press(KEY.Key_Z, CTRL)
    assert both.figures() == {}


def test_what_is_refused_is_told_and_shows_nothing(page: Any, both: Both, tmp_path: Path) -> None:
    path = package(both, tmp_path)
    page.read(path)
    page.take_in()
    page.read(path)
    assert "was read before. Number: 1" in page.banner.words()
    assert not page.package.isVisible()
    assert page.area.isVisible()
    path.write_bytes(path.read_bytes()[:-1])
    page.read(path)
    assert "damaged" in page.banner.words()
    page.read(tmp_path)
    assert "could not be read" in page.banner.words()
    page.take_in()
    assert len(both.reader.packages.kept()) == 1


def test_what_is_not_known_by_name_is_answered_first(page: Any, both: Both, tmp_path: Path) -> None:
    renamed(both, both.police_here.units[0], "Kitas komisariatas")
    page.read(package(both, tmp_path))
    combo = page.package.combos[COUNTY, UNITS[0]]
    assert combo.hasFocus()
    assert not page.package.take_button.isEnabled()
    page.take_in()
    assert both.figures() == {}
    combo.choose(both.police_here.units[1].hex)
    combo = page.package.combos[COUNTY, UNITS[0]]
    assert combo.hasFocus(), "what was answered keeps the caret"
    assert page.package.take_button.isEnabled()
    combo.choose("")
    assert not page.package.take_button.isEnabled()
    page.package.combos[COUNTY, UNITS[0]].choose(WHOLE)
    page.package.take_button.click()
    assert both.figures() == {("2026-10", None): (2, "")}


def test_an_institution_that_is_not_known_is_named_or_left_out(page: Any, both: Both, tmp_path: Path) -> None:
    renamed(both, both.police_here.id, "Policija")
    page.read(package(both, tmp_path))
    page.package.combos[COUNTY, ""].choose(OUT)
    assert "left out" in said(page.package)
    assert page.package.take_button.isEnabled()
    page.package.combos[COUNTY, ""].choose(both.police_here.id.hex)
    page.package.take_button.click()
    assert both.figures() == {("2026-10", both.police_here.units[0]): (2, "")}


def test_a_card_is_compared_before_its_centre_is_known(
    page: Any, both: Both, sister_keys: CentreKeys, tmp_path: Path
) -> None:
    (known,) = both.reader.profile_log.known_centres()
    both.reader.profile_log.unpin(known.id, both.reader.worker)
    page.refresh()
    assert "Seal not trusted yet" in said(page.centres)
    card = tmp_path / f"sister{CARD_ENDING}"
    card.write_bytes(both.writer.packages.card(both.writer.worker))
    drop(page, card)
    assert " · ".join(words_for(bytes.fromhex(sister_keys.fingerprint), "en")) in said(page.card)
    assert page.card.which.value() == both.writer_here.hex
    assert both.reader.profile_log.known_centres() == ()
    page.card.which.set_value("")
    page.card.agree_button.click()
    assert both.reader.profile_log.known_centres() == (), "an institution is named first"
    page.card.which.set_value(both.writer_here.hex)
    page.card.agree_button.click()
    assert [one.fingerprint for one in both.reader.profile_log.known_centres()] == [sister_keys.fingerprint]
    assert not page.card.isVisible()
    assert "Words compared" in said(page.centres)


def test_our_card_is_saved_and_a_place_that_cannot_be_written_is_told(page: Any, tmp_path: Path, both: Both) -> None:
    page.write(tmp_path / f"ours{CARD_ENDING}")
    assert (tmp_path / f"ours{CARD_ENDING}").read_bytes().startswith(b"LIEPACRD")
    assert "Written" in page.banner.words()
    page.write(tmp_path / "none" / "x")
    assert page.banner.tone == "red"
    page.read(tmp_path / f"ours{CARD_ENDING}")
    page.card.which.set_value(both.writer_here.hex)
    page.card.agree_button.click()
    assert "the card of this centre itself" in page.banner.words()


def test_a_package_is_written_for_a_centre(page: Any, both: Both, tmp_path: Path) -> None:
    frame = page.window()
    settle(both.reader, both.police_here, SEPTEMBER, 1)
    frame.go("package_write", both.writer_here)
    rest()
    form = frame.top
    assert (form.centre.value(), form.month.value()) == (both.writer_here.hex, "2026-10")
    path = tmp_path / f"september{PACKAGE_ENDING}"
    form.write(path, both.writer_here, (OCTOBER,))
    assert "Nothing is settled" in (form.month.problem.sentence if form.month.problem else form.banner.words())
    form.until.set_value("2026-09")
    assert not form.save()
    assert form.until.problem is not None
    form.write(path, both.writer_here, (SEPTEMBER, OCTOBER))
    rest()
    assert frame.top is page
    both.writer.packages.take_in(path.read_bytes(), both.writer.worker)
    assert "written last: 1" in said(page.centres)


def test_both_places_lead_here_and_a_package_may_be_dropped_there(
    both: Both, desk_of: Callable[..., Main], tmp_path: Path
) -> None:
    frame = desk_of(both.reader)
    for screen, way in WAYS.items():
        frame.go(screen)
        rest()
        button = next(b for b in frame.findChildren(QWidget) if b.isVisible() and getattr(b, "_msgid", "") == way)
        button.click()
        rest()
        assert isinstance(frame.top, PackagesPage), screen
        frame.back()
        rest()
    path = package(both, tmp_path)
    frame.go("reconciliation")
    rest()
    drop(frame.findChild(ReconciliationScreen), path)
    assert isinstance(frame.top, PackagesPage)
    assert frame.top.package.isVisible()


def test_the_pages_may_be_shown_in_every_language_and_size(page: Any, both: Both, tmp_path: Path) -> None:
    frame = page.window()
    renamed(both, both.police_here.units[0], "Kitas komisariatas")
    card = tmp_path / f"sister{CARD_ENDING}"
    card.write_bytes(both.writer.packages.card(both.writer.worker))
    for show in (
        lambda: None,
        lambda: page.read(package(both, tmp_path)),
        lambda: page.read(card),
        lambda: frame.go("package_write", both.writer_here),
    ):
        show()
        for locale in turned(frame):
            wrong = [*faults(frame), *closer_faults(frame)]
            wrong += english_left(frame.top, locale) if locale != "en" else []
            assert wrong == [], locale
