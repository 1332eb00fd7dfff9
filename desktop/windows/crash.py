"""The window that says a part of the program broke: neutral, honest, without anything that was typed or kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.language import N_, _, chosen
from desktop.places import documents_folder
from desktop.problems import Problem
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Drawing
from desktop.windows.fault_report import Broken
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row
from desktop.windows.look import colour, look, px
from desktop.windows.window_name import title


class CrashWindow(QWidget):
    """Says what became of the words typed, that nothing was sent; shows and saves the report, and opens again."""

    def __init__(self, broken: Broken, again: Callable[[], Problem | None]) -> None:
        super().__init__(None, Qt.WindowType.Dialog)
        look().dress(self)
        self.setWindowTitle(title())
        self._report, self._again = broken.report, again
        self._text = QPlainTextEdit(broken.report)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_(N_("Report")))
        self._text.setMinimumHeight(px(160))
        self._text.hide()
        self._kept, self._saved = Label(broken.kept, wrap=True), Label("", "second", wrap=True)
        self._saved.hide()
        if broken.problem is not None:
            self._kept.tell(broken.problem)
        self.go_on = Button(N_("Open again"), PRIMARY, key="Ctrl+Enter", do=self.open_again)
        column = Column(self, gap=14, margins=20)
        column.addLayout(self._head(broken))
        column.addWidget(self._text, 1)
        column.addWidget(self._saved)
        column.addWidget(self._buttons())
        self.resize(px(560), column.heightForWidth(px(560)))
        self.go_on.setFocus()
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, colour("window"))
        self.setPalette(palette)

    def open_again(self) -> None:
        """Go to the door; what keeps the typed words from being kept first is told here."""
        problem = self._again()
        if problem is None:
            self.close()
        else:
            self._kept.tell(problem)

    def _head(self, broken: Broken) -> Row:
        head, words = Row(gap=12), Column(gap=6)
        head.addWidget(Drawing("warn", "amber", 28), 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(Label(N_("Something in the program broke."), "card", wrap=True))
        words.addWidget(self._kept)
        words.addWidget(Label(N_("Nothing was sent to anyone."), wrap=True))
        when = f"{chosen().day(broken.at)} {chosen().clock(broken.at)}"
        words.addWidget(Label(N_("Code: {code} \u00b7 {when}"), "second", wrap=True, code=broken.code, when=when))
        head.addLayout(words, 1)
        return head

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        flow = Flow(buttons, gap=8, right=True)
        self._show_it = Button(N_("Show the report"), PLAIN, do=self._show_report)
        flow.addWidget(self._show_it)
        flow.addWidget(Button(N_("Save the report"), OUTLINED, do=self._save))
        flow.addWidget(self.go_on)
        return buttons

    def _show_report(self) -> None:
        self._text.show()
        self._text.setFocus()
        self._show_it.hide()
        self.resize(self.width(), px(460))

    def _save(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # dear, and hardly ever asked for

        dialog = QFileDialog(self, title(), str(documents_folder() / "liepa-report.txt"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _write(self, path: str) -> None:
        try:
            Path(path).write_text(self._report, encoding="utf-8")
        except OSError:
            self._saved.say(N_("The disk did not answer as it should. Saved records are not lost."))
        else:
            self._saved.say(N_("Saved."))
        self._saved.show()
