"""The window that says a part of the program broke: neutral, honest, without anything that was typed or kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget

from desktop.language import N_, _
from desktop.places import NAME, documents_folder
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Drawing
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.look import colour, px


class CrashWindow(QWidget):
    """Says that nothing was lost and nothing was sent; shows and saves the report."""

    def __init__(self, code: str, report: str) -> None:
        super().__init__(None, Qt.WindowType.Dialog)
        self.setWindowTitle(NAME)
        self._report = report
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_(N_("Report")))
        self._text.setMinimumHeight(px(160))
        self._text.hide()
        self._saved = Label("", "second")
        head = Row(gap=12)
        head.addWidget(Drawing("warn", "amber", 28), 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=6)
        words.addWidget(Label(N_("Something in the program broke."), "card"))
        words.addWidget(
            Label(N_("Something went wrong in the program. Saved records are safe. Code: {code}"), wrap=True, code=code)
        )
        words.addWidget(Label(N_("Nothing was sent to anyone."), "quiet", wrap=True))
        head.addLayout(words, 1)
        buttons = Row(gap=8)
        buttons.addWidget(Button(N_("Show the report"), PLAIN, do=self._show_report))
        buttons.addWidget(Button(N_("Save the report"), OUTLINED, do=self._save))
        buttons.addStretch(1)
        buttons.addWidget(Button(N_("Quit"), OUTLINED, do=QApplication.quit))
        self._go_on = Button(N_("Continue"), PRIMARY, key="Ctrl+Enter", do=self.close)
        buttons.addWidget(self._go_on)
        column = Column(self, gap=14, margins=20)
        column.addLayout(head)
        column.addWidget(self._text, 1)
        column.addWidget(self._saved)
        column.addLayout(buttons)
        self.resize(px(560), self.sizeHint().height())
        self._go_on.setFocus()
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, colour("window"))
        self.setPalette(palette)

    def _show_report(self) -> None:
        self._text.show()
        self.resize(self.width(), px(460))

    def _save(self) -> None:
        dialog = QFileDialog(self, NAME, str(documents_folder() / "liepa-report.txt"))
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
