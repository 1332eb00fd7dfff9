"""A document on paper: the system's print dialog, or a file where there is no printer. Nothing is left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.paper.preview import page_count, page_png
from desktop.places import documents_folder
from desktop.windows.window_name import title

DOTS = 300
POINTS = 72


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_to_print(over: QWidget, pdf: bytes, done: Callable[[], None]) -> None:
    """Show the print dialog; `done` is called after the pages went to the printer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title())
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, over)
    dialog.setWindowTitle(title())

    def accepted() -> None:
        print_pages(printer, pdf)
        done()

    dialog.accepted.connect(accepted)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def print_pages(printer: QPrinter, pdf: bytes) -> None:
    """Draw every page of the document on the printer's pages."""
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter(printer)
    for page in range(page_count(pdf)):
        if page:
            printer.newPage()
        image = QImage.fromData(page_png(pdf, page, DOTS / POINTS))
        painter.drawImage(QRectF(painter.viewport()), image)
    painter.end()


def ask_to_save(over: QWidget, pdf: bytes, name: str, done: Callable[[Path | None], None]) -> None:
    """Ask where the document goes and write it there; `done` is told where, or None if it could not be written."""
    dialog = QFileDialog(over, title(), str(documents_folder() / name))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))

    def chosen(path: str) -> None:
        try:
            Path(path).write_bytes(pdf)
        except OSError:
            done(None)
        else:
            done(Path(path))

    dialog.fileSelected.connect(chosen)
    dialog.open()
