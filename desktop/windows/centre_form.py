"""What a part of the centre's page is that holds a form of its own: what is half typed there is kept as a draft.

Only what differs from what stands is kept, so that a draft never takes back what somebody else has saved meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.problems import Problem
from desktop.windows.centre_part import Part
from desktop.windows.form import Form, Group


class FormPart(Part):
    """The part; subclasses make their form by `kept_form` and put what stands by `show_what_stands`."""

    DRAFT = ""
    """What its draft is called among what is unfinished."""
    form: Form

    def kept_form(self, groups: Sequence[Group]) -> Form:
        """The form, kept soon after the last key, when leaving and at a lock."""
        self._standing: dict[str, Any] = {}
        return Form(groups, keep=self._keep)

    def show_what_stands(self, values: dict[str, Any]) -> None:
        """Put these values, and over them what was half typed; what could not be kept stays as it is."""
        self.keep_now()
        if self.form.is_pending():
            return
        self.form.put(values)
        self._standing = self.form.raw()
        centre = self.desk.centre
        note = centre.drafts.of(self.DRAFT, None, centre.worker) if self.leads else None
        if note is not None:
            self.form.restore(dict(note.fields))

    def keep_now(self) -> None:
        """Keep what is typed."""
        if self.form.is_pending():
            self.form.keep_now()

    def saved(self) -> None:
        """Nothing is half typed any more."""
        self.form.forget()
        self.desk.drop_draft(self.DRAFT, None)

    def refuse(self, problem: Problem) -> None:
        """Show what is wrong where it is wrong."""
        self.form.refuse(problem, self.banner.tell)

    def _keep(self, raw: dict[str, Any]) -> bool:
        typed = {name: value for name, value in raw.items() if value != self._standing.get(name)}
        if not typed:
            self.desk.drop_draft(self.DRAFT, None)
            return True
        return self.desk.keep_draft(self.DRAFT, None, typed, "")
