"""The agenda on paper and as a file: what went well first, each item with its clock time and minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.language import N_, NP_, Language
from desktop.meetings import agenda_tables as tables
from desktop.meetings.agenda import (
    Agenda,
    CaseCount,
    CentreFigure,
    ChangedLaw,
    Held,
    Part,
    Problem,
    Promised,
    Told,
)
from desktop.meetings.figure_tables import reconciled
from desktop.meetings.paper_content import AgendaPaper
from desktop.meetings.paper_layout import (
    AGENDAS,
    FOR_THE_MEETING,
    Cover,
    Paper,
    begun_letter,
    begun_sheet,
    heading,
    item_title,
    title_of,
    when_and_where,
)
from desktop.paper.sheet import Drawn, Fact, ProfileMark
from desktop.protocol.duties_paper import table as duties_table
from desktop.protocol.duty_protected import DutyLine
from desktop.records.meeting import CASE_LISTS

NOTHING_THERE = {
    "commitments": N_("No open commitments."),
    "duties": N_("No time limit of the protocol ended in the month before."),
    "law": N_("No change of law was noted."),
    "problems": N_("No open problems."),
    "cases": N_("No case is on the lists of this meeting."),
    "trainings": N_("No training or event was noted."),
    "figures": N_("No figures are agreed yet."),
}
"""What stands under an item of which the vault knows nothing."""


def draw(paper: AgendaPaper, language: Language | None = None) -> Drawn:
    """The pages, in the paper's own language or another."""
    language = language or Language(paper.head.language)
    sheet = begun_sheet(paper.head, _cover(paper, language), language)
    _tell(sheet, paper, language)
    return sheet.draw()


def letter(paper: AgendaPaper, language: Language | None = None) -> bytes:
    """The same as a DOCX."""
    language = language or Language(paper.head.language)
    begun = begun_letter(paper.head, _cover(paper, language), language)
    _tell(begun, paper, language)
    return begun.written()


def _cover(paper: AgendaPaper, language: Language) -> Cover:
    mark = ProfileMark(language.say(FOR_THE_MEETING), filled=False)
    return Cover(title_of(AGENDAS, paper.agenda, language), mark, paper.agenda.on_day)


def _tell(paper: Paper, content: AgendaPaper, language: Language) -> None:
    heading(paper, content.head, _cover(content, language), content.agenda, language)
    tell(paper, content.agenda, language)


def tell(paper: Paper, agenda: Agenda, language: Language) -> None:
    """When and where, who is asked, then every item: by itself, or as a part of a pack."""
    paper.facts_list(facts(agenda, language))
    for number, part in enumerate(agenda.parts, 1):
        words = item_title(number, part.part, part.title, part.msgid, language)
        said = _in_a_few_words(part, agenda, language)
        paper.item(words, begins=part.starts, minutes=part.minutes, told=said)
        if not said:
            _part(paper, part, agenda, language)


def facts(agenda: Agenda, language: Language) -> list[Fact]:
    """When, where, who is in the chair, who is asked."""
    say = language.say
    found = when_and_where(agenda, agenda.ends, language)
    found += [Fact(language.pgettext("agenda", "Chair"), agenda.chair)] if agenda.chair else []
    asked = [
        say(sentence, names=", ".join(names))
        for sentence, names in (
            (N_("always – {names}"), agenda.permanent), (N_("this time – {names}"), agenda.occasional),
        )
        if names
    ]  # fmt: skip
    return found + ([Fact(say(N_("Invited")), "; ".join(asked))] if asked else [])


def meeting_fact(agenda: Agenda, language: Language) -> Fact:
    """Which meeting it is, for a paper whose title does not say so."""
    kind = language.say(agenda.kind) if agenda.kind_code else agenda.kind
    return Fact(language.say(N_("Meeting")), " · ".join(filter(None, (kind, agenda.topic))))


def _in_a_few_words(part: Part, agenda: Agenda, language: Language) -> str:
    """All there is to an item where that is one short sentence; else empty, and it is told under its heading."""
    if part.text:
        return ""
    if part.is_empty:
        return language.say(N_("Nothing to tell this time."))
    if part.part == "next":
        return _next_day(agenda, language)
    if part.part == "cases" and part.lines:
        return _case_counts(part, language)
    if part.lines or part.missing:
        return ""
    return language.say(NOTHING_THERE.get(part.part, N_("Open for what the meeting brings.")))


def _part(paper: Paper, part: Part, agenda: Agenda, language: Language) -> None:
    """What somebody wrote under an item, what the vault holds for it, and what is still missing."""
    if part.text:
        paper.text(part.text)
    if part.is_empty:
        paper.note(language.say(N_("Nothing to tell this time.")))
        return
    if part.part in _TOLD:
        _TOLD[part.part](paper, part, agenda, language)
    if not part.lines and not part.text and part.part in NOTHING_THERE:
        paper.note(language.say(NOTHING_THERE[part.part]))


def _contributions(paper: Paper, part: Part, agenda: Agenda, language: Language) -> None:
    lines = [line for line in part.lines if isinstance(line, Told)]
    order = [*agenda.permanent, *agenda.occasional]
    if lines or part.missing:
        paper.table(tables.told(lines, part.missing, order, language))


def _commitments(paper: Paper, part: Part, agenda: Agenda, language: Language) -> None:
    if lines := [line for line in part.lines if isinstance(line, Promised)]:
        paper.table(tables.commitments(agenda, lines, language))


def _duties(paper: Paper, part: Part, _agenda: Agenda, language: Language) -> None:
    if lines := [line for line in part.lines if isinstance(line, DutyLine)]:
        paper.table(replace(duties_table(lines, language), title="", ruled=False))


def _figures(paper: Paper, part: Part, agenda: Agenda, language: Language) -> None:
    if any(isinstance(line, CentreFigure) for line in part.lines):
        paper.table(reconciled(agenda, part.lines, part.missing, language))
    elif part.missing:
        paper.note(language.say(N_("Not agreed yet: {names}"), names=", ".join(part.missing)))


def _law(paper: Paper, part: Part, _agenda: Agenda, language: Language) -> None:
    if lines := [line for line in part.lines if isinstance(line, ChangedLaw)]:
        paper.table(tables.law(lines, language))


def _problems(paper: Paper, part: Part, agenda: Agenda, language: Language) -> None:
    if lines := [line for line in part.lines if isinstance(line, Problem)]:
        paper.table(tables.problems(lines, agenda.on_day, language))


def _cases(paper: Paper, part: Part, _agenda: Agenda, language: Language) -> None:
    if part.lines:
        paper.text(_case_counts(part, language))


def _case_counts(part: Part, language: Language) -> str:
    counts = (line for line in part.lines if isinstance(line, CaseCount))
    said = (f"{language.say(CASE_LISTS[each.listed])}: {language.number(each.number)}" for each in counts)
    return " · ".join(said)


def _trainings(paper: Paper, part: Part, agenda: Agenda, language: Language) -> None:
    if lines := [line for line in part.lines if isinstance(line, Held)]:
        paper.table(tables.trainings(lines, agenda.on_day, language))


def _next(paper: Paper, _part: Part, agenda: Agenda, language: Language) -> None:
    if agenda.next_on:
        paper.text(_next_day(agenda, language))


def _next_day(agenda: Agenda, language: Language) -> str:
    if not agenda.next_on:
        return language.say(N_("The day is agreed at the meeting."))
    weekday, day = language.weekday(agenda.next_on.weekday()), language.long_day(agenda.next_on)
    said = N_("Proposed: {weekday}, {date}, {begins}")
    return language.say(said, weekday=weekday, date=day, begins=agenda.begins)


_TOLD: dict[str, Callable[[Paper, Part, Agenda, Language], None]] = {
    "achievements": _contributions,
    "commitments": _commitments,
    "duties": _duties,
    "figures": _figures,
    "law": _law,
    "problems": _problems,
    "offers": _contributions,
    "cases": _cases,
    "trainings": _trainings,
    "next": _next,
}
CHAIR = NP_("agenda", "Chair")
"""Said above by its context."""
