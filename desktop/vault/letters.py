"""Letters without their marks, and the order of the alphabets: what searching and sorting stand on.

No library folds đ, ł and Cyrillic as people type them, and none sorts Lithuanian and Serbian on all our systems; both
tables are our own (checked against ICU). Knows nothing of tables.
"""

from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

_CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ѓ": "g", "д": "d", "ђ": "đ", "е": "e", "ё": "e", "є": "je",
    "ж": "ž", "з": "z", "ѕ": "dz", "и": "i", "і": "i", "ї": "ji", "й": "j", "ј": "j", "к": "k", "ќ": "k", "л": "l",
    "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ć", "у": "u",
    "ў": "u", "ф": "f", "х": "h", "ц": "c", "ч": "č", "џ": "dž", "ш": "š", "щ": "šč", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "ju", "я": "ja",
})  # fmt: skip
_LATIN = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
_DJ = str.maketrans({"đ": "dj", "ђ": "dj"})


def fold(text: str) -> str:
    """The text as it is searched for: small Latin letters without marks (Đurić and Ђурић are both `duric`)."""
    plain = normalize("NFC", text).casefold().translate(_CYRILLIC).translate(_LATIN)
    return "".join(c for c in normalize("NFKD", plain) if not combining(c))


def latin(text: str) -> str:
    """The text in small Latin letters, each with its mark: Ђурић is `đurić`, and so is Đurić."""
    return normalize("NFC", text).casefold().translate(_CYRILLIC)


def forms(text: str) -> str:
    """Every folded form under which the text may be searched: đ is typed as d and as dj."""
    first, second = fold(text), fold(normalize("NFC", text).casefold().translate(_DJ))
    return first if first == second else f"{first} {second}"


_SERBIAN = "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž"
_SERBIAN_CYRILLIC = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш"
_LITHUANIAN = "aą b c č d eęė f g h iįy j k l m n o p q r s š t uųū v w x z ž"
_ENGLISH = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_ALPHABETS = {
    "lt": (_LITHUANIAN,),
    "sr_Latn": (_SERBIAN, _SERBIAN_CYRILLIC),
    "sr_Cyrl": (_SERBIAN_CYRILLIC, _SERBIAN),
    "en": (_ENGLISH, _SERBIAN_CYRILLIC),
}


@cache
def _weights(locale: str) -> dict[str, tuple[int, int]]:
    """By letter (or two): its place in the alphabet, and its place among those that share it."""
    table: dict[str, tuple[int, int]] = {}
    place = 40
    for alphabet in _ALPHABETS[locale]:
        for group in alphabet.split():
            place += 1
            if len(group) > 1 and group in ("dž", "lj", "nj"):
                table[group] = (place, 1)
            else:
                table.update({letter: (place, accent) for accent, letter in enumerate(group, 1)})
    return table


_FIRST_SIGN, _FIRST_DIGIT, _REST = 2, 20, 200


def sort_key(text: str, locale: str) -> bytes:
    """Bytes that sort as the words stand in a dictionary of that language; the same in any database.

    Letters decide first, marks after them, capitals last. Signs and spaces stand before digits, digits before letters.
    """
    table = _weights(locale)
    letters, marks, cases = bytearray(), bytearray(), bytearray()
    word = normalize("NFC", text)
    small = "".join(c if len(low := c.lower()) != 1 else low for c in word)
    at = 0
    while at < len(small):
        step = 2 if len(small[at : at + 2]) == 2 and small[at : at + 2] in table else 1
        weight, mark = _weight(small[at : at + step], table)
        letters += weight
        marks.append(mark)
        cases.append(sum(2 if word[i] != small[i] else 1 for i in range(at, at + step)))
        at += step
    return bytes(letters + b"\0" + marks + b"\0" + cases)


def _weight(letter: str, table: dict[str, tuple[int, int]]) -> tuple[bytes, int]:
    if letter in table:
        place, mark = table[letter]
        return bytes((place,)), mark
    if letter.isdigit():
        return bytes((_FIRST_DIGIT + int(letter) if letter.isdecimal() else _FIRST_DIGIT,)), 1
    plain = normalize("NFD", letter)
    if plain[0] in table and len(plain) > 1:
        return bytes((table[plain[0]][0],)), 10 + sum(map(ord, plain[1:])) % 200
    if plain[0].isalpha():
        return bytes((_REST,)) + f"{ord(plain[0]):06x}".encode(), 1
    return bytes((_FIRST_SIGN + min(ord(letter) % 16, 15),)), 1
