"""The minutes on paper: a marked draft while they are talked over, sealed once they are agreed, or a letter to edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.records.issued import MeetingPaper
from desktop.windows.asked_banner import AskedBanner
from desktop.windows.banner import ProgressCard
from desktop.windows.desk import Desk
from desktop.windows.files import ask_save
from desktop.windows.worker import Progress

PDF, DOCX = "PDF (*.pdf)", "DOCX (*.docx)"
KIND = "minutes"


class MinutesPapers:
    """Makes and writes the papers of one page's meeting; the drawing is done off the window's thread."""

    def __init__(self, desk: Desk, over: QWidget, banner: AskedBanner) -> None:
        self._desk, self._over, self._banner = desk, over, banner

    def pdf(self, meeting_id: UUID, number: str, *, is_agreed: bool) -> None:
        """Ask where it goes: sealed and noted in the share log if agreed, else as a draft."""
        ask_save(self._over, f"{number}.pdf", PDF, lambda path: self.write_pdf(meeting_id, path, is_agreed=is_agreed))

    def docx(self, meeting_id: UUID, number: str) -> None:
        """Ask where the letter goes."""
        ask_save(self._over, f"{number}.docx", DOCX, lambda path: self.write_docx(meeting_id, path))

    def write_pdf(self, meeting_id: UUID, path: Path, *, is_agreed: bool, sure: bool = False) -> None:
        """Write it there; `sure`: see `MeetingPapers.make`."""
        papers, by = self._desk.centre.meeting_papers, self._desk.centre.worker

        def seal(progress: Progress) -> MeetingPaper:
            made = papers.make(meeting_id, KIND, by, sure=sure, progress=progress)
            papers.write(made.id, path)
            return made

        def draft(progress: Progress) -> Path:
            progress(0, 1)
            return papers.write_draft(papers.prepare(meeting_id, KIND), path)

        said = N_("The sealed minutes are written.") if is_agreed else N_("A draft of the minutes is written.")
        self._run(
            seal if is_agreed else draft, said, N_("Putting the seal…") if is_agreed else N_("Making the document…"),
            lambda: self.write_pdf(meeting_id, path, is_agreed=is_agreed, sure=True),
        )  # fmt: skip

    def write_docx(self, meeting_id: UUID, path: Path) -> None:
        """Write the letter there."""
        papers = self._desk.centre.meeting_papers

        def letter(progress: Progress) -> Path:
            progress(0, 1)
            return papers.write_letter(papers.prepare(meeting_id, KIND), path)

        said = N_("The minutes are written as a letter that others can edit.")
        self._run(letter, said, N_("Making the document…"), lambda: self.write_docx(meeting_id, path))

    def _run(self, job: Callable[[Progress], object], said: str, what: str, again: Callable[[], object]) -> None:
        def done(_made: object) -> None:
            self._desk.saved(said)

        self._banner.hide()
        errand = self._desk.background.run(
            job, done, lambda problem: self._banner.ask(problem, again), counts=True, lasts=True
        )
        if not errand.is_over:
            ProgressCard(self._over, errand, what)
