"""Files that are archives (XLSX, ODS, DOCX): looked through before anything in them is believed.

A few kilobytes can be inflated into gigabytes, and XML can be told to fetch or repeat itself; both are refused here,
and so is whatever would carry out something: macros.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from desktop.language import N_
from desktop.problems import Problem

BIGGEST = 50_000_000
"""Bytes of a file at most, and bytes of all its parts together once inflated."""
MOST_PARTS = 1_000
_STEP = 1 << 16
_MACROS = re.compile(r"(^|/)(vbaProject\.bin|Basic/|Scripts/)", re.I)
_LISTS = re.compile(r"\.(xml|rels)$", re.I)

NOT_A_LIST = N_("This is not a list. Bring an XLSX, XLS, ODS, CSV or DOCX file.")
TOO_BIG = N_("The file is too big to be read here.")
DAMAGED = N_("The file is damaged. Ask for it once more or save it anew as XLSX.")
MACROS = N_("This file holds macros. Save it as XLSX without macros and bring it again.")
PASSWORD = N_("It has a password. Save it without one and bring it again.")


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part of the archive by its name, inflated; a Problem if it is damaged, too big, locked or not harmless."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _inflated(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError) as error:
        raise Problem(DAMAGED) from error
    if any(_MACROS.search(name) for name in parts):
        raise Problem(MACROS)
    if b"manifest:encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Problem(PASSWORD)
    if any(_LISTS.search(name) and _declares(part) for name, part in parts.items()):
        raise Problem(NOT_A_LIST)
    return parts


def _declares(part: bytes) -> bool:
    """Whether the XML declares a type of its own; UTF-16 is looked through as well."""
    return any(mark in part.replace(b"\0", b"") for mark in (b"<!DOCTYPE", b"<!ENTITY"))


def _inflated(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS:
        raise Problem(TOO_BIG)
    if len({info.filename for info in infos}) < len(infos):  # two readers might take two different ones
        raise Problem(DAMAGED)
    if any(info.flag_bits & 1 for info in infos):
        raise Problem(PASSWORD)
    parts: dict[str, bytes] = {}
    left = BIGGEST
    for info in infos:
        if info.is_dir():
            continue
        held = bytearray()
        with archive.open(info) as part:
            while piece := part.read(_STEP):
                left -= len(piece)
                if left < 0:
                    raise Problem(TOO_BIG)
                held += piece
        parts[info.filename] = bytes(held)
    return parts
