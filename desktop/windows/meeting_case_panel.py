"""The panel in which a meeting notes what it agreed about a single case; Enter saves, Esc closes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.language import N_, _
from desktop.meetings.meeting_cases import CaseRow
from desktop.windows.chips_field import ChipsField
from desktop.windows.fields import TextField
from desktop.windows.meeting_panel import Panel
from desktop.windows.meeting_sitting import DOT, Sitting
from desktop.windows.names import shown_name


class CasePanel(Panel):
    """What was agreed about a case, and whether it is looked at again."""

    HEADING = N_("Case")

    def rows(self) -> list[list[tuple[Any, int]]]:
        """What was agreed, and again or not."""
        again = ChipsField("again", N_("Next time"), lambda: [("yes", _("Look at it again"))], several=True)
        return [[(TextField("agreed", N_("What was agreed")), 9), (again, 3)]]

    def begin(self, sitting: Sitting, item_id: UUID) -> None:
        """As it stands."""
        kept = self._kept()
        self._title.put(DOT.join((_(self.HEADING), shown_name(kept.name, kept.code))) if kept else _(self.HEADING))
        case = kept.case if kept else None
        self.form.put({"agreed": case.agreed if case else "", "again": ("yes",) if case and case.again else ()})

    def write(self, told: dict[str, Any]) -> None:
        """Note it."""
        kept, centre = self._kept(), self.desk.centre
        if kept is not None:
            centre.meeting_cases.note(
                kept.case.id,
                centre.worker,
                asked=kept.case.asked,
                agreed=told["agreed"] or "",
                again="yes" in told["again"],
            )
            self.desk.kept(N_("Noted with the case."))

    def _kept(self) -> CaseRow | None:
        rows = self.sitting.cases if self.sitting and self.about else ()
        return next((row for row in rows if row.case.id == self.about), None)
