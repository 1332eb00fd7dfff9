from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop.centre import Centre, new_centre, open_centre, recover_centre
from desktop.paper.centre_keys import CentreKeys
from desktop.problems import Invalid, Problem
from desktop.records.centre_draft import CentreDraft
from desktop.records.code_list import LISTS
from desktop.records.tables import TABLES
from desktop.vault.keys import KeyCost
from desktop.vault.record import Record
from desktop.vault.vault import Vault
from desktop.world import World
from tests.builders import NOW, a_centre
from tests.conftest import PASSPHRASE, WORKER


def make(folder: Path, world: World, keys: CentreKeys, draft: CentreDraft, **changes: str) -> Centre:
    words = {"worker_name": WORKER, "passphrase": PASSPHRASE} | changes
    return new_centre(folder, draft, world=world, cost=KeyCost.cheap(), keys=keys, **words)


def test_a_new_centre_has_all_it_begins_with(centre: Centre) -> None:
    profile = centre.profile_log.profile()
    assert (profile.zone, profile.language, profile.first_contact_days) == ("Europe/Vilnius", "lt", 1)
    assert profile.first_contact_source
    assert all(centre.lists.entries(name) for name in LISTS)
    assert [agency.kind for agency in centre.directory.senders()] == ["self"]
    (director,) = centre.staff.members()
    assert (director.id, director.role, director.job_title) == (centre.worker.id, "director", "direktorė")
    assert centre.drafts.all(centre.worker) == ()


def test_all_beginnings_are_one_change(centre: Centre) -> None:
    assert [entry.what for entry in centre.history.entries()] == ["Centre set up: {name}", "Vault made"]
    assert centre.history.verify().whole


def test_a_vault_with_a_cheap_key_is_a_practice_vault(centre: Centre) -> None:
    assert centre.profile_log.profile().is_practice


def test_a_centre_is_found_again_as_it_was_left(centre: Centre, still_in_utc: World) -> None:
    centre.profile_log.amend(a_centre(short_name="KMC"), centre.worker)
    centre.vault.lock()
    vault = Vault.unlock(centre.vault.folder, WORKER, PASSPHRASE, world=still_in_utc)
    again = open_centre(vault, still_in_utc)
    assert again.profile_log.profile().short_name == "KMC"
    assert again.world.here() == NOW
    vault.lock()


@pytest.fixture
def still_in_utc(world: World) -> World:
    """The tests' world on a computer that stands in another time zone."""
    return world.in_zone("America/New_York")


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"name": " "}, {"name"}),
        ({"country": "DE"}, {"country"}),
        ({"language": "klingon"}, {"language"}),
        ({"zone": "Europe/Kretinga"}, {"zone"}),
        ({"work_days": ()}, {"work_days"}),
        ({"work_days": ("someday",)}, {"work_days"}),
        ({"day_ends": a_centre().day_begins}, {"day_ends"}),
        ({"first_contact_days": 31}, {"first_contact_days"}),
        ({"safe_contact_days": 0}, {"safe_contact_days"}),
        ({"name": "x" * 201}, {"name"}),
    ],
)
def test_nothing_is_made_while_something_typed_is_wrong(
    tmp_path: Path, world: World, seal_keys: CentreKeys, changes: dict[str, object], fields: set[str]
) -> None:
    folder = tmp_path / "new.liepa"
    with pytest.raises(Invalid) as told:
        make(folder, world, seal_keys, a_centre(**changes))
    assert {problem.field for problem in told.value.problems} == fields
    assert not folder.exists()


def test_a_short_passphrase_makes_no_vault(tmp_path: Path, world: World, seal_keys: CentreKeys) -> None:
    with pytest.raises(Invalid) as told:
        make(tmp_path / "new.liepa", world, seal_keys, a_centre(), passphrase="trumpa")
    assert told.value.field == "passphrase"
    assert not (tmp_path / "new.liepa").exists()


def test_a_serbian_centre_begins_with_serbian_lists(tmp_path: Path, world: World, seal_keys: CentreKeys) -> None:
    draft = a_centre(country="RS", language="", town="Зрењанин")
    centre = make(tmp_path / "new.liepa", world, seal_keys, draft)
    assert centre.profile_log.profile().language == "sr_Cyrl"
    removal = centre.lists.code("measure_kind", "urgent_removal")
    assert removal is not None
    assert (removal.hours, removal.prolonged_hours) == (48, 720)
    assert centre.lists.calendar().country == "RS"
    centre.vault.lock()


def test_another_country_goes_by_the_computers_clock(tmp_path: Path, world: World, seal_keys: CentreKeys) -> None:
    centre = make(tmp_path / "new.liepa", world, seal_keys, a_centre(country="XX"))
    assert centre.profile_log.profile().zone == ""
    assert centre.world.zone == world.zone
    centre.vault.lock()


def test_a_centre_makes_its_own_seal_under_a_name_that_fits(tmp_path: Path, world: World) -> None:
    name = "Klaipėdos krašto moterų, vaikų ir šeimų specializuotos kompleksinės pagalbos centras"
    centre = new_centre(
        tmp_path / "new.liepa", a_centre(name=name, short_name="Klaipėdos SKPC"), worker_name=WORKER,
        passphrase=PASSPHRASE, world=world, cost=KeyCost.cheap(),
    )  # fmt: skip
    kept = centre.profile_log.seal_key()
    keys = CentreKeys(kept.root_certificate, kept.root_key, kept.leaf_certificate, kept.leaf_key)
    assert keys.name == "Klaipėdos SKPC"
    centre.vault.lock()


def test_the_private_keys_are_not_copied_into_the_history(centre: Centre) -> None:
    change = next(
        change
        for entry in centre.history.entries()
        for change in entry.changes
        if change.table == "seal_key" and change.after
    )
    assert change.after is not None
    kept = centre.profile_log.seal_key()
    assert kept.leaf_key.hex() not in str(change.after).lower()
    assert kept.root_key.hex() not in str(change.after).lower()


def test_the_country_stays_what_it_was(centre: Centre) -> None:
    with pytest.raises(Problem, match="stays") as told:
        centre.profile_log.amend(a_centre(country="RS"), centre.worker)
    assert told.value.field == "country"


def test_what_was_amended_can_be_amended_again(centre: Centre) -> None:
    draft = CentreDraft.of(centre.profile_log.profile())
    assert draft.completed() == draft
    centre.profile_log.amend(draft, centre.worker)
    assert CentreDraft.of(centre.profile_log.profile()) == draft


def test_another_centre_is_trusted_by_its_certificate_and_no_longer(centre: Centre, seal_keys: CentreKeys) -> None:
    known = centre.profile_log.pin("Telšių krizių centras", seal_keys.root, centre.worker)
    assert known.fingerprint.lower() == hashlib.sha256(seal_keys.root).hexdigest()
    assert [kept.name for kept in centre.profile_log.known_centres()] == ["Telšių krizių centras"]
    with pytest.raises(Problem, match="already"):
        centre.profile_log.pin("Again", seal_keys.root, centre.worker)
    centre.profile_log.unpin(known.id, centre.worker)
    assert centre.profile_log.known_centres() == ()


def test_a_certificate_as_text_is_the_same_certificate(centre: Centre, seal_keys: CentreKeys) -> None:
    known = centre.profile_log.pin("Telšių krizių centras", seal_keys.certificate_pem, centre.worker)
    assert known.root_certificate == seal_keys.root
    with pytest.raises(Problem, match="not a certificate"):
        centre.profile_log.pin("Nobody", b"hello", centre.worker)


def test_every_table_of_the_program_is_kept_in_the_vault() -> None:
    ours = {mapper.class_ for mapper in Record.registry.mappers if mapper.class_.__module__.startswith("desktop.")}
    assert ours == set(TABLES)


def test_whoever_comes_in_with_two_sheets_under_a_new_name_is_written_down(centre: Centre, world: World) -> None:
    sheets = centre.vault.make_recovery(centre.worker)
    members = [member.name for member in centre.staff.members()]
    centre.vault.lock()
    for name in ("Ona Rimkutė", WORKER):
        again = recover_centre(
            centre.vault.folder, sheets[0].text, sheets[2].text, new_passphrase="another tree here", worker_name=name,
            world=world,
        )  # fmt: skip
        assert again.worker.name == name
        assert [member.name for member in again.staff.members()] == [*members, "Ona Rimkutė"]
        assert again.staff.member(again.worker.id) is not None
        assert again.history.verify().whole
        sheets = again.vault.make_recovery(again.worker)
        again.vault.lock()
