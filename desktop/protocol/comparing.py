"""Two versions of a protocol compared: which provisions are new, left out, moved or said otherwise, word by word.

Pure. `apply` makes the new version out of the old one and the changes alone, so nothing that changed is left untold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from desktop.language import N_
from desktop.protocol.sheet import VersionSheet
from desktop.protocol.words_compared import Piece, compare_words, new_text

SAME, CHANGED, ADDED, REMOVED, MOVED = "same", "changed", "added", "removed", "moved"
KINDS = {
    SAME: N_("Unchanged"), CHANGED: N_("Changed"), ADDED: N_("New"), REMOVED: N_("Left out"), MOVED: N_("Moved"),
}  # fmt: skip
"""What became of a provision; one that was changed and moved is told as changed."""


@dataclass(frozen=True)
class Said:
    """What one provision says in one version."""

    origin_id: UUID
    """The same in every version."""
    number: str
    title: str
    text: str
    trigger: str = ""
    limit: tuple[int | None, str] = (None, "")
    """How many, and of what (`UNITS`)."""


@dataclass(frozen=True)
class Change:
    """What became of one provision."""

    kind: str
    """A code of `KINDS`."""
    old: Said | None
    new: Said | None
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    is_moved: bool = False
    after: UUID | None = None
    """For one that is new or moved: the provision before it in the new version; None: it stands first."""

    @property
    def origin_id(self) -> UUID:
        """Which provision."""
        said = self.new or self.old
        assert said is not None
        return said.origin_id

    @property
    def number(self) -> str:
        """Its number, the new one where there is one."""
        said = self.new or self.old
        assert said is not None
        return said.number


@dataclass(frozen=True)
class Comparison:
    """Two versions side by side, in the order of the new one; what was left out stands where it stood."""

    changes: tuple[Change, ...]

    @property
    def changed(self) -> tuple[Change, ...]:
        """Without those that stayed as they were."""
        return tuple(each for each in self.changes if each.kind != SAME)

    def count(self, kind: str) -> int:
        """How many of that kind."""
        return sum(each.kind == kind for each in self.changes)


def said_in(sheet: VersionSheet, locale: str = "") -> tuple[Said, ...]:
    """What the provisions of a version say, in a language or in the protocol's own."""
    own = sheet.protocol.language
    return tuple(
        Said(
            row.provision.origin_id, row.provision.number, *row.said(locale or own, own), row.provision.trigger,
            (row.provision.limit_number, row.provision.limit_unit),
        )
        for row in sheet.provisions
    )  # fmt: skip


def compare(old: Sequence[Said], new: Sequence[Said]) -> Comparison:
    """What became of each provision."""
    before = {each.origin_id: each for each in old}
    after = {each.origin_id: each for each in new}
    moved = _moved([each.origin_id for each in old if each.origin_id in after],
                   {each.origin_id: place for place, each in enumerate(new)})  # fmt: skip
    made, last = [], None
    for each in new:
        made.append(_change(before.get(each.origin_id), each, each.origin_id in moved, last))
        last = each.origin_id
    gone = [each for each in old if each.origin_id not in after]
    return Comparison(tuple(_with_gone(made, gone, [each.origin_id for each in old])))


def apply(old: Sequence[Said], changes: Iterable[Change]) -> tuple[Said, ...]:
    """The new version, made from the old one and what changed."""
    changes = tuple(changes)
    said = {each.origin_id: each for each in old}
    order = [each.origin_id for each in old]
    for change in changes:
        if change.kind == REMOVED or change.is_moved:
            order.remove(change.origin_id)
        if change.new is not None:
            said[change.origin_id] = replace(change.new, title=new_text(change.title), text=new_text(change.text))
    for change in changes:
        if change.kind == ADDED or change.is_moved:
            place = order.index(change.after) + 1 if change.after else 0
            order.insert(place, change.origin_id)
    return tuple(said[each] for each in order)


def _change(old: Said | None, new: Said, is_moved: bool, after: UUID | None) -> Change:
    if old is None:
        return Change(ADDED, None, new, compare_words("", new.title), compare_words("", new.text), False, after)
    kind = CHANGED if old != new else MOVED if is_moved else SAME
    pieces = compare_words(old.title, new.title), compare_words(old.text, new.text)
    return Change(kind, old, new, *pieces, is_moved, after if is_moved else None)


def _with_gone(made: list[Change], gone: list[Said], order: list[UUID]) -> list[Change]:
    """Put what was left out behind the provision it stood behind."""
    for each in gone:
        change = Change(REMOVED, each, None, compare_words(each.title, ""), compare_words(each.text, ""))
        earlier = set(order[: order.index(each.origin_id)])
        places = [place for place, other in enumerate(made) if other.old and other.origin_id in earlier]
        made.insert(places[-1] + 1 if places else 0, change)
    return made


def _moved(kept: list[UUID], places: dict[UUID, int]) -> set[UUID]:
    """The fewest provisions that must be moved for the rest to stand in order: all but a longest rising row."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, each in enumerate(kept):
        place = bisect_left(tails, places[each])
        before.append(ends[place - 1] if place else None)
        if place == len(tails):
            tails.append(places[each])
            ends.append(index)
        else:
            tails[place], ends[place] = places[each], index
    stays: set[UUID] = set()
    index_or_none = ends[-1] if ends else None
    while index_or_none is not None:
        stays.add(kept[index_or_none])
        index_or_none = before[index_or_none]
    return set(kept) - stays
