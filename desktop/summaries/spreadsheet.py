"""The figures of a summary as a workbook, for those who reckon further: numbers as numbers, the rule beside.

Must never write a formula, and adds nothing that the paper does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.figures.rules import RULES, rule_for
from desktop.language import N_, Language
from desktop.paper import cells
from desktop.paper.cells import Column, Row, Table
from desktop.paper.workbook import Page, workbook
from desktop.periods import Period
from desktop.summaries import sentences
from desktop.summaries.agreed import agreed_table
from desktop.summaries.corrections_table import corrections_table
from desktop.summaries.parts import threshold
from desktop.summaries.summary import OFFICIAL, Summary
from desktop.summaries.tables import Drafting


def spreadsheet(summary: Summary, language: Language) -> bytes:
    """The workbook as XLSX bytes; the same summary gives the same bytes."""
    title = sentences.title(summary, language)
    return workbook(language, _pages(summary, language, title), title=title, created=summary.made_at)


def _pages(summary: Summary, language: Language, title: str) -> Iterable[Page]:
    say, drafting = language.say, Drafting(summary, language, whole=True)
    lines = (title, *_about(summary, language))
    agreed = (agreed_table(summary.agreed, language),) if summary.agreed and summary.profile == OFFICIAL else ()
    yield Page(say(N_("Notices")), (_months(summary, language), *agreed), lines)
    for made in summary.shown.tables:
        yield Page(say(made.subject.title), (drafting.table(made),), (title, sentences.mark(summary, language)))
    if summary.profile == OFFICIAL and summary.corrections:
        yield Page(say(N_("Corrections")), (corrections_table(summary, language),), (title,))
    yield Page(say(N_("Counting rules")), (_rules(summary.period, language),), (title,))


def _about(summary: Summary, language: Language) -> Iterable[str]:
    yield summary.letter.name
    yield " · ".join(sentences.facts(summary.number, summary.made_on, summary.letter.town, language))
    yield sentences.mark(summary, language)
    if not summary.is_over:
        yield sentences.not_over(summary, language)
    if summary.receiver:
        yield language.say(N_("To: {receiver}"), receiver=summary.receiver)
    if summary.figures.threshold:
        yield threshold(summary.figures.threshold, language)
    if summary.left_out:
        yield sentences.not_in_it(summary, language)
    if summary.practice:
        yield language.say(N_("Example, invented data"))


def _months(summary: Summary, language: Language) -> Table:
    say = language.say
    columns = Column(say(N_("Month"))), Column(say(N_("Count")), numbers=True)
    rows = tuple(
        Row(
            (
                cells.text(sentences.month_title(month, language)),
                cells.hidden() if figure.value is None else cells.count(figure.value),
            )
        )
        for month, figure in summary.figures.series
        if figure.value or not summary.is_to_come(month)
    )
    return Table(say(N_("Notices received by month")), sentences.unit_and_rule("P-2", language), columns, rows)


def _rules(period: Period, language: Language) -> Table:
    say = language.say
    heads = N_("Rule"), N_("Counting unit"), N_("How it is counted"), N_("Since")
    columns = tuple(Column(say(one)) for one in heads)
    rows = tuple(
        Row((cells.text(say(one.code)), cells.text(say(one.unit)), cells.text(say(one.sentence)), cells.day(one.since)))
        for one in (rule_for(code, period) for code in RULES)
    )
    return Table("", "", columns, rows)
