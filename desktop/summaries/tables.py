"""Figures as tables and charts of a paper: words said, marks set, each figure with the key that opens its records."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.figures.figures import TOTAL, UNKNOWN, Figure, FigureTable, Heading, Line, PeriodFigures, key_of
from desktop.language import N_, Language
from desktop.paper import cells
from desktop.paper.cells import Cell, Column, Row, Table
from desktop.paper.charts import Bars, Columns, Point, Share, Shares
from desktop.records.municipality import shown_place
from desktop.summaries.sentences import head, hours, shown, unit_and_rule
from desktop.summaries.summary import Summary

FOLDED = (
    "municipality", "kinds", "relation", "outcome", "contact", "help", "channel", "measures", "trainings",
    "training_people",
)  # fmt: skip
"""Long lists: rows with nothing in them stand in one line under the table."""


def _is_empty(line: Line) -> bool:
    return line.code not in (TOTAL, UNKNOWN) and all(one.value == 0 for one in line.figures)


@dataclass
class Drafting:
    """One paper being laid out: its language, and which rules and signs have been met so far."""

    summary: Summary
    language: Language
    told: set[str] = field(default_factory=set)
    """Rules told already."""
    signs: set[str] = field(default_factory=set)
    """Signs used: 0 – ● r."""
    whole: bool = False
    """Print rows with nothing in them as well."""

    @property
    def figures(self) -> PeriodFigures:
        """The figures whose tables stand on the paper."""
        return self.summary.shown

    def unit(self, rule: str) -> str:
        """Unit and rule; the rule's whole sentence where the figure first stands."""
        told = rule in self.told
        self.told.add(rule)
        return unit_and_rule(rule, self.language, told=told, period=self.summary.period)

    def brief(self, rule: str) -> str:
        """Unit and rule in a few words, where room is scarce; the whole sentence stands among the counting rules."""
        self.told.add(rule)
        return unit_and_rule(rule, self.language, told=True, period=self.summary.period)

    def table(self, made: FigureTable, *, notes: tuple[str, ...] = (), title: str = "") -> Table:
        """A table of figures."""
        say = self.language.say
        columns = (
            Column(shown(made.subject.about, self.language)),
            *(Column(head(one, self.language), numbers=True, width=self._width(made)) for one in made.headings),
        )
        rows = tuple(self._row(made, line) for line in made.lines if not self._is_folded(made, line))
        notes += self._folded(made)
        if not made.adds_up:
            notes += (say(N_("One person may be counted under several kinds: the rows do not add up.")),)
        notes += tuple(shown(words, self.language) for words in made.told)
        rule = made.subject.rule
        return Table(title or say(made.subject.title), self.unit(rule), columns, rows, notes, self.brief(rule))

    def _is_folded(self, made: FigureTable, line: Line) -> bool:
        return not self.whole and made.code in FOLDED and _is_empty(line)

    def _folded(self, made: FigureTable) -> tuple[str, ...]:
        """The rows with nothing in them, in one line."""
        names = [self._name(made, line) for line in made.lines if self._is_folded(made, line)]
        return (self.language.say(N_("Counted none: {rows}"), rows="; ".join(names)),) if names else ()

    def _name(self, made: FigureTable, line: Line) -> str:
        """What a row is called; a municipality in the short form and the script of the paper."""
        words = shown(line.words, self.language)
        return shown_place(words, self.language.locale) if made.code == "municipality" else words

    @staticmethod
    def _width(made: FigureTable) -> float | None:
        return None if len(made.headings) > 2 else 1.0

    def _row(self, made: FigureTable, line: Line) -> Row:
        words = self._name(made, line)
        figures = tuple(
            self.cell(made, line, heading, figure) for heading, figure in zip(made.headings, line.figures, strict=True)
        )
        return Row((cells.text(words), *figures), indent=line.part, total=line.code == TOTAL)

    def cell(self, made: FigureTable, line: Line, heading: Heading, figure: Figure) -> Cell:
        """One figure as a cell."""
        key = key_of(made.code, line.code, heading.code)
        mark = "r" if key in self.summary.corrected else ""
        if figure.value is None:
            self.signs.add("●" if figure.asked else "–")
            return cells.hidden(key=key) if figure.asked else cells.none()
        if mark:
            self.signs.add("r")
        if not figure.value:
            self.signs.add("0")
        if heading.measure == "change":
            return cells.change(figure.value, mark=mark)
        if heading.measure == "minutes":
            return cells.count(hours(figure.value), digits=1, mark=mark, key=key)
        return cells.count(figure.value, mark=mark, key=key)

    def months(self) -> Columns:
        """Notices by month, those of the paper solid."""
        points, year = [], 0
        for month, figure in self.summary.figures.series:
            key = f"series/{month.key}/count"
            mark = "r" if key in self.summary.corrected else ""
            if mark:
                self.signs.add("r")
            to_come = not figure.value and self.summary.is_to_come(month)  # a clock may have been set back
            value = None if to_come else figure.value
            if value is None:
                self.signs.add("–" if to_come else "●")
            year_told = str(month.year) if month.year != year else ""
            is_hidden = figure.is_hidden and not to_come
            points.append(Point(short_month(month.month, self.language), value, year_told, is_hidden, mark, key))
            year = month.year
        told = len(self.summary.period.months)
        title = self.language.say(N_("Notices received by month"))
        return Columns(title, self.unit("P-2"), tuple(points), solid=told)

    def bars(self, made: FigureTable, *, notes: tuple[str, ...] = ()) -> Bars:
        """Every row as a bar, in house order."""
        say = self.language.say
        if not made.adds_up:
            notes = (say(N_("One person may be counted under several kinds: the rows do not add up.")), *notes)
        notes += self._folded(made)
        rule = made.subject.rule
        return Bars(say(made.subject.title), self.unit(rule), self._points(made), notes, brief=self.brief(rule))

    def _points(self, made: FigureTable) -> tuple[Point, ...]:
        column = made.headings[0].code
        made_points = []
        for line in made.lines:
            figure = line.figures[0]
            if figure.value is None:
                self.signs.add("●")
            key = key_of(made.code, line.code, column)
            if line.code != TOTAL and not self._is_folded(made, line):
                made_points.append(
                    Point(self._name(made, line), figure.value, "", figure.is_hidden, "", key, line.part)
                )
        return tuple(made_points)

    def share(self, title: str, made: FigureTable, parts: tuple[tuple[str, tuple[str, ...]], ...]) -> Shares | None:
        """One 100 % bar of parts, each the sum of some rows; None where a part is not published."""
        points = []
        for words, codes in parts:
            figures = [made.figure(code) for code in codes if made.has(code)]
            if any(one.value is None for one in figures):
                return None
            value = sum(one.value or 0 for one in figures)
            key = key_of(made.code, codes[0], made.headings[0].code) if len(codes) == 1 else ""
            if value:
                points.append(Point(self.language.say(words), value, key=key))
        if not points:
            return None
        return Shares(title, self.unit(made.subject.rule), (Share("", tuple(points)),))


def short_month(month: int, language: Language) -> str:
    """The short name of a month as it stands under a column."""
    return str(language.babel.months["stand-alone"]["abbreviated"][month])
