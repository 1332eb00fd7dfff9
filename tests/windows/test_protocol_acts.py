"""Acts and texts brought in from files, shown before they are kept; points corrected and taken out after a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop.centre import Centre
from desktop.windows.main import Main
from desktop.windows.protocol_acts import ActsScreen
from desktop.windows.protocol_import import ImportPage
from tests.conftest import Day, Fill
from tests.windows.aligning import two_and_three
from tests.windows.looking import settle, type_text, words


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(two_and_three)


@pytest.fixture
def frame(centre: Centre, desk_of: Callable[..., Main]) -> Main:
    return desk_of(centre)


def test_an_act_is_brought_from_a_file_and_shown_before_it_is_kept(
    frame: Main, centre: Centre, tmp_path: Path
) -> None:  # fmt: skip
    file = tmp_path / "zakon.csv"
    file.write_text("broj;tekst\n13;Pravo na pomoć\n13;Ponovo\n15;Hitne mere\n", encoding="cp1250")
    frame.go("protocol_import")
    page: Any = frame.top
    assert isinstance(page, ImportPage)
    page.read(file)
    settle()
    assert {"13", "13/2", "15", "Hitne mere", "Numbers not found: 14"} <= words(page)
    assert len(centre.acts.all()) == 1, "nothing is written yet"
    page.keep()
    settle()
    assert frame.top is page, "its name is missing"
    page.form.put({"title": "Zakon", "kind": "law", "language": "sr_Latn"})
    page.keep()
    settle()
    assert [(row.act.title, row.points) for row in centre.acts.all()] == [("Opšti protokol", 3), ("Zakon", 3)]


def test_the_text_of_a_draft_is_brought_whole_or_not_at_all(frame: Main, centre: Centre, tmp_path: Path) -> None:
    file = tmp_path / "protokolas.txt"
    file.write_text("I. Pradžia\n4. Kita.\n6. Nauja.\n", encoding="utf-8")
    version = centre.protocols.versions(centre.protocols.all()[0].id)[0].version.id
    frame.go("protocol_import", version)
    page: Any = frame.top
    page.read(file)
    settle()
    page.keep()
    assert page.banner.words() == "There is a provision 4 already."
    assert centre.protocols.sheet(version).chapters == ()
    file.write_text("I. Pradžia\n6. Nauja.\n7. Dar viena.\n", encoding="utf-8")
    page.read(file)
    settle()
    page.keep()
    settle()
    sheet = centre.protocols.sheet(version)
    assert [(row.provision.number, row.chapter and row.chapter.title) for row in sheet.provisions] == [
        ("4", None), ("5", None), ("6", "Pradžia"), ("7", "Pradžia"),
    ]  # fmt: skip


def test_a_file_that_holds_nothing_numbered_is_told(frame: Main, tmp_path: Path) -> None:
    file = tmp_path / "tuscias.txt"
    file.write_text("Tik žodžiai", encoding="utf-8")
    frame.go("protocol_import")
    page: Any = frame.top
    page.read(file)
    settle()
    assert page.banner.words() == "No numbered provision was found in this file."


def test_an_act_that_something_rests_on_is_taken_out_after_a_word(frame: Main, centre: Centre) -> None:
    act, version = centre.acts.all()[0].act, centre.protocols.versions(centre.protocols.all()[0].id)[0].version
    provision = centre.protocols.sheet(version.id).provisions[0].provision.id
    centre.alignments.answer(centre.acts.points(act.id)[0].id, provision, centre.worker)
    frame.go("protocol_acts", act.id)
    settle()
    page: Any = frame.top
    assert isinstance(page, ActsScreen)
    page.remove.click()
    settle()
    assert page.question.isVisible()
    assert len(centre.acts.all()) == 1
    page.question.yes.click()
    settle()
    assert not centre.acts.all()


def test_one_point_is_corrected_and_taken_out_after_a_word_where_something_rests_on_it(
    frame: Main, centre: Centre
) -> None:
    act, version = centre.acts.all()[0].act, centre.protocols.versions(centre.protocols.all()[0].id)[0].version
    first, second, third = centre.acts.points(act.id)
    provision = centre.protocols.sheet(version.id).provisions[0].provision.id
    centre.alignments.answer(first.id, provision, centre.worker)
    frame.go("protocol_acts", act.id)
    settle()
    page: Any = frame.top
    named(page, "Correct: 4.1").click()
    settle()
    form: Any = frame.top
    form.form.put({"number": "3.2"})
    form.save()
    settle()
    assert frame.top is form, "two points cannot bear one number"
    form.form.put({"number": "4.2", "text": "Kita."})
    form.save()
    settle()
    assert [(each.number, each.text) for each in centre.acts.points(act.id)][1] == ("4.2", "Kita.")
    named(page, f"Take out: {third.number}").click()
    settle()
    assert [each.id for each in centre.acts.points(act.id)] == [first.id, second.id]
    named(page, "Take out: 3.2").click()
    settle()
    assert page.question.isVisible()
    page.question.yes.click()
    settle()
    assert [each.id for each in centre.acts.points(act.id)] == [second.id]


def named(page: Any, name: str) -> QAbstractButton:
    """The button on show of that accessible name."""
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)


def test_what_is_typed_about_an_act_survives_while_its_file_is_brought(
    frame: Main, centre: Centre, tmp_path: Path
) -> None:
    file = tmp_path / "act.csv"
    file.write_text("number,text\n1,Vienas.\n", encoding="utf-8")
    for title in ("Įstatymas", ""):
        frame.go("protocol_import")
        page: Any = frame.top
        page.read(file)
        settle()
        if title:
            type_text(page.form.fields["title"].edit, title)
            page.form.keep_now()
            frame.back()
            settle()
    assert page.form.fields["title"].edit.text() == "Įstatymas"
    page.form.put({"kind": "law", "title": "Įstatymas", "language": "lt"})
    page.keep()
    settle()
    assert "Įstatymas" in [row.act.title for row in centre.acts.all()]
    assert centre.drafts.of("protocol_import", None, centre.worker) is None
