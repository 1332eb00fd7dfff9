"""The comparison of two versions on paper: what each provision said and what it says now, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from sqlalchemy.orm import Session

from desktop.language import N_, Language
from desktop.paper.cells import Column, Row, Table, count
from desktop.paper.compared import Compared, ComparedBlock, ComparedRow, Marked, Paragraph
from desktop.paper.compared_letter import add_compared
from desktop.paper.face import Face
from desktop.paper.facts import Fact
from desktop.paper.letter import Letter
from desktop.paper.sheet import Drawn, Sheet
from desktop.protocol.comparing import KINDS, Comparison, ProvisionChange, Side, compare
from desktop.protocol.paper_frame import begun_letter, begun_sheet, heading
from desktop.protocol.paper_head import Asked, PaperHead, head_of, require_version
from desktop.protocol.sheet import VersionSheet, read_version
from desktop.protocol.spoken import ALL_PARTIES, DOT, OURS, limit_words, name_in
from desktop.protocol.words_compared import Piece, compare_words
from desktop.records.protocol import VERSION_STATES

TITLE = N_("Comparison of two versions")
LEGEND = N_("Words left out are struck through and stand in [brackets]; words added are underlined.")
BESIDE = {"added": N_("Added"), "changed": N_("Changed"), "removed": N_("Left out"), "moved": N_("Moved")}


@dataclass(frozen=True)
class ComparisonContent:
    """What stands on the paper."""

    head: PaperHead
    name: str
    """The protocol's, in the language of the paper."""
    old: str
    """The earlier version with its state and day; empty: there is none."""
    new: str
    numbers: tuple[str, str]
    """What stands over the two columns."""
    comparison: Comparison


def gather(session: Session, asked: Asked) -> ComparisonContent:
    """Both versions, read and compared; with no other version named, the one that is revised."""
    new = read_version(session, require_version(asked), asked.today)
    against = asked.against_id or new.version.based_on_id
    old = read_version(session, against, asked.today) if against else None
    if old is not None and against != new.version.based_on_id:
        asked = replace(asked, period=f"{new.version.number}-{old.version.number}")  # another paper, not a later one
    head = head_of(session, asked)
    language = Language(head.language)
    return ComparisonContent(
        head, name_in(new.protocol.name, new.protocol.names, language.locale, new.protocol.language),
        version_words(old, language) if old else "", version_words(new, language),
        (_numbered(old, language) if old else "", _numbered(new, language)), compare(old, new, language.locale),
    )  # fmt: skip


def draw(content: ComparisonContent) -> Drawn:
    """Its pages."""
    language, title = _spoken(content)
    sheet = begun_sheet(content.head, title, None, language)
    _opening(sheet, content, language, title)
    sheet.block(ComparedBlock.of(_table(content, language), Face(language)))
    return sheet.draw()


def letter(content: ComparisonContent) -> bytes:
    """The same for others to write in."""
    language, title = _spoken(content)
    written = begun_letter(content.head, title, language)
    _opening(written, content, language, title)
    add_compared(written, _table(content, language), title)
    return written.written()


def version_words(sheet: VersionSheet, language: Language) -> str:
    """A version with its state and the day from which it is in force, or on which it was begun."""
    version = sheet.version
    state = language.say(VERSION_STATES[sheet.state])
    day = version.in_force_from or version.adopted_on or version.begun_on
    return DOT.join((_numbered(sheet, language), state[:1].lower() + state[1:], language.long_day(day)))


def duty_words(side: Side | None, language: Language) -> str:
    """Whom a provision binds and within what time; empty where it says neither."""
    if side is None:
        return ""
    ours = language.say(OURS)
    holders = language.say(ALL_PARTIES) if side.holds_all else ", ".join(each or ours for each in side.holders)
    limit = limit_words(side.limit_number, side.limit_unit, side.trigger, language)
    return DOT.join(filter(None, (holders, limit)))


def duty_pieces(change: ProvisionChange, language: Language) -> tuple[Piece, ...]:
    """The same of both sides compared, where it is not the same."""
    old, new = duty_words(change.old, language), duty_words(change.new, language)
    return compare_words(old, new) if old != new else ()


def _spoken(content: ComparisonContent) -> tuple[Language, str]:
    language = Language(content.head.language)
    return language, language.say(TITLE)


def _numbered(sheet: VersionSheet, language: Language) -> str:
    return language.say(N_("Version {number}"), number=sheet.version.number)


def _opening(paper: Sheet | Letter, content: ComparisonContent, language: Language, title: str) -> None:
    heading(paper, content.head, title, language)
    facts = (
        Fact(language.say(N_("Local protocol")), content.name),
        Fact(language.say(N_("Earlier version")), content.old or language.say(N_("none"))),
        Fact(language.say(N_("Later version")), content.new),
    )
    paper.facts_list(facts)
    counts = content.comparison.counts
    columns = tuple(Column(language.say(KINDS[kind]), numbers=True) for kind in counts)
    row = Row(tuple(count(n) for n in counts.values()))
    paper.table(Table(language.say(N_("Provisions")), "", columns, (row,), (language.say(LEGEND),)))


def _table(content: ComparisonContent, language: Language) -> Compared:
    heads = language.say(N_("Provision")), content.numbers[0] or "–", content.numbers[1]
    return Compared(heads, tuple(_rows(content.comparison.rows, language)))


def _rows(rows: Iterable[ProvisionChange], language: Language) -> Iterator[ComparedRow]:
    for same, group in groupby(rows, key=lambda row: row.kind == "same"):
        if not same:
            yield from (_row(each, language) for each in group)
            continue
        named = DOT.join(f"{each.shown.number} {each.shown.title}".strip() for each in group)
        yield ComparedRow("", "", folded=f"{language.say(KINDS['same'])}: {named}")


def _row(change: ProvisionChange, language: Language) -> ComparedRow:
    states = [language.say(BESIDE[change.kind])]
    if change.is_moved and change.kind != "moved":
        states.append(language.say(BESIDE["moved"]).lower())
    number = change.shown.number
    if change.old and change.new and change.old.number != number:
        number = f"{change.old.number} → {number}"
    duty = duty_pieces(change, language)
    return ComparedRow(
        number, ", ".join(states), tuple(_side(change, duty, "inserted")), tuple(_side(change, duty, "removed"))
    )  # fmt: skip


def _side(change: ProvisionChange, duty: tuple[Piece, ...], without: str) -> Iterator[Paragraph]:
    """One side: all but what the other side alone has."""
    for pieces, strong in ((change.title, True), (change.text, False), (duty, False)):
        for marks in _paragraphs(piece for piece in pieces if piece.kind != without):
            yield Paragraph(marks, strong)


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[tuple[Marked, ...]]:
    """The pieces of each line of a text."""
    marks: list[Marked] = []
    for piece in pieces:
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                if marks:
                    yield tuple(marks)
                marks = []
            if part:
                marks.append(Marked(part, piece.kind))
    if marks:
        yield tuple(marks)
