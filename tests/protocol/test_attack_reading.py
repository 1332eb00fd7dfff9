"""Texts from elsewhere, however mangled, become provisions that can be kept, or are refused by a sentence."""

from __future__ import annotations

import random

from desktop.problems import Problem
from desktop.protocol.drafts import NUMBER, ChapterDraft, ProvisionDraft
from desktop.protocol.reading import Read
from desktop.protocol.reading_lines import read_lines
from desktop.spreadsheets.sheets import Paragraph

SIGNS = (
    "1.", "1.1", "Član 4.", "4 straipsnis.", "II", "II SKYRIUS", "Глава 2", "чл. 3", "\u202e", "\x00", "—", "a",
    "Ilgas tekstas. ", "(4)", "4)", "²", "٣.", "1²", "0.", "00", "1a.", "\ud800", "\n", "\t", " ", "𝟏.", "č" * 300,
)  # fmt: skip


def require_keepable(read: Read) -> None:
    """Every chapter and provision can be kept as it was read, each under a number of its own."""
    drafts = [
        ProvisionDraft(each.number, each.title, each.text or ("" if each.title else "–")).cleaned()
        for each in read.provisions
    ]
    assert not [problem for each in drafts for problem in each.check()]
    assert not [problem for each in read.chapters for problem in ChapterDraft(title=each.told).cleaned().check()]
    assert len({each.number for each in drafts}) == len(drafts)


def test_whatever_is_read_can_be_kept() -> None:
    chance, refused = random.Random(6), 0
    for _turn in range(1500):
        paragraphs = [
            Paragraph(
                "".join(chance.choices(SIGNS, k=chance.randint(0, 6))), chance.choice(["", "", "1.", "(a)", "IV."]),
                chance.choice([0, 0, 1, 2]), chance.random() < 0.2,
            )
            for _line in range(chance.randint(1, 12))
        ]  # fmt: skip
        try:
            require_keepable(read_lines(paragraphs))
        except Problem:
            refused += 1
    assert refused < 750


def test_a_number_that_stands_ten_thousand_times_is_kept_as_often() -> None:
    read = read_lines([Paragraph("1. Policija praneša.")] * 10_000)
    require_keepable(read)
    assert [each.number for each in read.provisions[:3]] == ["1", "1/2", "1/3"]
    assert len(read.provisions) == 10_000


def test_numbers_too_long_for_their_field_stay_apart() -> None:
    long = ".".join("1" * 14)
    read = read_lines([Paragraph(f"{long}.{last}. Tekstas.") for last in (1, 2, 3)])
    require_keepable(read)
    assert all(len(each.number) <= NUMBER for each in read.provisions)


def test_an_empty_heading_opens_nothing_and_a_long_one_is_text() -> None:
    read = read_lines([
        Paragraph("II SKYRIUS"), Paragraph("", level=1), Paragraph("Tvarka", level=1), Paragraph("1. Praneša."),
        Paragraph("III SKYRIUS"), Paragraph("Labai " * 900), Paragraph("2. Centras atsako."),
    ])  # fmt: skip
    require_keepable(read)
    assert [each.told for each in read.chapters] == ["Tvarka", "III"]
    assert [each.number for each in read.provisions] == ["1", "0", "2"]
