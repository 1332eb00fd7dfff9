"""A package of figures is read whole or refused with a sentence; whatever is not exactly so is refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paper import package as form
from desktop.paper.centre_keys import CentreKeys
from desktop.paper.package import (
    CARD_DAMAGED,
    DAMAGED,
    ELSEWHERE,
    LARGEST,
    NEWER,
    NO_CARD,
    NO_PACKAGE,
    TOO_LARGE,
    UNKNOWN,
    public_of,
    read_card,
    read_package,
    write_card,
    write_package,
)
from desktop.paper.signed_text import canonical, sign_text
from desktop.paper.told_figures import (
    NotFigures,
    ToldCentre,
    ToldFigure,
    ToldFigures,
    ToldPartner,
    ToldUnit,
    figures_as_json,
    figures_from_json,
)
from desktop.problems import Problem
from tests.paper.conftest import MADE

RECEIVER = bytes(range(32))
OTHER_KEY = bytes(range(32, 64))
OWN = "AB" * 32
HEADER = 8 + 1 + 16
REFUSALS = {DAMAGED, NO_PACKAGE, ELSEWHERE, NEWER, UNKNOWN, TOO_LARGE}


def told_by(keys: CentreKeys) -> ToldFigures:
    """A small package."""
    figures = (ToldFigure("2026-10", 0, 9, 8, 8, "SA-2026-10"), ToldFigure("2026-10", None, 1, None, 0))
    police = ToldPartner("Klaipėdos apskrities VPK", ("Klaipėdos VPK",), "police", (ToldUnit("Kretingos PK"),), figures)
    sender = ToldCentre(keys.name, keys.fingerprint)
    return ToldFigures(3, MADE, sender, ToldCentre("Gavėjas", OWN), ("2026-10",), (police,))


@pytest.fixture(scope="module")
def told(keys: CentreKeys) -> ToldFigures:
    return told_by(keys)


@pytest.fixture(scope="module")
def package(told: ToldFigures, keys: CentreKeys) -> bytes:
    return write_package(told, keys, public_of(RECEIVER))


@pytest.fixture(scope="module")
def opened(keys: CentreKeys) -> Callable[..., ToldFigures]:
    """Reads as the receiver does, who knows the sender."""

    def read(file: bytes, *own_keys: bytes, known: dict[str, bytes] | None = None) -> ToldFigures:
        trusted = {keys.fingerprint: keys.root} if known is None else known
        return read_package(file, own_keys or (RECEIVER,), {OWN}, trusted)

    return read


def refusal(read: Callable[..., Any], file: bytes, *more: Any, **how: Any) -> str:
    """The sentence with which it is refused."""
    with pytest.raises(Problem) as refused:
        read(file, *more, **how)
    return refused.value.sentence


def test_what_was_written_is_read(
    package: bytes, told: ToldFigures, opened: Callable[..., ToldFigures]
) -> None:  # fmt: skip
    assert opened(package) == told
    assert opened(package, OTHER_KEY, RECEIVER) == told, "an earlier key still opens"
    assert told.agreed == 8


def test_nothing_of_it_can_be_read_from_outside(package: bytes, keys: CentreKeys) -> None:
    for word in ("Kretingos", "police", "2026-10", keys.name, keys.fingerprint):
        assert word.encode() not in package
    assert keys.root not in package


def test_cut_at_every_byte_it_is_refused(package: bytes, opened: Callable[..., ToldFigures]) -> None:
    assert {refusal(opened, package[:length]) for length in range(len(package))} <= REFUSALS
    assert refusal(opened, package + b"\0") == DAMAGED


def test_with_any_one_byte_changed_it_is_refused(package: bytes, opened: Callable[..., ToldFigures]) -> None:
    for place in range(len(package)):
        changed = bytearray(package)
        changed[place] ^= 1 << place % 8
        sentence = refusal(opened, bytes(changed))
        assert sentence == DAMAGED if place >= HEADER else sentence in REFUSALS, place


def test_cut_or_changed_under_the_encryption_it_is_refused_too(
    told: ToldFigures, keys: CentreKeys, opened: Callable[..., ToldFigures]
) -> None:
    inner = sign_text(figures_as_json(told), b"liepa figures 1", keys)
    assert opened(wrapped(inner)) == told
    lengths = (*range(40), *range(40, len(inner), 7))
    assert {refusal(opened, wrapped(inner[:length])) for length in lengths} <= {DAMAGED, UNKNOWN}
    for place in range(0, len(inner), 5):
        changed = bytearray(inner)
        changed[place] ^= 1 << place % 8
        assert refusal(opened, wrapped(bytes(changed))) in {DAMAGED, UNKNOWN}, place


def wrapped(inner: bytes, public: bytes = b"") -> bytes:
    """Bytes that anybody encrypted to the receiver."""
    public = public or public_of(RECEIVER)
    head = form.PACKAGE + b"\1" + form.key_id(public)
    return head + form._SUITE.encrypt(inner, form.X25519PublicKey.from_public_bytes(public), head)


def test_of_whom_for_whom_and_how_new_is_told_apart(
    package: bytes, told: ToldFigures, keys: CentreKeys, stranger: CentreKeys, opened: Callable[..., ToldFigures]
) -> None:
    assert refusal(opened, package, known={}) == UNKNOWN
    assert refusal(opened, package, known={stranger.fingerprint: stranger.root}) == UNKNOWN
    assert refusal(opened, package, known={keys.fingerprint: stranger.root}) == UNKNOWN
    assert refusal(opened, package, OTHER_KEY) == ELSEWHERE
    assert refusal(read_package, package, [], {OWN}, {keys.fingerprint: keys.root}) == ELSEWHERE
    forwarded = replace(told, receiver=ToldCentre("Kitas", "CD" * 32))
    assert refusal(opened, write_package(forwarded, keys, public_of(RECEIVER))) == ELSEWHERE
    newer = package[:8] + b"\2" + package[9:]
    assert refusal(opened, newer) == NEWER
    assert refusal(opened, b"") == refusal(opened, b"%PDF-1.7") == NO_PACKAGE
    assert refusal(opened, bytes(LARGEST + 1)) == TOO_LARGE


def test_what_another_signed_in_the_name_of_a_known_centre_is_refused(
    told: ToldFigures, keys: CentreKeys, stranger: CentreKeys, opened: Callable[..., ToldFigures]
) -> None:
    assert refusal(opened, write_package(told, stranger, public_of(RECEIVER))) == UNKNOWN
    mixed = CentreKeys(keys.root, stranger.root_key, stranger.certificate, stranger.key)
    assert refusal(opened, write_package(told, mixed, public_of(RECEIVER))) == DAMAGED
    half = CentreKeys(keys.root, stranger.root_key, keys.certificate, stranger.key)
    assert refusal(opened, write_package(told, half, public_of(RECEIVER))) == DAMAGED
    root_signs = CentreKeys(keys.root, keys.root_key, keys.root, keys.root_key)
    assert refusal(opened, write_package(told, root_signs, public_of(RECEIVER))) == DAMAGED
    trusted = {one.fingerprint: one.root for one in (keys, stranger)}
    assert refusal(opened, write_package(told, stranger, public_of(RECEIVER)), known=trusted) == DAMAGED


def test_a_signature_for_something_else_is_none_for_figures(
    told: ToldFigures, keys: CentreKeys, opened: Callable[..., ToldFigures]
) -> None:
    assert refusal(opened, wrapped(sign_text(figures_as_json(told), b"liepa card 1", keys))) == DAMAGED


@pytest.mark.parametrize("years", [-2, 11])
def test_what_was_signed_when_the_certificate_did_not_hold_is_refused(
    told: ToldFigures, keys: CentreKeys, opened: Callable[..., ToldFigures], years: int
) -> None:
    moved = replace(told, made_at=told.made_at + timedelta(days=366 * years))
    assert refusal(opened, write_package(moved, keys, public_of(RECEIVER))) == DAMAGED


def test_a_clock_two_years_ahead_is_no_reason_to_refuse(
    told: ToldFigures, keys: CentreKeys, opened: Callable[..., ToldFigures]
) -> None:
    moved = replace(told, made_at=told.made_at + timedelta(days=730))
    assert opened(write_package(moved, keys, public_of(RECEIVER))) == moved


def harms(said: dict[str, Any]) -> Iterator[tuple[str, Callable[[dict[str, Any]], object]]]:
    """What makes the text another than the form allows."""
    del said
    for name in ("serial", "made_at", "sender", "receiver", "months", "partners"):
        yield f"no {name}", lambda d, name=name: d.pop(name)  # type: ignore[misc]
        for wrong in (None, [], {}, "", -1, 1.5, True):
            yield f"{name}: {wrong!r}", lambda d, name=name, wrong=wrong: d.update({name: wrong})  # type: ignore[misc]
    yield "a person", lambda d: d.update(persons=["Asta Petrauskienė"])
    yield "a person in a figure", lambda d: d["partners"][0]["figures"][0].update(name="Asta Petrauskienė")
    yield "months twice", lambda d: d.update(months=["2026-10", "2026-10"])
    yield "no such month", lambda d: d.update(months=["2026-13"])
    yield "another month", lambda d: d["partners"][0]["figures"][0].update(month="2026-09")
    yield "no such unit", lambda d: d["partners"][0]["figures"][0].update(unit=1)
    yield "unit before the first", lambda d: d["partners"][0]["figures"][0].update(unit=-1)
    yield "negative", lambda d: d["partners"][0]["figures"][0].update(agreed=-1)
    yield "a million and one", lambda d: d["partners"][0]["figures"][0].update(agreed=1_000_001)
    yield "no agreed figure", lambda d: d["partners"][0]["figures"][0].update(agreed=None)
    yield "a figure twice", lambda d: d["partners"][0]["figures"].append(d["partners"][0]["figures"][0])
    yield "an institution twice", lambda d: d["partners"].append(d["partners"][0])
    yield "a unit twice", lambda d: d["partners"][0]["units"].append(d["partners"][0]["units"][0])
    yield "no name", lambda d: d["partners"][0].update(name=" ")
    yield "an endless name", lambda d: d["partners"][0].update(name="x" * 201)
    yield "two lines", lambda d: d["partners"][0].update(name="Policija\nAsta")
    yield "turned round", lambda d: d["partners"][0].update(name="Policija\u202e")
    yield "small letters", lambda d: d["sender"].update(fingerprint="ab" * 32)
    yield "no zone", lambda d: d.update(made_at="2026-11-09T12:32:00")


def test_only_what_the_form_allows_is_read(keys: CentreKeys, opened: Callable[..., ToldFigures]) -> None:
    for name, harm in harms({}):
        said = json.loads(canonical(figures_as_json(told_by(keys))))
        harm(said)
        with pytest.raises(NotFigures):
            figures_from_json(said)
        if "a person" in name:
            assert refusal(opened, wrapped(sign_text(said, b"liepa figures 1", keys))) == DAMAGED


names = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=30)
counts = st.integers(0, 1_000_000)


@st.composite
def packages(draw: st.DrawFn) -> ToldFigures:
    months = tuple(sorted(draw(st.sets(st.sampled_from([f"2026-{m:02}" for m in range(1, 13)]), min_size=1))))
    partners = []
    for name in draw(st.lists(names, min_size=1, max_size=3, unique=True)):
        units = draw(st.lists(names, max_size=3, unique=True))
        unit = st.one_of(st.none(), st.integers(0, len(units) - 1)) if units else st.none()
        places = draw(st.lists(st.tuples(st.sampled_from(months), unit), min_size=1, max_size=5, unique=True))
        figures = tuple(
            ToldFigure(month, at, draw(counts), draw(st.none() | counts), draw(counts), draw(st.just("") | names))
            for month, at in places
        )
        partners.append(ToldPartner(name, (draw(names),), "police", tuple(map(ToldUnit, units)), figures))
    centres = (ToldCentre(draw(names), "AB" * 32), ToldCentre(draw(names), "CD" * 32))
    return ToldFigures(draw(st.integers(1, 10**6)), MADE, *centres, months, tuple(partners))


@given(packages())
def test_whatever_may_be_told_comes_back_the_same(told: ToldFigures) -> None:
    assert figures_from_json(json.loads(canonical(figures_as_json(told)))) == told


@given(st.binary(max_size=200))
def test_whatever_bytes_come_they_are_refused_in_a_sentence(noise: bytes) -> None:
    for file in (noise, form.PACKAGE + b"\1" + noise, wrapped(noise), form.CARD + b"\1" + noise):
        for read in (lambda file: read_package(file, [RECEIVER], {OWN}, {}), read_card):
            with pytest.raises(Problem):
                read(file)


def test_a_card_is_read_and_every_harm_to_it_is_found(keys: CentreKeys) -> None:
    file = write_card("Pajūrio centras", public_of(RECEIVER), MADE, keys)
    card = read_card(file)
    assert (card.name, card.fingerprint, card.root) == ("Pajūrio centras", keys.fingerprint, keys.root)
    assert (card.exchange_key, card.made_at) == (public_of(RECEIVER), MADE)
    allowed = {NO_CARD, CARD_DAMAGED, NEWER}
    assert {refusal(read_card, file[:length]) for length in range(0, len(file), 3)} <= allowed
    for place in range(len(file)):
        changed = bytearray(file)
        changed[place] ^= 1 << place % 8
        assert refusal(read_card, bytes(changed)) in allowed, place
    assert refusal(read_card, file[:8] + b"\2" + file[9:]) == NEWER
    said = {"name": "Pajūrio centras", "exchange_key": "AB", "made_at": "2026-11-09T12:32:00Z"}
    assert refusal(read_card, form.CARD + b"\1" + sign_text(said, b"liepa card 1", keys)) == CARD_DAMAGED
