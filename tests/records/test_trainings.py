"""Trainings and events: kept, corrected, taken out, listed and found; who came from where, in which role."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.language import Language
from desktop.problems import Invalid, Problem
from desktop.records.agency import Agency
from desktop.records.named_records import NamedRecords
from desktop.records.told_change import Teller, referred
from desktop.records.training_draft import PartDraft, TrainingDraft, TrainingQuery
from desktop.records.wording import Wording
from tests.builders import TODAY, a_training, an_agency


@pytest.fixture
def police(centre: Centre) -> Agency:
    return centre.directory.enter(an_agency(), centre.worker)


@pytest.fixture
def court(centre: Centre) -> Agency:
    return centre.directory.enter(
        an_agency(name="Apylinkės teismas", short_name="Teismas", kind="court"), centre.worker
    )


def _fields(draft: TrainingDraft) -> set[str]:
    return {problem.field or "" for problem in draft.check(TODAY)}


def test_a_training_is_kept_with_those_who_came_and_read_back_as_it_was_typed(centre: Centre, police: Agency) -> None:
    draft = a_training(
        organiser_id=police.id,
        until_day=date(2026, 10, 15),
        parts=(PartDraft(None, "lecturer", 1, "Rasa Vaitkutė"), PartDraft(police.id, "participant", 12)),
    )
    kept = centre.trainings.enter(draft, centre.worker)
    sheet = centre.trainings.sheet(kept.id)
    assert TrainingDraft.of(sheet.training, sheet.parts) == draft
    assert (sheet.persons("participant"), sheet.persons("lecturer")) == (12, 1)


def test_every_problem_names_its_field(police: Agency) -> None:
    assert _fields(TrainingDraft(kind="")) == {"kind", "topic", "on_day"}
    assert _fields(a_training(kind="party")) == {"kind"}
    assert _fields(a_training(until_day=date(2026, 10, 13))) == {"until_day"}
    assert _fields(a_training(on_day=date(2062, 10, 13))) == {"on_day"}
    assert _fields(a_training(minutes=-1)) == {"minutes"}
    assert _fields(a_training(minutes=60_001)) == {"minutes"}
    assert _fields(a_training(topic="x" * 501, place="x" * 201)) == {"topic", "place"}
    assert _fields(a_training(parts=(PartDraft(persons=0),))) == {"parts"}
    assert _fields(a_training(parts=(PartDraft(role="guest"),))) == {"parts"}
    assert _fields(a_training(parts=(PartDraft(police.id), PartDraft(police.id)))) == {"parts"}
    assert not _fields(a_training(parts=(PartDraft(police.id), PartDraft(police.id, "lecturer"))))


def test_nothing_is_kept_while_something_is_wrong(centre: Centre) -> None:
    before = centre.vault.head().count
    with pytest.raises(Invalid):
        centre.trainings.enter(TrainingDraft(), centre.worker)
    with pytest.raises(Problem):
        centre.trainings.enter(a_training(organiser_id=UUID(int=5)), centre.worker)
    with pytest.raises(Problem):
        centre.trainings.enter(a_training(parts=(PartDraft(UUID(int=5)),)), centre.worker)
    assert centre.vault.head().count == before
    assert not centre.trainings.ids(TrainingQuery())


def test_each_verb_is_one_change_and_undo_takes_it_back(centre: Centre, police: Agency) -> None:
    def last() -> int:
        return centre.vault.head().count

    draft = a_training(parts=(PartDraft(police.id, "participant", 3), PartDraft(None, "lecturer", 1)))
    before = last()
    kept = centre.trainings.enter(draft, centre.worker)
    assert last() == before + 1
    other = replace(draft, topic="Kita tema", parts=(PartDraft(police.id, "participant", 4),))
    centre.trainings.amend(kept.id, other, centre.worker)
    assert last() == before + 2
    centre.trainings.take_out(kept.id, centre.worker)
    assert last() == before + 3
    with pytest.raises(Problem):
        centre.trainings.sheet(kept.id)
    centre.history.undo(before + 3, centre.worker)
    sheet = centre.trainings.sheet(kept.id)
    assert TrainingDraft.of(sheet.training, sheet.parts) == other
    centre.history.undo(before + 2, centre.worker)
    sheet = centre.trainings.sheet(kept.id)
    assert TrainingDraft.of(sheet.training, sheet.parts) == replace(draft, parts=draft.parts[::-1])


def test_what_stays_the_same_leaves_no_trace_in_the_history(centre: Centre, police: Agency, court: Agency) -> None:
    draft = a_training(parts=(PartDraft(police.id, "participant", 3), PartDraft(court.id, "participant", 2)))
    kept = centre.trainings.enter(draft, centre.worker)
    parts = (draft.parts[0], replace(draft.parts[1], persons=5))
    centre.trainings.amend(kept.id, replace(draft, parts=parts), centre.worker)
    changes = centre.history.entries(limit=1)[0].changes
    assert [change.table for change in changes] == ["training_part"]


def test_the_history_tells_every_field_in_words(centre: Centre, police: Agency) -> None:
    centre.trainings.enter(
        a_training(kind="event", organiser_id=police.id, parts=(PartDraft(None, "lecturer", 2, "Rasa Vaitkutė"),)),
        centre.worker,
    )
    entries = centre.history.entries(limit=1)
    names = NamedRecords(centre.vault).of(referred(entries))
    told = Teller(Wording(centre.lists, Language("en")), names, centre.world.desk).told(entries[0])
    after = {(record.kind, one.label): one.after for record in told for one in record.fields}
    assert after["Training or event", "Organiser"] == "Kretingos r. PK"
    assert after["Training or event", "Kind"] == "Event"
    assert after["Part in a training or event", "Role"] == "Lecturers"
    assert after["Part in a training or event", "Names"] == "Rasa Vaitkutė"
    assert next(record.about for record in told if record.kind.startswith("Part")) == "Saugus pokalbis"
    assert [one.is_name for record in told for one in record.fields if one.label == "Names"] == [True]


def test_the_list_is_narrowed_by_days_kind_institution_and_words(centre: Centre, police: Agency, court: Agency) -> None:
    def enter(topic: str, **how: object) -> UUID:
        return centre.trainings.enter(a_training(topic=topic, **how), centre.worker).id

    held = enter("Pirmoji tema", organiser_id=police.id, on_day=date(2025, 12, 31))
    came = enter("Antroji tema", kind="event", parts=(PartDraft(police.id, "lecturer", 1, "Tomas Bružas"),))
    alone = enter("Straipsnis", kind="publicity", publicity="Pajūrio naujienos", on_day=date(2026, 11, 1))
    ids = centre.trainings.ids
    assert ids(TrainingQuery()) == [alone, came, held]
    assert ids(TrainingQuery(days=(date(2026, 1, 1), date(2026, 10, 31)))) == [came]
    assert ids(TrainingQuery(kind="publicity")) == [alone]
    assert ids(TrainingQuery(agency_id=police.id)) == [came, held]
    assert ids(TrainingQuery(agency_id=court.id)) == []
    assert ids(TrainingQuery(text="tema kret")) == [came, held]
    assert ids(TrainingQuery(text="bruzas")) == [came]
    assert ids(TrainingQuery(text="naujienos")) == [alone]
    assert ids(TrainingQuery(sort="topic", descending=False)) == [came, held, alone]
    assert [row.topic for row in centre.trainings.find("antr")] == ["Antroji tema"]
    assert [row.lecturers for row in centre.trainings.rows([came, alone])] == [1, 0]
    assert [each.training.id for each in centre.trainings.between(date(2026, 10, 14), date(2026, 11, 1))] == [
        came,
        alone,
    ]
    for key in ("kind", "organiser", "minutes", "participants", "lecturers"):
        assert len(ids(TrainingQuery(sort=key))) == 3
