from __future__ import annotations

from desktop.language import Language
from desktop.paper.charts import Bars, Break, Columns, Line, Point, Share, Shares, spoken

EN, LT = Language("en"), Language("lt")
MONTHS = tuple(Point(name, value) for name, value in (("Sep", 119.0), ("Oct", 98.0), ("Nov", None), ("Dec", 1127.0)))


def test_columns_are_told_by_their_ends_and_extremes() -> None:
    told = spoken(Columns("Notices received by month", "", MONTHS), EN)
    assert told == "Notices received by month. First: Sep 119; last: Dec 1,127; highest: Dec 1,127; lowest: Oct 98."


def test_a_hidden_figure_is_never_told() -> None:
    point = Point("sexual", 3, hidden=True)
    for chart in (
        Bars("Kinds", "", (point,)),
        Shares("Kinds", "", (Share("", (point,)),)),
        Columns("Kinds", "", (point,)),
        Line("Kinds", "", (point,)),
    ):
        assert "3" not in spoken(chart, EN)
    assert spoken(Bars("Kinds", "", (point,)), EN) == "Kinds. sexual: not published."


def test_a_break_in_the_rule_is_told() -> None:
    told = spoken(Line("Notices", "", MONTHS, breaks=(Break(2, "rule changed on 1 April 2025"),)), EN)
    assert told.endswith("rule changed on 1 April 2025.")


def test_numbers_are_told_as_the_language_writes_them() -> None:
    assert "1\u00a0127" in spoken(Bars("Pranešimai", "", MONTHS), LT)
