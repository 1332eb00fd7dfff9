"""One run, one table: `python3 run.py bench`, with `--quick` in a minute or two."""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
from pathlib import Path

from bench import duties, matching, meetings, papers, queries, stalls, tasks, unlocking, window
from bench.centres import made
from bench.timing import table


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small centre only, few rounds")
    parser.add_argument("--notices", type=int, nargs="+", metavar="N", help="sizes of the centres; 10000 100000")
    parser.add_argument("--centres", type=Path, metavar="FOLDER", help="keep the centres there, and use them again")
    parser.add_argument("--lists", type=Path, nargs="+", metavar="FOLDER", help="only compare these pairs of lists")
    parser.add_argument("--peers", type=Path, metavar="PYTHON", help="one with splink and recordlinkage, for --lists")
    parser.add_argument("--stalls", type=Path, nargs="+", metavar="VAULT", help="only the stalls, over these vaults")
    asked = parser.parse_args()
    if asked.stalls:
        print("\n\n".join(stalls.told(str(vault), stalls.measured(vault)) for vault in asked.stalls))
        return
    if asked.lists:
        print(matching.measured(asked.lists, asked.peers))
        return
    sizes = asked.notices or ([1000] if asked.quick else [10_000, 100_000])
    rounds = 3 if asked.quick else 7
    with tempfile.TemporaryDirectory(prefix="liepa-bench-") as temporary:
        folder = asked.centres or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        vaults = {f"{size} notices": made(folder, size) for size in sizes}
        smallest = next(iter(vaults.values()))
        print("Measuring…", flush=True)
        lines, sentences = window.measured(smallest, rounds)
        lines += unlocking.measured(vaults, 1 if asked.quick else 3)
        for size in sizes:
            lines += queries.measured(folder, size, rounds)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        lines += papers.measured(smallest, rounds)
        of_meetings, told = meetings.measured(smallest, rounds)
        lines += of_meetings
        sentences += told
        for size, vault in vaults.items():
            sentences += [f"{size}. {said}" for said in duties.measured(vault, rounds)]
        by_keys = tasks.measured(smallest)
        held = [stalls.told(name, stalls.measured(vault)) for name, vault in vaults.items()]
    print("\n" + table(lines) + "\n")
    print(by_keys + "\n")
    print("\n\n".join(held) + "\n")
    print("\n".join(sentences))
    print(f"Memory of all lists and figures of these centres, one after another: {before / 1024:.0f} MiB at most.")
    print(f"Medians of {rounds} rounds, the ways taking turns, on {os.cpu_count()} processor cores.")


if __name__ == "__main__":
    main()
