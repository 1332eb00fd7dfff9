"""A quarter on paper: its number, what it takes the place of, what it corrects, and that it is never protected."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from desktop.centre import Centre
from desktop.figures.figures import TOTAL, Figure
from desktop.language import LOCALES, Language
from desktop.paper.seal import Kind, verify
from desktop.periods import Month, Quarter
from desktop.problems import Problem
from desktop.records.reconciliation import Reconciliation
from desktop.summaries.press import MONTHS_ALONE, Press
from desktop.summaries.sentences import lead, title
from desktop.summaries.spreadsheet import spreadsheet
from desktop.summaries.summary import MEETING, OFFICIAL, Agreed
from desktop.summaries.summary_json import from_json, to_json
from desktop.summaries.tables import Drafting
from desktop.summaries.year_corrections import corrected
from tests.conftest import Still
from tests.summaries.conftest import fixed_quarter, fixed_summary, text_of
from tests.summaries.test_press import late_notice
from tests.summaries.test_spreadsheet import cells_of

THIRD, FOURTH = Quarter(2026, 3), Quarter(2026, 4)
SEPTEMBER = Month(2026, 9)


def test_a_quarter_is_issued_sealed_and_kept_beside_the_months(press: Press, still: Still) -> None:
    by = press.vault.worker
    month = press.issue(SEPTEMBER, by=by)
    quarter = press.issue(THIRD, language="lt", by=by)
    assert (month.number, quarter.number, quarter.month) == ("SV-2026-09", "SV-2026-Q3", "2026-Q3")
    assert verify(quarter.pdf, press.known()).kind is Kind.GENUINE
    assert "2026 m. III ketvirčio suvestinė" in text_of(quarter.pdf)
    assert from_json(quarter.figures).figures == press.figures.figures(THIRD)
    assert [row.number for row in press.issued(THIRD)] == ["SV-2026-Q3"]
    assert [row.number for row in press.issued(SEPTEMBER)] == ["SV-2026-09"]
    late_notice(press, SEPTEMBER)
    still.wait(hours=1)
    assert press.issue(THIRD, language="lt", by=by).number == "SV-2026-Q3/2"
    rows = {row.number: row.superseded_by_id is None for row in press.issued()}
    assert rows == {"SV-2026-09": True, "SV-2026-Q3": False, "SV-2026-Q3/2": True}, "the month is not replaced"
    press.issue(SEPTEMBER, by=by)
    rows = {row.number: row.superseded_by_id is None for row in press.issued()}
    assert rows["SV-2026-Q3/2"], "nor the quarter by a month"


def test_a_quarter_tells_what_changed_of_quarters_and_a_month_what_changed_of_months(
    press: Press, still: Still
) -> None:
    by = press.vault.worker
    press.issue(SEPTEMBER, by=by)
    press.issue(THIRD, by=by)
    new = late_notice(press, SEPTEMBER)
    still.wait(days=1)
    for period, earlier in ((FOURTH, THIRD), (Month(2026, 10), SEPTEMBER)):
        summary = press.prepare(period)
        assert {one.period for one in summary.corrections} == {earlier}
        total = next(one for one in summary.corrections if one.key == "received/total/count")
        assert (total.was + 1, total.entered, new in total.ids) == (total.now, 1, True)
        assert {"series/2026-09/count", "received/total/before"} <= set(summary.corrected)
    again = press.prepare(THIRD)
    assert {one.period for one in again.corrections} == {THIRD}
    assert "series/2026-09/count" in again.corrected, "the month was published, and is another now"
    press.issue(FOURTH, by=by)
    still.wait(days=1)
    assert THIRD not in {one.period for one in press.prepare(FOURTH).corrections}, "no correction is told twice"
    assert {one.period for one in press.prepare(Month(2026, 11)).corrections} == {SEPTEMBER}


def test_the_yearly_report_corrects_months_and_takes_no_quarter_for_one(press: Press, still: Still) -> None:
    press.issue(THIRD, by=press.vault.worker)
    late_notice(press, SEPTEMBER)
    still.wait(days=1)
    press.issue(THIRD, by=press.vault.worker)
    press.issue(FOURTH, by=press.vault.worker)
    assert len({row.number for row in press.issued()}) == 3
    assert corrected([*press._kept(THIRD), *press._kept(FOURTH)], 2026) == ()


def test_a_protected_quarter_is_refused_before_anything_is_counted(press: Press) -> None:
    for refused in (press.prepare, lambda *what: press.issue(*what, by=press.vault.worker)):
        with pytest.raises(Problem) as raised:
            refused(THIRD, MEETING)
        assert (raised.value.sentence, raised.value.field) == (MONTHS_ALONE, "profile")
    assert press.issued() == ()


def test_a_quarter_that_is_not_over_is_told_and_one_that_has_not_begun_refused(press: Press) -> None:
    say = Language("en").say
    told = {check.code: check.told(say) for check in press.checks(FOURTH)}
    assert told["open"] == "The quarter is not over: figures may change."
    assert told["sums"] == "All sums agree."
    assert "open" not in {check.code for check in press.checks(THIRD)}
    with pytest.raises(Problem) as raised:
        press.prepare(FOURTH.later(1))
    assert raised.value.sentence == "This quarter has not begun."


@pytest.mark.parametrize("locale", LOCALES)
def test_the_paper_of_a_quarter_that_is_not_over_says_so_first_and_counts_nothing_in_months_to_come(
    locale: str,
) -> None:
    made, language = fixed_quarter(locale), Language(locale)
    series = (*made.figures.series[:-1], (SEPTEMBER, Figure(0)))
    whole = replace(made, figures=replace(made.figures, series=series))
    part = replace(whole, made_on=date(2026, 8, 31))
    said = language.say("The quarter is not over: figures may change.")
    assert lead(part, language).startswith(f"{said} ")
    assert said not in lead(whole, language)
    first = next(iter(cells_of(spreadsheet(part, language)).values()))
    assert [said] in [[cell for cell in row if cell] for row in first]
    points, before = (Drafting(one, language).months().points for one in (part, whole))
    assert (points[-1].value, points[-1].hidden, points[:-1]) == (None, False, before[:-1])
    months = {row[0]: row[1] for row in first if len(row) > 1}
    assert language.month_title(2026, 9) not in months
    assert months[language.month_title(2026, 8)] == before[-2].value
    clock_set_back = replace(made, made_on=date(2026, 8, 31))
    assert Drafting(clock_set_back, language).months().points[-1].value == made.figures.series[-1][1].value


@pytest.mark.parametrize("profile", [OFFICIAL, MEETING])
def test_the_paper_of_a_month_that_is_not_over_says_so_until_its_last_day(profile: str) -> None:
    summary, said = fixed_summary(profile=profile), "The month is not over: figures may change."
    assert said in lead(replace(summary, made_on=date(2026, 10, 31)), Language("en"))
    assert said not in lead(replace(summary, made_on=date(2026, 11, 1)), Language("en"))


def test_a_figure_of_a_quarter_is_opened_down_to_the_records_of_its_months(press: Press) -> None:
    summary = press.prepare(THIRD)
    behind = press.behind(summary, f"received/{TOTAL}/count")
    assert len(behind) == summary.figures.table("received").value(TOTAL)
    assert {one.at.month for one in behind if one.at} == {8, 9}
    left_out = press.left_out(summary, f"received/{TOTAL}/count")
    assert len(left_out) == summary.figures.duplicates
    assert left_out == tuple(
        one
        for month in THIRD.months
        for one in press.left_out(press.prepare(month), f"received/{TOTAL}/count")
    )  # fmt: skip


def test_a_quarter_comes_back_from_json_as_it_was() -> None:
    summary = fixed_quarter("lt")
    assert from_json(to_json(summary)) == summary
    assert to_json(from_json(to_json(summary))) == to_json(summary)


def test_what_was_agreed_before_quarters_were_issued_is_read_still() -> None:
    plain = json.loads(to_json(fixed_summary()))
    plain["agreed"] = [["Policija", 5, 3, 2, "SA-2026-10"]]
    assert from_json(json.dumps(plain)).agreed == (Agreed("Policija", 5, 3, 2, "SA-2026-10"),)


def test_the_numbers_agreed_in_a_quarter_are_told_by_months_and_never_added(
    centre: Centre, settled: Reconciliation
) -> None:
    summary = centre.press.prepare(FOURTH)
    assert summary.agreed == (Agreed("Klaipėdos apskrities VPK", 5, 3, 2, months=("2026-10",)),)
    assert centre.press.prepare(THIRD).agreed == ()
    text = text_of(centre.press.preview(summary, Language("en")).pdf)
    assert "October 2026 5 3" in " ".join(text.split())


@pytest.mark.parametrize(
    ("locale", "named"),
    [
        ("en", "Quarterly summary, 3rd quarter of 2026"),
        ("lt", "2026\u00a0m. III ketvirčio suvestinė"),
        ("sr_Cyrl", "Преглед за III тромесечје 2026. године"),
        ("sr_Latn", "Pregled za III tromesečje 2026. godine"),
    ],
)
def test_the_quarter_stands_in_the_case_that_the_title_wants(locale: str, named: str) -> None:
    assert title(fixed_quarter(locale), Language(locale)) == named


@pytest.mark.parametrize(
    ("locale", "change", "said"),
    [
        ("en", 2, "That is 2 more than in the quarter before."),
        ("lt", -21, "Tai 21 pranešimu mažiau nei ankstesnį ketvirtį."),
        ("sr_Cyrl", 3, "То је за 3 пријаве више него претходног тромесечја."),
        ("sr_Latn", 0, "Isto kao prethodnog tromesečja."),
    ],
)
def test_the_change_is_told_against_the_quarter_before(locale: str, change: int, said: str) -> None:
    summary = fixed_quarter(locale)
    table = summary.figures.table("received")
    place = next(number for number, one in enumerate(table.headings) if one.code == "change")
    figures = list(table.lines[-1].figures)
    figures[place] = replace(figures[place], value=change)
    other = replace(table, lines=(*table.lines[:-1], replace(table.lines[-1], figures=tuple(figures))))
    tables = tuple(other if one.code == "received" else one for one in summary.figures.tables)
    assert said in lead(replace(summary, figures=replace(summary.figures, tables=tables)), Language(locale))


def test_the_workbook_of_a_quarter_tells_the_rules_and_months_of_a_quarter() -> None:
    rows = (row for rows in cells_of(spreadsheet(fixed_quarter(), Language("en"))).values() for row in rows)
    words = "\n".join(str(cell) for row in rows for cell in row)
    for said in ("Quarterly summary, 3rd quarter of 2026", "2nd\u00a0quarter of 2026", "on any day of the quarter"):
        assert said in words
    assert "in every month in which it was at work" not in words
