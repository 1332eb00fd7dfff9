"""A paper that does without some tables: they are named on it, everything else stays as it was, and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from desktop.figures.figures import TOTAL, PeriodFigures, key_of
from desktop.figures.rules import RULES
from desktop.figures.subjects import SUBJECTS
from desktop.language import LOCALES, Language
from desktop.periods import Month
from desktop.summaries.checks import checks_of
from desktop.summaries.content import OPTIONAL, in_order
from desktop.summaries.corrections import corrections, last_told
from desktop.summaries.layout import draw
from desktop.summaries.numbers import IssuedRow, Kept, number_of
from desktop.summaries.press import Press
from desktop.summaries.spreadsheet import spreadsheet
from desktop.summaries.summary import MEETING, OFFICIAL, Summary
from desktop.summaries.summary_json import from_json, to_json
from desktop.summaries.year_corrections import corrected
from tests.conftest import Still
from tests.summaries.conftest import fixed_quarter, fixed_summary, text_of
from tests.summaries.test_press import late_notice
from tests.summaries.test_spreadsheet import cells_of

SOME = ("role", "outcome", "contact", "help", "repeat")


def words_of(summary: Summary) -> str:
    return " ".join(text_of(draw(summary).pdf).split()).replace("\u00a0", " ")


def spots(summary: Summary) -> set[str]:
    return {spot.key for spot in draw(summary).spots}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("profile", [OFFICIAL, MEETING])
def test_a_table_left_out_is_named_and_its_figures_stand_nowhere_but_in_the_lead(locale: str, profile: str) -> None:
    whole, say = fixed_summary(locale, profile), Language(locale).say
    some = replace(whole, without=SOME)
    before, after = words_of(whole), words_of(some)
    made = [code for code in SOME if whole.figures.has(code)]
    named = say("Not in this summary: {tables}", tables="; ".join(say(SUBJECTS[code].title) for code in made))
    assert " ".join(named.split()) in after
    assert say("Not in this summary: {tables}", tables="") not in before
    lead = {spot.key for spot in draw(whole).spots if spot.page == 0 and spot.key.partition("/")[0] in SOME}
    gone = {key for key in spots(whole) - spots(some) if key}
    assert {key.partition("/")[0] for key in gone} <= set(SOME)
    assert {key for key in spots(some) if key.partition("/")[0] in SOME} <= lead
    assert before.partition(say("Notices received by month"))[0] == after.partition(say("Notices received by month"))[0]


@pytest.mark.parametrize("profile", [OFFICIAL, MEETING])
def test_every_rule_named_under_a_large_figure_is_told_whatever_is_left_out(profile: str) -> None:
    text = words_of(replace(fixed_summary(profile=profile), without=OPTIONAL))
    large = text.partition("Notices received by month")[0]
    named = [code for code in RULES if f"Rule {code}" in large]
    assert {"P-2", "P-3", "V-1"} <= set(named)
    for code in named:
        assert " ".join(RULES[code].sentence.split()) in text
    assert "Risk level" not in text
    assert "Notices received by sender" in text


def test_those_who_pose_the_risk_stand_and_fall_with_the_note_that_tells_them() -> None:
    some = replace(fixed_summary(), without=("role",))
    assert some.leaves_out("posing")
    assert "Persons who pose the risk" not in words_of(some)
    assert SUBJECTS["posing"].title[:31] not in cells_of(spreadsheet(some, Language("en")))


def test_protection_is_the_same_whatever_is_left_out(press: Press, october: Month) -> None:
    whole, some = press.prepare(october, MEETING), press.prepare(october, MEETING, without=("age", "kinds"))
    assert some.figures == whole.figures
    assert some.left_out == tuple(SUBJECTS[code].title for code in ("age", "kinds") if whole.figures.has(code))
    assert {one.code for one in whole.figures.tables} - {one.code for one in some.shown.tables} <= {"age", "kinds"}


def test_what_was_received_always_stays_and_what_is_left_out_keeps_its_order() -> None:
    assert in_order(["repeat", "age", "repeat"]) == ("age", "repeat")
    for code in ("received", "posing", "no such table"):
        with pytest.raises(ValueError, match=code):
            in_order([code])


def test_the_workbook_does_without_the_same_tables_and_says_so() -> None:
    sheets = cells_of(spreadsheet(replace(fixed_quarter(), without=SOME), Language("en")))
    for code in SOME:
        assert SUBJECTS[code].title[:31] not in sheets
    assert any("Not in this summary: " in str(cell) for row in sheets["Notices"] for cell in row)
    assert SUBJECTS["age"].title[:31] in sheets


def test_json_keeps_what_is_left_out_and_older_papers_left_out_nothing() -> None:
    some = replace(fixed_summary("lt"), without=SOME)
    assert from_json(to_json(some)) == some
    assert draw(from_json(to_json(some))).pdf == draw(some).pdf
    assert "without" not in json.loads(to_json(fixed_summary()))


def test_another_content_is_another_paper_with_another_number(press: Press, still: Still, october: Month) -> None:
    by = press.vault.worker
    whole = press.issue(october, language="lt", by=by)
    still.wait(hours=1)
    some = press.issue(october, language="lt", without=["kinds"], by=by)
    assert (whole.number, some.number) == ("SV-2026-10", "SV-2026-10/2")
    assert from_json(some.figures).without == ("kinds",)
    rows = {row.id: row.superseded_by_id for row in press.issued(october)}
    assert rows == {whole.id: some.id, some.id: None}
    again = press.prepare(october, language="en", without=["kinds"])
    assert again.number == "SV-2026-10/2", "the same paper in another language"


def test_the_checks_name_what_is_left_out_and_open_only_what_is_on_the_paper() -> None:
    some = replace(fixed_summary(), without=("kinds", "outcome"))
    told = {check.code: check for check in checks_of(some, some.made_on)}
    assert told["without"].told(Language("en").say) == "Not in this summary: Kinds of violence; Outcome"
    assert told["pending"].key == ""
    whole = {check.code: check for check in checks_of(fixed_summary(), some.made_on)}
    assert whole["pending"].key in spots(fixed_summary())
    assert "without" not in whole


def with_one_more(figures: PeriodFigures, code: str, row: str) -> PeriodFigures:
    """The same figures after one record more came into that row and the total."""
    table = figures.table(code)
    lines = tuple(
        replace(line, figures=tuple(replace(one, value=(one.value or 0) + 1, ids=(*one.ids, UUID(int=1)))
                                    for one in line.figures)) if line.code in (row, TOTAL) else line
        for line in table.lines
    )  # fmt: skip
    made = replace(table, lines=lines)
    return replace(figures, tables=tuple(made if one.code == code else one for one in figures.tables))


def keys(told: Sequence[Summary], now: PeriodFigures) -> set[str]:
    return {one.key for one in corrections(last_told(told, now.period), now)}


def test_of_a_table_left_out_only_what_the_lead_told_is_corrected() -> None:
    some = replace(fixed_summary(), without=("outcome", "measures"))
    assert keys([some], with_one_more(some.figures, "outcome", "not_accepted")) == {key_of("outcome", TOTAL, "count")}
    accepted = keys([some], with_one_more(some.figures, "outcome", "accepted"))
    assert accepted == {key_of("outcome", "accepted", "count"), key_of("outcome", TOTAL, "count")}
    assert keys([some], with_one_more(some.figures, "measures", "protection")) == set()
    whole = replace(some, without=())
    assert key_of("measures", "protection", "granted") in keys(
        [whole], with_one_more(some.figures, "measures", "protection")
    )


def test_a_table_that_an_earlier_paper_told_is_corrected_though_a_later_one_left_it_out() -> None:
    whole = fixed_summary()
    some = replace(whole, without=("measures",))
    now = with_one_more(whole.figures, "measures", "protection")
    found = corrections(last_told([whole, some], whole.period), now)
    assert key_of("measures", "protection", "granted") in {one.key for one in found}
    telling = replace(some, figures=now, corrections=found)
    assert keys([whole, some, telling], now) == set(), "no correction is told twice"


def test_a_late_notice_of_a_paper_with_less_on_it_is_told_once(press: Press, still: Still, october: Month) -> None:
    by, september = press.vault.worker, october.later(-1)
    press.issue(september, without=["outcome"], by=by)
    late_notice(press, september)
    still.wait(days=1)
    found = {one.key for one in press.prepare(october).corrections}
    assert {"received/total/count", "outcome/pending/count"} <= found
    press.issue(october, without=["help"], by=by)
    still.wait(days=1)
    assert not [one for one in press.prepare(october).corrections if one.period == september]


def test_the_yearly_report_takes_a_table_left_out_for_no_correction() -> None:
    whole = fixed_summary(profile=MEETING)
    kept = []
    for place, summary in enumerate((whole, replace(whole, without=("age", "outcome")))):
        one = replace(summary, number=f"SV-2026-10-M/{place + 1}", made_at=whole.made_at + timedelta(days=place))
        row = IssuedRow(
            UUID(int=place), "2026-10", one.number, MEETING, "en", "", "", "", one.made_at, "", "", None
        )  # fmt: skip
        kept.append(Kept(row, one))
    assert corrected(kept, 2026) == ()
    assert number_of(replace(whole, language="lt"), kept) == "SV-2026-10-M/1"
