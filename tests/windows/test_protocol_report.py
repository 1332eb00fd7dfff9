"""The yearly report in the window: parts, own words, pages, seal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from desktop.centre import Centre
from desktop.cooperation.report import PARTS
from desktop.meetings.contributions import ContributionDraft
from desktop.paper.preview import page_text
from desktop.records.directory import AgencyDraft
from desktop.windows.main import Main
from desktop.windows.protocol_report import ReportPage
from tests.conftest import PASSPHRASE, Still
from tests.windows.looking import faults, settle, turned, type_text
from tests.windows.measuring import closer_faults, english_left

Open = Callable[..., Main]


@pytest.fixture
def page(busy: Centre, desk_of: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReportPage:
    """The page on the year that runs, with one thing that went well."""
    monkeypatch.setattr("desktop.windows.files.documents_folder", lambda: tmp_path)
    busy.contributions.note(ContributionDraft("achievement", None, "Visi atėjo laiku."), busy.worker)
    frame = desk_of(busy)
    frame.go("protocol_report")
    settle()
    assert isinstance(frame.top, ReportPage)
    return frame.top


def said(widget: QWidget) -> str:
    """All words on show there."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def paper(page: ReportPage) -> str:
    """All words of the pages on show."""
    drawn = page.pages.drawn
    assert drawn is not None
    return " ".join(" ".join(page_text(drawn.pdf, n) for n in range(drawn.pages)).split())


def write(page: ReportPage, words: str) -> None:
    """Type into the field and leave it."""
    page.words.field.setFocus()
    type_text(page.words.field, words)
    page.seal.passphrase.edit.setFocus()
    settle()


def save_as(page: ReportPage, path: Path) -> None:
    """Give the file dialog that is open this name."""
    (dialog,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settle()


def seal(page: ReportPage, passphrase: str = PASSPHRASE) -> None:
    page.seal.passphrase.edit.setText(passphrase)
    page.seal.button.click()
    settle()


def test_the_report_of_the_year_is_composed_and_drawn(page: ReportPage) -> None:
    assert page.year.code() == "2026"
    assert "Visi atėjo laiku." in paper(page)
    rows = page.parts.rows
    assert "Composed" in rows["achieved"].accessibleName()
    assert "Empty" in rows["protocol"].accessibleName()


def test_own_words_are_written_down_when_the_field_is_left_and_stand_on_the_page(
    page: ReportPage, busy: Centre
) -> None:
    page.choose("next")
    write(page, "Atmintinė mokykloms.")
    assert busy.reports.words(2026, "lt") == {"next": "Atmintinė mokykloms."}
    assert "Atmintinė mokykloms." in paper(page)
    assert "Your words" in page.parts.rows["next"].accessibleName()
    assert busy.drafts.of("protocol_report", None, busy.worker) is None


def test_arrows_go_from_part_to_part_and_a_click_on_the_page_chooses_one(page: ReportPage) -> None:
    page.parts.rows["lead"].setFocus()
    QTest.keyClick(page.parts.rows["lead"], Qt.Key.Key_Down)
    assert page.parts.part == "achieved"
    page.pages.chosen.emit("part/definitions")
    assert page.parts.part == "definitions"
    drawn = page.pages.drawn
    assert drawn is not None
    assert page.pages.page == next(spot.page for spot in drawn.spots if spot.key == "part/definitions")


def test_words_of_one_part_never_land_in_another(page: ReportPage, busy: Centre) -> None:
    page.choose("problems")
    page.words.field.setFocus()
    type_text(page.words.field, "Apie problemas.")
    page.parts.rows["next"].click()
    settle()
    assert busy.reports.words(2026, "lt") == {"problems": "Apie problemas."}
    assert page.words.text == ""
    page.language.choose("en")
    settle()
    page.choose("problems")
    assert page.words.text == ""


def test_half_typed_words_survive_a_lock(page: ReportPage, busy: Centre, desk_of: Open) -> None:
    page.choose("next")
    page.seal.passphrase.edit.setFocus()
    page.words.take("Pusė sakin")
    page.keep_now()
    assert busy.reports.words(2026, "lt") == {}
    (draft,) = busy.drafts.all(busy.worker)
    assert draft.title == "Next year 2026"
    frame = desk_of(busy)
    frame.go("protocol_report")
    settle()
    again: Any = frame.top
    assert (again.parts.part, again.words.text) == ("next", "Pusė sakin")


def test_words_that_name_a_helped_person_keep_the_report_from_being_made(page: ReportPage, busy: Centre) -> None:
    page.choose("next")
    write(page, "Ačiū Daivai Jonaitienei.")
    assert "names a person" in said(page.banner)
    assert "Part: Next year" in said(page.banner)
    assert not page.seal.button.isEnabled()
    page.words.field.setPlainText("Ačiū visoms.")
    page.write_down()
    settle()
    assert not page.banner.isVisible()
    assert page.seal.button.isEnabled()


def test_sealed_kept_and_written_to_a_file(page: ReportPage, busy: Centre, tmp_path: Path) -> None:
    seal(page)
    save_as(page, tmp_path / "report.pdf")
    (row,) = busy.reports.of(2026)
    assert (tmp_path / "report.pdf").read_bytes() == busy.protocol_papers.paper(row.id).pdf
    assert page.seal.passphrase.edit.text() == ""
    assert row.number in said(page.sealed)
    assert row.digest[:8] in said(page.sealed)


def test_a_wrong_passphrase_seals_nothing(page: ReportPage, busy: Centre) -> None:
    seal(page, "not hers")
    assert list(busy.reports.of()) == []
    assert page.seal.form.fields["passphrase"].problem is not None
    seal(page)
    assert len(busy.reports.of()) == 1


def test_an_official_of_a_persons_name_is_asked_about(page: ReportPage, busy: Centre) -> None:
    draft = AgencyDraft(name="Vaiko teisės", kind="child_protection", representative="Daiva Jonaitienė")
    busy.directory.enter(draft, busy.worker)
    write(page, "Dėkojame Daivai Jonaitienei.")
    seal(page)
    assert list(busy.reports.of()) == []
    page.banner.sure_button.click()
    settle()
    assert len(busy.reports.of()) == 1


def test_draft_and_file_for_editing_are_written(page: ReportPage, tmp_path: Path) -> None:
    page.draft_button.click()
    save_as(page, tmp_path / "draft.pdf")
    page.letter_button.click()
    save_as(page, tmp_path / "report.docx")
    assert "DRAFT" in page_text((tmp_path / "draft.pdf").read_bytes(), 0) or "PROJEKTAS" in page_text(
        (tmp_path / "draft.pdf").read_bytes(), 0
    )
    assert (tmp_path / "report.docx").read_bytes()[:2] == b"PK"


def test_the_year_before_can_be_chosen_only_where_there_is_one(page: ReportPage, busy: Centre, still: Still) -> None:
    assert page.year.count() == 1
    still.wait(days=90)
    page.refresh()
    settle()
    assert page.year.count() == 2
    page.year.choose("2027")
    settle()
    assert page.report is not None
    assert page.report.year == 2027


def test_it_is_reached_from_the_summaries_by_the_year_at_a_glance(busy: Centre, desk_of: Open) -> None:
    frame = desk_of(busy)
    frame.go("summaries")
    settle()
    summaries: Any = frame.top
    summaries.year_button.click()
    settle()
    year: Any = frame.top
    year.report_button.click()
    settle()
    assert isinstance(frame.top, ReportPage)


def test_everything_can_be_read_and_reached_in_every_language(page: ReportPage) -> None:
    wrong: list[str] = []
    for locale in turned(page.window()):
        wrong += [f"{locale}: {each}" for each in (*faults(page.window()), *closer_faults(page))]
        wrong += english_left(page, locale) if locale != "en" else []
    assert wrong == []
    assert set(PARTS) == set(page.parts.rows)
