"""A received file in the real window: dropped or chosen, one verdict, and centres that are known from then on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.paper.seal import LARGEST, Kind, sign
from desktop.summaries.layout import draw
from desktop.windows.check_received import CheckReceived
from desktop.windows.main import Main
from desktop.windows.translator import speak
from desktop.wordlist import words_for
from tests.conftest import Still
from tests.summaries.conftest import MADE, fixed_summary
from tests.windows.looking import settle
from tests.windows.test_summaries import buttons, said

NO_KEYS, COPY = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


@pytest.fixture(scope="session")
def stranger() -> CentreKeys:
    return make_centre_keys("Centras „Versmė“", Still().world)


@pytest.fixture
def page(centre: Centre, desk_of: Callable[..., Main]) -> CheckReceived:
    frame = desk_of(centre)
    frame.go("check")
    settle()
    assert isinstance(frame.top, CheckReceived)
    return frame.top


def sealed(path: Path, keys: CentreKeys) -> Path:
    path.write_bytes(sign(draw(fixed_summary()).pdf, keys, MADE))
    return path


def kind(page: CheckReceived) -> Kind | None:
    settle()
    return page.verdict.kind if page.verdict else None


def test_a_file_of_this_centre_is_genuine_and_a_changed_one_is_not(
    page: CheckReceived, seal_keys: CentreKeys, tmp_path: Path
) -> None:
    file = sealed(tmp_path / "own.pdf", seal_keys)
    page.check(file)
    assert kind(page) is Kind.GENUINE
    assert "Genuine and unchanged" in said(page.result)
    assert "own.pdf" in said(page.result)
    assert buttons(page.result, "The words agree") == []
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    page.check(file)
    assert kind(page) is Kind.BAD
    assert "Do not rely on this document" in said(page.result)
    file.write_bytes(content + b"more")
    page.check(file)
    settle()
    assert "something was added" in said(page.result)


def test_what_is_no_summary_is_red_and_what_cannot_be_read_is_told(page: CheckReceived, tmp_path: Path) -> None:
    other = tmp_path / "letter.pdf"
    other.write_bytes(draw(fixed_summary()).pdf)
    page.check(other)
    assert kind(page) is Kind.BAD
    assert "it has no seal" in said(page.result)
    page.check(tmp_path)
    assert kind(page) is None
    assert "The file could not be read" in page.banner.words()
    assert not page.result.isVisible(), "an earlier verdict never stands under another file"
    page.check(other)
    assert not page.banner.isVisible()


def test_a_large_file_is_not_read_whole(page: CheckReceived, tmp_path: Path) -> None:
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(100 * LARGEST)
    page.check(tmp_path / "large.pdf")
    assert kind(page) is Kind.BAD
    assert "too large" in said(page.result)


def test_a_centre_not_met_yet_is_amber_and_green_once_its_words_agree(
    page: CheckReceived, stranger: CentreKeys, tmp_path: Path
) -> None:
    page.check(sealed(tmp_path / "theirs.pdf", stranger))
    assert kind(page) is Kind.UNKNOWN
    told = said(page.result)
    assert " · ".join(words_for(bytes.fromhex(stranger.fingerprint), "en")) in told
    assert "Compare these eight words with the centre by telephone." in told
    (agree,) = buttons(page.result, "The words agree")
    agree.click()
    assert kind(page) is Kind.GENUINE
    assert [one.name for one in page.desk.centre.profile_log.known_centres()] == ["Centras „Versmė“"]
    assert "Centras „Versmė“" in said(page._known)
    (remove,) = buttons(page._known, "Remove")
    remove.click()
    assert kind(page) is Kind.UNKNOWN, "what is known no longer is told at once"


def test_the_certificates_of_a_file_are_compared_before_they_are_known(
    page: CheckReceived, stranger: CentreKeys, seal_keys: CentreKeys, tmp_path: Path
) -> None:
    third = make_centre_keys("Trečias centras", Still().world)
    several = tmp_path / "centres.pem"
    several.write_bytes(stranger.certificate_pem + seal_keys.certificate_pem + third.certificate_pem)
    page.compare(several)
    settle()
    assert page.desk.centre.profile_log.known_centres() == (), "nothing is known before the words were compared"
    agree = buttons(page.result, "The words agree")
    assert len(agree) == 2, "its own seal is known already"
    agree[1].click()
    settle()
    assert [one.name for one in page.desk.centre.profile_log.known_centres()] == ["Trečias centras"]
    (agree_too,) = buttons(page.result, "The words agree")
    agree_too.click()
    settle()
    assert not page.result.isVisible()
    page.compare(several)
    settle()
    assert "trusted already" in page.banner.words()
    several.write_bytes(b"no certificate")
    page.compare(several)
    assert "not a certificate" in page.banner.words()


def test_the_outline_turns_while_a_file_hangs_over_the_page(
    page: CheckReceived, seal_keys: CentreKeys, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sealed(tmp_path / "own.pdf", seal_keys)))])
    left = Qt.MouseButton.LeftButton
    before = page.drop.grab().toImage()
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), COPY, data, left, NO_KEYS))
    assert page.drop.is_over
    assert page.drop.grab().toImage() != before
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not page.drop.is_over
    assert page.drop.grab().toImage() == before
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), COPY, data, left, NO_KEYS))
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), COPY, data, left, NO_KEYS))
    assert kind(page) is Kind.GENUINE
    assert not page.drop.is_over
    words = QMimeData()
    words.setText("only words")
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), COPY, words, left, NO_KEYS))
    assert not page.drop.is_over


def test_the_verdict_is_said_again_in_another_language(
    page: CheckReceived, stranger: CentreKeys, tmp_path: Path
) -> None:
    page.check(sealed(tmp_path / "theirs.pdf", stranger))
    settle()
    speak("lt")
    settle()
    assert " · ".join(words_for(bytes.fromhex(stranger.fingerprint), "lt")) in said(page.result)
    assert "not known here" not in said(page)
