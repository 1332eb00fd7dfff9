"""A centre in Lithuania with two senders, and the logs over it."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.records.agency import Agency
from desktop.records.centre_profile import CentreProfile
from desktop.records.code_list import Code
from desktop.records.contact_log import ContactLog
from desktop.records.referral_log import ReferralLog
from desktop.vault.search import sort_key
from desktop.vault.vault import Vault
from desktop.world import World


@pytest.fixture
def senders(vault: Vault, world: World) -> tuple[UUID, UUID]:
    """Two senders, in a vault with a Lithuanian centre."""
    names = ("Klaipėdos r. PK", "Kretingos r. PK")
    ids = tuple(world.new_id() for _ in names)
    with vault.change("Made for a test", vault.worker) as session:
        session.add(
            CentreProfile(id=world.new_id(), name="Centras", country="LT", zone="Europe/Vilnius", language="lt")
        )
        session.add(Code(id=world.new_id(), list_name="measure_kind", code="protection_order", hours=360))
        for agency_id, name in zip(ids, names, strict=True):
            session.add(Agency(id=agency_id, kind="police", name=name, name_sort=sort_key(name, "lt")))
    return ids[0], ids[1]


@pytest.fixture
def sender(senders: tuple[UUID, UUID]) -> UUID:
    return senders[0]


@pytest.fixture
def referrals(vault: Vault, world: World, sender: UUID) -> ReferralLog:
    return ReferralLog(vault, world)


@pytest.fixture
def contacts(vault: Vault, world: World) -> ContactLog:
    return ContactLog(vault, world)
