"""The libraries that link records, on the same lists: `python matching_peers.py splink|recordlinkage THEIRS OURS OUT`.

Run by a Python that has them; Liepa itself never needs them. Names are folded as Liepa folds them, so that what is
compared is the linking; each gets the *date gate* that serves it best: pairs more than two days before or sixteen after
are left out.
"""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path
from typing import Any

from desktop.reconciliation.days import EARLIEST, LATEST
from desktop.reconciliation.listed import Listed, traits_of
from desktop.reconciliation.names import NameBook

COLUMNS = ("unique_id", "day", "first", "second", "year", "code", "phone", "street", "home", "number")


def prepared(path: str, book: NameBook) -> list[dict[str, Any]]:
    """The rows with their fields folded; what is empty is None."""
    found = []
    with Path(path).open(encoding="utf-8-sig", newline="") as source:
        for row in csv.DictReader(source):
            traits = traits_of(Listed(**{name: row[name] for name in row}), book)
            words = [book.words[place].stem for place in (traits.persons or ((),))[0]]
            street = " ".join(sorted(traits.address.street)) if traits.address else None
            cells = (
                row["id"], traits.day and traits.day - date(2000, 1, 1).toordinal(), words[0] if words else None,
                words[1] if len(words) > 1 else None, str(traits.years[0]) if traits.years else None,
                traits.codes[0] if traits.codes else None, traits.phones[0] if traits.phones else None, street or None,
                f"{street} {traits.address.house}" if traits.address and traits.address.house else None,
                (traits.number.core or traits.number.whole) if traits.number else None,
            )  # fmt: skip
            found.append(dict(zip(COLUMNS, cells, strict=True)))
    return found


def by_splink(theirs: list[dict[str, Any]], ours: list[dict[str, Any]]) -> list[tuple[str, str, float]]:
    """Expectation maximisation, as its manual shows it."""
    import pyarrow
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink.internals.blocking_rule_library import CustomRule

    gate = f"(l.day is null or r.day is null or r.day - l.day between {EARLIEST} and {LATEST})"
    keys = ("first", "second", "phone", "code", "home", "number")
    rules = [CustomRule(f"l.{key} = r.{key} and {gate}", sql_dialect="duckdb") for key in keys]
    levels: list[Any] = [{"sql_condition": "day_l is null or day_r is null", "is_null_level": True}]
    levels += [{"sql_condition": f"abs(day_r - day_l) <= {most}"} for most in (0, 1, 2, 4)]
    levels.append({"sql_condition": "ELSE"})
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("first", [0.94, 0.88]),
            compare.JaroWinklerAtThresholds("second", [0.94, 0.88]),
            compare.ExactMatch("year"),
            compare.DamerauLevenshteinAtThresholds("code", [2]),
            compare.DamerauLevenshteinAtThresholds("phone", [1]),
            compare.ExactMatch("street"),
            compare.ExactMatch("home"),
            compare.DamerauLevenshteinAtThresholds("number", [1]),
            compare.CustomComparison(output_column_name="gap", comparison_levels=levels),
        ],
        blocking_rules_to_generate_predictions=rules,
    )
    database = DuckDBAPI()
    tables = [
        database.register(pyarrow.Table.from_pylist(rows), dataset_display_name=name)
        for rows, name in ((theirs, "a"), (ours, "b"))
    ]
    linker = Linker(tables, settings, log_level=40)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("phone", "year"), block_on("code")], recall=0.6
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("first", "second"), block_on("phone")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_weight=0).as_record_list()
    return [(pair["unique_id_l"], pair["unique_id_r"], pair["match_weight"]) for pair in found]


def by_recordlinkage(theirs: list[dict[str, Any]], ours: list[dict[str, Any]]) -> list[tuple[str, str, float]]:
    """A rule by hand over its comparisons, the best that it reached without labels."""
    import pandas
    import recordlinkage

    one, other = (pandas.DataFrame(rows).set_index("unique_id") for rows in (theirs, ours))
    index = recordlinkage.Index()
    for key in ("first", "second", "phone", "code", "home", "number"):
        index.block(key)
    pairs = index.index(one, other)
    gaps = (
        other["day"].reindex(pairs.get_level_values(1)).to_numpy()
        - one["day"].reindex(pairs.get_level_values(0)).to_numpy()
    )
    pairs = pairs[~((gaps < EARLIEST) | (gaps > LATEST))]
    compare = recordlinkage.Compare()
    for key in ("first", "second"):
        compare.string(key, key, method="jarowinkler", threshold=0.9, label=key)
    for key in ("year", "code", "phone", "street", "home", "number", "day"):
        compare.exact(key, key, label=key)
    points = compare.compute(pairs, one, other).sum(axis=1)
    return [(left, right, float(score) - 3) for (left, right), score in points.items() if score >= 3]


def one_to_one(pairs: list[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    """The best pair first, each row once: none of them does it by itself."""
    left: set[str] = set()
    right: set[str] = set()
    kept = []
    for pair in sorted(pairs, key=lambda pair: (-pair[2], pair[:2])):
        if pair[0] not in left and pair[1] not in right:
            left.add(pair[0])
            right.add(pair[1])
            kept.append(pair)
    return kept


def main() -> None:
    """One library, one pair of lists."""
    engine, theirs, ours, target = sys.argv[1:]
    book = NameBook()
    link = {"splink": by_splink, "recordlinkage": by_recordlinkage}[engine]
    with Path(target).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(("left_id", "right_id", "weight", "band"))
        writer.writerows((*pair, "auto") for pair in one_to_one(link(prepared(theirs, book), prepared(ours, book))))


if __name__ == "__main__":
    main()
