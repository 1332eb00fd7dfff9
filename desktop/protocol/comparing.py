"""Two versions of a protocol compared: which provisions are new, which went, say something else or stand elsewhere.

Pure. Provisions are the same where they have the same origin, whatever their number. The listed changes are whole:
`applied` makes the new version out of the old one and the list alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from desktop.language import N_
from desktop.protocol.sheet import ProvisionRow, VersionSheet
from desktop.protocol.words_compared import Piece, compare_words, new_text, old_text
from desktop.records.protocol import ProtocolChapter

KINDS = {
    "added": N_("Added"),
    "removed": N_("Left out"),
    "changed": N_("Changed"),
    "moved": N_("Moved"),
    "same": N_("Unchanged"),
}
"""What may have become of a provision."""


@dataclass(frozen=True)
class Side:
    """A provision as one version has it, in one language."""

    number: str
    title: str
    text: str
    trigger: str = ""
    limit_number: int | None = None
    limit_unit: str = ""
    holders: tuple[str, ...] = ()
    """Names of the institutions it binds; empty for our own centre's name."""
    holds_all: bool = False

    @property
    def duty(self) -> tuple[object, ...]:
        """Whom it binds and within what time."""
        return self.trigger, self.limit_number, self.limit_unit, self.holds_all, self.holders


@dataclass(frozen=True)
class ProvisionChange:
    """What became of one provision."""

    origin_id: UUID
    kind: str
    """A code of `KINDS`; one that says something else and stands elsewhere is `changed`."""
    is_moved: bool
    """Whether it stands elsewhere among the others."""
    old: Side | None
    new: Side | None
    place: int | None
    """Where it stands in the new version, from 0, told of what is new or moved; None: after what it stood after."""
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    chapter: str
    """Title of the chapter it stands in, or stood in; the usual one as an English msgid."""

    @property
    def shown(self) -> Side:
        """As it is now, or as it was last."""
        side = self.new or self.old
        if side is None:
            raise ValueError(self.origin_id)
        return side


@dataclass(frozen=True)
class Comparison:
    """Everything that is different between two versions, and what is not."""

    rows: tuple[ProvisionChange, ...]
    """In the order of the new version; what went stands after what it stood after."""

    @property
    def counts(self) -> dict[str, int]:
        """How many of each of `KINDS`; what changed and moved is counted with both."""
        found = Counter(row.kind for row in self.rows)
        found["moved"] = sum(row.is_moved for row in self.rows)
        return {kind: found[kind] for kind in KINDS}

    @property
    def differing(self) -> tuple[ProvisionChange, ...]:
        """All rows but those of unchanged provisions."""
        return tuple(row for row in self.rows if row.kind != "same")


def compare(old: VersionSheet | None, new: VersionSheet, locale: str) -> Comparison:
    """The way from one version to another, told in a language; None: from nothing."""
    before = _sides(old, locale) if old else {}
    after = _sides(new, locale)
    chapters_before = _chapters(old) if old else {}
    chapters_after = _chapters(new)
    moved = _moved(list(before), list(after)) | _in_other_chapters(chapters_before, chapters_after)
    rows = [
        _row(origin, before.get(origin), side, place if origin in moved or origin not in before else None,
             _titled(chapters_after[origin]))
        for place, (origin, side) in enumerate(after.items())
    ]  # fmt: skip
    for origin, side in _gone(before, after):
        rows.insert(_after_what_it_stood(origin, list(before), rows),
                    _row(origin, side, None, None, _titled(chapters_before[origin])))  # fmt: skip
    return Comparison(tuple(rows))


def applied(old: Sequence[tuple[UUID, Side]], comparison: Comparison) -> list[tuple[UUID, Side]]:
    """The new version, made out of the old one and the listed changes; ValueError where they do not fit together."""
    told = {row.origin_id: row for row in comparison.rows}
    stay: list[tuple[UUID, Side]] = []
    for origin, side in old:
        row = told[origin]
        if (side.title, side.text) != (old_text(row.title), old_text(row.text)) or side != row.old:
            raise ValueError(origin)
        if row.new and row.place is None:
            stay.append((origin, _rewritten(row)))
    for row in sorted((each for each in comparison.rows if each.place is not None), key=lambda each: each.place or 0):
        stay.insert(row.place or 0, (row.origin_id, _rewritten(row)))
    return stay


def sides_of(sheet: VersionSheet, locale: str) -> list[tuple[UUID, Side]]:
    """The provisions of a version in their order, each with its origin."""
    return list(_sides(sheet, locale).items())


def side_of(row: ProvisionRow, locale: str, own: str) -> Side:
    """One provision as it is compared."""
    one, (title, text) = row.provision, row.said(locale, own)
    names = tuple(each.name if each else "" for each in row.holders)
    return Side(
        one.number, title, text, one.trigger, one.limit_number, one.limit_unit, names, one.holds_all
    )  # fmt: skip


def _rewritten(row: ProvisionChange) -> Side:
    if row.new is None:
        raise ValueError(row.origin_id)
    return replace(row.new, title=new_text(row.title), text=new_text(row.text))


def _sides(sheet: VersionSheet, locale: str) -> dict[UUID, Side]:
    own = sheet.protocol.language
    return {row.provision.origin_id: side_of(row, locale, own) for row in sheet.provisions}


def _chapters(sheet: VersionSheet) -> dict[UUID, ProtocolChapter | None]:
    return {row.provision.origin_id: row.chapter for row in sheet.provisions}


def _titled(chapter: ProtocolChapter | None) -> str:
    return chapter.known_as if chapter else ""


def _row(origin: UUID, old: Side | None, new: Side | None, place: int | None, chapter: str) -> ProvisionChange:
    moved = bool(old and new and place is not None)
    if old is None or new is None:
        kind = "added" if new else "removed"
    else:
        kind = "changed" if old != new else "moved" if moved else "same"
    title = compare_words(old.title if old else "", new.title if new else "")
    text = compare_words(old.text if old else "", new.text if new else "")
    return ProvisionChange(origin, kind, moved, old, new, place, title, text, chapter)


def _gone(before: dict[UUID, Side], after: dict[UUID, Side]) -> Iterable[tuple[UUID, Side]]:
    return ((origin, side) for origin, side in before.items() if origin not in after)


def _after_what_it_stood(origin: UUID, before: Sequence[UUID], rows: Sequence[ProvisionChange]) -> int:
    places = {row.origin_id: place for place, row in enumerate(rows)}
    for earlier in reversed(before[: before.index(origin)]):
        if earlier in places:
            return places[earlier] + 1
    return 0


def _moved(before: Sequence[UUID], after: Sequence[UUID]) -> set[UUID]:
    """Those in both that do not follow each other as they did: as few as possible."""
    places = {origin: place for place, origin in enumerate(before)}
    both = [origin for origin in after if origin in places]
    ends: list[int] = []
    chains: list[list[UUID]] = []
    for origin in both:
        length = bisect_left(ends, places[origin])
        chain = [*(chains[length - 1] if length else ()), origin]
        ends[length : length + 1] = [places[origin]]
        chains[length : length + 1] = [chain]
    return set(both) - set(chains[-1] if chains else ())


def _in_other_chapters(
    before: dict[UUID, ProtocolChapter | None], after: dict[UUID, ProtocolChapter | None]
) -> set[UUID]:
    """Those in both that stand in another chapter; a chapter that only got another title is the same."""
    old, new = ({_key(each) for each in chapters.values()} for chapters in (before, after))
    found = set()
    for origin in before.keys() & after.keys():
        was, now = _key(before[origin]), _key(after[origin])
        if was != now and (was in new or now in old):
            found.add(origin)
    return found


def _key(chapter: ProtocolChapter | None) -> str:
    return (chapter.code or chapter.title.casefold()) if chapter else ""
