"""The one style sheet, written from the tokens and the text size: inputs, buttons, indicators, heads, scroll bars.

Type sizes never stand here (they would not follow the text size); cards and cells paint themselves.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop.places import res
from desktop.windows.tokens import Tokens


def style_sheet(t: Tokens, px: Callable[[float], int]) -> str:
    """The whole sheet for these colours, with lengths given at text size 100 %."""
    return _inputs(t, px) + _buttons(t, px) + _rest(t, px)


def _icon(name: str, t: Tokens, role: str) -> str:
    """The address of an icon in the scheme's own ink; style sheets cannot recolour."""
    dark = t.window < t.text
    return res("resources", "icons", "style", f"{name}-{role}-{'dark' if dark else 'light'}.svg").as_posix()


def _inputs(t: Tokens, px: Callable[[float], int]) -> str:
    high = px(34) - 2
    inputs = "QLineEdit, QComboBox, QAbstractSpinBox"
    return f"""
{inputs}, QPlainTextEdit {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.field};
  border-radius: {px(5)}px; padding: 0 {px(10)}px; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; placeholder-text-color: {t.muted}; }}
{inputs} {{ min-height: {high}px; }}
QPlainTextEdit {{ padding: {px(5)}px {px(6)}px; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus {{ border: 2px solid {t.accent}; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{ min-height: {high - 2}px; padding: 0 {px(10) - 1}px; }}
QPlainTextEdit:focus {{ padding: {px(5) - 1}px {px(6) - 1}px; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {t.red}; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"] {{ min-height: {high - 2}px; padding: 0 {px(10) - 1}px; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {t.window}; color: {t.muted};
  border-color: {t.line}; }}
QLineEdit:read-only {{ background: {t.window}; }}
QLineEdit[bare="true"] {{ border: none; background: transparent; padding: 0; min-height: 0; }}
QComboBox::drop-down {{ border: none; width: {px(28)}px; }}
QComboBox::down-arrow {{ image: url({_icon("down", t, "text")}); width: {px(16)}px; height: {px(16)}px; }}
QComboBox QLineEdit {{ border: none; background: transparent; padding: 0; min-height: 0; }}
QComboBox QAbstractItemView, QListView[popup="true"] {{ background: {t.surface}; color: {t.text};
  border: 1px solid {t.field}; outline: none; padding: {px(4)}px; selection-background-color: {t.accent_soft};
  selection-color: {t.text}; }}
QComboBox QAbstractItemView::item, QListView[popup="true"]::item {{ min-height: {px(30)}px; padding: 0 {px(6)}px; }}
QComboBox QAbstractItemView::item:selected, QListView[popup="true"]::item:selected {{ background: {t.accent_soft};
  color: {t.text}; }}
"""


def _buttons(t: Tokens, px: Callable[[float], int]) -> str:
    high = px(34) - 2
    return f"""
QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.field}; border-radius: {px(5)}px;
  min-height: {high}px; padding: 0 {px(14)}px; }}
QPushButton:hover {{ background: {t.accent_soft}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; min-height: {high - 2}px; padding: 0 {px(14) - 1}px; }}
QPushButton:disabled {{ color: {t.muted}; border-color: {t.line}; background: {t.window}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton[kind="primary"]:hover {{ background: {t.accent_ink}; color: {t.surface}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {t.grey_soft}; color: {t.muted}; border-color: {t.grey_soft}; }}
QPushButton[kind="soft"] {{ background: {t.accent_soft}; color: {t.accent_ink};
  border-color: {t.field if t.is_plain else t.accent_soft}; }}
QPushButton[kind="soft"]:hover, QPushButton[kind="soft"]:focus {{ border-color: {t.accent}; }}
QPushButton[kind="plain"] {{ background: transparent; color: {t.accent}; border-color: transparent;
  padding: 0 {px(8)}px; }}
QPushButton[kind="plain"]:hover {{ background: {t.accent_soft}; }}
QPushButton[kind="plain"]:focus {{ border: 2px solid {t.accent}; padding: 0 {px(8) - 1}px; }}
QPushButton[kind="plain"]:disabled {{ color: {t.muted}; background: transparent; border-color: transparent; }}
QPushButton[tone="muted"] {{ color: {t.muted}; }}
QPushButton[tone="amber"] {{ color: {t.amber}; }}
QPushButton[tone="red"], QPushButton[kind="danger"] {{ color: {t.red}; }}
QPushButton[square="true"] {{ padding: 0; min-width: {px(32)}px; max-width: {px(34)}px; }}
"""


def _rest(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
QCheckBox, QRadioButton {{ spacing: {px(8)}px; min-height: {px(26)}px; color: {t.text}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {px(16)}px; height: {px(16)}px; background: {t.surface};
  border: 1px solid {t.field}; border-radius: {px(3)}px; }}
QRadioButton::indicator {{ border-radius: {px(9)}px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url({_icon("check", t, "on")}); }}
QRadioButton::indicator:checked {{ background: {t.surface}; border: {px(5)}px solid {t.accent};
  width: {px(8)}px; height: {px(8)}px; }}
QCheckBox:focus, QRadioButton:focus {{ color: {t.accent_ink}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {t.accent}; }}
QRadioButton::indicator:focus {{ width: {px(14)}px; height: {px(14)}px; }}
QRadioButton::indicator:checked:focus {{ border: {px(6)}px solid {t.accent}; width: {px(6)}px; height: {px(6)}px; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line};
  padding: 0 {px(10)}px; min-height: {px(31)}px; font-weight: 600; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: {px(12)}px; height: {px(12)}px; }}
QHeaderView::up-arrow {{ image: url({_icon("up", t, "text")}); }}
QHeaderView::down-arrow {{ image: url({_icon("down", t, "text")}); }}
QTableView, QScrollArea {{ border: none; background: transparent; }}
QTableView {{ background: {t.surface}; selection-background-color: {t.accent_soft}; selection-color: {t.text}; }}
QTabBar QToolButton {{ background: {t.window}; color: {t.text}; border: 1px solid {t.line}; border-radius: {px(4)}px; }}
QScrollBar:vertical {{ background: transparent; width: {px(8)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(8)}px; margin: 0; }}
QScrollBar::handle {{ background: {t.field}; border-radius: {px(3)}px; margin: 1px; }}
QScrollBar::handle:vertical {{ min-height: {px(34)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(34)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.field}; padding: {px(4)}px; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.field}; padding: {px(4)}px; }}
QMenu::item {{ min-height: {px(30)}px; padding: 0 {px(24)}px 0 {px(12)}px; border-radius: {px(4)}px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px {px(8)}px; }}
QProgressBar {{ background: {t.grey_soft}; border: none; border-radius: {px(3)}px; max-height: {px(6)}px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {px(3)}px; }}
"""
