"""The chips over a long time line: everything, or one part of what happened."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import N_, _
from desktop.records.timeline import TimelineItem
from desktop.windows.chips import Chips, Entries

ALL = "all"
PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    ALL: (N_("Everything"), ()),
    "notices": (N_("Notices"), ("notice", "earlier", "change", "order")),
    "contacts": (N_("Contacts"), ("attempt",)),
    "help": (N_("Assistance"), ("assistance", "help_end")),
    "agreed": (N_("What was agreed"), ("safe", "consent", "plan")),
}
"""What the chips show: their word, and the kinds of events."""


class LineChips(Chips):
    """One part is always on; at first everything is."""

    def __init__(self) -> None:
        super().__init__(_entries, clearable=False)
        self.show_all()

    def show_all(self) -> None:
        """Leave nothing out."""
        self.set_value((ALL,))

    def kept(self, items: Sequence[TimelineItem]) -> list[TimelineItem]:
        """Those of the part that is on."""
        kinds = PARTS[(self.value() or (ALL,))[0]][1]
        return [item for item in items if not kinds or item.kind in kinds]


def _entries() -> Entries:
    return [(code, _(words)) for code, (words, _kinds) in PARTS.items()]
