"""Telephone numbers: understood in any shape they are typed in, kept in one, shown grouped or masked.

Pure. In Lithuania the domestic prefix 8 was switched off in 2025 and is still found on paper; it is accepted.
"""

from __future__ import annotations

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from desktop.records.typed_text import clean_line

_MASK = "•"
_FEWEST_DIGITS = 5
_TRUNK = {"LT": "8"}
"""What was dialled first within a country; 0 elsewhere."""


def understood(text: str, country: str) -> str:
    """The number in international form, +37061230041; as typed where it is no valid number of that country's plan."""
    typed = clean_line(text)
    number = _parsed(typed, country)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164) if number else typed


def is_understood(text: str, country: str) -> bool:
    """Whether it is a valid number, so that it can be called and compared."""
    return _parsed(clean_line(text), country) is not None


def dialled(text: str, country: str) -> str:
    """The beginning of a telephone number, typed in any shape, in the form in which numbers are kept; else empty."""
    digits = "".join(sign for sign in text if sign.isdigit())
    if len(digits) < _FEWEST_DIGITS or set(text) - set("0123456789 +-()/"):
        return ""
    number = understood(text, country)
    if number.startswith("+"):
        return f"+{digits}" if number == clean_line(text) else number
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    code = phonenumbers.country_code_for_region(country)
    return f"+{code}{digits.removeprefix(_TRUNK.get(country, '0')).removeprefix('0')}" if code else digits


def shown(number: str) -> str:
    """A kept number as it is read: +370 612 30041; one that was not understood stays as typed."""
    parsed = _parsed(number, "")
    return phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL) if parsed else number


def masked(number: str) -> str:
    """A kept number as it stands where it may not be read: +370 6•• •••41, only its ends are told."""
    text, parsed = shown(number), _parsed(number, "")
    open_ = len(str(parsed.country_code)) + 1 if parsed else 0
    digits = sum(sign.isdigit() for sign in text)
    seen, masked = 0, ""
    for sign in text:
        seen += sign.isdigit()
        hides = sign.isalnum() and (not sign.isdigit() or open_ < seen <= digits - 2)
        masked += _MASK if hides else sign
    return masked


def _parsed(text: str, country: str) -> PhoneNumber | None:
    """The number if it is valid; a country without a plan of its own (XX) understands only the form with +."""
    region = country if country in phonenumbers.SUPPORTED_REGIONS else None
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None
