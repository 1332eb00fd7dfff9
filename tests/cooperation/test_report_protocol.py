"""The local protocol and its duties in the yearly report: versions, what changed, who signed, what was kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.centre import Centre
from desktop.periods import Month
from tests.protocol.conftest import Local, lay_down


@pytest.fixture
def local(centre: Centre) -> Local:
    return lay_down(centre)


def revised(local: Local) -> None:
    """In force since July of the year before; a new version since October, with one more provision and one changed."""
    centre, by = local.centre, local.centre.worker
    local.adopt(on=date(2025, 7, 1))
    draft = centre.protocols.revise(local.version_id, "Naujas įstatymas", by)
    sheet = centre.protocols.sheet(draft.id)
    changed, kept = sheet.numbered("4"), sheet.numbered("5")
    assert changed
    assert kept
    centre.provisions.amend(changed.provision.id, replace(changed.draft(), text="Per 12 valandų."), by)
    centre.provisions.add(draft.id, replace(kept.draft(), number="6", title="Pasitarimai", bases=()), by)
    local.adopt(draft.id, on=date(2026, 10, 1))


def test_two_versions_of_a_year_are_told_with_what_changed_and_who_signed(local: Local) -> None:
    revised(local)
    (year,) = local.centre.reports.prepare(2026).protocols
    versions = [(one.number, one.state, one.provisions) for one in year.versions]
    assert versions == [(1, "superseded", 3), (2, "in_force", 4)]
    assert (year.from_version, year.to_version) == (1, 2)
    assert dict(year.changed) == {"added": 1, "changed": 1}
    assert [one.institution for one in year.parties][-1] == "Kretingos moterų centras"
    assert all(one.signed_on == date(2026, 10, 1) for one in year.parties)
    assert year.review_on == date(2027, 3, 1)
    assert local.centre.reports.prepare(2026).coming.review_on == date(2027, 3, 1)


def test_the_year_before_knows_nothing_of_the_later_version(local: Local) -> None:
    revised(local)
    (year,) = local.centre.reports.prepare(2025).protocols
    assert [(one.number, one.state) for one in year.versions] == [(1, "in_force")]
    assert year.changed == ()


def test_alignment_is_told_of_the_newest_version_that_was_judged(local: Local) -> None:
    centre, by = local.centre, local.centre.worker
    assert centre.reports.prepare(2026).protocols[0].alignment == ()
    provision = local.sheet.numbered("4")
    assert provision
    centre.alignments.judge(local.version_id, provision.provision.id, "partly", by)
    year = centre.reports.prepare(2026).protocols[0]
    assert year.aligned_version == 1
    assert dict(year.alignment)["partly"] == 1


def test_duties_are_those_of_the_log_summed_over_the_year(local: Local) -> None:
    local.adopt(on=date(2025, 7, 1))
    centre = local.centre
    lines = [line for line in centre.reports.prepare(2026).duties if line.number == "5"]
    months = [
        centre.duties.figures(local.protocol_id, month).rows
        for month in (Month(2026, number) for number in range(1, 13))
    ]
    tallies = [row.tally for rows in months for row in rows if row.number == "5"]
    wanted = sum(each.kept for each in tallies), sum(each.late for each in tallies)
    assert [(line.kept, line.late) for line in lines] == [wanted]
    assert sum(wanted) > 50
    assert lines[0].institution == "Kretingos moterų centras"
