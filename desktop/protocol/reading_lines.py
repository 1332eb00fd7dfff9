"""Reads a protocol or an act written as a text: chapters, articles, points, each with what follows it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.protocol.reading import BEFORE, Gathering, Read, finished
from desktop.protocol.reading_numbers import Numbered, article_of, chapter_of, parts_of, point_of
from desktop.records.typed_check import SHORT
from desktop.records.typed_text import clean
from desktop.spreadsheets.sheets import Paragraph

LONGEST_TITLE = 150
_ENDS = (".", ";", ":", ",", "!", "?")
_ENOUGH = 2
"""From so many articles on it is a text of articles, and what is numbered within them belongs to them."""


@dataclass(frozen=True)
class Line:
    """A paragraph with what its beginning tells."""

    said: str
    paragraph: Paragraph
    chapter: Numbered | None
    article: Numbered | None
    point: Numbered | None

    @property
    def is_plain(self) -> bool:
        """Whether it opens nothing."""
        return not (self.chapter or self.article or self.point)


def read_lines(paragraphs: Sequence[Paragraph], encodings: tuple[str, ...] = ()) -> Read:
    """The chapters and provisions of a text.

    Raises:
        Problem: Nothing in it is numbered.
    """
    lines = [_line(each) for each in paragraphs]
    of_articles = sum(line.article is not None for line in lines) >= _ENOUGH
    heads = [line.paragraph.level for line in lines[1:] if line.paragraph.level and not (line.article or line.point)]
    highest = min(heads, default=0)
    gathering = Gathering()
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if not _opens(gathering, line, following, of_articles=of_articles):
            _goes_on(gathering, line, following, place=place, highest=highest)
    _promote_titles(gathering)
    return finished(gathering, encodings)


def count_numbers(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs open an article or a point."""
    return sum(bool(line.article or line.point) for line in map(_line, paragraphs))


def _line(paragraph: Paragraph) -> Line:
    said = clean(f"{paragraph.mark} {paragraph.text}")
    if paragraph.tabled:
        return Line(said, paragraph, None, None, None)
    article = article_of(said)
    point = None if article else point_of(said)
    return Line(said, paragraph, None if article or point else chapter_of(said), article, point)


def _opens(gathering: Gathering, line: Line, following: Line | None, *, of_articles: bool) -> bool:
    """Open the chapter or provision that the line begins with, if it does."""
    if line.chapter:
        gathering.chapter(line.chapter.number, line.chapter.rest)
        return True
    opened = line.article or (_as_point(gathering, line.point) if of_articles else line.point)
    if opened is None:
        return False
    title = _title_before(gathering) if line.article and not opened.rest else ""
    gathering.begin(opened.number, title)
    is_title = opened.rest and (
        line.paragraph.level or (line.article and _looks_like_title(opened.rest))
        or (following and following.is_plain and line.paragraph.apart and _looks_like_title(opened.rest))
    )  # fmt: skip
    if is_title and len(opened.rest) <= LONGEST_TITLE:
        gathering.title = opened.rest.rstrip(".")
    elif opened.rest:
        gathering.text(opened.rest)
    return True


def _as_point(gathering: Gathering, point: Numbered | None) -> Numbered | None:
    """Among articles a point is one of its own only where its number begins with that of the article."""
    if point is None or "." not in point.number:
        return None
    own = parts_of(gathering.number.split(".", maxsplit=1)[0])
    parts = parts_of(point.number)
    return point if own and parts and parts[:1] == own else None


def _goes_on(gathering: Gathering, line: Line, following: Line | None, *, place: int, highest: int) -> None:
    """A heading opens a chapter, unless it stands over one article; anything else is text."""
    level = line.paragraph.level
    over_article = following is not None and following.article is not None and not following.article.rest
    is_name = place == 0 and following is not None and bool(following.paragraph.level or following.chapter)
    is_head = bool(level and line.said and len(line.said) <= SHORT and not (line.point or gathering.is_open or is_name))
    if is_head and (level == highest or not over_article):
        gathering.chapter("", line.said)
    else:
        gathering.text(line.said, apart=line.paragraph.apart or bool(level))


def _title_before(gathering: Gathering) -> str:
    """The last line before a lone "Član 4." is its title if it stands out or looks like one."""
    if not gathering.lines:
        return ""
    last = gathering.lines[-1]
    if gathering.ends_apart and len(last) <= LONGEST_TITLE:
        return gathering.lines.pop()
    alone = gathering.number != BEFORE and len(gathering.lines) > 1 and gathering.lines[-2].endswith(_ENDS)
    if alone and _looks_like_title(last) and "\n" not in last:
        return gathering.lines.pop()
    return ""


def _looks_like_title(text: str) -> bool:
    first = text.lstrip("„\"'(")[:1]
    inner = text[:-1] if text.endswith(".") else text
    is_short = len(text) <= LONGEST_TITLE and not text.endswith(_ENDS[1:]) and ". " not in inner
    return is_short and first.isupper() and (not text.endswith(".") or len(text) <= 60)


def _promote_titles(gathering: Gathering) -> None:
    """A short first line of a provision, without an end of a sentence, with more under it, is its title."""
    gathering.close()
    for place, each in enumerate(gathering.provisions):
        first, _cut, rest = each.text.partition("\n")
        is_title = not each.title and each.number != BEFORE and rest and _looks_like_title(first)
        if is_title and not first.endswith("."):
            gathering.provisions[place] = replace(each, title=first, text=rest)
