"""Versions are compared by provision: the listed changes applied to the old version give the new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from desktop.protocol.comparing import applied, compare, sides_of
from desktop.protocol.drafts import ProvisionDraft
from desktop.protocol.sheet import ProvisionRow, VersionSheet
from desktop.protocol.words_compared import new_text, old_text
from desktop.records.protocol import Protocol, ProtocolChapter, ProtocolVersion, Provision
from tests.protocol.conftest import Local

_WORDS = st.sampled_from(["Policija", "praneša", "centrui", "per", "24", "valandas.", "полиција", "обавештава", "警察"])
_TEXT = st.lists(_WORDS, max_size=8).map(" ".join)
_PROVISION = st.tuples(_TEXT, _TEXT, st.sampled_from([None, 12, 24]), st.integers(0, 2))


def _sheet(found: list[tuple[int, str, str, int | None, int]]) -> VersionSheet:
    """A version of these provisions: origin, title, text, limit, chapter."""
    chapters = tuple(ProtocolChapter(id=UUID(int=900 + n), position=n, code="", title=f"Skyrius {n}") for n in range(3))
    found = sorted(found, key=lambda one: one[4])
    rows = tuple(
        ProvisionRow(
            Provision(
                id=UUID(int=500 + place), origin_id=UUID(int=origin), number=str(place + 1), title=title, text=text,
                limit_number=limit, limit_unit="hours" if limit else "", holds_all=False,
            ),
            chapters[chapter], (), (), (),
        )
        for place, (origin, title, text, limit, chapter) in enumerate(found)
    )  # fmt: skip
    version = ProtocolVersion(id=UUID(int=1), number=1, begun_on=date(2026, 1, 1))
    return VersionSheet(Protocol(name="P", language="lt"), version, "draft", None, chapters, rows)


@st.composite
def _versions(draw: st.DrawFn) -> tuple[VersionSheet, VersionSheet]:
    """An old version, and a new one in which provisions went, came, changed and changed places."""
    old = [(n, *each) for n, each in enumerate(draw(st.lists(_PROVISION, max_size=7)))]
    new = [one for one in old if draw(st.booleans()) or draw(st.booleans())]
    new = [(one[0], *draw(_PROVISION)) if draw(st.booleans()) else one for one in new]
    new += [(100 + n, *each) for n, each in enumerate(draw(st.lists(_PROVISION, max_size=3)))]
    return _sheet(old), _sheet(draw(st.permutations(new)))


@given(_versions())
def test_the_listed_changes_applied_to_the_old_give_the_new(versions: tuple[VersionSheet, VersionSheet]) -> None:
    old, new = versions
    assert applied(sides_of(old, "lt"), compare(old, new, "lt")) == sides_of(new, "lt")
    assert applied([], compare(None, new, "lt")) == sides_of(new, "lt")


@given(_versions())
def test_the_pieces_and_the_counts_are_those_of_both_versions(versions: tuple[VersionSheet, VersionSheet]) -> None:
    old, new = versions
    comparison = compare(old, new, "lt")
    before, after = dict(sides_of(old, "lt")), dict(sides_of(new, "lt"))
    for row in comparison.rows:
        was, now = before.get(row.origin_id), after.get(row.origin_id)
        assert (old_text(row.title), old_text(row.text)) == ((was.title, was.text) if was else ("", ""))
        assert (new_text(row.title), new_text(row.text)) == ((now.title, now.text) if now else ("", ""))
    counts = comparison.counts
    assert counts["added"] == len(after.keys() - before.keys())
    assert counts["removed"] == len(before.keys() - after.keys())
    assert counts["changed"] == sum(before[each] != after[each] for each in before.keys() & after.keys())
    assert [row.origin_id for row in comparison.rows if row.new] == list(after)


def test_one_provision_put_elsewhere_is_the_only_one_moved() -> None:
    four = [(n, f"T{n}", "", None, 0) for n in range(4)]
    rows = compare(_sheet(four), _sheet([four[0], four[3], four[1], four[2]]), "lt").rows
    assert [(row.origin_id.int, row.is_moved) for row in rows] == [(0, False), (3, True), (1, False), (2, False)]


def test_what_stands_in_another_chapter_is_moved_and_a_chapter_with_another_title_is_the_same() -> None:
    old = _sheet([(0, "A", "", None, 0), (1, "B", "", None, 1)])
    rows = compare(old, _sheet([(0, "A", "", None, 0), (1, "B", "", None, 0)]), "lt").rows
    assert [row.kind for row in rows] == ["same", "moved"]
    renamed = _sheet([(0, "A", "", None, 0), (1, "B", "", None, 1)])
    renamed.chapters[1].title = "Kitas pavadinimas"
    assert [row.kind for row in compare(old, renamed, "lt").rows] == ["same", "same"]


def test_a_revision_is_compared_with_what_it_revises_in_each_language(local: Local) -> None:
    local.adopt()
    centre, by = local.centre, local.centre.worker
    second = centre.protocols.revise(local.version_id, "", by)
    draft = centre.protocols.sheet(second.id)
    four = draft.numbered("4")
    assert four
    centre.provisions.amend(four.provision.id, replace(four.draft(), limit_number=12), by)
    centre.provisions.remove(draft.provisions[0].provision.id, by)
    centre.provisions.add(second.id, ProvisionDraft("6", "Vaikas", "Vaikas liudytojas."), by)
    old, new = local.sheet, centre.protocols.sheet(second.id)
    comparison = compare(old, new, "sr_Latn")
    assert comparison.counts == {"added": 1, "removed": 1, "changed": 1, "moved": 0, "same": 1}
    changed = next(row for row in comparison.rows if row.kind == "changed")
    assert (changed.old and changed.old.duty[1:3], changed.new and changed.new.duty[1:3]) == (
        (24, "hours"),
        (12, "hours"),
    )
    assert new_text(changed.title) == "Obaveštenje"
    assert applied(sides_of(old, "sr_Latn"), comparison) == sides_of(new, "sr_Latn")
