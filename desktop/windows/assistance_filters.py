"""What narrows the help: a person or a notice by words, period, kind, worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar
from uuid import UUID

from desktop.language import N_, _, chosen
from desktop.records.assistance_draft import AssistanceQuery
from desktop.windows.list_filters import PERIOD, ListFilters
from desktop.windows.period_choice import THIS, period_key, period_words, periods


class AssistanceFilters(ListFilters):
    """The filters of the help."""

    CHOICES: ClassVar[Mapping[str, str]] = {PERIOD: N_("Month"), "kind": N_("Kind"), "worker": N_("Worker")}
    OPENS: ClassVar[Mapping[str, str]] = {PERIOD: THIS}
    SEARCHES = N_("Search in the assistance")
    NOTHING = N_("No help was entered for this choice.")

    def query(self) -> AssistanceQuery:
        """What is asked for."""
        worker = self.code("worker")
        return AssistanceQuery(
            month=period_key(self.code(PERIOD), self.desk.centre.world.today()),
            kind=self.code("kind"),
            worker_id=UUID(worker) if worker else None,
            text=self.text(),
        )

    def fill(self, name: str) -> Sequence[tuple[str, str]]:
        """What each choice offers."""
        centre = self.desk.centre
        if name == PERIOD:
            return periods(centre.world.today())
        if name == "kind":
            kinds = centre.lists.entries("assistance_kind", active_only=False)
            return [("", _("All kinds")), *((kind.code, kind.shown(chosen().say)) for kind in kinds)]
        return [("", _("All workers")), *((worker.id.hex, worker.name) for worker in centre.staff.members())]

    def missing(self, name: str, code: str) -> str:
        """A month long past."""
        return period_words(code) if name == PERIOD else ""
