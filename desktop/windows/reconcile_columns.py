"""Bringing in a partner's list: dropped, chosen or pasted, shown as it is read, and compared with our log.

Nothing is written before the comparison has come to its end; then the list is kept by one change. What she answered
and chose on the way is put back after a lock, and offered again when the page was left half done. About a
reconciliation it tells how its list was read, and puts another one in its place; what that would cost is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.language import N_, _
from desktop.periods import Month
from desktop.problems import Cancelled, Problem
from desktop.reconciliation.at_work import AtWork, begin, put_back
from desktop.reconciliation.bringing_again import Former, former_of
from desktop.reconciliation.opened import Source
from desktop.reconciliation.partner_list import Answers
from desktop.records.reconciliation import Reconciliation
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.drop_area import FileDrop
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.reconcile_months import months_title
from desktop.windows.reconcile_place import ListPlace
from desktop.windows.reconcile_read import ReadList
from desktop.windows.reconcile_steps import COLUMNS, FILE, MATCHING, Steps, ways_of
from desktop.windows.reconcile_taking import Taking
from desktop.windows.worker import Errand

LONGEST_KEPT = 1_000_000
"""Signs of what was pasted that are kept over a lock."""


class ReconcileColumns(Screen):
    """The page: first where a list may be dropped, then the list as it is read."""

    NAME = "reconcile_columns"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.work: AtWork | None = None
        self.former: Former | None = None
        """The list that is kept, in whose place this one comes."""
        self.banner, self.steps = Banner("red"), Steps(FILE)
        self._title, self._about = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self.place = ListPlace(self.read, self.read_pasted, self.banner)
        self.list = ReadList(desk, self._change)
        self.list.compare_button.do = self.compare
        self.list.other_button.do = self._let_go
        self._errand = Errand(print, print)
        self._card: ProgressCard | None = None
        self._is_put_back = False
        self.taking = Taking(desk, self, self._show, self._kept)
        self._build()
        FileDrop(self, self.read, self.place.area)
        self.begin_anew()

    def _build(self) -> None:
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(self._title)
        said.addWidget(self._about)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(Apart(words, (close,)))
        page.addWidget(self.steps)
        page.addWidget(self.banner)
        page.addWidget(self.taking.cost)
        page.addWidget(self.place, 1)
        page.addWidget(self.list, 1)

    def first(self) -> QWidget:
        """To choose a file, or the first thing that is asked."""
        return self.place.first() if self.work is None else self.list.first()

    def show_record(self, about: Any | None) -> None:
        """Read what was brought elsewhere, tell of the list that is kept, or go on with what was left half done."""
        if isinstance(about, UUID) and not self._look_at(about):
            return
        if (about is None or isinstance(about, UUID)) and self.work is None:
            self._go_on()
        elif isinstance(about, Path):
            self.read(about)
        elif isinstance(about, str) and about.strip():
            self.read_pasted(about)

    def begin_anew(self) -> None:
        """Where a file may be dropped; the list that was read is let go."""
        self.work, self.taking.is_brought = None, False
        self.taking.cost.hide()
        self._show()
        self.place.first().setFocus()

    def read(self, path: Path) -> None:
        """Read a file off the window's thread."""
        self._begin(Source(path))

    def read_pasted(self, text: str) -> None:
        """Read a text in memory; it never becomes a file."""
        self._begin(Source(pasted=text))

    def compare(self) -> None:
        """Compare with our log, then keep the list; stopped, it changes nothing."""
        work = self.list.checked() if self.work is not None else None
        if work is None:
            return
        self.banner.hide()
        brought = work.brought(remember=self.list.remember.isChecked())
        self.list.setEnabled(False)
        self.steps.stand(MATCHING)
        self.taking.begin(brought, work.opened.listed, self._again, self._run, self._refused)

    def refresh(self) -> None:
        """Say names as names or codes, and take institutions anew."""
        if self._again is None or self._look_at(self._again):
            self._show()

    def state(self) -> dict[str, Any]:
        """Where the list lies, or what was pasted, and everything that was said about it."""
        again = {"again": self._again.hex} if self._again else {}
        if self.work is None:
            return again
        plain = self.list.typed(self.work).to_plain() | {"remember": self.list.remember.isChecked()} | again
        return plain if len(plain["pasted"]) <= LONGEST_KEPT else plain | {"pasted": ""}

    def keep_now(self) -> None:
        """Keep the list and what was said about it as a draft."""
        state = self.state()
        if state.get("path") or state.get("pasted"):
            self.desk.keep_draft(self.NAME, self._again, state, Path(state["path"]).name)
        if self.taking.is_brought:  # by the worker, perhaps while this was being kept
            self.desk.drop_draft(self.NAME, self._again)

    def restore(self, state: dict[str, Any], said: str = "") -> None:
        """Read the list again and put back what was said about it; `said` is told then."""
        if state.get("again") and not self._look_at(UUID(state["again"])):
            return
        if "path" not in state:
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
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_title"):
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V and Shift+Insert paste a table."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.place.paste()
        else:
            super().keyPressEvent(event)

    @property
    def _again(self) -> UUID | None:
        """The reconciliation in whose list's place this one comes."""
        return self.former.kept.id if self.former else None

    def _look_at(self, about: UUID) -> bool:
        """Tell of the list that is kept; False where it is gone."""
        try:
            self.former = former_of(self.desk.centre.reconciliations, about)
        except Problem as problem:
            self.banner.tell(problem)
            return False
        self._show()
        return True

    def _go_on(self) -> None:
        """Go on with the list that was left half done, if there is one."""
        centre = self.desk.centre
        note = centre.drafts.of(self.NAME, self._again, centre.worker)
        if note is not None:
            self.restore(dict(note.fields), N_("This list was left half done. You can go on, or bring another one."))

    def _let_go(self) -> None:
        """Another list is wanted: this one is not offered again."""
        self.desk.drop_draft(self.NAME, self._again)
        self.begin_anew()

    def _begin(self, source: Source) -> None:
        if self.former is not None and self.former.fixed is not None:
            return
        self.begin_anew()
        self._leave_off()
        centre = self.desk.centre
        own = Answers(country=centre.profile_log.profile().country)
        today, log, former = centre.world.today(), centre.reconciliations, self.former

        def work() -> AtWork:
            read = begin(source, own, centre.directory.agencies(), log, today)
            return read.in_place_of(former.kept, log) if former else read

        self._run(work, self._read)

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
        self.taking.cost.hide()
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
        work, former = self.work, self.former
        self.place.setVisible(work is None)
        self.list.setVisible(work is not None)
        self._about.setVisible(work is not None or former is not None)
        ways = ways_of(self.desk.go, self._again, self.compare if work else None) if former else {}
        if work is not None:
            self.list.setEnabled(True)
            self.list.show_work(work)
            self.steps.stand(COLUMNS, {**ways, FILE: self.begin_anew})
            self._tell_whose(work.first, work.last, self.list.partner_words(), work.opened.source.name)
        elif former is not None:
            kept = former.kept
            self.place.put(former)
            self.steps.stand(COLUMNS, ways, over=kept.is_settled)
            self._tell_whose(kept.first, kept.last, former.partner, kept.file_name)
        else:
            self._title.say(N_("Bring a list"))
            self.steps.stand(FILE)

    def _tell_whose(self, first: Month, last: Month, partner: str, file: str) -> None:
        self._title.say(N_("Reconciliation: {period}"), period=months_title(first, last))
        self._about.put(" \u00b7 ".join(filter(None, (partner, file or _("Pasted table")))))

    def _kept(self, kept: Reconciliation, is_doubtful: bool) -> None:
        """On to the pairs that have to be looked at, or to the figures; nothing of it is half done any more."""
        self.work = None
        self.desk.drop_draft(self.NAME, self._again)
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
