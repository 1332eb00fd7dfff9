from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.language import LOCALES, Language
from desktop.paper.cells import Column, Row, Table, change, count, day, hidden, none, other_rule, percent, text
from desktop.paper.charts import Bars, Break, Columns, Limit, Line, Point, Share, Shares
from desktop.paper.pen import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT
from desktop.paper.preview import page_count, page_text
from desktop.paper.sheet import Drawn, Foot, KeyFigure, Letterhead, ProfileMark, Sheet, Signature
from desktop.places import res
from desktop.problems import Problem
from tests.paper.conftest import MADE

SAMPLES = {
    "en": "Notices received – first contact “in time”, 3.04 ≥ 2",
    "lt": "Gauti pranešimai „Žiburys“: ąčęėįšųūž ĄČĘĖĮŠŲŪŽ −7 ● ≠",
    "sr_Latn": "Primljene prijave „Đorđević“ šđčćž ŠĐČĆŽ LJ NJ DŽ",
    "sr_Cyrl": "Примљене пријаве „Ђорђевић“ љњџђћ ЉЊЏЂЋ, служба за брак",
}


def sheet(locale: str = "en", **given: object) -> Sheet:
    return Sheet(Language(locale), title="Monthly summary", made=MADE, **given)  # type: ignore[arg-type]


def everything(locale: str, *, large: bool = False, made: datetime = MADE) -> Drawn:
    """A document with every kind of block."""
    words = SAMPLES[locale]
    paper = Sheet(
        Language(locale),
        title=words,
        made=made,
        letterhead=Letterhead(words, (words, words)),
        mark=ProfileMark("Exact figures · for the receiver only", filled=locale != "lt"),
        running=words,
        foot=Foot(words, words, words),
        large=large,
    )
    points = tuple(Point(f"m{n}", 90 + n, mark="r" if n == 3 else "", key=f"month {n}") for n in range(13))
    gap = (*points[:4], Point("x", None), Point("y", 3, hidden=True), *points[5:])
    paper.heading(words, facts=("2026-11-09", "No 3", words))
    paper.lead(words)
    paper.key_figures([KeyFigure("127", words, words, key="received"), KeyFigure("47 %", "notices")])
    paper.chart(Columns(words, words, gap, (words,)))
    paper.section(words)
    paper.subsection(words)
    paper.table(sample_table(words))
    paper.chart(Bars(words, words, tuple(replace(point, indent=bool(n)) for n, point in enumerate(gap[:6]))))
    paper.chart(Shares(words, words, (Share("row", points[:3]), Share("", gap[3:7]), Share("none", ()))))
    paper.chart(Line(words, words, gap, breaks=(Break(8, words),), limit=Limit(50, words)))
    paper.text(words)
    paper.note(words)
    paper.signatures([Signature("PREPARED BY", words, words, ("Signed digitally", words), "2026-11-09")] * 3)
    paper.seal_text(words, [words * 4, words])
    return paper.draw()


def sample_table(words: str) -> Table:
    columns = (Column(words), Column("n", numbers=True), Column("x", numbers=True, band=True), Column(words, 1.5))
    rows = (
        Row((text(words), count(1234.5, digits=1, key="first"), hidden(key="second"), day(MADE.date()))),
        Row((text(words), change(-3, mark="r"), none(), text(words)), indent=True),
        Row((text("Unknown"), percent(1, 3), other_rule(), text(""))),
        Row((text("Total"), count(1), percent(1, 0), text("")), total=True),
    )
    return Table(words, words, columns, rows, (words,))


def words_of(pdf: bytes) -> str:
    return "\n".join(page_text(pdf, page) for page in range(page_count(pdf)))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
def test_every_font_is_embedded_and_our_own(locale: str, large: bool) -> None:
    family = "LiepaSansSR" if locale == "sr_Cyrl" else "SourceSans3"
    with pikepdf.open(io.BytesIO(everything(locale, large=large).pdf)) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        assert len(fonts) >= 3
        for font in fonts:
            assert re.fullmatch(rf"/[A-Z]{{6}}\+{family}-(Regular|SemiBold|Bold)", str(font.BaseFont))
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_of_each_language_can_be_copied_out_again(locale: str) -> None:
    assert SAMPLES[locale] in words_of(everything(locale).pdf)


def test_the_same_calls_give_the_same_bytes_in_any_process() -> None:
    program = (
        "import hashlib; from tests.paper.test_sheet import everything;"
        "print(hashlib.sha256(everything('sr_Cyrl').pdf).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(told) == 1
    assert everything("lt").pdf == everything("lt").pdf


def test_the_only_time_in_the_file_is_the_one_handed_in() -> None:
    with pikepdf.open(io.BytesIO(everything("en", made=datetime(2031, 2, 3, 4, 5, 6, tzinfo=UTC)).pdf)) as pdf:
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20310203040506+00'00'"


@pytest.mark.parametrize(
    ("locale", "tag"), [("en", "en-GB"), ("lt", "lt-LT"), ("sr_Latn", "sr-Latn-RS"), ("sr_Cyrl", "sr-Cyrl-RS")]
)
def test_the_file_names_its_language_and_title_and_nobody(locale: str, tag: str) -> None:
    with pikepdf.open(io.BytesIO(everything(locale).pdf)) as pdf:
        assert str(pdf.Root.Lang) == tag
        assert str(pdf.docinfo.Title) == SAMPLES[locale]
        assert [str(pdf.docinfo.get(key, "")) for key in ("/Author", "/Subject", "/Creator")] == ["", "", ""]
        assert pdf.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712 - a name of PDF
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == [SAMPLES[locale]]
            assert [entry.title for entry in outline.root[0].children] == [SAMPLES[locale]]


EVIL = ["<b>x", "a & b", '<img src="/etc/passwd"/>', "]]>", '<font color="[[[1]]]">', "%s {n} {0}", "\\n(", "</para>"]


@pytest.mark.parametrize("name", EVIL)
def test_markup_is_printed_as_it_stands(name: str) -> None:
    paper = sheet(letterhead=Letterhead(name, (name,)), foot=Foot(name))
    paper.heading(name)
    paper.text(name)
    paper.table(Table(name, name, (Column(name),), (Row((text(name),)),), (name,)))
    paper.chart(Bars(name, name, (Point(name, 3),)))
    drawn = paper.draw()
    assert words_of(drawn.pdf).count(name) >= 9
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        assert not [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Image" in str(item.keys())]
        assert "/Annots" not in pdf.pages[0]


@settings(max_examples=120, deadline=None)
@given(st.text(st.characters(codec="utf-8", max_codepoint=0x24F), max_size=60) | st.sampled_from(EVIL))
def test_whatever_is_typed_is_printed_or_refused_in_a_sentence(words: str) -> None:
    paper = sheet()
    try:
        paper.text(words)
        paper.table(Table(words, "", (Column(words),), (Row((text(words),)),)))
        printed = words_of(paper.draw().pdf)
    except Problem as problem:
        refused = problem.sentence
    else:
        refused = ""
        assert "\x00" not in printed
    assert refused in ("", "This font lacks the sign: {char}")


@pytest.mark.parametrize("steering", ["\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\x00", "\x1b", "\u00ad"])
def test_signs_that_only_steer_are_left_out(steering: str) -> None:
    paper = sheet()
    paper.text(f"Ona{steering}Petraitė")
    assert "OnaPetraitė" in words_of(paper.draw().pdf)


@pytest.mark.parametrize("lacking", ["語", "😀", "ع", "\U000e0001x語"])
def test_a_sign_that_the_font_lacks_stops_the_document(lacking: str) -> None:
    paper = sheet()
    paper.text(f"Name {lacking}")
    with pytest.raises(Problem, match="lacks the sign") as told:
        paper.draw()
    assert "U+" in str(told.value.values["char"])


def test_ten_thousand_signs_are_all_printed() -> None:
    paper = sheet()
    paper.text("ą" * 10_000)
    printed = words_of(paper.draw().pdf)
    assert printed.count("ą") == 10_000


def test_a_cell_higher_than_a_page_goes_on_over_the_next_pages() -> None:
    paper = sheet()
    rows = (Row((text("before"), text(""))), Row((text("ą" * 10_000), text("beside"))), Row((text("after"), text(""))))
    paper.table(Table("", "", (Column("a"), Column("b")), rows))
    printed = words_of(paper.draw().pdf)
    assert printed.count("ą") == 10_000
    assert printed.index("before") < printed.index("beside") < printed.index("after")


@pytest.mark.parametrize("signs", [500, 1500, 3000, 4500])
def test_rows_of_any_height_find_room(signs: int) -> None:
    paper = sheet()
    paper.table(Table("", "", (Column("a"), Column("b")), (Row((text("ą" * signs), text("x"))),) * 7))
    assert words_of(paper.draw().pdf).count("ą") == 7 * signs


def test_columns_of_long_words_give_way_to_each_other() -> None:
    paper = sheet()
    paper.table(Table("", "", tuple(Column("a") for _ in range(6)), (Row(tuple(text("w" * 60) for _ in range(6))),)))
    assert words_of(paper.draw().pdf).count("w") == 360


def test_a_table_with_too_many_columns_is_told_instead_of_cut() -> None:
    columns = tuple(Column("123456789", numbers=True) for _ in range(20))
    with pytest.raises(Problem, match="too wide"):
        sheet().table(Table("Wide", "", columns, (Row(tuple(count(1) for _ in columns)),)))


def test_nothing_is_drawn_outside_the_page() -> None:
    for locale in LOCALES:
        for page in range(page_count(everything(locale, large=True).pdf)):
            ink = _ink(everything(locale, large=True).pdf, page)
            assert ink[0] >= LEFT - 3
            assert ink[2] <= RIGHT + 3


def _ink(pdf: bytes, page: int) -> tuple[float, float, float, float]:
    """The rectangle that holds everything drawn, in points."""
    from desktop.paper.preview import page_png

    picture = Image.open(io.BytesIO(page_png(pdf, page))).convert("L").point(lambda shade: 255 * (shade < 250))
    box = picture.getbbox()
    assert box
    assert picture.size == (round(PAGE_WIDTH + 0.5), round(PAGE_HEIGHT + 0.5))
    return box


def test_figures_are_found_where_they_lie() -> None:
    drawn = everything("en")
    keys = {spot.key for spot in drawn.spots}
    assert {"received", "first", "second", "month 0", "month 12"} <= keys
    assert "" not in keys
    for spot in drawn.spots:
        assert 0 <= spot.page < drawn.pages == page_count(drawn.pdf)
        assert LEFT - 1 <= spot.x < spot.x + spot.width <= RIGHT + 1
        assert 0 < spot.y < spot.y + spot.height <= BOTTOM + 5


def test_a_spot_covers_the_figure_that_is_printed_there() -> None:
    import pypdfium2

    drawn = everything("en")
    spot = next(spot for spot in drawn.spots if spot.key == "first")
    document = pypdfium2.PdfDocument(drawn.pdf)
    box = (spot.x, PAGE_HEIGHT - spot.y - spot.height, spot.x + spot.width, PAGE_HEIGHT - spot.y)
    assert document[spot.page].get_textpage().get_text_bounded(*box).strip() == "1,234.5"


def test_serbian_cyrillic_draws_its_own_b() -> None:
    from reportlab.pdfbase.ttfonts import TTFont

    for weight in ("Regular", "SemiBold", "Bold"):
        serbian = TTFont("a", str(res("resources", "fonts", f"LiepaSansSR-{weight}.ttf"))).face
        plain = TTFont("b", str(res("resources", "fonts", f"SourceSans3-{weight}.ttf"))).face
        assert serbian.charToGlyph[0x431] != plain.charToGlyph[0x431]
        assert serbian.charToGlyph[0x432] == plain.charToGlyph[0x432]
        assert b"Source" not in serbian.name


def test_a_hidden_figure_is_read_aloud_as_words() -> None:
    paper = sheet()
    paper.table(Table("", "", (Column("a", numbers=True),), (Row((hidden(),)),)))
    with pikepdf.open(io.BytesIO(paper.draw().pdf)) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    assert b"ActualText <FEFF" + "not published".encode("utf-16-be").hex().upper().encode() + b">" in drawn
    assert drawn.count(b"BDC") == drawn.count(b"EMC")


def test_key_figures_that_are_too_wide_for_five_go_on_two_rows() -> None:
    paper = sheet()
    paper.key_figures([KeyFigure("1,234,567.5", f"figure {number}", key=str(number)) for number in range(5)])
    spots = paper.draw().spots
    assert len({spot.y for spot in spots}) == 2
    assert {spot.key for spot in spots} == set("01234")


def test_labels_of_many_months_do_not_run_into_each_other() -> None:
    paper = sheet()
    paper.chart(Columns("t", "", tuple(Point(f"month{number:02d}", 5) for number in range(24))))
    printed = words_of(paper.draw().pdf)
    assert "month23" in printed
    assert "month00" in printed
    assert "month01" not in printed


def test_a_logo_is_drawn_and_a_broken_one_is_told() -> None:
    logo = io.BytesIO()
    Image.new("RGBA", (300, 100), (28, 93, 99, 255)).save(logo, "PNG")
    paper = sheet(letterhead=Letterhead("Centre", ("Street 1",), logo.getvalue()))
    paper.text("words")
    assert b"/Image" in paper.draw().pdf
    with pytest.raises(Problem, match="logo cannot be read"):
        sheet(letterhead=Letterhead("Centre", (), b"no picture")).draw()


def test_serbian_tells_number_and_date_above_the_title() -> None:
    for locale, first in (("sr_Cyrl", "31/2026"), ("lt", "Title")):
        paper = sheet(locale)
        paper.heading("Title", facts=("31/2026", "2026-11-09"))
        paper.text("text")
        assert words_of(paper.draw().pdf).startswith(first)
