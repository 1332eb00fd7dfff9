"""How the duties of the protocol were kept in a month, on paper for the next meeting: praise first, nothing small told.

It goes to many and names no person helped: small numbers are hidden (`duty_protected`), and what is drawn is drawn from
what is published alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.language import N_, Language
from desktop.paper import cells
from desktop.paper.cells import STRONG, Cell, Column, Row, Table, text
from desktop.paper.charts import Stack, Stacks
from desktop.paper.edges import ProfileMark
from desktop.paper.facts import Fact
from desktop.paper.letter import Letter
from desktop.paper.sheet import Drawn, Sheet
from desktop.periods import Month
from desktop.protocol.duty_ground import DeskClock
from desktop.protocol.duty_protected import DutyLine, told_lines
from desktop.protocol.duty_read import DutyReading
from desktop.protocol.duty_words import delay_words
from desktop.protocol.kept import kept, kept_protocol
from desktop.protocol.paper_frame import FOR_THE_MEETING, begun_letter, begun_sheet, heading
from desktop.protocol.paper_head import Asked, PaperHead, head_of, require_version
from desktop.protocol.spoken import name_in
from desktop.records.centre_rules import rules_of
from desktop.records.issued import PROTOCOL_PAPERS
from desktop.summaries.sentences import SMALL_BASE

UNIT = N_("Unit: case whose time limit ended in the month, by the version then in force. What still runs is left out.")
HIDDEN = N_("● not published: a small number, or one needed to protect a small number. It may also be zero.")
HIDDEN_CASES = N_(
    "● not published: a small number, or one needed to protect a small number. Of the cases there is at least one; "
    "what became of them may also be zero."
)
NOTHING = N_("No time limit ended in this month.")
PRAISE = N_("Everything in time")
TOGETHER = N_("All together")


@dataclass(frozen=True)
class DutiesContent:
    """What stands on the paper."""

    head: PaperHead
    name: str
    """The protocol's, in the language of the paper."""
    month: Month
    lines: tuple[DutyLine, ...]
    """Praise first, then what cannot be told whole."""


def gather(session: Session, asked: Asked) -> DutiesContent:
    """The figures of the month that is asked for, or of the last full one, protected."""
    head = head_of(session, asked)
    version = kept(session, require_version(asked))
    protocol = kept_protocol(session, version.protocol_id)
    clock = DeskClock.at(head.made_at, rules_of(session).zone)
    month = Month.parse(asked.period) if asked.period else Month.of(asked.today).later(-1)
    figures = DutyReading(session, clock, protocol.id).figures(month)
    name = name_in(protocol.name, protocol.names, Language(head.language).locale, protocol.language)
    return DutiesContent(head, name, month, told_lines(figures.rows, head.letter.name))


def draw(content: DutiesContent) -> Drawn:
    """Its pages."""
    language, title = _spoken(content)
    mark = ProfileMark(language.say(FOR_THE_MEETING), filled=False)
    sheet = begun_sheet(content.head, title, mark, language)
    _open(sheet, content, language, title)
    chart = picture(content.lines, language)
    if chart.rows:
        sheet.chart(chart)
    if content.lines:
        sheet.table(table(content.lines, language))
    return sheet.draw()


def letter(content: DutiesContent) -> bytes:
    """The same for others to write in; the table tells what the picture shows."""
    language, title = _spoken(content)
    written = begun_letter(content.head, title, language)
    _open(written, content, language, title)
    if content.lines:
        written.table(table(content.lines, language))
    return written.written()


def _spoken(content: DutiesContent) -> tuple[Language, str]:
    language = Language(content.head.language)
    return language, language.say(PROTOCOL_PAPERS["duties"])


def _open(paper: Sheet | Letter, content: DutiesContent, language: Language, title: str) -> None:
    """Heading, what it is about, and who is to be praised."""
    heading(paper, content.head, title, language)
    facts = [
        Fact(language.say(N_("Protocol")), content.name),
        Fact(language.say(N_("Month")), language.month_title(content.month.year, content.month.month)),
    ]
    praised: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in content.lines:
        if line.is_praise:
            praised[line.key, whose(line, language)].append(line.number)
    told = "; ".join(f"{name} ({', '.join(numbers)})" for (_key, name), numbers in praised.items())
    if told:
        facts.append(Fact(language.say(PRAISE), told))
    paper.facts_list(facts)
    if not content.lines:
        paper.text(language.say(NOTHING))


def whose(line: DutyLine, language: Language) -> str:
    """Who had to keep it."""
    return language.say(TOGETHER) if line.together else line.institution


def picture(lines: Iterable[DutyLine], language: Language) -> Stacks:
    """Each institution all of whose numbers are published: kept, late, not possible."""
    sums: dict[tuple[str, bool], list[int] | None] = {}
    names: dict[tuple[str, bool], str] = {}
    for line in lines:
        key = line.key, line.together
        names[key], known = whose(line, language), sums.setdefault(key, [0, 0, 0])
        parts = line.kept, line.late, line.not_possible
        whole = line.is_whole and known is not None
        sums[key] = [a + (b or 0) for a, b in zip(known or (), parts, strict=True)] if whole else None
    rows = tuple(
        Stack(names[key], (parts[0], parts[1], parts[2]), _beside(parts[1], parts[2], language))
        for key, parts in sums.items()
        if parts and sum(parts)
    )
    return Stacks(language.say(N_("Duties kept in time, by institution")), language.say(UNIT), rows,
                  language.say(N_("in time")))  # fmt: skip


def _beside(late: int, not_possible: int, language: Language) -> str:
    told = (N_("late: {n}"), late), (N_("not possible: {n}"), not_possible)
    return ", ".join(language.say(words, n=language.number(n)) for words, n in told if n)


def table(lines: Sequence[DutyLine], language: Language) -> Table:
    """A row for each provision and institution; by how much something was late only where that is told of any."""
    say = language.say
    shares = any(_tells_share(line) for line in lines)
    wide = ((N_("Cases"), 0.6), (N_("Kept in time"), 0.6), *(((N_("Share"), 0.5),) if shares else ()),
            (N_("Late"), 0.86), (N_("Was not possible"), 0.6))  # fmt: skip
    numbers = (Column(say(head), width, numbers=True) for head, width in wide)
    tells = any(line.median is not None or line.longest is not None for line in lines)
    delays = (N_("Late by, median"), N_("Late by, longest")) if tells else ()
    columns = (Column(say(N_("Provision, institution"))), *numbers, *(Column(say(head), 0.66) for head in delays))
    rows = tuple(
        Row((_named(line, language), *_counts(line, shares=shares), *(_delays(line, language) if tells else ())))
        for line in lines
    )
    hides = [line for line in lines if not line.is_whole]
    notes = (say(hidden_words(line.cases for line in hides)),) if hides else ()
    return Table(say(N_("Duties and time limits")), say(UNIT), columns, rows, notes)


def hidden_words(cases: Iterable[int | None]) -> str:
    """What a hidden number may be: only what has a case stands in the table, so that there is no nought of cases."""
    return HIDDEN_CASES if None in cases else HIDDEN


def _named(line: DutyLine, language: Language) -> Cell:
    return text(f"{line.number} {line.title} · {whose(line, language)}", tone=STRONG if line.is_praise else "")


def _tells_share(line: DutyLine) -> bool:
    return line.cases is not None and line.kept is not None and line.cases >= SMALL_BASE


def _counts(line: DutyLine, *, shares: bool) -> tuple[Cell, ...]:
    def told(number: int | None) -> Cell:
        return cells.hidden() if number is None else cells.count(number)

    share = cells.percent(line.kept or 0, line.cases or 0) if _tells_share(line) else cells.none()
    counts = told(line.cases), told(line.kept), share, told(line.late), told(line.not_possible)
    return counts if shares else (*counts[:2], *counts[3:])


def _delays(line: DutyLine, language: Language) -> tuple[Cell, ...]:
    return tuple(text(delay_words(number, line.unit, language)) for number in (line.median, line.longest))
