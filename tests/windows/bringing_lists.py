"""What the tests of bringing a list share: the list, and how it is read, answered and compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.centre import Centre
from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Cancelled
from desktop.records.directory import AgencyDraft
from desktop.windows.worker import Background, Errand
from tests.spreadsheets.files import xlsx
from tests.windows.looking import settle

HEADINGS = ("Reg. nr.", "Data", "Asmuo", "Gim.", "Nuovada", "Žyma")
ROWS = [
    ("Pranešimai, 2026 m. spalis",),
    HEADINGS,
    ("3321", "2026-10-01", "Petrauskienė Asta", "1979", "Kretingos nuovada", "a"),
    ("3325", "03.10.2026", "Rimkutė Ieva", "2001", "Salantų nuovada", "b"),
    ("3330", "2026-10-03", None, None, "Kretingos nuovada", None),
    ("3331", "2026-02-31", "Mažeikaitė Ona", "1951", "Darbėnų nuovada", "c"),
    ("Iš viso", None, "4"),
]
OCTOBER = Month(2026, 10)


def enter_station(centre: Centre) -> UUID:
    """A police station with two units in the directory; a third is not there."""
    made = centre.directory.enter(AgencyDraft(name="Kretingos PK", kind="police"), centre.worker).id
    for name in ("Kretingos nuovada", "Salantų nuovada"):
        centre.directory.enter(AgencyDraft(name=name, kind="police", parent_id=made), centre.worker)
    return made


def written_list(folder: Path) -> Path:
    """The list as a workbook."""
    file = folder / "pranesimai.xlsx"
    file.write_bytes(xlsx(ROWS))
    return file


def stop_at_once(patch: pytest.MonkeyPatch) -> None:
    """Somebody cancels every work that counts, at its first count."""
    plain = Background.run

    def stop(_done: int, _total: int) -> None:
        raise Cancelled(N_("Stopped. Nothing was changed."))

    def run(
        self: Background, job: Any, done: Any = print, failed: Any = None, *, counts: bool = False, **how: bool
    ) -> Errand:
        return plain(self, (lambda: job(stop)) if counts else job, done, failed, **how)

    patch.setattr(Background, "run", run)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def read(page: Any, file: Path) -> None:
    page.read(file)
    settle()


def answer(page: Any, kind: str, code: str) -> None:
    card = next(card for card in page.list.cards if card.asked.question.kind == kind)
    card.choices.radios[code].click()
    settle()


def choose(page: Any, place: int, field: str) -> None:
    combo = page.list.table.heads[place].combo
    combo.choose(field)
    combo.activated.emit(combo.currentIndex())
    settle()


def compare(page: Any) -> None:
    QTest.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def hows(page: Any) -> list[str]:
    return [head.combo.accessibleDescription() for head in page.list.table.heads]
