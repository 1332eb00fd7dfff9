"""Unlocking a vault, against the one slow step in it that is meant to be slow."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from bench.timing import Line, medians
from desktop.demo.passphrase import PASSPHRASE
from desktop.vault.keys import KeyCost
from desktop.vault.vault import Vault
from desktop.world import World


def measured(vaults: dict[str, Path], rounds: int) -> list[Line]:
    """Each vault unlocked and locked again, the whole file checked, against Argon2id alone."""
    world, cost = World.real(), KeyCost.real()
    lines = []
    for name, path in vaults.items():
        times = medians(
            {
                "ours": partial(_unlock, path, world),
                "alone": lambda: cost.derive(PASSPHRASE, bytes(16)),
            },
            rounds,
        )
        lines.append(Line(f"unlock, {name}", times["ours"], "Argon2id alone", times["alone"]))
    return lines


def _unlock(path: Path, world: World) -> None:
    Vault.unlock(path, Vault.workers(path)[0].id, PASSPHRASE, world=world).lock()
