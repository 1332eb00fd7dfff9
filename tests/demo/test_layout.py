from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import python_calamine

from desktop.centre import Centre, open_centre
from desktop.demo.clock import last_day
from desktop.demo.layout import VAULT
from desktop.demo.meeting_story import FOLDER as MEETING
from desktop.demo.passphrase import PASSPHRASE
from desktop.demo.protocol_story import FOLDER as PROTOCOL
from desktop.demo.reconciling import FOLDER
from desktop.demo.sister_packages import FOLDER as PACKAGES
from desktop.demo.story import Story
from desktop.language import LOCALES, Language
from desktop.paper.centre_keys import CentreKeys, fingerprint_of
from desktop.paper.seal import Kind, verify
from desktop.periods import Month
from desktop.problems import Problem
from desktop.records.assistance_log import AssistanceQuery
from desktop.records.referral_query import ReferralQuery
from desktop.summaries.summary_json import from_json
from desktop.vault.vault import Vault
from desktop.world import World, dice
from tests.demo.conftest import COUNT, NEXT_DAY, TODAY, laid, laid_once


def opened(folder: Path) -> Centre:
    slots, world = Vault.workers(folder / VAULT), NEXT_DAY.world
    return open_centre(Vault.unlock(folder / VAULT, slots[0].id, PASSPHRASE, world=world), world)


def told(folder: Path) -> list[Any]:
    """Everything that must be the same for the same seed: persons, numbers, times, help, figures, history."""
    centre = opened(folder)
    try:
        ids = centre.referrals.ids()
        figures = centre.press.figures.figures(Month(2026, 10))
        helped = centre.assistance.ids(AssistanceQuery())
        history = [(e.at, e.by_name, e.told(Language("en").say)) for e in centre.history.entries(limit=1000)]
        return [ids, centre.referrals.rows(ids), centre.assistance.rows(helped), figures, history]
    finally:
        centre.vault.lock()


def test_everything_lies_where_it_is_said(demo: Path) -> None:
    papers = {
        f"{paper}-2026-10-{locale}.{kind}"
        for paper in ("summary", "reconciliation") for locale in LOCALES for kind in ("pdf", "xlsx")
    }  # fmt: skip
    beside = {VAULT, FOLDER, MEETING, PROTOCOL, PACKAGES, "passphrase.txt", "centre.pem"}
    assert {file.name for file in demo.iterdir()} == papers | beside
    assert (demo / "passphrase.txt").read_text(encoding="utf-8").strip() == PASSPHRASE


def test_the_vault_holds_so_many_notices_and_is_whole(demo: Path) -> None:
    centre = opened(demo)
    try:
        assert centre.referrals.count() == COUNT
        assert centre.vault.check().whole
        assert centre.profile_log.profile().is_practice
        assert centre.referrals.rows(centre.referrals.ids()[:1])[0].received_at.date() <= TODAY
    finally:
        centre.vault.lock()


def test_help_of_long_ago_is_not_in_progress_any_more(demo: Path) -> None:
    centre = opened(demo)
    try:
        accepted = centre.referrals.count(ReferralQuery(outcome="accepted"))
        goes_on = centre.referrals.count(ReferralQuery(outcome="accepted", in_progress=True))
        assert 0 < goes_on < accepted / 2
    finally:
        centre.vault.lock()


def test_one_family_has_a_child_and_a_sister_and_who_was_joined_can_be_parted(demo: Path) -> None:
    centre = opened(demo)
    everybody = [centre.people.sheet(person) for person in centre.people.ids()]
    (head,) = [sheet for sheet in everybody if len(sheet.family) > 1]
    assert sorted(relative.relation for relative in head.family) == ["child", "sibling"]
    (joined,) = head.joined
    assert centre.people.parting(joined.id) is not None
    assert head.referrals, "the notices stayed with her"
    assert [sheet for sheet in everybody if sheet.joined] == [head]
    centre.vault.lock()


def test_every_paper_is_genuine_and_one_byte_more_is_not(demo: Path) -> None:
    known = {fingerprint_of((demo / "centre.pem").read_bytes())}
    for file in sorted(demo.glob("*.pdf")):
        content = file.read_bytes()
        assert verify(content, known).kind is Kind.GENUINE
        assert verify(content + b"\n", known).kind is Kind.BAD


def test_no_workbook_has_a_formula(demo: Path) -> None:
    for file in demo.glob("*.xlsx"):
        with zipfile.ZipFile(file) as parts:
            sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert sheets
        assert not any(b"<f" in sheet.replace(b"<family", b"") for sheet in sheets)


def test_paper_workbook_and_vault_tell_the_same_figures(demo: Path) -> None:
    centre = opened(demo)
    try:
        issued = [centre.press.reissue(row.id) for row in centre.press.issued()]
    finally:
        centre.vault.lock()
    assert {paper.language for paper in issued} == set(LOCALES)
    figures = [from_json(paper.figures).figures for paper in issued]
    assert all(one == figures[0] for one in figures)
    received = figures[0].table("received").value("total", "count")
    for locale in LOCALES:
        book = python_calamine.CalamineWorkbook.from_filelike(
            io.BytesIO((demo / f"summary-2026-10-{locale}.xlsx").read_bytes())
        )
        cells = [cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]
        assert float(received or 0) in cells
        with pypdfium2.PdfDocument(demo / f"summary-2026-10-{locale}.pdf") as paper:
            page = paper[0]
            words = page.get_textpage()
            assert re.search(rf"\b{received}\b", words.get_text_range())
            words.close()
            page.close()


def test_the_same_seed_and_day_lay_out_the_same_centre(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, seal_keys: CentreKeys
) -> None:
    first = laid_once(tmp_path_factory.getbasetemp(), seal_keys, "LT")
    assert told(first) == told(laid(tmp_path / "again", seal_keys))


def test_one_notice_is_enough_and_another_seed_tells_of_another(tmp_path: Path, seal_keys: CentreKeys) -> None:
    centre = opened(laid(tmp_path / "one", seal_keys, count=1, seed=4))
    (row,) = centre.referrals.rows(centre.referrals.ids())
    centre.vault.lock()
    others, usual = (first_moment(seed) for seed in (4, 7))
    assert row.received_at == others != usual


def first_moment(seed: int) -> datetime:
    """When the only notice of a story came."""
    (moment,) = Story("LT", dice(seed)).moments(1, TODAY)
    return moment


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, seal_keys: CentreKeys) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Problem, match="not empty"):
        laid(tmp_path, seal_keys)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path, seal_keys: CentreKeys) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(Problem):
        laid(tmp_path / "out", seal_keys)


def test_the_story_ends_on_the_last_morning_that_has_come(world: World) -> None:
    today = world.in_zone("Europe/Vilnius").today()
    assert last_day("LT", None, world) == today
    assert last_day("LT", date(2026, 5, 1), world) == date(2026, 5, 1)
    with pytest.raises(Problem, match="not come yet"):
        last_day("LT", today + timedelta(days=1), world)


def test_before_the_morning_of_today_the_story_ends_yesterday(still: Any) -> None:
    still.wait(hours=-6)
    assert last_day("LT", None, still.world) == date(2026, 11, 1)
