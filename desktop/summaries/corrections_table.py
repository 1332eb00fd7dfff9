"""The table of published figures that have changed, as it stands on paper and in the workbook."""

from __future__ import annotations

from desktop.figures.facts import Words
from desktop.figures.rules import RULES
from desktop.figures.subjects import SUBJECTS
from desktop.language import N_, Language
from desktop.paper import cells
from desktop.paper.cells import Column, Row, Table
from desktop.periods import Month
from desktop.summaries import sentences
from desktop.summaries.summary import Correction, Summary

_NUMBER = Words("Number")


def corrections_table(summary: Summary, language: Language) -> Table:
    """Month or quarter, table and row, by which rule, what it was, what it is now, and why."""
    say = language.say
    columns = (
        Column(say(N_("Month") if isinstance(summary.period, Month) else N_("Quarter")), 1.1),
        Column(say(N_("Table, row"))),
        Column(say(N_("Rule")), 0.6),
        Column(say(N_("Was")), 0.6, numbers=True),
        Column(say(N_("Now")), 0.6, numbers=True),
        Column(say(N_("Why")), 1.4),
    )
    return Table("", "", columns, tuple(_row(one, language) for one in summary.corrections))


def _row(one: Correction, language: Language) -> Row:
    words = f"{language.say(one.title)}: {sentences.shown(one.row, language)}"
    if one.column not in (_NUMBER, Words()):
        words += f", {sentences.shown(one.column, language)}"
    hours = one.measure == "minutes"
    was, now = (sentences.hours(one.was), sentences.hours(one.now)) if hours else (one.was, one.now)
    return Row(
        (
            cells.text(sentences.period_title(one.period, language)),
            cells.text(words),
            cells.text(language.say(RULES[SUBJECTS[one.key.partition("/")[0]].rule].code)),
            cells.count(was, digits=int(hours)),
            cells.count(now, digits=int(hours)),
            cells.text(sentences.why(one, language)),
        )
    )
