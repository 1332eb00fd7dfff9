"""Who sent the notices: kinds of institution in house order, their units beneath, this period beside earlier ones."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from desktop.figures.crossing import TOTAL_WORDS, UNKNOWN_WORDS, figure
from desktop.figures.facts import AgencyFact, PeriodFacts, Words
from desktop.figures.figures import TOTAL, UNKNOWN, Figure, FigureTable, Heading, Line
from desktop.figures.subjects import SUBJECTS
from desktop.language import N_
from desktop.periods import Period
from desktop.records.vocabulary import AGENCY_KINDS

Sent = dict[UUID, tuple[list[UUID], int, int]]
"""By sending unit: notices of this period, number in the one before, number in the same period of last year."""


def received_table(facts: PeriodFacts) -> FigureTable:
    """Notices by kind of sender and by unit: this period, the one before, the change, the same one of last year."""
    agencies = {agency.id: agency for agency in facts.agencies}
    before, last_year = facts.period.later(-1), facts.period.year_before
    sent = _sent(facts, before, last_year)
    lines: list[Line] = []
    for kind, msgid in AGENCY_KINDS.items():
        units = [unit for unit in sent if unit in agencies and agencies[unit].kind == kind]
        if units or kind == "police":
            lines.append(_line(kind, Words(msgid), units, sent))
        if len(units) > 1 or (units and kind == "police"):
            lines += [_line(unit.hex, Words(own=agencies[unit].name), [unit], sent, part=True)
                      for unit in sorted(units, key=lambda one: _house_order(agencies[one]))]  # fmt: skip
    lines.append(_line(UNKNOWN, UNKNOWN_WORDS, [unit for unit in sent if unit not in agencies], sent))
    lines.append(_line(TOTAL, TOTAL_WORDS, sent, sent))
    return FigureTable(SUBJECTS["received"], _headings(facts.period), tuple(lines))


def _headings(period: Period) -> tuple[Heading, ...]:
    return (
        Heading("count", Words(), period=period),
        Heading("before", Words(), period=period.later(-1)),
        Heading("change", Words(N_("Change")), measure="change"),
        Heading("last_year", Words(), period=period.year_before),
    )


def _house_order(agency: AgencyFact) -> tuple[int, str, UUID]:
    return agency.place, agency.name.casefold(), agency.id


def _sent(facts: PeriodFacts, before: Period, last_year: Period) -> Sent:
    sent: Sent = {}
    for one in facts.referrals:
        sent.setdefault(one.unit_id or one.sender_id, ([], 0, 0))[0].append(one.id)
    for row in facts.before:
        unit = row.unit_id or row.sender_id
        ids, earlier, year_ago = sent.get(unit, ([], 0, 0))
        sent[unit] = (
            ids,
            earlier + row.notices * (row.month in before.months),
            year_ago + row.notices * (row.month in last_year.months),
        )
    return sent


def _line(code: str, words: Words, units: Iterable[UUID], sent: Sent, *, part: bool = False) -> Line:
    chosen = [sent[unit] for unit in units]
    now = figure(one for ids, _, _ in chosen for one in ids)
    earlier, year_ago = sum(one[1] for one in chosen), sum(one[2] for one in chosen)
    figures = (now, Figure(earlier), Figure((now.value or 0) - earlier), Figure(year_ago))
    return Line(code, words, figures, part=part)
