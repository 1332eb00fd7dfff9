"""A problem between institutions: a fact, its effect, what is wished; a quiet hint at words that blame."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.language import N_, chosen
from desktop.meetings.kept import GONE
from desktop.meetings.raised_problems import ProblemDraft
from desktop.meetings.wording import HINT, blaming
from desktop.problems import Problem
from desktop.records.promise import RaisedProblem
from desktop.windows.centre_page import CentrePage
from desktop.windows.fields import LongTextField
from desktop.windows.form import Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.labels import Label
from desktop.windows.meeting_named import OWN, agency_of, code_of, who
from desktop.windows.time_fields import DateField

TEXTS = ("fact", "effect", "wish")


class ProblemPage(CentrePage):
    """The form; `about` is the problem's identifier, or empty for a new one."""

    NAME = "problem"
    HEADING = N_("Problem")

    def groups(self) -> list[Group]:
        """Three sentences, who raised it, since when."""
        raisers = who(self.desk.centre, RaisedProblem.agency_id)
        return [
            Group("", [
                [(LongTextField("fact", N_("What happened"), required=True), 12)],
                [(LongTextField("effect", N_("What it led to"), lines=2), 12)],
                [(LongTextField("wish", N_("What is wished"), lines=2), 12)],
                [(InstitutionField(self.desk, "agency_id", N_("Raised by"), raisers), 8),
                 (DateField("since", N_("Since"), self.desk.centre.world.today, required=True), 4)],
            ])
        ]  # fmt: skip

    def above(self) -> QWidget:
        """What helps to write it."""
        said = N_("Write what happened, what it led to and what you propose.")
        return Label(said, "second", wrap=True)

    def below(self) -> QWidget:
        """The hint; it stands there only when there is something to look at."""
        self.hint = Label("", "second", wrap=True)
        for name in TEXTS:
            self.form.fields[name].changed.connect(self._look)
        return self.hint

    def begin(self) -> None:
        """What stands in it; a new one is raised by the own centre, today."""
        found, log = self.record(), self.desk.centre.raised_problems
        kept = next((row.problem for row in log.all() if row.problem.id == found), None)
        if found and kept is None:
            raise Problem(GONE)
        draft = ProblemDraft.of(kept) if kept else ProblemDraft(since=self.desk.centre.world.today())
        code = code_of(draft.agency_id) if kept else OWN
        self.form.put({**{name: getattr(draft, name) for name in (*TEXTS, "since")}, "agency_id": code})
        self._look()

    def write(self, told: dict[str, Any]) -> None:
        """Put it down or change it."""
        log, by, found = self.desk.centre.raised_problems, self.desk.centre.worker, self.record()
        texts = {name: told[name] or "" for name in TEXTS}
        draft = ProblemDraft(**texts, agency_id=agency_of(told["agency_id"]), since=told["since"])
        if found:
            log.amend(found, draft, by)
        else:
            log.put(draft, by)

    def _look(self) -> None:
        words = blaming(" ".join(self.form.fields[name].raw() for name in TEXTS), chosen().locale)
        self.hint.setVisible(bool(words))
        self.hint.say(HINT, words=", ".join(words))

    def _keep(self, raw: dict[str, Any]) -> bool:
        return self.desk.keep_draft(self.NAME, self.record(), raw, " ".join(str(raw.get("fact", "")).split()))
