"""From the vault to a sealed file and back: issued, checked, kept, handed out again, corrected."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
from datetime import datetime
from pathlib import Path
from shutil import which
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.figures.figures import TOTAL
from desktop.language import Language
from desktop.paper.centre_keys import CentreKeys
from desktop.paper.seal import Kind, verify
from desktop.periods import Month
from desktop.problems import Cancelled, Problem
from desktop.records.referral import Referral
from desktop.summaries.press import Press
from desktop.summaries.summary import MEETING
from desktop.summaries.summary_json import from_json
from desktop.vault.history import History
from tests.conftest import Still
from tests.summaries.conftest import text_of


def late_notice(press: Press, month: Month) -> UUID:
    """Enter a notice of that month after it was published."""
    vault = press.vault
    with vault.change("Notice entered", vault.worker) as session:
        like = session.scalars(select(Referral).where(Referral.month == month.key)).first()
        assert like is not None
        when = datetime(month.year, month.month, 29, 9, 5)
        one = Referral(
            id=press.world.new_id(), year=month.year, number=9999, received_at=when, month=month.key,
            sender_id=like.sender_id, unit_id=like.unit_id, due_at=when,
        )  # fmt: skip
        session.add(one)
    return one.id


def test_an_issued_summary_is_sealed_and_kept_and_names_its_figures(
    press: Press, october: Month, keys: CentreKeys
) -> None:
    issued = press.issue(october, language=Language("lt"), note="Ačiū visiems.", by=press.vault.worker)
    verdict = verify(issued.pdf, [keys.fingerprint])
    assert verdict.kind is Kind.GENUINE
    assert verdict.signed_at == press.world.now()
    assert issued.number == "SV-2026-10"
    assert issued.digest == hashlib.sha256(issued.pdf).hexdigest()
    assert "Ačiū visiems." in text_of(issued.pdf)
    assert from_json(issued.figures).figures == press.figures.figures(october)
    assert [row.number for row in press.issued(october)] == ["SV-2026-10"]
    assert press.issued(october.later(-1)) == ()


def test_one_issue_is_one_change_in_the_history(press: Press, october: Month) -> None:
    before = press.vault.head().count
    press.issue(october, by=press.vault.worker)
    assert press.vault.head().count == before + 1
    last = History(press.vault).entries(limit=1)[0]
    assert last.what == "Summary issued: {number}"


def test_a_flipped_or_added_byte_is_found(press: Press, october: Month, keys: CentreKeys) -> None:
    pdf = press.issue(october, by=press.vault.worker).pdf
    flipped = bytearray(pdf)
    flipped[len(pdf) // 3] ^= 1
    assert verify(bytes(flipped), [keys.fingerprint]).kind is Kind.BAD
    assert verify(pdf + b"\n", [keys.fingerprint]).kind is Kind.BAD


@pytest.mark.skipif(which("pdfsig") is None, reason="poppler is not installed here")
def test_poppler_agrees(press: Press, october: Month, tmp_path: Path) -> None:
    path = press.write(press.issue(october, by=press.vault.worker), tmp_path / "a.pdf")
    said = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said


def test_the_same_paper_is_handed_out_again(press: Press, october: Month) -> None:
    issued = press.issue(october, by=press.vault.worker)
    late_notice(press, october)
    again = press.reissue(issued.id)
    assert again.pdf == issued.pdf
    with pytest.raises(Problem):
        press.reissue(UUID(int=4))


def test_a_paper_goes_to_its_file_whole_or_not_at_all(
    press: Press, october: Month, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = press.issue(october, by=press.vault.worker)
    path = tmp_path / "Suvestinė.pdf"
    assert press.write(issued, path).read_bytes() == issued.pdf

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem) as raised:
        press.write(issued, tmp_path / "other.pdf")
    monkeypatch.undo()
    assert "The disk is full." in raised.value.sentence
    assert sorted(one.name for one in tmp_path.glob("*.p*")) == ["Suvestinė.pdf"]
    assert press.reissue(issued.id).pdf == issued.pdf


def test_stopping_keeps_nothing(press: Press, october: Month) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled("Stopped. Nothing was changed.")

    before = press.vault.head().count
    with pytest.raises(Cancelled):
        press.issue(october, by=press.vault.worker, progress=stop)
    assert press.issued() == ()
    assert press.vault.head().count == before


def test_the_same_figures_in_another_language_bear_the_same_number(press: Press, october: Month) -> None:
    by = press.vault.worker
    papers = [press.issue(october, language=Language(one), by=by) for one in ("lt", "en", "sr_Cyrl")]
    assert {one.number for one in papers} == {"SV-2026-10"}
    assert all(row.superseded_by_id is None for row in press.issued())


def test_an_issue_with_other_figures_takes_the_place_of_the_earlier_ones(
    press: Press, still: Still, october: Month
) -> None:
    by = press.vault.worker
    first, second = (press.issue(october, language=one, by=by) for one in ("lt", "en"))
    late_notice(press, october)
    still.wait(hours=1)
    third = press.issue(october, language="lt", by=by)
    assert third.number == "SV-2026-10/2"
    rows = {row.id: row for row in press.issued(october)}
    assert rows[first.id].superseded_by_id == rows[second.id].superseded_by_id == third.id
    assert rows[third.id].superseded_by_id is None
    assert from_json(third.figures).corrections[0].period == october


def test_a_paper_for_a_meeting_has_its_own_number_and_replaces_no_official_one(press: Press, october: Month) -> None:
    by = press.vault.worker
    official = press.issue(october, by=by)
    meeting = press.issue(october, MEETING, by=by)
    assert meeting.number == "SV-2026-10-M"
    assert {row.superseded_by_id for row in press.issued()} == {None}
    assert official.number == "SV-2026-10"
    assert press.behind(from_json(meeting.figures), "received/total/count") == ()


def test_a_late_notice_is_told_once_as_a_correction(press: Press, still: Still, october: Month) -> None:
    by, september = press.vault.worker, october.later(-1)
    press.issue(september, by=by)
    assert press.prepare(october).corrections == ()
    new = late_notice(press, september)
    still.wait(days=1)
    summary = press.prepare(october)
    total = next(one for one in summary.corrections if one.key == "received/total/count")
    assert (total.was + 1, total.entered, total.left, total.moved) == (total.now, 1, 0, 0)
    assert new in total.ids
    assert {"series/2026-09/count", "received/total/before"} <= set(summary.corrected)
    pending = next(one for one in summary.corrections if one.key == "outcome/pending/count")
    assert pending.now == pending.was + 1
    press.issue(october, by=by)
    still.wait(days=31)
    november = press.prepare(october.later(1))
    assert november.corrections == ()
    assert "series/2026-09/count" in november.corrected


def test_a_changed_outcome_is_told_as_a_changed_record(press: Press, still: Still, october: Month) -> None:
    september = october.later(-1)
    press.issue(september, by=press.vault.worker)
    with press.vault.change("Outcome", press.vault.worker) as session:
        one = session.scalars(
            select(Referral).where(
                Referral.month == september.key, Referral.outcome == "pending", Referral.duplicate_of_id.is_(None)
            )
        ).first()
        assert one is not None
        one.outcome = "accepted"
    still.wait(days=1)
    found = {one.key: one for one in press.prepare(october).corrections}
    accepted, pending = found["outcome/accepted/count"], found["outcome/pending/count"]
    assert (accepted.now - accepted.was, accepted.moved, accepted.entered) == (1, 1, 0)
    assert (pending.now - pending.was, pending.moved, pending.left) == (-1, 1, 0)
    assert "received/total/count" not in found


def test_a_notice_found_to_be_a_duplicate_is_no_longer_counted(press: Press, still: Still, october: Month) -> None:
    september = october.later(-1)
    press.issue(september, by=press.vault.worker)
    with press.vault.change("Duplicate", press.vault.worker) as session:
        one, other = session.scalars(
            select(Referral).where(Referral.month == september.key, Referral.duplicate_of_id.is_(None)).limit(2)
        )
        one.duplicate_of_id = other.id
    still.wait(days=1)
    total = next(one for one in press.prepare(october).corrections if one.key == "received/total/count")
    assert (total.now - total.was, total.entered, total.left) == (-1, 0, 1)


def test_a_figure_is_opened_down_to_its_records(press: Press, october: Month) -> None:
    summary = press.prepare(october)
    received = summary.figures.table("received")
    behind = press.behind(summary, f"received/{TOTAL}/count")
    assert len(behind) == received.value(TOTAL)
    assert all(one.referral_id == one.id and "/" in one.label and one.at and one.at.month == 10 for one in behind)
    assert [one.at for one in behind] == sorted(one.at for one in behind if one.at)
    for key in (
        "age/30-44/female",
        "help/total/count",
        "help/total/persons",
        "measures/total/granted",
        "risk/low/granted",
    ):
        table, row, column = key.split("/")
        assert len(press.behind(summary, key)) == summary.figures.table(table).value(row, column), key


def test_the_checks_tell_what_is_worth_a_look(press: Press, still: Still, october: Month) -> None:
    say = Language("en").say
    told = {check.code: check for check in press.checks(october)}
    assert told["sums"].good
    assert told["pending"].told(say).startswith("Outcomes still pending: ")
    assert "open" not in told
    now = {check.code: check.told(say) for check in press.checks(october.later(1))}
    assert now["open"] == "The month is not over: figures may change."
    with pytest.raises(Problem):
        press.prepare(october.later(2))


def test_words_that_are_too_long_are_told_with_their_field(press: Press, october: Month) -> None:
    with pytest.raises(Problem) as raised:
        press.prepare(october, note="a" * 601)
    assert raised.value.field == "note"
    assert press.prepare(october, note="a" * 600).note


def test_without_a_seal_nothing_is_issued(press: Press, october: Month) -> None:
    from desktop.records.centre_profile import SealKey

    with press.vault.change("Seal lost", press.vault.worker) as session:
        session.delete(session.scalars(select(SealKey)).one())
    with pytest.raises(Problem) as raised:
        press.issue(october, by=press.vault.worker)
    assert raised.value.sentence == "This vault has no seal yet."
