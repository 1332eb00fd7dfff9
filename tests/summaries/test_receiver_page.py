"""The page a receiver is given once: one page in every language, with the control code of this vault's seal."""

from __future__ import annotations

import pytest

from desktop.language import LOCALES, Language
from desktop.paper.centre_keys import CentreKeys, grouped
from desktop.summaries.press import Press
from desktop.wordlist import words_for
from tests.summaries.conftest import text_of


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_holds_the_control_code_of_the_seal_on_one_page(press: Press, keys: CentreKeys, locale: str) -> None:
    drawn = press.receiver_page(Language(locale))
    assert drawn.pages == 1
    text = text_of(drawn.pdf)
    assert all(group in text for group in grouped(keys.fingerprint))
    assert " · ".join(words_for(bytes.fromhex(keys.fingerprint), locale)) in text


def test_the_page_does_not_say_of_itself_that_it_holds_no_control_code(press: Press) -> None:
    text = " ".join(text_of(press.receiver_page(Language("en")).pdf).split())
    assert "The digital seal shows two things" in text
    assert "not in this file on purpose" not in text
