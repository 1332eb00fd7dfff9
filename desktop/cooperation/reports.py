"""The yearly reports of a centre: composed, completed by hand, looked at, sealed, kept, and written out again.

What is made is first kept in the vault and only then written to a file: a full disk loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from desktop.cooperation.report import PARTS, Report
from desktop.cooperation.report_composing import compose
from desktop.cooperation.report_json import from_json, to_json
from desktop.cooperation.report_layout import draw, letter
from desktop.language import LOCALES, N_, Language
from desktop.paper.sheet import Drawn
from desktop.problems import Problem
from desktop.protocol.paper_head import Asked
from desktop.protocol.papers import PaperRow, Progress, ProtocolPapers, seal_and_keep
from desktop.records.issued import ProtocolPaper
from desktop.records.meeting import Meeting
from desktop.records.monitoring import ReportText
from desktop.records.referral import Referral
from desktop.records.typed_text import clean
from desktop.summaries.press import write_file
from desktop.vault.vault import Vault, Worker
from desktop.world import World

KIND = "report"
LENGTH = 4000
"""Characters allowed in one part."""
MOST_PAGES = 16
NEITHER = N_("There is no such part of the report: {part}")


class Reports:
    """The yearly reports of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world
        self._papers = ProtocolPapers(vault, world)

    def years(self) -> tuple[int, ...]:
        """The years of which there is anything, the one that runs first."""
        now = self.world.today().year
        with self.vault.look() as session:
            notice = session.scalar(select(func.min(Referral.month)))
            met = session.scalar(select(func.min(Meeting.on_day)))
        begun = [int(notice[:4])] if notice else []
        begun += [met.year] if met else []
        return tuple(range(now, min([*begun, now]) - 1, -1))

    def prepare(self, year: int, language: str = "", *, receiver: str = "") -> Report:
        """The report as it would be made now, marked as a draft; without `language` in the office's own."""
        return self._composed(self._asked(year, language, receiver))

    def _asked(self, year: int, language: str, receiver: str) -> Asked:
        if language and language not in LOCALES:
            raise ValueError(language)
        now, today = self.world.now(), self.world.today()
        return Asked(KIND, now, today, period=str(year), language=language, receiver=receiver)

    def _composed(self, asked: Asked, *, asks: bool = False) -> Report:
        with self.vault.look() as session:
            report = compose(session, asked, self.world, asks=asks)
        head = self.vault.head()
        return replace(report, head=report.head.marked(head.count, head.mac))

    def words(self, year: int, language: str) -> Mapping[str, str]:
        """What somebody wrote into each part, by its code."""
        wanted = select(ReportText).where(ReportText.year == year, ReportText.language == language)
        with self.vault.look() as session:
            return {one.part: one.text for one in session.scalars(wanted)}

    def put(self, year: int, part: str, language: str, text: str, by: Worker) -> None:
        """Keep what somebody writes into one part; nothing takes it out again."""
        text = clean(text)
        if part not in PARTS:
            raise Problem(NEITHER, field="part", part=part)
        if language not in LOCALES:
            raise ValueError(language)
        if len(text) > LENGTH:
            raise Problem(N_("The text is too long. Characters allowed: {n}"), field="text", n=LENGTH)
        if self.words(year, language).get(part, "") == text:
            return
        with self.vault.change(N_("Words of the yearly report changed: {year}"), by, year=year) as session:
            mine = ReportText.year == year, ReportText.part == part, ReportText.language == language
            found = session.scalars(select(ReportText).where(*mine)).first()
            if found is None:
                found = ReportText(id=self.world.new_id(), year=year, part=part, language=language)
                session.add(found)
            found.text = text
            if not text:
                session.delete(found)

    def preview(self, report: Report, language: Language | None = None) -> Drawn:
        """The pages as they would be sealed, with the places of the parts."""
        return draw(report, language)

    def make(
        self, year: int, by: Worker, *, language: str = "", receiver: str = "", sure: bool = False,
        progress: Progress = lambda done, total: None,
    ) -> ProtocolPaper:  # fmt: skip
        """Draw, seal and keep it, its content with it; the earlier one for the same receiver is superseded.

        `sure`: an official who is called as somebody we know is meant indeed; else a `Namesake` is told.
        """
        progress(0, 3)
        report = replace(self._composed(self._asked(year, language, receiver), asks=not sure), is_draft=False)
        drawn = draw(report)
        if drawn.pages > MOST_PAGES:
            raise Problem(
                N_("The report has {pages} pages; {most} are allowed. Make your words shorter."),
                pages=drawn.pages, most=MOST_PAGES,
            )  # fmt: skip
        progress(1, 3)
        made = seal_and_keep(self.vault, self.world, report.head, drawn, by, content=to_json(report), told=progress)
        progress(3, 3)
        return made

    def of(self, year: int | None = None) -> Sequence[PaperRow]:
        """What was sealed, newest first; of one year or of all."""
        made = self._papers.of(kind=KIND)
        return [row for row in made if year is None or row.period == str(year)]

    def kept(self, paper_id: UUID) -> Report:
        """What stands on a report that was sealed."""
        return from_json(self._papers.paper(paper_id).content)

    def write(self, paper_id: UUID, path: Path) -> Path:
        """Put the sealed file where it is wanted, whole or not at all."""
        return self._papers.write(paper_id, path)

    def write_draft(self, report: Report, path: Path) -> Path:
        """Write the pages unsealed, marked as a draft."""
        return write_file(path, draw(replace(report, is_draft=True)).pdf)

    def write_letter(self, report: Report, path: Path) -> Path:
        """The same as a DOCX that others can edit; it bears no seal."""
        return write_file(path, letter(report))
