"""`liepa package`: cards and packages of figures between crisis centres; each is read whole or not at all."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import N_, _, chosen
from desktop.paper.centre_keys import fingerprint_of, grouped, typed_fingerprint
from desktop.paper.package import LARGEST, read_card
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.package_places import Choices
from desktop.reconciliation.packages import Preview
from desktop.records.package import DIRECTIONS
from desktop.summaries.press import write_file
from desktop.wordlist import same_words, words_for


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    card = add.on_vault("card", _("Write this centre's card, by which other centres know it"), do_card)
    card.add_argument("--output", type=Path, required=True, metavar="FILE", help=_("the file to write"))

    know = add.on_vault("know", _("Know another centre by its card, once its words were compared"), do_know)
    know.add_argument("file", type=Path, metavar="CARD", help=_("the card that was received"))
    know.add_argument("--centre", required=True, metavar="NAME", help=_("the other crisis centre"))
    told = know.add_mutually_exclusive_group()
    told.add_argument("--words", metavar="WORDS", help=_("the eight words as the other centre read them out"))
    told.add_argument("--code", metavar="CODE", help=_("the control code as it stands on the other centre's paper"))

    write = add.on_vault("write", _("Write a package of agreed figures for another centre"), do_write)
    write.add_argument("--centre", required=True, metavar="NAME", help=_("the other crisis centre"))
    write.add_argument("--month", required=True, metavar="YYYY-MM", help=_("the month, or the first of several"))
    write.add_argument("--until", default="", metavar="YYYY-MM", help=_("the last of several months"))
    write.add_argument("--output", type=Path, required=True, metavar="FILE", help=_("the file to write"))

    take = add.on_vault("read", _("Verify a package and take its figures in"), do_read)
    take.add_argument("file", type=Path, metavar="FILE", help=_("the package that was received"))
    take.add_argument(
        "--institution", action="append", default=[], metavar="THEIRS=OURS",
        help=_("which institution one of theirs is, where its name is not known"),
    )  # fmt: skip
    take.add_argument(
        "--unit", action="append", default=[], metavar="THEIRS=OURS",
        help=_("which unit one of theirs is; nothing after = means the institution as a whole"),
    )  # fmt: skip
    take.add_argument(
        "--leave-out", action="append", default=[], metavar="THEIRS",
        help=_("an institution of theirs whose figures do not belong here"),
    )  # fmt: skip
    take.add_argument("--look", action="store_true", help=_("only show what is in it"))
    take.add_argument("--json", action="store_true", help=_("as JSON"))

    add.on_vault("list", _("List the packages that were read and written"), do_list, lists=True)


def do_card(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write the card, and say the words the other centre will ask for."""
    write_file(arguments.output, centre.packages.card(centre.worker))
    terminal.tell(str(arguments.output))
    terminal.tell(_("Control words: {words}", words=_words(fingerprint_of(centre.press.certificate()))))
    return terminal.DONE


def do_know(centre: Centre, arguments: argparse.Namespace) -> int:
    """Know a centre: 0 where words or code were named and agree; 3, and nothing is changed, where none was named."""
    file = _bytes_of(arguments.file)
    card, centre_id = read_card(file), read.agency(centre, arguments.centre, "centre")
    if arguments.words is None and arguments.code is None:
        terminal.tell(_("Centre: {name}", name=card.name))
        terminal.tell(_("Control code: {code}", code=" ".join(grouped(card.fingerprint))))
        terminal.tell(_("Control words: {words}", words=_words(card.fingerprint)))
        terminal.tell(_("Compare these eight words with the centre by telephone."))
        return terminal.WAITING
    if arguments.words is not None:
        agrees = same_words(arguments.words, " ".join(words_for(bytes.fromhex(card.fingerprint), chosen().locale)))
    else:
        agrees = typed_fingerprint(arguments.code) == card.fingerprint
    if not agrees:
        raise Problem(N_("The words or the code are not those of this card. Nothing was changed."))
    centre.packages.know(file, centre_id, centre.worker)
    return terminal.saved()


def do_write(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write a package."""
    centre_id = read.agency(centre, arguments.centre, "centre")
    first, last = Month.parse(arguments.month), Month.parse(arguments.until or arguments.month)
    if last < first:
        raise Problem(N_("It ends before it begins. Check both months."), field="until")
    months = [first]
    while months[-1] < last:
        months.append(months[-1].later(1))
    written = centre.packages.write(centre_id, months, centre.worker)
    write_file(arguments.output, written.file)
    terminal.tell(str(arguments.output))
    terminal.tell(_("Package written: {n}. Figures: {count}", n=written.kept.serial, count=written.figures))
    if written.left_out:
        terminal.say_error(_("Periods of several months stay here: {n}", n=written.left_out))
    return terminal.DONE


def do_read(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take a package in: 0 done; 3, and nothing is changed, where something is not known by its name."""
    file = _bytes_of(arguments.file)
    seen = centre.packages.preview(file)
    seen = centre.packages.preview(file, _said(centre, seen, arguments))
    is_taken = not seen.unknown and not arguments.look
    if is_taken:
        centre.packages.take_in(file, centre.worker, seen.said)
    if arguments.json:
        terminal.as_json(_told(seen) | {"taken_in": is_taken})
    else:
        _show(seen)
    if seen.unknown:
        for name in seen.unknown:
            terminal.say_error(_("Not known here: {names}. Say which institution or unit each of them is.", names=name))
        return terminal.WAITING
    if is_taken and not arguments.json:
        name, n = seen.centre.known_as, seen.told.serial
        terminal.tell(_("Figures taken in: {name}, number {n}", name=name, n=n))
    return terminal.DONE


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the packages, the latest first."""
    kept, speak = centre.packages.kept(), chosen()
    names = {agency.id: agency.name for agency in centre.directory.agencies()}
    return terminal.listing(
        arguments.json,
        (
            {"direction": p.direction, "centre": names.get(p.centre_id, ""), "number": p.serial, "months": p.months,
             "made_at": p.made_at, "at": p.at, "by": p.by, "digest": p.digest}
            for p in kept
        ),
        [_("Read or written"), _("Centre"), _("Number"), _("Months"), _("When")],
        (
            [_(DIRECTIONS[p.direction]), names.get(p.centre_id, ""), speak.number(p.serial), ", ".join(p.months),
             speak.moment(centre.world.desk(p.at))]
            for p in kept
        ),
    )  # fmt: skip


def _bytes_of(path: Path) -> bytes:
    """A received file, no more of it than is needed to know that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise Problem(N_("The file could not be read: {reason}"), reason=path.name or str(path)) from error


def _words(fingerprint: str) -> str:
    return " \u00b7 ".join(words_for(bytes.fromhex(fingerprint), chosen().locale))


def _said(centre: Centre, seen: Preview, arguments: argparse.Namespace) -> Choices:
    """What the options say of institutions and units; each must be one of the package."""
    units = {unit.name for partner in seen.told.partners for unit in partner.units}
    partners: dict[str, UUID | None] = {}
    for theirs, ours in _pairs(arguments.institution):
        partners[theirs] = read.agency(centre, ours, "institution")
    partners |= dict.fromkeys(arguments.leave_out)
    said: dict[tuple[str, str], UUID | None] = {}
    for theirs, ours in _pairs(arguments.unit):
        place = read.agency_if_named(centre, ours, "unit")
        said |= {(each.name, theirs): place for each in seen.told.partners if theirs in {u.name for u in each.units}}
        _require(theirs, units, "unit")
    for name in partners:
        _require(name, {partner.name for partner in seen.told.partners}, "institution")
    return Choices(partners, said)


def _pairs(typed: Sequence[str]) -> Iterator[tuple[str, str]]:
    for one in typed:
        theirs, sign, ours = one.partition("=")
        if not sign:
            raise Problem(N_("Write it as THEIRS=OURS: {text}"), text=one)
        yield theirs.strip(), ours.strip()


def _require(name: str, names: set[str], field: str) -> None:
    if name not in names:
        raise Problem(N_("The package does not name this: {name}"), field=field, name=name)


def _told(seen: Preview) -> dict[str, Any]:
    told = seen.told
    return {
        "centre": seen.centre.name, "number": told.serial, "made_at": told.made_at, "months": told.months,
        "agreed": told.agreed, "replaces": seen.replaced, "not_known": seen.unknown,
        "partners": [
            {
                "name": each.told.name, "here": each.partner.name if each.partner else None,
                "left_out": each.is_left_out,
                "figures": [
                    {"month": figure.month,
                     "unit": None if figure.unit is None else each.told.units[figure.unit].name,
                     "here": None if figure.unit is None or not (unit := each.units[figure.unit].unit) else unit.name,
                     "sent": figure.sent, "received": figure.received, "agreed": figure.agreed,
                     "sheet": figure.sheet}
                    for figure in each.told.figures
                ],
            }
            for each in seen.partners
        ],
    }  # fmt: skip


def _show(seen: Preview) -> None:
    told, speak = seen.told, chosen()
    terminal.tell(_("Figures of this centre: {name}", name=seen.centre.known_as))
    terminal.tell(_("Number: {n}", n=speak.number(told.serial)))
    rows = []
    for partner in _told(seen)["partners"]:
        for each in partner["figures"]:
            numbers = (each["sent"], each["received"], each["agreed"])
            shown = ["\u2013" if one is None else speak.number(one) for one in numbers]
            where = each["here"] or partner["here"] or "\u2013"
            rows.append([each["month"], partner["name"], each["unit"] or _("Not by unit"), where, *shown])
    terminal.table([_("Month"), _("Institution"), _("Unit"), _("Here"), _("Sent"), _("Received"), _("Agreed")], rows)
