"""The sheet to sign in the real window: a draft for the meeting, then chosen, sealed, saved, named only when asked."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget

from desktop.centre import Centre
from desktop.paper.preview import page_text
from desktop.paper.seal import Kind, verify
from desktop.reconciliation.reconciliations import Agreement
from desktop.windows.main import Main
from desktop.windows.reconcile_sheet import ReconcileSheet
from tests.conftest import PASSPHRASE, Day, Fill
from tests.windows import reconciling
from tests.windows.looking import faults, settle

Open = Callable[..., Main]


def fill(centre: Centre) -> None:
    """A list of October, every pair of it decided."""
    about = reconciling.october(centre)
    log = centre.reconciliations
    found = log.standing(about).settlement
    while found is not None and found.doubtful:
        pair = found.doubtful[0]
        log.decide(about, UUID(pair.theirs.id), UUID(pair.ours.id), "same", centre.worker)
        found = log.standing(about).settlement


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(fill)


@pytest.fixture
def about(centre: Centre) -> UUID:
    return centre.reconciliations.overview()[0].kept.id


@pytest.fixture
def frame(centre: Centre, desk_of: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Main:
    monkeypatch.setattr("desktop.windows.files.documents_folder", lambda: tmp_path)
    return desk_of(centre)


@pytest.fixture
def draft(frame: Main, about: UUID) -> ReconcileSheet:
    return opened(frame, about)


@pytest.fixture
def page(centre: Centre, frame: Main, about: UUID) -> ReconcileSheet:
    """The page of what both sides agreed on."""
    centre.reconciliations.settle(about, Agreement("A. Kalvaitis", "Ona Petraitė"), centre.worker)
    return opened(frame, about)


def opened(frame: Main, about: UUID) -> ReconcileSheet:
    frame.go("reconcile_sheet", about)
    settle()
    assert isinstance(frame.top, ReconcileSheet)
    return frame.top


def paper(page: ReconcileSheet) -> str:
    """All words of the paper on show."""
    assert page.pages.drawn is not None
    return " ".join(" ".join(page_text(page.pages.drawn.pdf, n) for n in range(page.pages.drawn.pages)).split())


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def press(page: ReconcileSheet, words: str) -> None:
    (button,) = (b for b in page.findChildren(QAbstractButton) if b.isVisible() and b.text().startswith(words))
    button.click()
    settle()


def save_as(page: ReconcileSheet, path: Path) -> Path:
    """Give the file dialog that is open this name."""
    (dialog,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settle()
    return path


def seal(page: ReconcileSheet, passphrase: str) -> None:
    page.card.passphrase.edit.setText(passphrase)
    press(page, "Seal and save")


def test_until_both_sides_agree_it_is_a_draft_without_a_seal(draft: ReconcileSheet, tmp_path: Path) -> None:
    assert "Not agreed yet" in draft.banner.words()
    assert "PROJEKTAS – nesuderinta" in paper(draft)
    assert not draft.card.seal_button.isVisible()
    assert not draft.card.names.isVisible()
    press(draft, "Save the draft")
    path = save_as(draft, tmp_path / "a.pdf")
    assert verify(path.read_bytes(), draft.desk.centre.press.known()).kind is Kind.BAD
    assert draft.desk.centre.sheets.issued() == ()


def test_a_wrong_passphrase_seals_nothing_and_the_right_one_saves_a_sealed_file(
    page: ReconcileSheet, tmp_path: Path
) -> None:
    seal(page, "not this one")
    assert page.card.passphrase.problem is not None
    assert page.desk.centre.sheets.issued() == ()
    seal(page, PASSPHRASE)
    assert page.card.passphrase.edit.text() == ""
    path = save_as(page, tmp_path / "Aktas.pdf")
    assert verify(path.read_bytes(), page.desk.centre.press.known()).kind is Kind.GENUINE
    assert "This file is not encrypted." in page.banner.words()
    assert "SA-2026-10" in said(page._issued)
    press(page, "Save a copy")
    assert save_as(page, tmp_path / "copy.pdf").read_bytes() == path.read_bytes()


def test_the_language_is_that_of_the_paper_and_not_of_the_screen(page: ReconcileSheet) -> None:
    assert "Pranešimų statistikos suderinimo aktas" in paper(page)
    page.language.choose("sr_Cyrl")
    settle()
    assert "Лист усаглашавања података" in paper(page)


def test_nobody_is_named_before_a_receiver_is_and_a_seal_is_put(page: ReconcileSheet, tmp_path: Path) -> None:
    assert "Kusaitė" not in paper(page)
    page.card.names.click()
    settle()
    assert page.card.receiver.problem is not None
    assert "has the right to see these names" in page.card.warning.words()
    assert "Kusaitė" not in paper(page)
    page.card.receiver.edit.setText("Klaipėdos apskrities VPK")
    page.card.receiver.edit.editingFinished.emit()
    settle()
    assert "Kusaitė Jūratė" in paper(page)
    page.print_button.click()
    page.book_button.click()
    settle()
    save_as(page, tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()
    assert "Names leave with a sealed sheet alone" in said(page.banner)
    seal(page, PASSPHRASE)
    save_as(page, tmp_path / "named.pdf")
    (row,) = page.desk.centre.sheets.issued()
    assert (row.with_names, row.receiver) == (True, "Klaipėdos apskrities VPK")
    assert "With names" in said(page._issued)
    press(page, "XLSX")
    assert zipfile.is_zipfile(save_as(page, tmp_path / "a.xlsx"))


def test_the_figures_are_saved_as_a_workbook(page: ReconcileSheet, tmp_path: Path) -> None:
    page.book_button.click()
    settle()
    assert zipfile.is_zipfile(save_as(page, tmp_path / "a.xlsx"))


def test_after_a_lock_the_same_sheet_is_there_and_names_are_asked_for_anew(page: ReconcileSheet, frame: Main) -> None:
    page.card.put("Klaipėdos apskrities VPK", names=True)
    page.language.choose("en")
    kept = page.state()
    again = opened(frame, page.about)  # type: ignore[arg-type]
    again.restore(kept)
    settle()
    assert (again.language.code(), again.card.told()) == ("en", ("Klaipėdos apskrities VPK", False))


def test_a_reconciliation_that_was_taken_out_is_told_and_nothing_is_offered(draft: ReconcileSheet, about: UUID) -> None:
    draft.desk.centre.reconciliations.take_out(about, draft.desk.centre.worker)
    draft.refresh()
    settle()
    assert "This entry was taken back meanwhile." in said(draft.banner)
    assert not any(b.isEnabled() for b in (draft.book_button, draft.print_button, draft.card.draft_button))


def test_the_page_may_be_shown_in_every_size(page: ReconcileSheet, frame: Main) -> None:
    for size in ((1366, 768), (1024, 640)):
        frame.resize(*size)
        settle()
        assert faults(page) == []
