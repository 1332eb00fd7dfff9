"""The tables of an agenda: what was promised, figures, law, problems, trainings. Figures are protected here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.language import N_, NBSP, NP_, Language
from desktop.meetings.agenda import Agenda, ChangedLaw, Held, Problem, Promised, Told
from desktop.paper import cells
from desktop.paper.cells import ALARM, QUIET, STRONG, Cell, Column, Row, Table, text
from desktop.records.training import TRAINING_KINDS
from desktop.summaries import sentences

WITH_BODIES = 2.3
"""How wide the column of institutions is, in columns of the page's grid."""
ASKED = N_("We ask for one thing that went well.")


def told(lines: Sequence[Told], missing: Sequence[str], order: Sequence[str], language: Language) -> Table:
    """What each did well, or can do: institutions with the same entry share a line, missing ones in grey among them."""
    place = {name: number for number, name in enumerate(order)}
    rows = [
        (place.get(line.institutions[0], len(place)), _bodies(line.institutions), text(line.what)) for line in lines
    ]
    asked = text(language.say(ASKED), tone=QUIET)
    rows += [(place.get(name, len(place)), text(name, tone=STRONG), asked) for name in missing]
    columns = (Column("", width=WITH_BODIES), Column(""))
    return Table("", "", columns, tuple(Row(row[1:]) for row in sorted(rows, key=lambda row: row[0])), ruled=False)


def _bodies(names: Sequence[str]) -> Cell:
    return text(", ".join(names), tone=STRONG)


def commitments(agenda: Agenda, lines: Sequence[Promised], language: Language) -> Table:
    """What was promised, numbered, and how it stands."""
    say, on_day = language.say, agenda.on_day
    columns = (
        Column("", width=0.3), Column(language.pgettext("commitment", "What was agreed")),
        Column(say(N_("Institution"))),
        Column(say(N_("Due")), width=0.6), Column(say(N_("State")), width=1.6),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                text(str(number)), text(line.what), text(line.institution),
                text(language.day_of_year(line.due_on, on_day)), state(line, on_day, language),
            )
        )
        for number, line in enumerate(lines, 1)
    )  # fmt: skip
    note = say(N_("As it stands: {date}"), date=agenda.as_of)
    return Table("", "", columns, rows, (note,), ruled=False)


def state(line: Promised, on_day: date, language: Language) -> Cell:
    """How one commitment stands, in words; late is red, and says so."""
    if line.state == "not_done":
        late = language.count("not done, {n} working day late", "not done, {n} working days late", line.days_late)
        return text(late, tone=ALARM)
    if line.state == "impossible":
        why = line.note
        return text(
            language.say(N_("no longer possible: {why}"), why=why) if why else language.say(N_("no longer possible"))
        )
    if line.state == "done":
        day = language.day_of_year(line.settled_on, on_day) if line.settled_on else ""
        return text(" ".join(filter(None, (language.pgettext("commitment", "done"), day))))
    return text(language.say(N_("not due yet")))


def law(lines: Sequence[ChangedLaw], language: Language) -> Table:
    """Acts, from when, and what they change for those who meet."""
    say = language.say
    columns = (
        Column(say(N_("Act"))), Column(say(N_("In force from")), width=0.9), Column(say(N_("What changes for us"))),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                text(", ".join(filter(None, (line.act, sentences.numbered(line.number, language))))),
                cells.day(line.in_force_from), text(". ".join(filter(None, (line.meaning.rstrip(". "), line.link)))),
            )
        )
        for line in lines
    )  # fmt: skip
    return Table("", "", columns, rows, ruled=False)


def problems(lines: Sequence[Problem], on_day: date, language: Language) -> Table:
    """Fact, effect and wish; since when, how often raised, and the last step."""
    say = language.say
    columns = (
        Column("", width=0.3), Column(say(N_("Fact"))), Column(say(N_("Effect"))), Column(say(N_("Wish"))),
        Column(say(N_("So far")), width=2.0),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                text(str(each.number)),
                text(each.fact),
                text(each.effect),
                text(each.wish),
                _so_far(each, on_day, language),
            )
        )
        for each in lines
    )
    return Table("", "", columns, rows, ruled=False)


def _so_far(each: Problem, on_day: date, language: Language) -> Cell:
    say = language.say
    said = [f"{each.raised_by},"] if each.raised_by else []
    said.append(say(N_("since {date};"), date=language.day_of_year(each.since, on_day)))
    said.append(language.count("raised {n} time", "raised {n} times", each.times) + (";" if each.last_step else ""))
    if each.solved_on:
        said[-1] = say(N_("solved {date}"), date=language.day_of_year(each.solved_on, on_day))
    elif each.last_step:
        said.append(say(N_("last step: {step}"), step=each.last_step))
    return text(" ".join(said))


def trainings(lines: Sequence[Held], on_day: date, language: Language) -> Table:
    """Who taught whom: participants and lecturers, in both directions."""
    say = language.say
    columns = (
        Column(say(N_("Date")), width=0.6), Column(say(N_("Topic, organiser")), width=1.7),
        Column(say(N_("Participants"))), Column(say(N_("Lecturers")), width=1.45),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                text(language.day_of_year(each.on_day, on_day)), text(_topic(each, language)),
                text(_who(each.participants)), text(_who(each.lecturers)),
            )
        )
        for each in lines
    )  # fmt: skip
    return Table("", "", columns, rows, ruled=False)


def _topic(each: Held, language: Language) -> str:
    kind = language.say(TRAINING_KINDS[each.kind]) if each.kind in TRAINING_KINDS else ""
    topic = ": ".join(filter(None, (kind, each.topic)))
    return f"{topic} ({each.organiser})"


def _who(parts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{name}{NBSP}–{NBSP}{number}" for name, number in parts)


COMMITMENT = (NP_("commitment", "What was agreed"), NP_("commitment", "done"))
"""Said above by their context."""
