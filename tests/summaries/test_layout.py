"""The paper in four languages: its words, its marks, and that nothing is lost or taken for mark-up."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path
from random import Random

import pikepdf
import pytest

from desktop.figures.counts import count
from desktop.figures.facts import Words
from desktop.figures.figures import Figure
from desktop.figures.meeting_figures import protect
from desktop.figures.rules import RULES, rule_for
from desktop.figures.sums import sums_agree
from desktop.language import LOCALES, Language
from desktop.problems import Problem
from desktop.summaries.layout import UNCHANGED, draw
from desktop.summaries.sentences import unit_and_rule
from desktop.summaries.summary import MEETING, OFFICIAL, Correction
from desktop.summaries.summary_json import to_json
from tests.figures.sample import some_facts
from tests.summaries.conftest import fixed_quarter, fixed_summary, text_of
from tests.summaries.test_summary import CORRECTION

GOLDEN = Path(__file__).parent.parent / "golden"
WRITE = os.environ.get("LIEPA_GOLDEN") == "write"
"""`LIEPA_GOLDEN=write pytest tests/summaries/test_layout.py` writes the files anew; look at the difference."""


def compare(name: str, text: str) -> None:
    path = GOLDEN / name
    if WRITE:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("profile", [OFFICIAL, MEETING])
@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_of_the_paper_are_those_that_were_read_and_approved(locale: str, profile: str) -> None:
    compare(f"summary-{profile}-{locale}.txt", text_of(draw(fixed_summary(locale, profile)).pdf))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_of_a_quarter_are_those_that_were_read_and_approved(locale: str) -> None:
    summary = fixed_quarter(locale)
    assert sums_agree(summary.figures)
    compare(f"summary-quarter-{locale}.txt", text_of(draw(summary).pdf))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_quarter_counts_a_working_group_by_words_of_its_own_and_never_speaks_of_the_month_before(locale: str) -> None:
    summary, language = replace(fixed_quarter(locale), corrections=()), Language(locale)
    text = one_line(text_of(draw(summary).pdf))
    for said in (RULES["T-3"].sentence, "No published figure has changed.", "That is as many as in the month before."):
        assert one_line(language.say(said)) not in text
    assert one_line(language.say(rule_for("T-3", summary.period).sentence)) in text
    assert one_line(language.say(UNCHANGED)) in text


def test_the_frozen_figures_are_those_that_were_checked() -> None:
    compare("summary-official.json", to_json(fixed_summary()) + "\n")


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert draw(fixed_summary("lt")).pdf == draw(fixed_summary("lt")).pdf


@pytest.mark.parametrize("locale", LOCALES)
def test_every_font_is_embedded_and_serbian_cyrillic_has_its_own_forms(locale: str) -> None:
    names, embedded = set(), []
    with pikepdf.open(io.BytesIO(draw(fixed_summary(locale)).pdf)) as pdf:
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                names.add(str(below.BaseFont))
                embedded.append("/FontDescriptor" in below and "/FontFile2" in below.FontDescriptor)
    assert all(embedded)
    own = [name for name in names if "Source" not in name]
    assert bool(own) is (locale == "sr_Cyrl"), names


def test_names_with_markup_are_printed_as_they_stand() -> None:
    text = one_line(text_of(draw(fixed_summary()).pdf))
    assert "Krizių centras „Uosis“ <b> & Co" in text
    assert "Palangos m. komisariatas <b> & Co" in text


def test_a_name_with_a_sign_that_the_font_lacks_stops_the_paper_with_a_sentence() -> None:
    summary = fixed_summary()
    broken = replace(summary, letter=replace(summary.letter, name="Centras \U0001f33f"))
    with pytest.raises(Problem) as raised:
        draw(broken)
    assert "{char}" in raised.value.sentence


@pytest.mark.parametrize("locale", LOCALES)
def test_every_rule_is_listed_once_and_told_under_a_figure_at_most_once(locale: str) -> None:
    language = Language(locale)
    text = one_line(text_of(draw(fixed_summary(locale)).pdf))
    told = {
        rule.code: text.count(one_line(language.say(rule.sentence))[:40])
        for rule in RULES.values()
        if rule.code != "A-3"
    }
    assert set(told.values()) <= {1, 2}
    assert told["P-2"] == told["A-1"] == 2


@pytest.mark.parametrize("profile", [OFFICIAL, MEETING])
@pytest.mark.parametrize("locale", LOCALES)
def test_beside_every_table_and_chart_stand_its_unit_and_its_rule(locale: str, profile: str) -> None:
    summary, language = fixed_summary(locale, profile), Language(locale)
    text = one_line(text_of(draw(summary).pdf)).replace("\u00a0", " ")
    charts = ("Outcome in shares", "P-3"), ("Notices received by month", "P-2")
    for title, rule in (*((one.subject.title, one.subject.rule) for one in summary.figures.tables), *charts):
        ways = [one_line(unit_and_rule(rule, language, told=told)).replace("\u00a0", " ") for told in (False, True)]
        named = "" if rule == "A-3" else f"{language.say(title)} "  # those who pose the risk stand in a note
        assert any(f"{named}{way}" in text for way in ways), (title, ways)


@pytest.mark.parametrize("locale", LOCALES)
def test_under_every_large_figure_stands_its_rule(locale: str) -> None:
    summary, language = fixed_summary(locale), Language(locale)
    first = text_of(draw(summary).pdf).partition(language.say("Notices received by month"))[0].replace("\u00a0", " ")
    for code in ("P-2", "A-1", "P-3", "K-3", "V-1"):
        assert language.say("Rule {code}", code=language.say(code)) in first


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("profile", "most"), [(OFFICIAL, 6), (MEETING, 4)])
@pytest.mark.parametrize("seed", [7, 8, 9])
def test_the_paper_is_as_short_as_it_should_be(locale: str, profile: str, most: int, seed: int) -> None:
    assert draw(fixed_summary(locale, profile, seed=seed)).pages <= most


@pytest.mark.parametrize(("profile", "told"), [(OFFICIAL, 1), (MEETING, 0)])
def test_a_month_without_trainings_is_one_sentence_and_nothing_for_a_meeting(profile: str, told: int) -> None:
    exact = count(replace(some_facts(Random(7), 70), trainings=(), training_parts=()))
    summary = replace(fixed_summary("en", profile), figures=protect(exact) if profile == MEETING else exact)
    text = one_line(text_of(draw(summary).pdf))
    assert text.count("Trainings and events, by kind: 0.") == told
    assert "Participants and lecturers" not in text


def test_municipalities_stand_in_the_script_and_short_form_of_the_paper() -> None:
    summary = fixed_summary()
    table = summary.figures.table("municipality")
    names = ("Kretingos rajono savivaldybė", "Зрењанин")
    lines = tuple(replace(line, words=Words("", name)) for line, name in zip(table.lines, names, strict=False))
    made = replace(table, lines=(*lines, *table.lines[2:]))
    others = (one for one in summary.figures.tables if one.code != "municipality")
    mixed = replace(summary, figures=replace(summary.figures, tables=(*others, made)))
    text = text_of(draw(mixed.in_language("sr_Latn")).pdf)
    assert "Kretingos r. " in text
    assert "Zrenjanin" in text
    assert "Зрењанин" in text_of(draw(mixed.in_language("sr_Cyrl")).pdf)


@pytest.mark.parametrize(("locale", "sign"), [("sr_Cyrl", "Бр."), ("sr_Latn", "Br."), ("lt", "Nr."), ("en", "No")])
def test_the_foot_begins_with_the_number_and_a_capital(locale: str, sign: str) -> None:
    assert f"\n{sign} SV-2026-10 · " in text_of(draw(fixed_summary(locale)).pdf).replace("\u00a0", " ")


def test_only_signs_that_occur_are_explained() -> None:
    official = text_of(draw(fixed_summary()).pdf)
    assert "0 nothing counted" in official
    assert "not published" not in official
    assert "r corrected" not in official
    assert "● not published" in one_line(text_of(draw(fixed_summary(profile=MEETING, notices=30)).pdf))


def test_corrections_are_listed_with_what_was_and_what_is() -> None:
    plain = one_line(text_of(draw(fixed_summary()).pdf))
    assert "No published figure has changed." in plain
    changed = replace(fixed_summary(), corrections=(CORRECTION,), corrected=("series/2026-09/count",))
    text = one_line(text_of(draw(changed).pdf))
    assert "Correction. September 2026: was 118, now 119" in text
    assert "Notices received by sender: Total P-2 118 119 entered since: 1" in text
    assert "r corrected since it was published" in text


def test_many_corrections_flow_over_pages() -> None:
    many = tuple(replace(CORRECTION, key="outcome/pending/count", was=number) for number in range(80))
    assert isinstance(many[0], Correction)
    assert draw(replace(fixed_summary(), corrections=many)).pages > draw(fixed_summary()).pages


def test_every_figure_of_the_official_paper_can_be_found_on_its_page() -> None:
    summary = fixed_summary()
    spots = {spot.key for spot in draw(summary).spots}
    assert {"received/total/count", "outcome/accepted/count", "kinds/physical/count", "age/30-44/female"} <= spots
    assert all(summary.figures.behind(key) is not None for key in spots if not key.startswith("series/"))


def test_the_paper_for_a_meeting_is_marked_as_protected_and_says_what_was_checked() -> None:
    text = one_line(text_of(draw(fixed_summary(profile=MEETING)).pdf))
    assert "Protected figures · for the meeting" in text
    assert "Exact figures" not in text
    assert "Checked: no hidden figure can be worked out from this document." in text


def test_a_month_too_small_for_a_meeting_says_so_and_names_what_is_left_out() -> None:
    summary = fixed_summary(profile=MEETING, notices=3)
    text = one_line(text_of(draw(summary).pdf))
    assert summary.figures.left_out
    assert f"Too few to publish: {', '.join(summary.figures.left_out)}" in text


def test_a_large_centre_is_drawn_too() -> None:
    summary = fixed_summary()
    series = tuple((month, Figure(123_456)) for month, _ in summary.figures.series)
    assert "123,456" in text_of(draw(replace(summary, figures=replace(summary.figures, series=series))).pdf)
