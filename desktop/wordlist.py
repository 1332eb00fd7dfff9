"""Words in place of numbers: eight to compare a fingerprint aloud, six to begin a passphrase with.

The lists were written for Liepa: calm things of every day, no name of a person or a place. They hold only letters
that every keyboard of the country types and that survive the loss of diacritics; Serbian is kept in Cyrillic and shown
in the script of the screen. Of the 256 words for comparing no two share their first four letters. This module must know
nothing of keys: it is handed bytes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

from desktop.places import res

SPOKEN = 8
"""Words read aloud: 64 bits of a fingerprint."""
OFFERED = 6
"""Words of an offered passphrase; `passphrase_bits` says what they are worth."""
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезијклмнопрстуфхц", "abvgdezijklmnoprstufhc", strict=True)) | {"љ": "lj", "њ": "nj"}
)


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(res("resources", "words", f"{name}.txt").read_text(encoding="utf-8").split())


def _shown(words: tuple[str, ...], locale: str) -> tuple[str, ...]:
    return tuple(word.translate(_CYRILLIC) for word in words) if locale == "sr_Latn" else words


def control_list(locale: str) -> tuple[str, ...]:
    """The 256 words for comparing, in the language and script of a locale such as `sr_Latn`."""
    return _shown(_words(locale[:2]), locale)


def passphrase_list(locale: str) -> tuple[str, ...]:
    """The words that passphrases are offered from."""
    return _shown(_words(f"{locale[:2]}-passphrase"), locale)


def words_for(mac: bytes, locale: str) -> tuple[str, ...]:
    """The first eight bytes of a fingerprint as eight words; it must have at least eight bytes."""
    if len(mac) < SPOKEN:
        raise ValueError(len(mac))
    words = control_list(locale)
    return tuple(words[byte] for byte in mac[:SPOKEN])


def same_words(told: str, shown: str) -> bool:
    """Whether two rows of words are the same, whatever the script, the capitals and the signs between them."""
    return _bare(told) == _bare(shown)


def _bare(text: str) -> list[str]:
    latin = text.casefold().translate(_CYRILLIC)
    return "".join(sign if sign.isalpha() else " " for sign in latin).split()


def offered_passphrase(chance: Callable[[int], bytes], locale: str) -> str:
    """Six words with a space between them, each drawn evenly; `chance` gives so many random bytes."""
    words = passphrase_list(locale)
    return " ".join(words[_below(len(words), chance)] for _word in range(OFFERED))


def _below(limit: int, chance: Callable[[int], bytes]) -> int:
    """An even draw from 0 to below `limit`; draws that would favour the first words are thrown away."""
    fair = 65536 - 65536 % limit
    while (drawn := int.from_bytes(chance(2))) >= fair:
        pass
    return drawn % limit


def passphrase_bits(locale: str) -> float:
    """How many bits of chance an offered passphrase holds: 59 in Lithuanian, nearly 60 in Serbian, 60 in English."""
    return OFFERED * math.log2(len(passphrase_list(locale)))
