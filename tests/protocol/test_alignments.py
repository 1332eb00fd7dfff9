"""How provisions stand to acts: judged, undone, counted; every point stands somewhere, and once alone at most."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.problems import Invalid, Problem
from desktop.protocol.acts import ActDraft, PointDraft
from desktop.protocol.alignments import AlignmentTable
from desktop.protocol.drafts import BasisDraft
from desktop.records.alignment import ALIGNMENTS, Act
from tests.protocol.conftest import Local

GENERAL = ActDraft("general", "Opšti protokol", "OP", "05 br. 56", "sr_Latn", date(2021, 4, 1))
POINTS = (PointDraft("3.2", "Prijem", "Odmah, najkasnije 12 sati."), PointDraft("3.4", "", "Svakog dana."),
          PointDraft("4.1", "Dete svedok", "Dete je žrtva."))  # fmt: skip


@pytest.fixture
def act(local: Local) -> Act:
    return local.centre.acts.bring(GENERAL, POINTS, local.centre.worker)


def table(local: Local) -> AlignmentTable:
    return local.centre.alignments.of(local.version_id)


def told(local: Local) -> list[tuple[str, tuple[str, ...], str]]:
    return [(row.number, row.cited, row.state) for row in table(local).rows]


def test_a_point_that_no_provision_answers_to_stands_as_a_row_of_its_own(local: Local, act: Act) -> None:
    assert told(local) == [
        ("1", (), ""), ("4", ("BP 3.2", "Įstatymo 13 str."), ""), ("5", (), ""),
        ("", ("OP 3.2",), ""), ("", ("OP 3.4",), ""), ("", ("OP 4.1",), ""),
    ]  # fmt: skip
    assert act.cited == "OP"


def test_the_worst_judgement_is_told_for_the_whole_provision(local: Local, act: Act) -> None:
    centre, by = local.centre, local.centre.worker
    provision = local.sheet.numbered("4")
    assert provision
    point = centre.acts.points(act.id)[0]
    centre.alignments.answer(point.id, provision.provision.id, by)
    assert told(local)[1][1] == ("BP 3.2", "Įstatymo 13 str.", "OP 3.2")
    assert len(told(local)) == 5
    centre.alignments.judge(local.version_id, provision.provision.id, "matched", by)
    assert told(local)[1][2] == "matched"
    centre.alignments.judge(local.version_id, provision.provision.id, "partly", by, needed="Odmah.", point_id=point.id)
    row = table(local).rows[1]
    assert (row.state, row.needed, row.judged_by, row.judged_on) == (
        "partly", ("Odmah.",), (by.name,), centre.world.today(),
    )  # fmt: skip
    with pytest.raises(Problem, match="answers to this point already"):
        centre.alignments.answer(point.id, provision.provision.id, by)
    centre.alignments.loosen(row.bases[2].basis.id, by)
    assert [each[1] for each in told(local)][3] == ("OP 3.2",)


def test_a_provision_that_rests_on_nothing_is_judged_as_a_whole_and_undone(local: Local) -> None:
    centre, by = local.centre, local.centre.worker
    first = local.sheet.provisions[0].provision.id
    centre.alignments.judge(local.version_id, first, "contradicts", by, needed="Perrašyti")
    centre.alignments.judge(local.version_id, first, "missing", by)
    row = table(local).rows[0]
    assert (row.state, row.cited, row.needed, len(row.bases)) == ("missing", (), ("Perrašyti",), 1)
    for _turn in range(2):
        centre.history.undo(centre.history.entries(limit=1)[0].number, by)
    assert table(local).rows[0].state == "missing", "undo of an undo"
    kept = replace(local.sheet.provisions[0].draft(), title="Tikslai")
    centre.provisions.amend(first, kept, by)
    assert table(local).rows[0].state == "missing", "a provision written anew keeps its judgement"


def test_a_point_left_without_its_provision_is_missing(local: Local, act: Act) -> None:
    centre, by = local.centre, local.centre.worker
    provision = local.sheet.numbered("5")
    assert provision
    point = centre.acts.points(act.id)[2]
    draft = replace(provision.draft(), bases=(BasisDraft(point.id),))
    centre.provisions.amend(provision.provision.id, draft, by)
    assert ("5", ("OP 4.1",), "") in told(local)
    centre.provisions.remove(provision.provision.id, by)
    assert ("", ("OP 4.1",), "missing") in told(local)


def test_a_revision_takes_the_judgements_along(local: Local, act: Act) -> None:
    centre, by = local.centre, local.centre.worker
    point = centre.acts.points(act.id)[1]
    centre.alignments.judge(local.version_id, None, "apart", by, point_id=point.id)
    local.adopt()
    second = centre.protocols.revise(local.version_id, "", by)
    assert [row.state for row in centre.alignments.of(second.id).rows] == [row.state for row in table(local).rows]


def test_an_act_that_something_rests_on_does_not_go_without_a_word(local: Local, act: Act) -> None:
    centre, by = local.centre, local.centre.worker
    provision = local.sheet.numbered("5")
    assert provision
    first, second, _third = centre.acts.points(act.id)
    centre.alignments.answer(first.id, provision.provision.id, by)
    centre.alignments.judge(local.version_id, provision.provision.id, "partly", by)
    centre.alignments.judge(local.version_id, None, "missing", by, point_id=second.id)
    assert [(row.points, row.resting) for row in centre.acts.all()] == [(3, 2)]
    with pytest.raises(Problem, match="rest on this act"):
        centre.acts.take_out(act.id, by)
    centre.acts.take_out(act.id, by, anyway=True)
    assert told(local)[2:] == [("5", ("OP 3.2",), "partly")]
    centre.history.undo(centre.history.entries(limit=1)[0].number, by)
    assert ("", ("OP 3.4",), "missing") in told(local)


def test_points_brought_again_are_written_anew_and_keep_what_rests_on_them(local: Local, act: Act) -> None:
    centre, by = local.centre, local.centre.worker
    before = centre.acts.points(act.id)
    centre.acts.bring_points(act.id, [PointDraft("3.4", "Dežurstvo", "I vikendom."), PointDraft("5", "", "Novo.")], by)
    after = centre.acts.points(act.id)
    assert [(each.number, each.text) for each in after] == [
        ("3.2", "Odmah, najkasnije 12 sati."), ("3.4", "I vikendom."), ("4.1", "Dete je žrtva."), ("5", "Novo."),
    ]  # fmt: skip
    assert [each.id for each in after[:3]] == [each.id for each in before]
    centre.acts.take_out_point(after[3].id, by)
    assert len(centre.acts.points(act.id)) == 3


def test_an_act_says_what_keeps_it_from_being_saved(local: Local) -> None:
    acts, by = local.centre.acts, local.centre.worker
    with pytest.raises(Invalid) as refused:
        acts.enter(ActDraft(), by)
    assert {each.field for each in refused.value.problems} == {"kind", "title", "language"}
    with pytest.raises(Invalid):
        acts.bring(GENERAL, [PointDraft("")], by)
    assert acts.all() == []


DEEDS = st.tuples(st.sampled_from("jal"), st.integers(0, 9), st.integers(0, 9), st.sampled_from(list(ALIGNMENTS)))
"""Judge, answer or loosen; which provision; which point; how."""


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DEEDS, max_size=12))
def test_counts_add_up_and_every_point_stands_where_it_is_answered_or_once_alone(
    local: Local, act: Act, deeds: list[tuple[str, int, int, str]]
) -> None:
    centre, by = local.centre, local.centre.worker
    provisions = [row.provision.id for row in local.sheet.provisions]
    points = [each.id for each in centre.acts.points(act.id)]
    for deed, provision, point, state in deeds:
        where, which = provisions[provision % 3], points[point % 3]
        found = table(local)
        alone = {row.point.id for row in found.rows if row.point}
        held = [each for row in found.rows for each in row.bases if row.provision and each.basis.point_id == which]
        if deed == "j":
            centre.alignments.judge(local.version_id, None if which in alone else where, state, by,
                                    point_id=which if which in alone else None)  # fmt: skip
        elif deed == "a" and all(each.basis.provision_id != where for each in held):
            centre.alignments.answer(which, where, by)
        elif deed == "l" and held:
            centre.alignments.loosen(held[0].basis.id, by)
    found = table(local)
    assert sum(found.counts.values()) == len(found.rows)
    alone_now = [row.point.id for row in found.rows if row.point]
    answered = {each.basis.point_id for row in found.rows if row.provision for each in row.bases} - {None}
    assert sorted(alone_now + list(answered), key=str) == sorted(points, key=str)  # type: ignore[arg-type]
