"""The look: readable pairs, sizes that follow the text size, both schemes, no colour without a shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.windows import icons
from desktop.windows.card import Card
from desktop.windows.layouts import Column
from desktop.windows.look import font, look, of_palette, px, tokens
from desktop.windows.main import Main
from desktop.windows.pill import SIGNS
from desktop.windows.today import Today
from desktop.windows.tokens import DARK, LIGHT, OUTLINED, READ, READABLE, Tokens, contrast
from tests.windows.looking import settle

WINDOWS = Path(__file__).resolve().parents[2] / "desktop" / "windows"


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_ink_and_ground_can_be_read(scheme: Tokens) -> None:
    weak = {(ink, on): contrast(getattr(scheme, ink), getattr(scheme, on)) for ink, on in READ}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_outline_is_seen(scheme: Tokens) -> None:
    assert all(contrast(getattr(scheme, ink), getattr(scheme, on)) >= 3.0 for ink, on in OUTLINED)


SYSTEMS = {
    "black": ("#000000", "#FFFFFF", "#1AEBFF", "#000000"),
    "white": ("#FFFFFF", "#000000", "#37006E", "#FFFFFF"),
    "weak mark": ("#FFFFFF", "#000000", "#308CC6", "#FFFFFF"),
}
"""Ground, ink, mark and ink on the mark of systems in high contrast."""


def _system(ground: str, ink: str, mark: str, on_mark: str) -> QPalette:
    made, role = QPalette(), QPalette.ColorRole
    for which in (role.Window, role.Base, role.Button):
        made.setColor(which, QColor(ground))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(which, QColor(ink))
    made.setColor(role.Highlight, QColor(mark))
    made.setColor(role.HighlightedText, QColor(on_mark))
    return made


@pytest.mark.parametrize("name", SYSTEMS)
def test_in_high_contrast_the_systems_own_colours_can_all_be_read(app: QApplication, name: str) -> None:
    made = of_palette(_system(*SYSTEMS[name]))
    assert {getattr(made, part).upper() for part in Tokens._fields} <= set(SYSTEMS[name])
    assert [pair for pair in READ if contrast(getattr(made, pair[0]), getattr(made, pair[1])) < READABLE] == []
    assert all(contrast(getattr(made, ink), getattr(made, on)) >= READABLE for ink, on in OUTLINED)
    assert made.is_plain


def test_in_high_contrast_nothing_is_told_by_a_ground_and_every_card_has_its_outline(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.windows.look.system_palette", lambda: _system(*SYSTEMS["black"]))
    look().apply("contrast", 100)
    card = Card(tone="amber")
    card.resize(200, 100)
    picture = card.grab().toImage()
    assert picture.pixelColor(100, 50).name() == "#000000"
    assert picture.pixelColor(100, 0).name() == "#ffffff"
    assert app.palette().window().color().name() == "#000000"
    assert not LIGHT.is_plain
    assert not DARK.is_plain


def test_contrast_is_the_published_formula() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_sizes_and_type_follow_the_text_size(app: QApplication) -> None:
    usual, high = px(34), QFontMetrics(font()).height()
    look().apply("light", 160)
    assert px(34) == pytest.approx(usual * 1.6, rel=0.05)
    assert QFontMetrics(font()).height() == pytest.approx(high * 1.6, rel=0.05)


def test_the_head_of_a_list_follows_the_text_size_while_it_is_out_of_sight(
    desk_of: Callable[..., Main], centre: Centre
) -> None:
    frame = desk_of(centre)
    assert isinstance(frame.top, Today)
    head = frame.top.view.horizontalHeader()
    before = head.grab().toImage()
    frame.go("summaries")
    settle()
    for percent in (160, 100):
        look().apply("light", percent)
        settle()
    frame.go("today")
    settle()
    assert head.grab().toImage() == before


def test_the_shipped_font_is_used(app: QApplication) -> None:
    assert app.font().family() == "Source Sans 3"


def test_the_scheme_changes_while_the_program_runs(app: QApplication, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    light = button.palette().window().color()
    look().apply("dark", 100)
    assert tokens() is DARK
    assert button.palette().window().color() != light


def test_no_two_signs_look_alike() -> None:
    assert len({(sign.shape, sign.tone) for sign in SIGNS}) == len(SIGNS)


def test_every_icon_that_is_named_can_be_drawn(app: QApplication) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in WINDOWS.glob("*.py"))
    named = set(re.findall(r'icon="([a-z]+)"|ICON = "([a-z]+)"|Drawing\("([a-z]+)"', source))
    for name in {next(filter(None, groups)) for groups in named}:
        assert not icons.pixmap(name).isNull(), name


def test_colours_are_named_in_one_place_only() -> None:
    elsewhere = [p.name for p in WINDOWS.glob("*.py") if re.search(r'"#[0-9A-Fa-f]{6}"', p.read_text(encoding="utf-8"))]
    assert set(elsewhere) <= {"tokens.py", "icons.py"}


def test_every_window_is_dressed_and_what_opens_over_it_wears_the_same(app: QApplication, qtbot: QtBot) -> None:
    alone, button = QWidget(), QPushButton("OK")
    qtbot.addWidget(alone)
    Column(alone).addWidget(button)
    plain = button.sizeHint().height()
    alone.show()
    settle()
    assert button.sizeHint().height() == px(34) != plain
    menu, dialog = QMenu(button), QDialog(alone)
    inside = QPushButton("OK", dialog)
    action = menu.addAction("Open")
    for shown in (menu, dialog):
        shown.show()
    settle()
    assert menu.actionGeometry(action).height() >= px(30)
    assert inside.sizeHint().height() == px(34)
    look().apply("light", 200)
    assert inside.sizeHint().height() == button.sizeHint().height() == px(34)
    menu.close()
