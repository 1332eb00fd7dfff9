"""What was agreed with the senders for a period: read from the settled reconciliations, told in the summary."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.figures.figures import PeriodFigures
from desktop.figures.small_numbers import THRESHOLD
from desktop.language import N_, Language
from desktop.paper import cells
from desktop.paper.cells import Cell, Column, Row, Table
from desktop.paper.columns import written
from desktop.periods import Month, Period
from desktop.reconciliation.frozen import from_text
from desktop.records.agency import Agency
from desktop.records.issued import IssuedSheet
from desktop.records.reconciliation import Reconciliation
from desktop.summaries.sentences import SMALL_BASE, month_title, unit_and_rule
from desktop.summaries.summary import Agreed

RULE = "P-2"
FEW = 2
"""So many senders are told of in a sentence each; more stand in a table."""


def agreed_in(session: Session, period: Period) -> tuple[Agreed, ...]:
    """What was agreed for this period, notice by notice, in house order of the senders.

    A quarter names the months of each agreement, and adds none of them up: not every month may have been agreed.
    """
    wanted = (
        select(Reconciliation, Agency)
        .join(Agency, Agency.id == Reconciliation.partner_id)
        .where(Reconciliation.month >= period.months[0].key, Reconciliation.until <= period.months[-1].key)
        .where(Reconciliation.counted.in_(("", "notices")), Reconciliation.frozen != "")
        .order_by(Agency.place, Agency.name_sort, Agency.id, Reconciliation.month, Reconciliation.until)
    )
    found = list(session.execute(wanted))
    numbers = sheet_numbers(session, [kept for kept, _agency in found])
    told = []
    for kept, agency in found:
        sums = from_text(kept.frozen, {}, {}).statement.sums
        arrived = None if kept.counted else sums.agreed - sums.entered
        months = () if isinstance(period, Month) else tuple(dict.fromkeys((kept.month, kept.until)))
        told.append(Agreed(agency.known_as, sums.sent, sums.agreed, arrived, numbers.get(kept.id.hex, ""), months))
    return tuple(told)


def sheet_numbers(session: Session, kept: Sequence[Reconciliation]) -> dict[str, str]:
    """The number under which the sheet of each was issued last, by its identifier."""
    rows = session.execute(
        select(IssuedSheet.reconciliation_id, IssuedSheet.number)
        .where(IssuedSheet.reconciliation_id.in_([each.id for each in kept]))
        .order_by(IssuedSheet.issued_at, IssuedSheet.id)
    )
    return {row.reconciliation_id.hex: row.number for row in rows}


def protected(agreed: Sequence[Agreed], figures: PeriodFigures, k: int = THRESHOLD) -> tuple[Agreed, ...]:
    """What a meeting may be told: the sum alone, if it is no small number and helps to work out no hidden one."""
    total = sum(each.agreed for each in agreed)
    if total < k or not figures.has("received"):
        return ()
    if any(figure.is_hidden for line in figures.table("received").lines for figure in line.figures):
        return ()
    numbers = ", ".join(filter(None, (each.number for each in agreed)))
    return (Agreed("", 0, total, None, numbers),)


def agreed_table(agreed: Sequence[Agreed], language: Language) -> Table:
    """Sender by sender what was sent, what was agreed, and which part had arrived by itself; of a quarter by months."""
    say = language.say
    by_months = any(each.months for each in agreed)
    columns = (
        Column(say(N_("Sender"))),
        *((Column(say(N_("Month"))),) if by_months else ()),
        Column(say(N_("Sent")), numbers=True),
        Column(say(N_("Agreed")), numbers=True),
        Column(say(N_("Arrived by themselves")), 1.3, numbers=True),
        Column(say(N_("Sheet"))),
    )
    rows = tuple(
        Row((cells.text(each.sender), *((cells.text(_months(each, language)),) if by_months else ()),
             cells.count(each.sent), cells.count(each.agreed), _arrived(each), cells.text(each.number)))
        for each in agreed
    )  # fmt: skip
    return Table(say(N_("Agreed with the senders")), unit_and_rule(RULE, language, told=True), columns, rows)


def _months(each: Agreed, language: Language) -> str:
    return " \u2013 ".join(month_title(Month.parse(key), language) for key in each.months)


def agreed_lines(agreed: Sequence[Agreed], language: Language) -> tuple[str, ...]:
    """The same in a sentence for each sender, where there are few of them."""
    return tuple(_line(each, language) for each in agreed)


def _line(each: Agreed, language: Language) -> str:
    told = language.say(
        N_("Agreed. {sender}: sent {sent}, agreed {agreed}, arrived by themselves {share}."),
        sender=each.sender, sent=language.number(each.sent), agreed=language.number(each.agreed),
        share=written(_arrived(each), language),
    )  # fmt: skip
    return f"{told} {language.say(N_('Sheet {number}.'), number=each.number)}" if each.number else told


def agreed_sum(agreed: Sequence[Agreed], language: Language) -> str:
    """The sum alone, in a sentence."""
    (each,) = agreed
    told = language.say(N_("Agreed with the senders, notices: {n}"), n=language.number(each.agreed))
    return f"{told} ({each.number})" if each.number else told


def _arrived(each: Agreed) -> Cell:
    if each.arrived is None or each.agreed < SMALL_BASE:
        return cells.none()
    return cells.percent(each.arrived, each.agreed, digits=1)
