"""The tables of a yearly report, each from its own lines; titles and numbers come in ready."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.cooperation import report_sentences as sentences
from desktop.cooperation.report_lines import (
    Achieved,
    Arrived,
    Curve,
    Definition,
    Direction,
    GivenUp,
    Group,
    Grown,
    Learned,
    OpenProblem,
    Solved,
)
from desktop.language import N_, NP_, Language
from desktop.paper import cells
from desktop.paper.cells import STRONG, Cell, Column, Row, Table, text
from desktop.records.training import PART_ROLES, TRAINING_KINDS
from desktop.summaries.sentences import SMALL_BASE

BODIES = 2.0
"""How wide the column of institutions is, in columns of the page's grid."""
CONTEXT = "growth"
HEADS = (NP_("growth", "Compared"), NP_("growth", "First"), NP_("growth", "Second"), NP_("growth", "Change"))
HIDDEN = N_("● not published: a small number, or one needed to protect a small number. It may also be zero.")
OTHER = N_("≠ counted in another way, not compared.")
FEW = N_("– not told, or a share of fewer than {n}.")
MOST = 8
"""So many numbers stand beside each other."""
FEW_BESIDE = 2
"""Where there are so few, the second half of the months stands beside the first."""


def achieved(lines: Iterable[Achieved], title: str, language: Language) -> Table:
    """What each institution did well."""
    rows = tuple(
        Row((text(", ".join(line.institutions) if not place else "", tone=STRONG), text(what)))
        for line in lines
        for place, what in enumerate(line.what)
    )
    columns = Column(language.say(N_("Institution")), BODIES), Column(language.say(N_("What went well")))
    return Table(title, "", columns, rows)


def growth(curves: Sequence[Curve], title: str, language: Language) -> Table:
    """What was counted alike, beside each other; what was not, marked so."""
    heads = [language.pgettext(CONTEXT, head) for head in HEADS]
    columns = (Column(heads[0]), *(Column(head, 0.8, numbers=True) for head in heads[1:]))
    rows: list[Row] = []
    for curve in curves:
        if told := growths_told(curve):
            named = f"{language.say(curve.code)} {language.say(curve.title)}"
            rows.append(Row((text(named, tone=STRONG), text(""), text(""), text(""))))
            rows += [Row((text(sentences.compared(one, language)), *_grown(curve, one, language)), indent=True)
                     for one in told]  # fmt: skip
    unit = language.say(N_("Counts grow in per cent, shares in percentage points, medians in their own measure."))
    notes = sentences.turned(curves, language) if any(one.manner for each in curves for one in each.grown) else ()
    return Table(title, unit, columns, tuple(rows), (*notes, *_signs(rows, language)))


def growths_told(curve: Curve) -> list[Grown]:
    """What has a number in it; else that it cannot be compared, or is not published, but once."""
    told = [one for one in curve.grown if one.was is not None or one.now is not None]
    return told or list(curve.grown[-1:])


def _grown(curve: Curve, one: Grown, language: Language) -> tuple[Cell, Cell, Cell]:
    if one.is_hidden:
        return cells.hidden(), cells.hidden(), cells.hidden()
    gone = cells.other_rule() if not one.is_comparable else cells.none()
    values = [gone if each is None else text(sentences.value(curve, each, language)) for each in (one.was, one.now)]
    changed = sentences.change(curve, one, language)
    return values[0], values[1], text(changed) if changed else gone


def by_month(curves: Sequence[Curve], title: str, language: Language) -> Iterable[Table]:
    """Every value that the lines show; at most so many numbers beside each other."""
    for begin in range(0, len(curves), MOST):
        shown, dots = curves[begin : begin + MOST], len(curves[0].dots)
        halves = 2 if len(shown) <= FEW_BESIDE else 1
        head = language.say(N_("Month")) if shown[0].step == 1 else language.say(N_("Quarter"))
        columns = (Column(head, 1.4), *(Column(language.say(each.code), numbers=True) for each in shown)) * halves
        high = -(-dots // halves)
        rows = tuple(
            Row(tuple(cell for half in range(halves) for cell in _month(shown, place + half * high, language)))
            for place in range(high)
        )
        named = "; ".join(f"{language.say(each.code)} {language.say(each.title)}" for each in shown)
        yield Table(title, named, columns, rows, _signs(rows, language))


def _month(curves: Sequence[Curve], place: int, language: Language) -> tuple[Cell, ...]:
    """A month or quarter and its values; empty behind the last one."""
    if place >= len(curves[0].dots):
        return (text(""),) * (len(curves) + 1)
    dot, step = curves[0].dots[place], curves[0].step
    first = dot.month
    name = sentences.month(first, language) if step == 1 else sentences.span(first, first.later(step - 1), language)
    return text(name), *(_dot(each, place, language) for each in curves)


def _dot(curve: Curve, place: int, language: Language) -> Cell:
    dot = curve.dots[place]
    if dot.is_hidden:
        return cells.hidden()
    return cells.none() if dot.value is None else text(sentences.value(curve, dot.value, language))


def arrived(lines: Sequence[Arrived], title: str, unit: str, language: Language) -> Table:
    """What was agreed with each sender, and the share that had arrived by themselves."""
    say = language.say
    heads = (N_("Months"), N_("Sent to us"), N_("Agreed"), N_("Arrived at once"), N_("Share"))
    columns = (Column(say(N_("Sender"))), *(Column(say(head), 0.8, numbers=True) for head in heads))
    rows = tuple(
        Row((text(each.sender or say(N_("Total"))), cells.count(each.months), *_figures(each)),
            total=not each.sender)
        for each in lines
    )  # fmt: skip
    return Table(title, unit, columns, rows, _signs(rows, language))


def _figures(each: Arrived) -> tuple[Cell, ...]:
    if each.is_hidden:
        return (cells.hidden(),) * 4
    known = (each.sent, each.agreed, each.at_once)
    told = tuple(cells.none() if one is None else cells.count(one) for one in known)
    base = each.agreed or 0
    enough = each.at_once is not None and base >= SMALL_BASE
    return *told, cells.percent(each.at_once or 0, base) if enough else cells.none()


def given_up(lines: Iterable[GivenUp], title: str, language: Language) -> Table:
    """What can no longer be kept, and why."""
    say = language.say
    columns = (
        Column(language.pgettext("commitment", "What was agreed")), Column(say(N_("Institution")), 1.4),
        Column(say(N_("Why"))),
    )  # fmt: skip
    return Table(title, "", columns, tuple(Row(tuple(map(text, vars(each).values()))) for each in lines))


def directions(lines: Sequence[Direction], title: str, unit: str, language: Language) -> Table:
    """Who came to whose trainings, and who taught."""
    say = language.say
    columns = (Column(""), *(Column(say(words), numbers=True) for words in PART_ROLES.values()))
    rows = tuple(
        Row((text(say(each.words)), cells.count(each.participants), cells.count(each.lecturers))) for each in lines
    )
    return Table(title, unit, columns, rows)


def held(lines: Sequence[Learned], title: str, language: Language) -> Table:
    """Every training and event."""
    say = language.say
    columns = (
        Column(say(N_("Date")), 0.8), Column(say(N_("Topic"))), Column(say(N_("Organiser")), 1.3),
        *(Column(say(words), 0.8, numbers=True) for words in PART_ROLES.values()),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                cells.day(each.on_day), text(f"{say(TRAINING_KINDS[each.kind])}: {each.topic}"), text(each.organiser),
                cells.count(each.participants), cells.count(each.lecturers),
            )
        )
        for each in lines
    )  # fmt: skip
    return Table(title, "", columns, rows)


def publicity(lines: Sequence[Learned], title: str, language: Language) -> Table:
    """Articles, broadcasts and campaigns."""
    say = language.say
    columns = Column(say(N_("Date")), 0.8), Column(say(N_("Topic"))), Column(say(N_("Where it was told of")), 2.0)
    rows = tuple(Row((cells.day(each.on_day), text(each.topic), text(each.told_in))) for each in lines)
    return Table(title, "", columns, rows)


def groups(lines: Sequence[Group], title: str, language: Language) -> Table:
    """The working groups and what came of them."""
    say = language.say
    columns = (
        Column(say(N_("Working group"))), Column(say(N_("Since")), 0.8), Column(say(N_("Until")), 0.8),
        Column(say(N_("Results"))), Column(say(N_("Institutions")), 0.8, numbers=True),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                text(each.name), cells.day(each.since), cells.day(each.until) if each.until else text(""),
                text(each.results), cells.count(each.institutions),
            )
        )
        for each in lines
    )  # fmt: skip
    return Table(title, "", columns, rows)


def problems(lines: Sequence[OpenProblem], title: str, language: Language) -> Table:
    """What is still open: the fact, since when, the last step."""
    say = language.say
    columns = (
        Column("", 0.3), Column(say(N_("Fact"))), Column(say(N_("Since")), 0.8), Column(say(N_("Last step"))),
        Column(say(N_("Raised")), 0.7, numbers=True),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                text(str(each.number)), text(each.fact), cells.day(each.since), text(each.last_step),
                cells.count(each.times),
            )
        )
        for each in lines
    )  # fmt: skip
    return Table(title, say(N_("Raised: how many times at meetings.")), columns, rows)


def solved(lines: Sequence[Solved], title: str, language: Language) -> Table:
    """What was solved in the year, and how."""
    say = language.say
    columns = Column(say(N_("Fact"))), Column(say(N_("Solved on")), 0.8), Column(say(N_("How")))
    rows = tuple(Row((text(each.fact), cells.day(each.on), text(each.how))) for each in lines)
    return Table(title, "", columns, rows)


def definitions(lines: Sequence[Definition], language: Language) -> Table:
    """How everything in the report is counted."""
    say = language.say
    columns = Column(say(N_("Indicator")), 0.7), Column("", 1.5), Column(say(N_("How it is counted")))
    rows = tuple(Row((text(say(each.code)), text(say(each.what)), text(say(each.said)))) for each in lines)
    return Table("", "", columns, rows, small=True)


def _signs(rows: Iterable[Row], language: Language) -> tuple[str, ...]:
    """What the signs in it say, only those that occur."""
    kinds = {cell.kind for row in rows for cell in row.cells}
    say, notes = language.say, []
    if cells.Kind.HIDDEN in kinds:
        notes.append(say(HIDDEN))
    if cells.Kind.OTHER_RULE in kinds:
        notes.append(say(OTHER))
    if cells.Kind.NONE in kinds:
        notes.append(say(FEW, n=SMALL_BASE))
    return (" ".join(notes),) if notes else ()
