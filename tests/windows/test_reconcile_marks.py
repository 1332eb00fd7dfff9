"""What is marked where two written values differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.windows.reconcile_marks import Parts, differing, differing_days, differing_items


def told(parts: Parts) -> str:
    return "".join(f"[{part}]" if differs else part for part, differs in parts)


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        ("Ђурић Јелена", "Djurić-Kovač Jelena", "[Ђ]урић Јелена", "[Dj]urić[-Kovač] Jelena"),
        ("Љубица Њежић", "LJUBICA NJEŽIĆ", "Љубица Њежић", "LJUBICA NJEŽIĆ"),
        ("Petrauskienė Asta", "Asta Petrauskienė", "Petrauskienė Asta", "Asta Petrauskienė"),
        ("Durić", "Đurić", "[D]urić", "[Đ]urić"),
        ("Зрењанин, Багљаш", "Зрењанин", "Зрењанин, [Багљаш]", "Зрењанин"),
        ("Ona", "Rūta", "[Ona]", "[Rūta]"),
        ("77-PR-3321-26", "77-PR-3312-26", "77-PR-33[21]-26", "77-PR-33[12]-26"),
        ("МУП 114/26-882", "114/26-882", "[МУП] 114/26-882", "114/26-882"),
        ("1991", "1993", "199[1]", "199[3]"),
        ("A", "B", "[A]", "[B]"),
    ],
)
def test_what_differs_is_marked_and_nothing_else(one: str, other: str, first: str, second: str) -> None:
    assert tuple(map(told, differing(one, other))) == (first, second)
    assert tuple(map(told, differing(other, one))) == (second, first)


def test_of_a_day_the_whole_number_is_marked_where_it_stands() -> None:
    assert tuple(map(told, differing_days("2026-05-03", "2026-03-05"))) == ("2026-[05]-[03]", "2026-[03]-[05]")
    assert tuple(map(told, differing_days("12. 10. 2026.", "21. 10. 2026."))) == ("[12]. 10. 2026.", "[21]. 10. 2026.")


def test_whom_only_one_side_names_besides_is_not_marked() -> None:
    one, other = differing_items("A. Žvirblienė", "Kajus; Aušra Žvirblienė; Lukas")
    assert (told(one), told(other)) == ("[A]. Žvirblienė", "Kajus; [Aušra] Žvirblienė; Lukas")
    assert tuple(map(told, differing_items("2016; 1984", "1984"))) == ("2016; 1984", "1984")


@given(st.text(max_size=20), st.text(max_size=20))
def test_the_pieces_are_the_value_itself(one: str, other: str) -> None:
    for compare in (differing, differing_days, differing_items):
        first, second = compare(one, other)
        assert ("".join(p for p, _ in first), "".join(p for p, _ in second)) == (one, other)


@given(st.text(max_size=20))
def test_the_same_value_has_no_mark(one: str) -> None:
    assert not any(differs for parts in differing(one, one) for _part, differs in parts)
