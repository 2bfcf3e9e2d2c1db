"""How the weeks ahead are forecast on lives whose truth is known, as tables.

python -m studies.capacity [--full] [--lives N]

Six lives of each kind in about a minute, sixty with --full.
"""

import argparse
import sys
from collections.abc import Sequence

import numpy as np

from studies.capacity.judge import Judged, judged
from studies.capacity.lives import NEW, SEEN, SHORT, Kind

_QUICK, _FULL = 6, 60
_STEPS = (0.0, 0.1, 0.35, 0.65, 0.9, 1.01)
GROUPS = (("Looked at before", SEEN), ("New", NEW), ("Short pasts", SHORT))


def main() -> None:
    """Print a table for each group, and how chances came true."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--lives", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    n_lives = asked.lives or (_FULL if asked.full else _QUICK)
    for name, kinds in GROUPS:
        _print(f"\n## {name}\n")
        _print(
            "| kind of life | off | best naive | loss | best naive | Brier | best naive | ranges held | chances said: came |"
        )
        _print("|---|---|---|---|---|---|---|---|---|")
        everything: list[Judged] = []
        for kind in kinds:
            found = _lives(kind, n_lives, asked.seed)
            everything += found
            _print(_row(kind.name, found))
        _print(f"\nAll: {_calibration(everything)}")


def _lives(kind: Kind, n_lives: int, seed: int) -> list[Judged]:
    return [one for at in range(n_lives) for one in judged(kind, 1000 * seed + at)]


def _row(name: str, found: Sequence[Judged]) -> str:
    naive = np.array([one.naive for one in found])
    is_there = ~np.isnan(naive[..., 0]).all(axis=0)
    best = np.nanmean(naive[:, is_there], axis=0).min(axis=0)
    own = [
        float(np.mean([getattr(one, what).mean() for one in found]))
        for what in ("off", "loss", "brier")
    ]
    held = float(np.mean([one.held.mean() for one in found]))
    cells = [
        f"{own[0]:.2f} | {best[0]:.2f}",
        f"{own[1]:.2f} | {best[1]:.2f}",
        f"{own[2]:.3f} | {best[2]:.3f}",
    ]
    return f"| {name} | {' | '.join(cells)} | {held:.0%} | {_calibration(found)} |"


def _calibration(found: Sequence[Judged]) -> str:
    """Return mean chances and how often weeks were too full, step by step."""
    chance = np.concatenate([one.chance for one in found])
    is_over = np.concatenate([one.is_over for one in found])
    step = np.searchsorted(_STEPS, chance, side="right") - 1
    return ", ".join(
        f"{chance[step == at].mean():.0%}: {is_over[step == at].mean():.0%} ({(step == at).sum()})"
        for at in range(len(_STEPS) - 1)
        if (step == at).any()
    )


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
