"""Narrow tables stand two by two where both keep their shape, and one below the other where they would not."""

from __future__ import annotations

import pytest

from desktop.language import LOCALES, Language
from desktop.paper.cells import Column, Row, Table, count, text
from desktop.paper.charts import Bars, Point
from desktop.paper.face import HEAD, Face
from desktop.paper.pairs import Pair, beside_each_other
from desktop.paper.pen import GUTTER, HALF, LEFT, RIGHT
from desktop.paper.preview import page_text
from desktop.paper.sheet import Drawn, Sheet
from desktop.paper.tables import TableBlock
from tests.paper.conftest import MADE


def narrow(title: str, rows: int = 5, columns: int = 1, unit: str = "Unit: notice.", brief: str = "") -> Table:
    heads = Column("Kind"), *(Column("Count", numbers=True) for _ in range(columns))
    lines = tuple(
        Row((text(f"{title} {row}"), *(count(row, key=f"{title}/{row}") for _ in range(columns))))
        for row in range(rows)
    )
    return Table(title, unit, heads, lines, brief=brief)


def drawn(*pieces: Table | Bars) -> Drawn:
    sheet = Sheet(Language("en"), title="t", made=MADE)
    sheet.side_by_side(pieces)
    return sheet.draw()


def spot(paper: Drawn, key: str) -> tuple[float, float, float]:
    return next((one.x, one.y, one.x + one.width) for one in paper.spots if one.key == key)


def test_rows_of_two_narrow_tables_stand_at_one_height_and_the_second_in_its_own_half() -> None:
    paper = drawn(narrow("A", unit="Unit: notice. " * 6), narrow("B"))
    left, right = spot(paper, "A/3"), spot(paper, "B/3")
    assert left[1] == right[1]
    assert left[2] <= LEFT + HALF + 0.1
    assert right[0] >= LEFT + HALF + GUTTER
    assert right[2] == pytest.approx(RIGHT)


def test_each_table_is_read_whole_before_the_next() -> None:
    words = page_text(drawn(narrow("A"), narrow("B")).pdf, 0)
    assert words.index("A 4") < words.index("B 0")


@pytest.mark.parametrize(
    "other",
    [
        narrow("B", rows=13),
        narrow("B", columns=4),
        narrow("An endless title " * 8),
        Table("B", "", (Column("x"),), (Row((text("long words " * 30),)),)),
    ],
    ids=["many rows", "many columns", "long title", "long words"],
)
def test_what_would_be_crowded_keeps_the_whole_width(other: Table) -> None:
    assert not any(isinstance(block, Pair) for block in beside_each_other([narrow("A"), other], Face(Language("en"))))


def test_of_three_the_first_two_are_paired_and_the_third_stands_alone() -> None:
    blocks = beside_each_other([narrow("A"), narrow("B"), narrow("C")], Face(Language("en")))
    assert [isinstance(block, Pair) for block in blocks] == [True, False]


def test_of_three_those_two_are_paired_that_spare_most_room() -> None:
    blocks = beside_each_other([narrow("A"), narrow("B", rows=11), narrow("C", rows=11)], Face(Language("en")))
    assert [isinstance(block, Pair) for block in blocks] == [False, True]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_heads_of_a_narrow_table_take_what_its_words_do_not_need(locale: str) -> None:
    face = Face(Language(locale))
    heads = (
        Column("Risk"),
        Column("Notices", numbers=True, width=1.0),
        Column("Granted orders", numbers=True, width=1.0),
    )
    table = Table("T", "", heads, tuple(Row((text("low"), count(n), count(n))) for n in range(8)))
    pair = beside_each_other([table, narrow("B", rows=8)], face)[0]
    assert isinstance(pair, Pair)
    assert isinstance(pair.first, TableBlock)
    assert sum(pair.first.widths) == pytest.approx(HALF)
    assert pair.first.widths[2] >= face.widest_word(["Granted"], HEAD)
    assert len(face.lines("Granted orders", pair.first.widths[2], HEAD)) <= 2


def test_a_long_rule_gives_way_to_its_name_where_room_is_scarce() -> None:
    long = "Unit: notice. Rule P-9: " + "counted so and not otherwise, " * 5
    words = page_text(drawn(narrow("A", unit=long, brief="Unit: notice. Rule P-9."), narrow("B")).pdf, 0)
    assert "Rule P-9." in words
    assert "not otherwise" not in words


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("large", [False, True])
def test_bars_beside_a_table_stay_in_their_half(locale: str, large: bool) -> None:
    bars = Bars("Bars", "", tuple(Point(f"row {n}", n * 40.0, key=f"bars/{n}") for n in range(6)))
    sheet = Sheet(Language(locale), title="t", made=MADE, large=large)
    sheet.side_by_side([bars, narrow("B", rows=6)])
    paper = sheet.draw()
    assert spot(paper, "bars/5")[2] <= LEFT + HALF + 0.1
    assert spot(paper, "B/5")[2] == pytest.approx(RIGHT)
