"""Every language writes dates, numbers, lengths of time and counts as its readers do."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from desktop import language
from desktop.language import LOCALES, Language

SPACE = "\u00a0"


def said(**expected: str) -> list[tuple[Language, str]]:
    assert set(expected) == set(LOCALES)
    return [(Language(locale), text.replace("~", SPACE)) for locale, text in expected.items()]


@pytest.mark.parametrize(
    ("spoken", "text"),
    said(en="09/03/2026", lt="2026-03-09", sr_Latn="9. 3. 2026.", sr_Cyrl="9. 3. 2026."),
)
def test_a_short_date(spoken: Language, text: str) -> None:
    assert spoken.day(date(2026, 3, 9)) == text


@pytest.mark.parametrize(
    ("spoken", "text"),
    said(en="9~March 2026", lt="2026~m. kovo 9~d.", sr_Latn="9.~marta 2026.", sr_Cyrl="9.~марта 2026."),
)
def test_a_long_date_puts_the_month_in_the_genitive(spoken: Language, text: str) -> None:
    assert spoken.long_day(date(2026, 3, 9)) == text


@pytest.mark.parametrize(
    ("locale", "months"),
    [
        ("lt", "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio"),
        ("sr_Latn", "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra"),
        ("sr_Cyrl", "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра"),
    ],
)
def test_all_twelve_months_in_a_date(locale: str, months: str) -> None:
    spoken = Language(locale)
    assert [spoken.month_name(month, in_date=True) for month in range(1, 13)] == months.split()


@pytest.mark.parametrize(
    ("spoken", "text"),
    said(en="August 2026", lt="2026~m. rugpjūtis", sr_Latn="avgust 2026.", sr_Cyrl="август 2026."),
)
def test_a_month_as_a_title_stands_in_the_nominative(spoken: Language, text: str) -> None:
    assert spoken.month_title(2026, 8) == text


@pytest.mark.parametrize(
    ("spoken", "text"),
    said(
        en="4th~quarter of 2026",
        lt="2026~m. IV~ketvirtis",
        sr_Latn="IV~tromesečje 2026.",
        sr_Cyrl="IV~тромесечје 2026.",
    ),
)
def test_a_quarter_as_a_title_bears_its_number_as_the_language_writes_it(spoken: Language, text: str) -> None:
    assert spoken.quarter_title(2026, 4) == text


@pytest.mark.parametrize(("spoken", "text"), said(en="9 Mar", lt="03-09", sr_Latn="9. 3.", sr_Cyrl="9. 3."))
def test_a_date_of_this_year_in_a_table(spoken: Language, text: str) -> None:
    assert spoken.day_of_year(date(2026, 3, 9), date(2026, 11, 2)) == text
    assert spoken.day_of_year(date(2025, 3, 9), date(2026, 11, 2)) == spoken.day(date(2025, 3, 9))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_clock_has_24_hours(locale: str) -> None:
    assert Language(locale).clock(time(14, 5)) == "14:05"
    assert Language(locale).moment(datetime(2026, 3, 9, 9, 5)).endswith(" 09:05")


@pytest.mark.parametrize(
    ("spoken", "text"),
    said(
        en="12,345.6 −1,234 +8 −3 0",
        lt="12~345,6 −1~234 +8 −3 0",
        sr_Latn="12.345,6 −1.234 +8 −3 0",
        sr_Cyrl="12.345,6 −1.234 +8 −3 0",
    ),
)
def test_numbers_and_differences(spoken: Language, text: str) -> None:
    numbers = (spoken.number(12345.6, 1), spoken.number(-1234))
    assert " ".join((*numbers, *map(spoken.change, (8, -3, 0)))) == text


@pytest.mark.parametrize(("spoken", "text"), said(en="92%", lt="92~%", sr_Latn="92%", sr_Cyrl="92%"))
def test_a_share_and_a_share_of_nothing(spoken: Language, text: str) -> None:
    assert spoken.percent(46, 50) == text
    assert spoken.percent(0, 0) == "–"


@pytest.mark.parametrize(
    ("spoken", "text"), said(en="5~min 2.5~h", lt="5~min. 2,5~val.", sr_Latn="5~min 2,5~h", sr_Cyrl="5~min 2,5~h")
)
def test_lengths_of_time_are_never_declined(spoken: Language, text: str) -> None:
    assert f"{spoken.minutes(5)} {spoken.hours(2.5, 1)}" == text


@pytest.mark.parametrize(
    ("spoken", "text"),
    said(
        en="on Mondays, on Wednesdays, on Sundays",
        lt="pirmadieniais, trečiadieniais, sekmadieniais",
        sr_Latn="ponedeljkom, sredom, nedeljom",
        sr_Cyrl="понедељком, средом, недељом",
    ),
)
def test_days_that_recur_begin_with_monday_however_they_are_given(spoken: Language, text: str) -> None:
    assert spoken.weekdays_on((6, 0, 2, 0)) == text


@pytest.mark.parametrize(
    ("spoken", "text"), said(en="Monday", lt="pirmadienis", sr_Latn="ponedeljak", sr_Cyrl="понедељак")
)
def test_a_weekday_is_small_where_the_language_writes_it_small(spoken: Language, text: str) -> None:
    assert spoken.weekday(0) == text


@pytest.mark.parametrize(
    ("spoken", "text"),
    said(
        en="yesterday | today 17:00 | tomorrow | Thursday 17:00 | Sunday | 9 Nov | 31 Oct",
        lt="vakar | šiandien 17:00 | rytoj | ketvirtadienis 17:00 | sekmadienis | 11-09 | 10-31",
        sr_Latn="juče | danas 17:00 | sutra | četvrtak 17:00 | nedelja | 9. 11. | 31. 10.",
        sr_Cyrl="јуче | данас 17:00 | сутра | четвртак 17:00 | недеља | 9. 11. | 31. 10.",
    ),
)
def test_a_near_day_is_called_as_people_call_it(spoken: Language, text: str) -> None:
    now = datetime(2026, 11, 2, 9, 0)
    days = (
        date(2026, 11, 1),
        datetime(2026, 11, 2, 17, 0),
        date(2026, 11, 3),
        datetime(2026, 11, 5, 17, 0),
        date(2026, 11, 8),
        date(2026, 11, 9),
        date(2026, 10, 31),
    )
    assert " | ".join(spoken.near(day, now) for day in days) == text


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", {1: "1 working day", 2: "2 working days", 0: "0 working days"}),
        (
            "lt",
            {
                0: "0 darbo dienų",
                1: "1 darbo diena",
                2: "2 darbo dienos",
                5: "5 darbo dienos",
                11: "11 darbo dienų",
                21: "21 darbo diena",
                22: "22 darbo dienos",
                101: "101 darbo diena",
                111: "111 darbo dienų",
            },
        ),
        (
            "sr_Latn",
            {
                0: "0 radnih dana",
                1: "1 radni dan",
                2: "2 radna dana",
                5: "5 radnih dana",
                11: "11 radnih dana",
                21: "21 radni dan",
                22: "22 radna dana",
                101: "101 radni dan",
                112: "112 radnih dana",
            },
        ),
        ("sr_Cyrl", {0: "0 радних дана", 1: "1 радни дан", 4: "4 радна дана", 14: "14 радних дана"}),
    ],
)
def test_working_days_are_counted_in_the_right_form(locale: str, expected: dict[int, str]) -> None:
    assert {n: Language(locale).working_days(n) for n in expected} == expected


def test_the_language_of_a_document_does_not_follow_the_screen() -> None:
    before = language.chosen()
    try:
        language.choose("lt")
        assert (language._("today"), Language("sr_Cyrl").say("today")) == ("šiandien", "данас")
    finally:
        language.choose(before.locale)


@pytest.mark.parametrize(
    ("spoken", "text"),
    said(
        en="First contact by: 09/03/2026 14:05",
        lt="Pirmasis kontaktas iki: 2026-03-09 14:05",
        sr_Latn="Prvi kontakt do: 9. 3. 2026. 14:05",
        sr_Cyrl="Први контакт до: 9. 3. 2026. 14:05",
    ),
)
def test_a_date_put_into_a_sentence_is_written_as_the_language_does(spoken: Language, text: str) -> None:
    assert spoken.say("First contact by: {date}", date=datetime(2026, 3, 9, 14, 5)) == text
    assert spoken.say("First contact by: {date}", date=date(2026, 3, 9)) == text.removesuffix(" 14:05")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="sr_ME"):
        language.choose("sr_ME")


def test_every_language_is_named_in_itself() -> None:
    assert set(language.OWN_NAMES) == set(LOCALES)


def test_qt_speaks_the_language_and_stays_english_where_it_is_not_asked() -> None:
    assert Language("lt").qt("QPlatformTheme", "Cancel") == "Atsisakyti"
    assert Language("sr_Latn").qt("QPlatformTheme", "Cancel") == "Otkaži"
    assert Language("en").qt("QPlatformTheme", "Cancel") is None
    assert Language("lt").qt("QShortcut", "Ctrl") is None
