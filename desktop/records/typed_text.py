"""What people type or paste, made fit to be kept: no control signs, no hidden direction marks, nothing else changed.

Pure. Names and words stay as typed; markup stays literal text. Also finds national personal codes in free text, which
are not kept in Liepa and are warned about.
"""

from __future__ import annotations

import re
import unicodedata

from stdnum.lt import asmens
from stdnum.si import emso

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
"""Unicode categories nobody types on purpose: control, format and direction marks, halves of a sign, unassigned."""
_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\t": " "})
_RUN = re.compile(r"[0-9]+")
_SPACED_RUN = re.compile(r"[0-9]+(?:[ -][0-9]+)+")


def clean(text: str) -> str:
    """A text of several lines without unseen signs, in composed letters (NFC), trimmed at both ends."""
    if text.isprintable():
        return unicodedata.normalize("NFC", text).strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    kept = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in _UNSEEN)
    return unicodedata.normalize("NFC", kept).strip()


def clean_line(text: str) -> str:
    """A text of one line: as `clean`, with every run of white space made one space."""
    return " ".join(clean(text).split())


def has_personal_code(text: str) -> bool:
    """Whether a valid Lithuanian or Serbian personal code stands in the text, written in one or with spaces.

    Lithuania: asmens kodas, 11 digits. Serbia: JMBG, 13 digits, by the same rule as the Slovenian EMŠO. The check
    digit and the date inside must both be right, so telephone numbers are not taken for codes.
    """
    return bool(personal_codes(text))


def personal_codes(text: str) -> tuple[tuple[int, int], ...]:
    """Where such codes begin and end in the text, the last one first, so that they can be taken out one by one."""
    spaced = {run.span() for run in _SPACED_RUN.finditer(text) if _is_code(re.sub("[ -]", "", run.group()))}
    plain = {run.span() for run in _RUN.finditer(text) if _is_code(run.group())}
    inside = {one for one in plain if any(a <= one[0] and one[1] <= b for a, b in spaced)}
    return tuple(sorted(spaced | (plain - inside), reverse=True))


def _is_code(digits: str) -> bool:
    if len(digits) == 11:
        return bool(asmens.is_valid(digits))
    return len(digits) == 13 and bool(emso.is_valid(digits))
