from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language import LOCALES, Language
from desktop.paper.calendar_file import Someone, event
from desktop.paper.pen import TAGS
from tests.paper.conftest import MADE

LONG = "Група за координацију и сарадњу Основног јавног тужилаштва у Зрењанину; сто, столице\nи \\ друго"
BEGINS, ENDS = datetime(2026, 11, 12, 10), datetime(2026, 11, 12, 11, 30)


def written(**given: Any) -> bytes:
    asked = {"made": MADE, "language": Language("sr_Cyrl"), **given}
    return event("sastanak-1@liepa", asked.pop("summary", LONG), BEGINS, ENDS, "Europe/Belgrade", **asked)


def properties(file: bytes) -> dict[str, tuple[str, str]]:
    """Each property's parameters and value, unfolded and unescaped as RFC 5545 tells a reader to do."""
    assert file.endswith(b"\r\n")
    found = {}
    for line in file.replace(b"\r\n ", b"").decode("utf-8").removesuffix("\r\n").split("\r\n"):
        quoted, cut = False, 0
        for cut, sign in enumerate(line):  # noqa: B007
            quoted ^= sign == '"'
            if sign == ":" and not quoted:
                break
        name, _, parameters = line[:cut].partition(";")
        value, escaped = "", False
        for sign in line[cut + 1 :]:
            if escaped:
                value, escaped = value + {"n": "\n", "N": "\n"}.get(sign, sign), False
            elif sign == "\\":
                escaped = True
            else:
                value += sign
        assert name not in found or name in ("BEGIN", "END"), name
        found[name] = (parameters, value)
    return found


def test_long_words_with_commas_semicolons_and_new_lines_are_read_back_as_they_were_written() -> None:
    read = properties(written(place=LONG, description=LONG * 5))
    assert read["SUMMARY"] == ("LANGUAGE=sr-Cyrl-RS", LONG)
    assert read["LOCATION"][1] == LONG
    assert read["DESCRIPTION"][1] == LONG * 5


def test_no_line_is_longer_than_75_octets_and_none_breaks_within_a_letter() -> None:
    lines = written(description=LONG * 20).split(b"\r\n")
    assert max(map(len, lines)) == 75 or max(map(len, lines)) == 74
    for line in lines:
        line.decode("utf-8")
        assert b"\n" not in line


def test_desk_time_becomes_utc_on_either_side_of_summer_time() -> None:
    read = properties(written())
    assert (read["DTSTART"][1], read["DTEND"][1]) == ("20261112T090000Z", "20261112T103000Z")
    summer = event("a", "b", datetime(2026, 7, 1, 10), datetime(2026, 7, 1, 11), "Europe/Vilnius",
                   made=MADE, language=Language("lt"))  # fmt: skip
    assert properties(summer)["DTSTART"][1] == "20260701T070000Z"


def test_who_is_invited_is_asked_for_an_answer_and_nobody_else() -> None:
    centre = Someone('Удружење "Плава врата"; врата', "pisma@primer.example")
    read = properties(written(organiser=centre, attendee=Someone("ОЈТ", "tuz@primer.example"), sequence=3))
    assert (read["METHOD"][1], read["SEQUENCE"][1]) == ("REQUEST", "3")
    assert read["ORGANIZER"] == ("CN=\"Удружење ^'Плава врата^'; врата\"", "mailto:pisma@primer.example")
    assert read["ATTENDEE"] == ('CN="ОЈТ";RSVP=TRUE', "mailto:tuz@primer.example")
    assert properties(written())["METHOD"][1] == "PUBLISH"
    cancelled = properties(written(cancelled=True))
    assert (cancelled["METHOD"][1], cancelled["STATUS"][1]) == ("CANCEL", "CANCELLED")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_language_is_told_and_the_same_event_gives_the_same_bytes(locale: str) -> None:
    assert properties(written(language=Language(locale)))["SUMMARY"][0] == f"LANGUAGE={TAGS[locale]}"
    assert written(language=Language(locale)) == written(language=Language(locale))


@given(st.text())
def test_nothing_that_was_typed_becomes_a_property(typed: str) -> None:
    someone = Someone(typed, typed)
    file = written(summary=typed, place=typed, description=typed, organiser=someone, attendee=someone)
    names = [line.split(b";")[0].split(b":")[0] for line in file.replace(b"\r\n ", b"").split(b"\r\n")[:-1]]
    plain = b" ".join(name for name in names if name not in (b"LOCATION", b"DESCRIPTION"))
    assert plain == (
        b"BEGIN VERSION PRODID CALSCALE METHOD BEGIN UID DTSTAMP DTSTART DTEND SEQUENCE STATUS SUMMARY"
        b" ORGANIZER ATTENDEE END END"
    )
