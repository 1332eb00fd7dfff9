"""The tables of a yearly report about the local protocol: its versions and parties, and how its duties were kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.cooperation.report_protocol_lines import DutyLine, ProtocolYear
from desktop.language import N_, NP_, Language
from desktop.paper import cells
from desktop.paper.cells import STRONG, Cell, Column, Row, Table, text
from desktop.protocol.duties_paper import hidden_words
from desktop.records.alignment import ALIGNMENTS
from desktop.records.protocol import VERSION_STATES
from desktop.summaries.sentences import SMALL_BASE

DELAYS = {
    "hours": NP_("delay", "hours"), "days": NP_("delay", "days"), "workdays": NP_("delay", "working days"),
}  # fmt: skip
"""In what a delay is told, by the unit of the limit."""
BECAME = {
    "added": N_("added: {n}"), "removed": N_("left out: {n}"), "changed": N_("changed: {n}"), "moved": N_("moved: {n}"),
}  # fmt: skip
"""What became of provisions, by the kinds of a comparison."""
CONTEXT = "version"
SIGNED = NP_("version", "Signed")


def duties(lines: Sequence[DutyLine], title: str, language: Language) -> Table:
    """A row for each provision, under it the institutions it binds."""
    say = language.say
    heads = (
        N_("Cases"), N_("Kept in time"), N_("Share"), N_("Late"), N_("Median delay"), N_("Was not possible"),
    )  # fmt: skip
    wide = (0.66, 0.66, 0.55, 0.82, 0.72, 0.66)
    numbers = (Column(say(head), width, numbers=True) for head, width in zip(heads, wide, strict=True))
    columns = (Column(say(N_("Provision, institution"))), *numbers)
    rows: list[Row] = []
    empty = text("")
    for place, each in enumerate(lines):
        if not place or (each.number, each.title) != (lines[place - 1].number, lines[place - 1].title):
            named = " ".join(filter(None, (each.number, each.title)))
            rows.append(Row((text(named, tone=STRONG), *(empty,) * len(heads))))
        rows.append(Row((text(each.institution or say(N_("All together"))), *_counts(each)), indent=True))
    hides = any(cell.kind is cells.Kind.HIDDEN for row in rows for cell in row.cells)
    unit = say(N_("Unit: occasion whose time limit ended in the year. What still ran is left out."))
    notes = (_delays(lines, language), say(hidden_words(line.cases for line in lines)) if hides else "")
    return Table(title, unit, columns, tuple(rows), tuple(filter(None, notes)))


def _delays(lines: Sequence[DutyLine], language: Language) -> str:
    """In what the delays are told, with the provisions of each; empty where there are none."""
    units: dict[str, dict[str, None]] = {}
    for each in lines:
        if each.delay is not None:
            units.setdefault(each.delay_unit, {})[each.number] = None
    told = (f"{language.pgettext('delay', DELAYS[unit])} ({', '.join(those)})" for unit, those in units.items())
    return language.say(N_("Median delay, by provision: {told}"), told="; ".join(told)) if units else ""


def _counts(each: DutyLine) -> tuple[Cell, ...]:
    def told(number: int | None) -> Cell:
        return cells.hidden() if number is None else cells.count(number)

    whole, kept = each.cases, each.kept
    share = cells.none()
    if whole is not None and kept is not None and whole >= SMALL_BASE:
        share = cells.percent(kept, whole)
    delay = cells.none() if each.delay is None else cells.count(each.delay, digits=1 if each.delay % 1 else 0)
    return told(whole), told(kept), share, told(each.late), delay, told(each.not_possible)


def versions(year: ProtocolYear, title: str, language: Language) -> Table:
    """The versions with their days and signatures."""
    say = language.say
    columns = (
        Column(say(N_("Version")), 0.6), Column(say(N_("State"))), Column(say(N_("Adopted")), 0.8),
        Column(say(N_("In force from")), 0.8), Column(say(N_("Provisions")), 0.8, numbers=True),
        Column(language.pgettext(CONTEXT, SIGNED), 0.8, numbers=True),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                text(str(each.number)), text(say(VERSION_STATES[each.state])), _day(each.adopted_on),
                _day(each.in_force_from), cells.count(each.provisions),
                text(say(N_("{n} of {all}"), n=each.signed, all=each.parties)),
            )
        )
        for each in year.versions
    )  # fmt: skip
    return Table(title, year.name, columns, rows)


def _day(day: date | None) -> Cell:
    return cells.day(day) if day else text("")


def parties(year: ProtocolYear, title: str, language: Language) -> Table:
    """Who signed the version in force."""
    say = language.say
    columns = (
        Column(say(N_("Institution"))), Column(say(N_("Who signs")), 1.6), Column(say(N_("Signed on")), 0.8),
    )  # fmt: skip
    rows = []
    for each in year.parties:
        signed = cells.day(each.signed_on) if each.signed_on else text(say(N_("not signed yet")))
        if each.withdrawn_on:
            signed = text(say(N_("withdrew {date}"), date=each.withdrawn_on))
        who = ", ".join(filter(None, (each.representative, each.role)))
        rows.append(Row((text(each.institution), text(who), signed)))
    return Table(title, "", columns, tuple(rows))


def alignment(year: ProtocolYear, language: Language) -> str:
    """How many provisions stand how to what they rest on, in one line."""
    told = (f"{language.say(ALIGNMENTS[code])}: {language.number(n)}" for code, n in year.alignment)
    said = N_("Version {number}, alignment of provisions with what they rest on. {told}")
    return language.say(said, number=year.aligned_version, told="; ".join(told))


def changed(year: ProtocolYear, language: Language) -> str:
    """How many provisions became what between two versions, in one line."""
    told = ", ".join(language.say(BECAME[code], n=language.number(n)) for code, n in year.changed)
    said = N_("Version {before} gave way to version {now}. Provisions – {told}")
    return language.say(said, before=year.from_version, now=year.to_version, told=told)
