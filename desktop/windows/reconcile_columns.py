"""Bringing in a partner's list: dropped, chosen or pasted, shown as it is read, and compared with our log.

Nothing is written before the comparison has come to its end; then the list is kept by one change. What she answered
and chose on the way is put back after a lock, and offered again when the page was left half done.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.language import N_, _
from desktop.problems import Cancelled, Problem
from desktop.reconciliation.at_work import AtWork, begin, put_back
from desktop.reconciliation.opened import Source
from desktop.reconciliation.partner_list import Answers
from desktop.reconciliation.standing import Standing
from desktop.reconciliation.trial import compare
from desktop.records.reconciliation import Reconciliation
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.drop_area import DropArea, FileDrop
from desktop.windows.files import ask_open
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.reconcile_months import months_title
from desktop.windows.reconcile_read import ReadList
from desktop.windows.reconcile_steps import COLUMNS, FILE, MATCHING, Steps
from desktop.windows.worker import Errand

KINDS = "(*.xlsx *.xls *.ods *.csv *.tsv *.txt *.docx)"
LONGEST_KEPT = 1_000_000
"""Signs of what was pasted that are kept over a lock."""


class ReconcileColumns(Screen):
    """The page: first where a list may be dropped, then the list as it is read."""

    NAME = "reconcile_columns"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.work: AtWork | None = None
        self.banner, self.steps = Banner("red"), Steps(FILE)
        self._title, self._about = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self.area = DropArea(
            N_("Drop the institution's list here."),
            N_("XLSX, ODS, CSV, a table in a Word document, or a pasted table."),
        )
        self.choose_button = Button(N_("Choose a file"), PRIMARY, icon="file", key="F6", do=self.choose_file)
        self.paste_button = Button(N_("Paste a table"), OUTLINED, do=self.paste)
        self.list = ReadList(desk, self._change)
        self.list.compare_button.do = self.compare
        self.list.other_button.do = self._let_go
        self._errand = Errand(print, print)
        self._card: ProgressCard | None = None
        self._is_put_back = False
        self._is_brought = False
        """Whether it is in the vault, and she has not been told so yet."""
        self._build()
        FileDrop(self, self.read, self.area)
        self.begin_anew()

    def _build(self) -> None:
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(self._title)
        said.addWidget(self._about)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        self._foot = Apart(
            Label(N_("Nothing enters the vault until you accept it."), "second", wrap=True),
            (self.paste_button, self.choose_button),
        )
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(Apart(words, (close,)))
        page.addWidget(self.steps)
        page.addWidget(self.banner)
        page.addWidget(self.area, 1)
        page.addWidget(self.list, 1)
        page.addWidget(self._foot)

    def first(self) -> QWidget:
        """To choose a file, or the first thing that is asked."""
        return self.choose_button if self.work is None else self.list.first()

    def show_record(self, about: Any | None) -> None:
        """Read the file, or the text, that was brought elsewhere; nothing new: go on with what was left half done."""
        if about is None and self.work is None:
            self._go_on()
        elif isinstance(about, Path):
            self.read(about)
        elif isinstance(about, str) and about.strip():
            self.read_pasted(about)

    def begin_anew(self) -> None:
        """Where a file may be dropped; the list that was read is let go."""
        self.work, self._is_brought = None, False
        self._show()
        self.choose_button.setFocus()

    def choose_file(self) -> None:
        """Ask which file."""
        ask_open(self, f"{_('Lists')} {KINDS}", self.read)

    def paste(self) -> None:
        """Read the table that was copied in another program."""
        copied = QApplication.clipboard().text()
        if copied.strip():
            self.read_pasted(copied)
        else:
            self.banner.say(N_("Nothing was copied. Copy the table in the other program first."), tone="amber")

    def read(self, path: Path) -> None:
        """Read a file off the window's thread."""
        self._begin(Source(path))

    def read_pasted(self, text: str) -> None:
        """Read a text in memory; it never becomes a file."""
        self._begin(Source(pasted=text))

    def compare(self) -> None:
        """Compare with our log, then keep the list; stopped, it changes nothing."""
        work = self.list.checked()
        if work is None:
            return
        self.banner.hide()
        log, brought = self.desk.centre.reconciliations, work.brought(remember=self.list.remember.isChecked())
        listed, by = work.opened.listed, self.desk.centre.worker
        self.list.setEnabled(False)
        self.steps.stand(MATCHING)

        def keep(standing: Standing) -> None:
            is_doubtful = bool(standing.settlement and standing.settlement.doubtful)
            if isValid(self):
                self._bring(lambda: log.bring(brought, listed, by), is_doubtful)

        errand = self.desk.background.run(
            lambda progress: compare(log, brought, listed, progress), keep, self._refused, counts=True
        )
        if not errand.is_over:
            ProgressCard(self, errand, N_("Comparing with our log"))

    def refresh(self) -> None:
        """Say names as names or codes, and take institutions anew."""
        self._show()

    def state(self) -> dict[str, Any]:
        """Where the list lies, or what was pasted, and everything that was said about it."""
        if self.work is None:
            return {}
        plain = self.list.typed(self.work).to_plain() | {"remember": self.list.remember.isChecked()}
        return plain if len(plain["pasted"]) <= LONGEST_KEPT else plain | {"pasted": ""}

    def keep_now(self) -> None:
        """Keep the list and what was said about it as a draft."""
        state = self.state()
        if state.get("path") or state.get("pasted"):
            self.desk.keep_draft(self.NAME, None, state, Path(state["path"]).name)
        if self._is_brought:  # by the worker, perhaps while this was being kept
            self.desk.drop_draft(self.NAME, None)

    def restore(self, state: dict[str, Any], said: str = "") -> None:
        """Read the list again and put back what was said about it; `said` is told then."""
        if not state:
            return
        if not state["path"] and not state["pasted"]:
            self.banner.say(N_("What was pasted is too long to be kept over a lock. Paste it again."), tone="amber")
            return
        centre, self._is_put_back = self.desk.centre, True
        self.list.remember.setChecked(bool(state.get("remember", True)))

        def work() -> AtWork:
            return put_back(state, centre.directory.agencies(), centre.reconciliations, centre.world.today())

        def back(read: AtWork) -> None:
            self._read(read)
            if said:
                self.banner.say(said, tone="blue")
            if read.opened.digest != state["digest"]:
                self.banner.say(N_("The file was changed meanwhile. Look at it once more."), tone="amber")

        self._run(work, back)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it is either looked at or was left."""
        super().showEvent(event)
        self._is_put_back = False

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_foot"):
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V and Shift+Insert paste a table."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """Go on with the list that was left half done, if there is one."""
        centre = self.desk.centre
        note = centre.drafts.of(self.NAME, None, centre.worker)
        if note is not None:
            self.restore(dict(note.fields), N_("This list was left half done. You can go on, or bring another one."))

    def _let_go(self) -> None:
        """Another list is wanted: this one is not offered again."""
        self.desk.drop_draft(self.NAME, None)
        self.begin_anew()

    def _begin(self, source: Source) -> None:
        self.begin_anew()
        self._leave_off()
        centre = self.desk.centre
        own = Answers(country=centre.profile_log.profile().country)
        today, log = centre.world.today(), centre.reconciliations
        self._run(lambda: begin(source, own, centre.directory.agencies(), log, today), self._read)

    def _change(self, act: Callable[[], AtWork]) -> None:
        """Understand the list anew with what was answered or chosen just now."""
        self._leave_off()
        self._run(act, self._read)

    def _leave_off(self) -> None:
        """What was being read is no longer asked for."""
        self._errand.drop()
        if self._card is not None and isValid(self._card):
            self._card.hide()
            self._card.deleteLater()

    def _run(self, job: Callable[[], Any], done: Callable[[Any], None], *, lasts: bool = False) -> None:
        self.banner.hide()
        errand = self.desk.background.run(
            job, lambda answer: done(answer) if isValid(self) else None, self._refused, lasts=lasts
        )
        self._card = None if errand.is_over else ProgressCard(self, errand, N_("Reading the list…"))
        self._errand = errand

    def _read(self, work: AtWork) -> None:
        was_new = self.work is None
        self.work = work
        self._show()
        if was_new and self.isVisible():
            self.first().setFocus()

    def _show(self) -> None:
        """Show where the list stands: to be chosen, or as it is read."""
        work = self.work
        before, after = (self.area, self._foot), (self.list, self._about)
        for widget in (*before, *after):
            widget.setVisible((widget in before) == (work is None))
        if work is None:
            self._title.say(N_("Bring a list"))
            self.steps.stand(FILE)
            return
        self.list.setEnabled(True)
        self.list.show_work(work)
        self.steps.stand(COLUMNS, {FILE: self.begin_anew})
        self._title.say(N_("Reconciliation: {period}"), period=months_title(work.first, work.last))
        partner = self.list.partner_words()
        self._about.put(" \u00b7 ".join(filter(None, (partner, work.opened.source.name or _("Pasted table")))))

    def _bring(self, bring: Callable[[], Reconciliation], is_doubtful: bool) -> None:
        """Keep it; from then on it is not half done any more, even where she has left."""

        def work() -> Reconciliation:
            kept = bring()
            self._is_brought = True
            self.desk.written(self.NAME, None)
            return kept

        def told(kept: Reconciliation) -> None:
            self._is_brought = False
            self._kept(kept, is_doubtful)

        self._run(work, told, lasts=True)

    def _kept(self, kept: Reconciliation, is_doubtful: bool) -> None:
        """On to the pairs that have to be looked at, or to the figures; nothing of it is half done any more."""
        self.work = None
        self.desk.drop_draft(self.NAME, None)
        if isValid(self) and self.isVisible():
            self.desk.back()
            self.desk.go("reconcile_review" if is_doubtful else "reconcile_agreed", kept.id)
        self.desk.kept(N_("List brought."))

    def _refused(self, problem: Problem) -> None:
        """Say it here, or over the page to which she has gone meanwhile."""
        if not (isValid(self) and (self.isVisible() or self._is_put_back)):
            self.desk.tell(problem)
            return
        self._show()
        for rest in self.list.form.show_problems([problem]) if self.work else [problem]:
            self.banner.tell(rest, "blue" if isinstance(rest, Cancelled) else "red")
