"""Packages between two real vaults: what is settled in one enters the matrix of the other, or is refused whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.paper.package import DAMAGED, ELSEWHERE, NEWER, UNKNOWN, key_id, write_package
from desktop.paper.told_figures import ToldCentre, figures_from_json
from desktop.problems import Problem
from desktop.reconciliation.matrix import read_matrix
from desktop.reconciliation.package_known import NO_CARD_YET, OLDER, OTHER, REPLAY, seal_of
from desktop.reconciliation.package_places import Choices
from desktop.reconciliation.packages import ASSIGN, NO_PLACE
from desktop.reconciliation.sister_figures import SisterDraft
from desktop.records.directory import AgencyDraft
from desktop.records.package import IN, OUT, ExchangeKey
from tests.conftest import Still
from tests.reconciliation.two_centres import COUNTY, OCTOBER, SEPTEMBER, UNITS, Both, BothDays, both_days, settle


@pytest.fixture(scope="session")
def sister_keys() -> CentreKeys:
    return make_centre_keys("Telšių krizių centras", Still(drawn=900).world)


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory, sister_keys: CentreKeys, seal_keys: CentreKeys) -> BothDays:
    return both_days(tmp_path_factory.mktemp("both"), sister_keys, seal_keys)


@pytest.fixture
def both(days: BothDays, tmp_path: Path, still: Still) -> Iterator[Both]:
    opened = days.opened(tmp_path, still)
    yield opened
    for each in (opened.writer, opened.reader):
        each.vault.lock()


def refused(both: Both, file: bytes, choices: Choices | None = None) -> str:
    """The sentence with which a package is refused; nothing is changed by it, neither shown nor taken in."""
    before = both.reader.vault.head().count
    with pytest.raises(Problem) as looked:
        both.reader.packages.preview(file, choices)
    with pytest.raises(Problem) as taken:
        both.reader.packages.take_in(file, both.reader.worker, choices)
    assert looked.value.sentence == taken.value.sentence
    assert both.reader.vault.head().count == before
    assert looked.value.told(str.format)
    return looked.value.sentence


def test_what_one_centre_agreed_stands_in_the_matrix_of_the_other(both: Both) -> None:
    seen = both.reader.packages.preview(both.package())
    assert (seen.told.serial, seen.told.months, seen.unknown, seen.replaced) == (1, ("2026-10",), (), 0)
    assert seen.centre.id == both.writer_here
    assert both.figures() == {}, "nothing is kept of what was only looked at"
    kept = both.reader.packages.take_in(both.package(), both.reader.worker)
    unit = both.police_here.units[0]
    assert both.figures() == {("2026-10", unit): (2, "")}
    matrix = read_matrix(both.reader.vault, both.police_here.id, OCTOBER, OCTOBER)
    period = ("2026-10", "2026-10")
    assert matrix.sister(period, str(unit), str(both.writer_here)) == 2
    assert matrix.whole(period, str(unit)) == 2
    assert (kept.direction, kept.serial, kept.by) == (IN, 2, both.reader.worker.name)
    (written, *_) = both.writer.packages.kept()
    assert (written.direction, written.digest, written.serial) == (OUT, kept.digest, 2)


def test_counts_leave_and_no_person(both: Both) -> None:
    both.package()
    content = both.writer.packages.kept()[0].content
    for person in ("Pavardenė", "Asmenytė", "77-PR", "1970", "77-10"):
        assert person not in content
    told = figures_from_json(json.loads(content))
    (partner,) = told.partners
    assert (partner.name, partner.kind, [unit.name for unit in partner.units]) == (COUNTY, "police", [UNITS[0]])
    assert [(each.sent, each.received, each.agreed) for each in partner.figures] == [(3, 2, 2)]


def test_only_what_is_settled_leaves(both: Both) -> None:
    with pytest.raises(Problem, match="Nothing is settled"):
        both.package(SEPTEMBER)
    assert [each.serial for each in both.writer.packages.kept()] == []
    settle(both.writer, both.police_there, SEPTEMBER, 1)
    both.reader.packages.take_in(both.package(SEPTEMBER, OCTOBER), both.reader.worker)
    assert sorted(month for month, _unit in both.figures()) == ["2026-09", "2026-10"]


def test_a_second_reading_and_an_older_one_are_named(both: Both, still: Still) -> None:
    first = both.package()
    still.wait(hours=3)
    second = both.package()
    both.reader.packages.take_in(second, both.reader.worker)
    before = both.figures()
    assert refused(both, second) == REPLAY
    assert refused(both, first) == OLDER
    with pytest.raises(Problem) as older:
        both.reader.packages.preview(first)
    assert older.value.told(str.format).startswith("A newer package of this centre was read already: number 2")
    assert older.value.values["last_made"] > older.value.values["made"]  # type: ignore[operator]
    assert both.figures() == before


def test_a_number_that_was_used_twice_is_told(both: Both, sister_keys: CentreKeys) -> None:
    both.reader.packages.take_in(both.package(), both.reader.worker)
    told = figures_from_json(json.loads(both.writer.packages.kept()[0].content))
    with both.writer.vault.look() as session:
        keys = seal_of(session)
    (mine,) = (each for each in both.writer.packages.centres())
    assert mine.card is not None
    assert refused(both, write_package(told, keys, mine.card.exchange_key)) == OTHER


def test_the_reading_that_was_undone_is_read_again(both: Both) -> None:
    file = both.package()
    both.reader.packages.take_in(file, both.reader.worker)
    both.reader.history.undo(both.reader.vault.head().count, both.reader.worker)
    assert both.figures() == {}
    both.reader.packages.take_in(file, both.reader.worker)
    assert len(both.figures()) == 1


def test_harm_of_any_kind_changes_nothing(both: Both) -> None:
    file = both.package()
    harmed = {refused(both, file[:length]) for length in range(0, len(file), 400)}
    for place in range(0, len(file), 400):
        changed = bytearray(file)
        changed[place] ^= 0x55
        harmed.add(refused(both, bytes(changed)))
    assert DAMAGED in harmed
    assert refused(both, file[:8] + b"\7" + file[9:]) == NEWER
    assert both.figures() == {}
    assert both.reader.packages.kept() == ()


def test_of_a_centre_that_is_known_no_longer_nothing_is_read(both: Both) -> None:
    file = both.package()
    (known,) = both.reader.profile_log.known_centres()
    both.reader.profile_log.unpin(known.id, both.reader.worker)
    assert refused(both, file) == UNKNOWN
    assert [each.is_pinned for each in both.reader.packages.centres()] == [False]


def test_a_package_for_another_centre_is_told(both: Both, sister_keys: CentreKeys) -> None:
    both.package()
    told = figures_from_json(json.loads(both.writer.packages.kept()[0].content))
    with both.reader.vault.look() as session:
        (own,) = session.query(ExchangeKey).all()
    foreign = replace(told, receiver=ToldCentre("Kitas centras", "AB" * 32))
    assert refused(both, write_package(foreign, sister_keys, own.public)) == ELSEWHERE
    for_writer = both.reader.packages.card(both.reader.worker)
    assert key_id(own.public) not in for_writer
    with pytest.raises(Problem) as own_package:
        both.writer.packages.preview(both.package())
    assert own_package.value.sentence == ELSEWHERE


def test_a_centre_whose_institution_lost_its_control_code_is_told(both: Both) -> None:
    file, log = both.package(), both.reader.directory
    draft = AgencyDraft.of(log.agency(both.writer_here))
    log.amend(both.writer_here, replace(draft, fingerprint=""), both.reader.worker)
    assert refused(both, file) == NO_PLACE


def test_a_package_takes_the_place_of_what_stood_there(both: Both) -> None:
    about = (OCTOBER, both.police_here.id, both.writer_here)
    typed = [SisterDraft(*about, 7, unit, "SA-1") for unit in (*both.police_here.units, None)]
    september = SisterDraft(SEPTEMBER, both.police_here.id, both.writer_here, 5)
    both.reader.sisters.note([*typed, september], both.reader.worker)
    file = both.package()
    assert both.reader.packages.preview(file).replaced == 3
    both.reader.packages.take_in(file, both.reader.worker)
    assert both.figures() == {("2026-10", both.police_here.units[0]): (2, ""), ("2026-09", None): (5, "")}


def test_names_are_found_whatever_their_script_and_length(both: Both) -> None:
    log, by = both.reader.directory, both.reader.worker
    for agency, names in (
        (both.police_here.id, {"name": "VPK", "short_name": COUNTY.upper()}),
        (both.police_here.units[0], {"name": "Kretinga", "names": (("en", UNITS[0].replace("ė", "e")),)}),
    ):
        log.amend(agency, replace(AgencyDraft.of(log.agency(agency)), **names), by)  # type: ignore[arg-type]
    both.reader.packages.take_in(both.package(), by)
    assert list(both.figures()) == [("2026-10", both.police_here.units[0])]


def renamed(both: Both, agency: UUID, name: str) -> None:
    log = both.reader.directory
    log.amend(agency, replace(AgencyDraft.of(log.agency(agency)), name=name), both.reader.worker)


def test_a_unit_that_is_not_known_waits_for_a_word_and_is_remembered(both: Both) -> None:
    renamed(both, both.police_here.units[0], "Kitas komisariatas")
    file, packages, by = both.package(), both.reader.packages, both.reader.worker
    assert packages.preview(file).unknown == (UNITS[0],)
    before = both.reader.vault.head().count
    with pytest.raises(Problem) as asked:
        packages.take_in(file, by)
    assert asked.value.sentence == ASSIGN
    assert both.reader.vault.head().count == before
    as_unit = Choices(units={(COUNTY, UNITS[0]): both.police_here.units[1]})
    packages.take_in(file, by, as_unit)
    assert both.figures() == {("2026-10", both.police_here.units[1]): (2, "")}
    again = both.package()
    assert packages.preview(again).unknown == ()
    whole = Choices(units={(COUNTY, UNITS[0]): None})
    packages.take_in(again, by, whole)
    assert both.figures() == {("2026-10", None): (2, "")}
    packages.take_in(both.package(), by)
    assert both.figures() == {("2026-10", None): (2, "")}


def test_an_institution_that_is_not_known_is_assigned_or_left_out_by_somebody(both: Both) -> None:
    renamed(both, both.police_here.id, "Policija")
    file, packages, by = both.package(), both.reader.packages, both.reader.worker
    assert packages.preview(file).unknown == (COUNTY,)
    with pytest.raises(Problem, match="Not known here"):
        packages.take_in(file, by)
    packages.take_in(file, by, Choices(partners={COUNTY: None}))
    assert both.figures() == {}
    assert packages.kept()[0].content, "what was left out is kept with the package"
    again = both.package()
    assert packages.preview(again).partners[0].is_left_out
    packages.take_in(again, by, Choices(partners={COUNTY: both.police_here.id}))
    assert both.figures() == {("2026-10", both.police_here.units[0]): (2, "")}


def test_a_choice_of_an_institution_that_is_gone_is_asked_for_again(both: Both) -> None:
    renamed(both, both.police_here.id, "Policija")
    packages = both.reader.packages
    for nobody in (UUID(int=7), both.writer_here):
        assert packages.preview(both.package(), Choices(partners={COUNTY: nobody})).unknown == (COUNTY,)


def test_two_of_their_units_that_mean_one_of_ours_add_up(both: Both) -> None:
    settle(both.writer, replace(both.police_there, units=both.police_there.units[::-1]), SEPTEMBER, 3)
    settle_both = Choices(units={(COUNTY, name): both.police_here.units[0] for name in UNITS})
    file = both.package(SEPTEMBER, OCTOBER)
    seen = both.reader.packages.preview(file, settle_both)
    both.reader.packages.take_in(file, both.reader.worker, settle_both)
    assert sum(agreed for agreed, _sheet in both.figures().values()) == seen.told.agreed == 5


def test_a_card_is_of_one_centre_and_no_older_one_takes_its_place(both: Both, still: Still) -> None:
    packages, by = both.reader.packages, both.reader.worker
    old = both.writer.packages.card(both.writer.worker)
    still.wait(days=1)
    packages.know(both.writer.packages.card(both.writer.worker), both.writer_here, by)
    other = both.reader.directory.enter(AgencyDraft(name="Utenos centras", kind="centre"), by).id
    for card, centre, part in (
        (old, both.writer_here, "newer card"),
        (old, other, "belongs to another institution"),
        (old, both.police_here.id, "no crisis centre"),
        (packages.card(by), other, "card of this centre itself"),
        (old[:-1], both.writer_here, "damaged"),
    ):
        before = both.reader.vault.head().count
        with pytest.raises(Problem, match=part):
            packages.know(card, centre, by)
        assert both.reader.vault.head().count == before
    renewed = replace(AgencyDraft.of(both.reader.directory.agency(other)), fingerprint="AB" * 32)
    both.reader.directory.amend(other, renewed, by)
    both.reader.directory.amend(
        both.writer_here, replace(AgencyDraft.of(both.reader.directory.agency(both.writer_here)), fingerprint=""), by
    )
    with pytest.raises(Problem, match="Another control code stands"):
        packages.know(both.writer.packages.card(both.writer.worker), other, by)


def test_nothing_is_written_for_a_centre_whose_card_was_not_read(both: Both) -> None:
    other = both.writer.directory.enter(AgencyDraft(name="Utenos centras", kind="centre"), both.writer.worker).id
    with pytest.raises(Problem) as refusal:
        both.writer.packages.write(other, (OCTOBER,), both.writer.worker)
    assert refusal.value.sentence == NO_CARD_YET
    (known,) = both.writer.profile_log.known_centres()
    both.writer.profile_log.unpin(known.id, both.writer.worker)
    with pytest.raises(Problem, match="No card of this centre"):
        both.package()


def test_cards_and_packages_go_both_ways(both: Both) -> None:
    settle(both.reader, both.police_here, SEPTEMBER, 1)
    back = both.reader.packages.write(both.writer_here, (SEPTEMBER,), both.reader.worker)
    assert (back.figures, back.left_out) == (1, 0)
    both.writer.packages.take_in(back.file, both.writer.worker)
    (told,) = both.writer.packages.centres()
    assert told.came is not None
    assert told.came.serial == 1
    assert told.is_pinned


def test_the_key_for_packages_is_made_once_and_its_secret_is_in_no_history(centre: Centre) -> None:
    first, second = (centre.packages.card(centre.worker) for _ in range(2))
    assert len(first) == len(second)
    with centre.vault.look() as session:
        (key,) = session.query(ExchangeKey).all()
    entries = centre.history.entries()
    assert entries[0].what == "Key for packages made"
    written = " ".join(str(change.after) for entry in entries for change in entry.changes)
    assert key.public.hex() in written.lower()
    assert key.private.hex() not in written.lower()
