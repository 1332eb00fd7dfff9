"""By which encoding a text was written: told by its marks, or weighed by the letters that come out. Pure.

The lists come from Lithuania and Serbia. Where several encodings would give words of these languages, all are named,
the likeliest first, so that somebody can be asked: a wrong letter in a name is never kept unseen.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

LITHUANIAN, SERBIAN, CYRILLIC = "ąčęėįšųūž", "čćđšž", "абвгдђежзијклљмнњопрстћуфхцчџш"
ENCODINGS = {
    "cp1257": LITHUANIAN,
    "cp1250": SERBIAN,
    "cp1251": CYRILLIC,
    "iso8859_13": LITHUANIAN,
    "iso8859_2": SERBIAN,
    "iso8859_5": CYRILLIC,
}
"""The 8-bit encodings in use, with the letters beyond ASCII that they were made for."""
_ENDINGS = re.compile(
    r"(ienė|ienės|ienei|aitė|aitės|ytė|ytės|utė|čius|čienė|šas|škas|ūnas|ėnas|ėnienė|žys|šys|ūras|ė|ės"
    r"|ić|ića|iću|ićem|ović|ević|ski|ски|ић|ића|ићу|овић|евић)$"
)
_DOUBLED = re.compile(r"[ÃÄÅÐÑ][\x80-\xbf‘’“”„†‡•…‰Š‹ŒŽ™š›œžŸ–—¡-¿]")
_WORD = re.compile(r"\w[\w'’-]*")
_NEARLY = 0.75
"""So much of the best weight makes another encoding worth asking about."""


def decoded(content: bytes, asked: str = "") -> tuple[str, tuple[str, ...]]:
    """The text, and the encodings it may have, that of the text first. ValueError if it is no text at all.

    Args:
        content: All bytes of the file.
        asked: The encoding that somebody chose; then nothing is weighed.
    """
    if asked:
        return content.decode(asked).removeprefix("\ufeff"), (asked,)
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(name).removeprefix("\ufeff"), (name,)
    wide = _without_mark(content)
    if wide:
        return content.decode(wide), (wide,)
    if b"\0" in content:
        raise ValueError("not a text")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _weighed(content)
    return text, ("utf-8",)


def looks_doubled(text: str) -> bool:
    """Whether letters were spoilt before the file was written, as `Ä—` for `ė`: nothing here can mend them."""
    return len(_DOUBLED.findall(text)) >= 2


def _without_mark(content: bytes) -> str:
    """UTF-16 without a mark shows by its zeros: nearly every second byte."""
    half = max(1, len(content) // 2)
    if len(content) % 2 or len(content) < 4:
        return ""
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = content[start::2].count(0), content[1 - start :: 2].count(0)
        if zeros > half * 0.5 and not others:
            return name
    return ""


def _weighed(content: bytes) -> tuple[str, tuple[str, ...]]:
    texts: dict[str, str] = {}
    for name in ENCODINGS:
        try:
            texts[name] = content.decode(name)
        except UnicodeDecodeError:
            continue
    weights = {name: _weight(text, ENCODINGS[name]) for name, text in texts.items()}
    if not weights or max(weights.values()) <= 0:
        raise ValueError("not a text of these languages")
    order = sorted(weights, key=lambda name: (-weights[name], list(ENCODINGS).index(name)))
    best = order[0]
    rivals = [name for name in order[1:] if weights[name] >= weights[best] * _NEARLY and texts[name] != texts[best]]
    return texts[best], (best, *rivals)


def _weight(text: str, letters: str) -> float:
    """How much a text looks like words of a language with these letters: above 0 if it might be, higher is likelier."""
    weight = 0.0
    for sign in text:
        if ord(sign) >= 0x80 and not sign.isalpha():
            weight += -5 if unicodedata.category(sign) == "Cc" else 0.1 if sign in "„“”–—’\xa0№" else -3
    for word in _WORD.findall(text):
        beyond = [sign for sign in word.casefold() if ord(sign) >= 0x80]
        if not beyond:
            continue
        fitting = sum(sign in letters for sign in beyond)
        weight += fitting - 3 * (len(beyond) - fitting)
        if letters == CYRILLIC and any(sign.isascii() and sign.isalpha() for sign in word):
            weight -= 4
        if any(small.isupper() and big.islower() for big, small in pairwise(word)):
            weight -= 3
        if fitting == len(beyond) and _ENDINGS.search(word.casefold()):
            weight += 1.5
    return weight
