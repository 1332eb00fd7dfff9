"""Makes chapters and provisions of what a file says: of its paragraphs, or of a table of numbers and texts. Pure.

Nothing is lost: whatever belongs to no number stands as provision 0, and what was doubtful is told beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.drafts import NUMBER
from desktop.protocol.reading_numbers import parts_of
from desktop.records.typed_check import LONG, SHORT

MOST_TOLD = 12
"""So many missing numbers are named one by one."""
_CUT = NUMBER - 6
"""So much is kept of a number that is too long for its field, so that a counter fits behind."""
BEFORE = "0"
"""The number of what stands before the first number."""


@dataclass(frozen=True)
class ReadChapter:
    """A chapter as it was read."""

    number: str = ""
    title: str = ""

    @property
    def told(self) -> str:
        """Its title, with its number where it has no other."""
        return self.title or self.number


@dataclass(frozen=True)
class ReadProvision:
    """A provision, or a point of an act, as it was read."""

    number: str
    title: str = ""
    text: str = ""
    chapter: int | None = None
    """Its place among the chapters; None: it stands in none."""


@dataclass(frozen=True)
class Read:
    """What a file says."""

    chapters: tuple[ReadChapter, ...] = ()
    provisions: tuple[ReadProvision, ...] = ()
    doubts: tuple[Problem, ...] = ()
    """What somebody has to look at, in sentences."""
    encodings: tuple[str, ...] = ()
    """Of a text: the encoding it was read by, and those by which it reads just as well."""


@dataclass
class Gathering:
    """What was read so far, line by line."""

    chapters: list[ReadChapter] = field(default_factory=list)
    provisions: list[ReadProvision] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """The text of the provision that is being read."""
    doubts: list[Problem] = field(default_factory=list)
    is_open: bool = False
    """Whether a chapter was opened whose title has not come yet."""
    ends_apart: bool = False
    """Whether the last line of the text is set apart as titles are."""
    number: str = BEFORE
    title: str = ""

    def chapter(self, number: str, title: str) -> None:
        """Open a chapter."""
        self.close()
        self.chapters.append(ReadChapter(number, title))
        self.is_open = not title

    def begin(self, number: str, title: str = "") -> None:
        """Open a provision."""
        self.close()
        self.number, self.title, self.is_open = number, title, False

    def text(self, line: str, *, apart: bool = False) -> None:
        """Go on with the text of whatever is open."""
        self.ends_apart = apart
        if not line:
            return
        if self.is_open and len(line) <= SHORT:
            self.chapters[-1] = replace(self.chapters[-1], title=line)
        else:
            self.lines.append(line)
        self.is_open = False

    def close(self) -> None:
        """Keep the provision that is open; what belongs to no number stands as 0."""
        text, number = "\n".join(self.lines).strip(), self.number
        if number == BEFORE and text and (self.provisions or self.chapters):
            self.doubts.append(Problem(N_("A text has no number of its own: {text}"), text=_start(text)))
        elif number == BEFORE and text:
            self.doubts.append(Problem(N_("There is text before the first number. It stands as number 0.")))
        if number != BEFORE or text:
            place = len(self.chapters) - 1 if self.chapters else None
            self.provisions.append(ReadProvision(number, self.title, text, place))
        self.number, self.title, self.lines = BEFORE, "", []


def finished(gathering: Gathering, encodings: tuple[str, ...] = ()) -> Read:
    """All of it, each number once, with what is doubtful."""
    gathering.close()
    provisions, doubled = _each_once(gathering.provisions, gathering.chapters)
    fitting, cut = _fitting(provisions)
    doubts = [*gathering.doubts, *doubled, *cut, *_gaps(fitting)]
    if all(each.number == BEFORE for each in fitting):
        raise Problem(N_("No numbered provision was found in this file."))
    return Read(tuple(gathering.chapters), tuple(fitting), tuple(doubts), encodings)


def _start(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"


def _each_once(
    provisions: Iterable[ReadProvision], chapters: list[ReadChapter]
) -> tuple[list[ReadProvision], list[Problem]]:
    """A number that stands twice is told; the second one gets the chapter's number before it, or is counted."""
    taken: set[str] = set()
    turns: dict[str, int] = {}
    kept, doubts = [], []
    for each in provisions:
        whole = each.number if len(each.number) <= NUMBER else f"{each.number[:_CUT]}…"
        number = whole
        if number in taken:
            chapter = chapters[each.chapter].number if each.chapter is not None else ""
            within = f"{chapter}.{number}"
            number = within if chapter and within not in taken and len(within) <= NUMBER else number
            turn = turns.get(whole, 2)
            while number in taken:
                number, turn = f"{whole[:_CUT]}/{turn}", turn + 1
            turns[whole] = turn
            if each.number != BEFORE:
                doubts.append(
                    Problem(N_("Number {number} stands twice. The second one is kept as {other}."),
                            number=each.number, other=number)
                )  # fmt: skip
        taken.add(number)
        kept.append(replace(each, number=number))
    return kept, doubts


def _fitting(provisions: list[ReadProvision]) -> tuple[list[ReadProvision], list[Problem]]:
    """What is too long for its field goes where there is room; a text too long for any is cut into several."""
    kept, doubts = [], []
    for one in provisions:
        each = one
        if len(one.title) > SHORT:
            each = replace(one, title="", text=f"{one.title}\n{one.text}".strip())
        pieces = _pieces(each.text)
        if len(pieces) > 1:
            doubts.append(
                Problem(N_("The text of number {number} is too long for one. It is kept in parts: {n}"),
                        number=each.number, n=len(pieces))
            )  # fmt: skip
        kept.append(replace(each, text=pieces[0]))
        kept += [replace(each, number=f"{each.number}–{turn}", title="", text=piece)
                 for turn, piece in enumerate(pieces[1:], 2)]  # fmt: skip
    return [replace(each, number=each.number[:NUMBER]) for each in kept], doubts


def _pieces(text: str) -> list[str]:
    """A text in parts that fit, cut at the end of a line or a word where there is one."""
    pieces = []
    while len(text) > LONG:
        at = max(text.rfind("\n", LONG // 2, LONG), text.rfind(" ", LONG - 200, LONG))
        at = at if at > 0 else LONG
        pieces.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*pieces, text]


def _gaps(provisions: list[ReadProvision]) -> list[Problem]:
    """Numbers that are missing between the first and the last of their kind."""
    found: dict[tuple[int, ...], set[int]] = {}
    for each in provisions:
        parts = parts_of(each.number)
        if parts and each.number != BEFORE:
            found.setdefault(parts[:-1], set()).add(parts[-1])
    missing = [
        ".".join(map(str, (*before, number)))
        for before, numbers in found.items()
        for number in range(1 if before else min(numbers), max(numbers))
        if number not in numbers and len(numbers) * 4 >= max(numbers) - min(numbers)
    ]
    if not missing:
        return []
    told = ", ".join(missing[:MOST_TOLD]) + (" …" if len(missing) > MOST_TOLD else "")
    return [Problem(N_("Numbers not found: {numbers}"), numbers=told)]
