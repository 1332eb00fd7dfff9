"""What still has to be brought into line, on paper: the table that a meeting goes through. Names no person helped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.language import N_, Language
from desktop.paper.cells import ALARM, QUIET, STRONG, Cell, Column, Row, Table, count, text
from desktop.paper.facts import Fact
from desktop.paper.letter import Letter
from desktop.paper.sheet import Drawn, Sheet
from desktop.protocol.alignments import NOT_IN_LINE, AlignmentRow, read_alignment
from desktop.protocol.paper_frame import begun_letter, begun_sheet, heading
from desktop.protocol.paper_head import Asked, PaperHead, head_of, require_version
from desktop.protocol.sheet import VersionSheet, read_version
from desktop.protocol.spoken import DOT, name_in
from desktop.records.alignment import ALIGNMENTS
from desktop.records.issued import PROTOCOL_PAPERS
from desktop.records.protocol import VERSION_STATES

WHOLE = N_("How the protocol stands to what it rests on")
NOTHING = N_("Everything that was judged is in line.")
LONGEST = 240
"""So many signs of a point's text stand in the table at most."""


@dataclass(frozen=True)
class AlignmentLine:
    """One row of the table."""

    number: str
    """Of the provision; empty where no provision answers."""
    title: str
    bases: tuple[str, ...]
    state: str
    """A code of `ALIGNMENTS`."""
    needed: tuple[str, ...]
    judged_by: tuple[str, ...]


@dataclass(frozen=True)
class AlignmentContent:
    """What stands on the paper."""

    head: PaperHead
    name: str
    """The protocol's, in the language of the paper."""
    version: str
    acts: tuple[str, ...]
    """Those that were brought in, as they are called in full."""
    counts: tuple[tuple[str, int], ...]
    lines: tuple[AlignmentLine, ...]
    whole: bool
    """Whether what is in line stands in the table too."""


def gather(session: Session, asked: Asked) -> AlignmentContent:
    """The judgements as they stand; those in line only where the whole is asked for."""
    head = head_of(session, asked)
    language = Language(head.language)
    version_id = require_version(asked)
    sheet = read_version(session, version_id, asked.today)
    table = read_alignment(session, version_id, asked.today)
    rows = table.rows if asked.whole else table.not_in_line
    return AlignmentContent(
        head, name_in(sheet.protocol.name, sheet.protocol.names, language.locale, sheet.protocol.language),
        _version_words(sheet, language), table.acts, tuple(table.counts.items()),
        tuple(_line(row, sheet.protocol.language, language.locale) for row in rows), asked.whole,
    )  # fmt: skip


def draw(content: AlignmentContent) -> Drawn:
    """Its pages."""
    language, title = _spoken(content)
    sheet = begun_sheet(content.head, title, None, language)
    _tell(sheet, content, language, title)
    return sheet.draw()


def letter(content: AlignmentContent) -> bytes:
    """The same for others to write in."""
    language, title = _spoken(content)
    written = begun_letter(content.head, title, language)
    _tell(written, content, language, title)
    return written.written()


def _spoken(content: AlignmentContent) -> tuple[Language, str]:
    language = Language(content.head.language)
    return language, language.say(WHOLE if content.whole else PROTOCOL_PAPERS["alignment"])


def _version_words(sheet: VersionSheet, language: Language) -> str:
    number = language.say(N_("Version {number}"), number=sheet.version.number)
    state = language.say(VERSION_STATES[sheet.state])
    return DOT.join((number, state[:1].lower() + state[1:]))


def _line(row: AlignmentRow, own: str, locale: str) -> AlignmentLine:
    if row.provision:
        title, words = row.provision.said(locale, own)
        number = row.number
    else:
        title, words = (row.point.title, row.point.text) if row.point else ("", "")
        number = ""
    return AlignmentLine(number, title or _short(words), row.cited, row.state, row.needed, row.judged_by)


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rsplit(' ', 1)[0]}…"


def _tell(paper: Sheet | Letter, content: AlignmentContent, language: Language, title: str) -> None:
    heading(paper, content.head, title, language)
    facts = [Fact(language.say(N_("Protocol")), content.name), Fact(language.say(N_("Version")), content.version)]
    if content.acts:
        facts.append(Fact(language.say(N_("Measured by")), "; ".join(content.acts)))
    paper.facts_list(facts)
    columns = tuple(Column(language.say(ALIGNMENTS[state]), numbers=True) for state, _n in content.counts)
    row = Row(tuple(count(n) for _state, n in content.counts))
    unit = language.say(N_("Unit: provision, or a point of an act that no provision answers to."))
    paper.table(Table(language.say(N_("How it stands")), unit, columns, (row,)))
    if content.lines:
        paper.table(_table(content.lines, language))
    else:
        paper.text(language.say(NOTHING))


def _table(lines: Sequence[AlignmentLine], language: Language) -> Table:
    say = language.say
    columns = (
        Column(say(N_("Provision"))), Column(say(N_("Basis")), width=1.1), Column(say(N_("Alignment")), width=0.9),
        Column(say(N_("What is still needed"))), Column(say(N_("Judged by")), width=0.8),
    )  # fmt: skip
    return Table("", "", columns, tuple(_row(line, language) for line in lines), ruled=False)


def _row(line: AlignmentLine, language: Language) -> Row:
    named = f"{line.number}  {line.title}".strip() if line.number else f"– {line.title}".strip()
    return Row(
        (
            text(named, tone=STRONG if line.number else ""), text(", ".join(line.bases)), _state(line.state, language),
            text(" ".join(line.needed)), text(", ".join(line.judged_by), tone=QUIET),
        )
    )  # fmt: skip


def _state(state: str, language: Language) -> Cell:
    tone = ALARM if state in {"contradicts", "missing"} else STRONG if state in NOT_IN_LINE else ""
    return text(language.say(ALIGNMENTS[state]), tone=tone)
