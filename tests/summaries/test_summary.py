"""A summary outlives the program that made it: JSON and back, bytes and again the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.facts import Words
from desktop.periods import Month
from desktop.summaries.summary import MEETING, OFFICIAL, Correction
from desktop.summaries.summary_json import from_json, to_json
from tests.summaries.conftest import fixed_summary

CORRECTION = Correction(
    Month(2026, 9), "received/total/count", "Notices received by sender", Words("Total"), Words(), 118, 119,
    entered=1, ids=(UUID(int=9), UUID(int=3)),
)  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000), st.sampled_from([OFFICIAL, MEETING]), st.integers(0, 40))
def test_a_summary_comes_back_from_json_as_it_was(seed: int, profile: str, notices: int) -> None:
    summary = replace(fixed_summary("lt", profile, seed, notices), corrections=(CORRECTION,), corrected=("a/b/c",))
    assert from_json(to_json(summary)) == summary
    assert to_json(from_json(to_json(summary))) == to_json(summary)


def test_the_json_names_each_record_once() -> None:
    plain = json.loads(to_json(fixed_summary()))
    assert len(plain["ids"]) == len(set(plain["ids"])) > 100


def test_the_file_name_says_nothing_of_what_is_inside() -> None:
    assert replace(fixed_summary("sr_Cyrl"), number="SV-2026-10/2").title == "SV-2026-10-2-sr_Cyrl"


@pytest.mark.parametrize("profile", [OFFICIAL, MEETING])
def test_a_protected_summary_carries_no_record(profile: str) -> None:
    plain = json.loads(to_json(fixed_summary(profile=profile)))
    assert bool(plain["ids"]) is (profile == OFFICIAL)
