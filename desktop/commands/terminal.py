"""The terminal: asks for a passphrase, prints tables and JSON, shows progress, and tells a problem in one sentence.

It is one of the three places that may catch anything: what is not a `Problem` is a bug, told as such, exit code 70.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any, TextIO
from uuid import UUID

from desktop.commands.options import option_of
from desktop.language import N_, _, chosen
from desktop.problems import Invalid, Problem
from desktop.vault.files import disk_problem

DONE, MENDABLE, USAGE, WAITING, BUG = 0, 1, 2, 3, 70
"""Exit codes: done; a problem the person can mend; wrong usage; done, but something waits for a decision; a bug."""

_LONGEST_LINE = 10_000


def run(command: Callable[[argparse.Namespace], int], arguments: argparse.Namespace) -> int:
    """Run one command and turn what it raises into a sentence and an exit code."""
    try:
        code = command(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except Problem as problem:
        for each in problem.problems if isinstance(problem, Invalid) else (problem,):
            complain(each)
    except KeyboardInterrupt:
        say_error(_("Stopped. Nothing was changed."))
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        say_error(disk_problem(error).told(_))
        _drop_output()
    except Exception as bug:
        say_error(_("Something went wrong in the program. Saved records are safe. Code: {code}", code=where(bug)))
        return BUG
    return MENDABLE


def _drop_output() -> None:
    """What nobody can read is not tried again when the program ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def where(bug: BaseException) -> str:
    """Where a bug sits: type, module and line; never its message, which may hold personal data."""
    frames = traceback.extract_tb(bug.__traceback__)
    places = [frame for frame in frames if "desktop" in frame.filename] or frames
    last = places[-1] if places else None
    return f"{type(bug).__name__} {Path(last.filename).stem}:{last.lineno}" if last else type(bug).__name__


def complain(problem: Problem) -> None:
    """Tell a problem on standard error; one that belongs to a field names the option it was typed into."""
    option = option_of(problem.field) if problem.field else ""
    told = problem.told(_)
    say_error(f"{option}: {told}" if option else told)


def say_error(sentence: str) -> None:
    """One sentence on standard error."""
    print(sentence, file=sys.stderr)


def tell(sentence: str) -> None:
    """One sentence on standard output."""
    print(sentence)


def passphrase(file: str | None, prompt: str, *, twice: bool = False) -> str:
    """The passphrase from a file (`-`: standard input, first line) or asked on the terminal, unseen."""
    if file:
        try:
            if file == "-":
                return _first_line(sys.stdin)
            with Path(file).open(encoding="utf-8") as source:
                return _first_line(source)
        except (OSError, ValueError, AttributeError) as error:  # without a standard input there is nothing to read
            raise Problem(N_("The file could not be read: {reason}"), reason=file) from error
    if sys.stdin is None or not sys.stdin.isatty():
        raise Problem(N_("No passphrase was given. Use --passphrase-file, or run this at a terminal."))
    typed = getpass.getpass(prompt + ": ")
    if twice and getpass.getpass(_("Once more") + ": ") != typed:
        raise Problem(N_("The two passphrases differ. Nothing was changed."))
    return typed


def _first_line(source: TextIO) -> str:
    """The first line without its end; one that never ends is no passphrase."""
    line = source.readline(_LONGEST_LINE)
    if len(line) == _LONGEST_LINE:
        raise ValueError("too long")
    return line.removeprefix("\ufeff").rstrip("\r\n")


def as_json(value: object) -> None:
    """Print a value as JSON: dates in ISO form, identifiers as text."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def listing(wants_json: bool, objects: Iterable[object], headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Answer a command that lists: an array of objects, or a table."""
    if wants_json:
        as_json(list(objects))
    else:
        table(headings, list(rows))
    return DONE


def _plain(value: object) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(" " if value.tzinfo is None else "T", "minutes" if value.tzinfo is None else "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID | Path):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(type(value).__name__)


def saved() -> int:
    """Say that it is kept; only after the change is on the disk."""
    tell(_("Saved."))
    return DONE


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under headings, in columns as wide as their widest cell."""
    widths = [max(len(cell) for cell in column) for column in zip(headings, *rows, strict=True)]
    for line in (headings, *rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


class Progress:
    """A bar on standard error, where that is a terminal; silent elsewhere."""

    def __init__(self, title: str, out: TextIO | None = None) -> None:
        self.title = title
        self.out = out if out is not None else sys.stderr
        self.shown = -1

    def __call__(self, done: int, total: int) -> None:
        """So many of so many are done."""
        percent = 100 * done // total if total else 100
        if percent == self.shown or not self.out.isatty():
            return
        self.shown = percent
        bar = "█" * (percent // 4) + "·" * (25 - percent // 4)
        self.out.write(f"\r{self.title}  {bar} {chosen().percent(percent, 100):>5}" + ("\n" if percent >= 100 else ""))
        self.out.flush()
