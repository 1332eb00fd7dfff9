"""Units by centres on an agenda: as both sides agreed them, with reasons of the pick-list, nothing small in it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from desktop.language import Language
from desktop.meetings import agenda_layout, figure_tables
from desktop.meetings.agenda import CentreFigure, DifferenceCount, Line, UnitFigure
from desktop.meetings.protected_units import shown_reasons, shown_units
from desktop.reconciliation.frozen import Frozen, to_text
from desktop.reconciliation.settling import Sums
from desktop.reconciliation.statement import Difference, Statement, UnitLine
from desktop.records.reconciliation import Reconciliation, SisterFigure
from tests.builders import an_agency
from tests.meetings.conftest import Table
from tests.meetings.invented_papers import agenda_paper
from tests.summaries.conftest import text_of
from tests.summaries.test_layout import one_line

NUMBERS = st.none() | st.integers(0, 30)
UNITS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=5)


def settled(table: Table) -> UUID:
    """October agreed with the police, and what a sister centre told of it; gives the unit."""
    centre, by = table.centre, table.centre.worker
    unit = centre.directory.enter(an_agency(name="Palangos komisariatas", short_name="", parent_id=table.police.id), by)
    sister = centre.directory.enter(an_agency(name="Marių krizių centras", short_name="", kind="centre"), by)
    lines = UnitLine(str(unit.id), 20, 14, 14), UnitLine("", 9, 9, 9)
    differences = (
        Difference(str(unit.id), "theirs", "other_centre", 6, "Asta Petrauskienė"),
        Difference("", "theirs", "other_centre", 1),
    )
    sums = Sums(29, 23, 0, 0, {"other_centre": 7}, {}, 0, 0, 0, 0)
    frozen = to_text(Frozen(Statement(lines, differences, sums), {}, None))
    with centre.vault.change("Sample", by) as session:
        session.add(
            Reconciliation(
                id=UUID(int=1), month="2026-10", until="2026-10", partner_id=table.police.id, frozen=frozen,
                brought_at=datetime(2026, 11, 2, tzinfo=UTC), agreed_on=date(2026, 11, 3),
            )
        )  # fmt: skip
        session.add(SisterFigure(id=UUID(int=2), month="2026-10", partner_id=table.police.id, unit_id=unit.id,
                                 centre_id=sister.id, agreed=31))  # fmt: skip
    return unit.id


def figures(table: Table) -> tuple[Line, ...]:
    agenda = table.centre.agendas.compose(table.plan().id)
    return next(each.lines for each in agenda.parts if each.part == "figures")


def test_units_stand_by_centre_and_reasons_are_told_without_their_notes(table: Table) -> None:
    settled(table)
    found = figures(table)
    assert [each for each in found if isinstance(each, UnitFigure)] == [
        UnitFigure("Palangos komisariatas", (14, 31)),
        UnitFigure(table.police.known_as, (9, None)),
    ]
    assert [each for each in found if isinstance(each, DifferenceCount)] == [
        DifferenceCount("theirs", "Sent to another centre", 7)
    ]
    assert "Asta" not in str(found)
    assert figure_tables.told(found, Language("en")) == (
        "Palangos komisariatas: 14 · 31",
        "Kretingos r. PK: 9 · –",
        "Differences. Their list: Sent to another centre – 7",
    )


def test_the_matrix_stands_on_paper_with_small_units_together() -> None:
    said = one_line(text_of(agenda_layout.draw(agenda_paper("en")).pdf)).replace("\u00a0", " ")
    assert "Klaipėdos r. komisariatas 41 60 – 101" in said
    assert "Together: Palangos komisariatas, Skuodo komisariatas, Šilutės r. komisariatas 30 44 – 74" in said
    assert "Total 109 156 9 274" in said
    assert "Sent to another centre – 6, Several persons in one notice – ●. Our log: Came in person first – ●" in said


def test_an_agenda_with_all_parts_stands_on_two_pages() -> None:
    for locale in ("lt", "en"):
        assert agenda_layout.draw(agenda_paper(locale)).pages == 2


@given(UNITS)
def test_no_small_unit_can_be_worked_out_not_even_by_another_of_them(
    units: list[tuple[int | None, int | None]],
) -> None:
    found = [UnitFigure(str(place), row) for place, row in enumerate(units)]
    shown = shown_units(found)
    if shown is None:
        return
    assert not any(0 < (value or 0) < 5 for row in (*shown.rows, shown) for value in getattr(row, "agreed", ()))
    for column, total in enumerate(shown.sums if shown.together else ()):
        values = [each.agreed[column] or 0 for each in shown.together]
        for place, insider in product(range(len(values)), repeat=2):
            if 0 < values[place] < 5 and insider != place:
                assert (total or 0) - values[insider] >= 5


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_no_small_number_of_differences_is_told_and_none_follows_from_the_others(numbers: list[int]) -> None:
    shown = shown_reasons([DifferenceCount("theirs", str(place), number) for place, number in enumerate(numbers)])
    if shown is not None:
        assert not any(0 < (value or 0) < 5 for value in shown)
        hidden = [number for number, value in zip(numbers, shown, strict=True) if value is None]
        assert not hidden or (len(hidden) > 1 and sum(hidden) >= 5)


def test_a_hidden_centre_hides_the_units() -> None:
    lines = (
        CentreFigure("A", 9, 3, 3),
        CentreFigure("B", None, 90, None),
        UnitFigure("x", (3, 40)),
        UnitFigure("y", (0, 50)),
    )
    assert figure_tables.told(lines, Language("en")) == ()
