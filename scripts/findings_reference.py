"""Write docs/reference/findings.md: every kind of finding, or check it.

.venv/bin/python scripts/findings_reference.py [--check]

What a kind says and where it leads is taken from a made-up life in which a review says
it: the same lives that the tests hold every kind against.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plait.answers.findings.kinds import Kind
    from plait.answers.findings.ranking import Weight

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "findings.md"

_HEAD = """\
# Findings

What a review can find, heaviest first. This page is made from the source by
`scripts/findings_reference.py`: the examples are what a review says of made-up lives.

`plait review --json` gives each finding its `kind`, its `key` (which stays the same
while it is about the same thing) and its `facts`: a digest that stays the same until
what the finding rests on changes. Figures that move every week count in steps, so that
a finding that was settled does not come back for a tenth of an hour.

From a weight of 60 on a finding asks for a decision this week, from 30 this month;
below that it is good to know.

"""


def written() -> str:
    """Return the page as it should stand."""
    sys.path.insert(0, str(ROOT))
    from plait.answers.findings.kinds import Kind
    from plait.answers.findings.ranking import RANKING

    kinds = sorted(Kind, key=lambda kind: -RANKING[kind].base)
    return _HEAD + "\n".join(_section(kind) for kind in kinds)


def _section(kind: "Kind") -> str:
    from plait.answers.findings.identity import IDENTITIES
    from plait.answers.findings.ranking import RANKING
    from tests.answers.every_kind import found

    one, rank, facts = found(kind), RANKING[kind], IDENTITIES[kind].facts
    lines = [
        f"## {kind.value}\n",
        f"> {one.title}",
        f"> {one.why}\n",
        f"- Weight: {_weight(rank)}. {rank.reason}",
        f"- Next step: {one.step.label} (`{one.step.place}`).",
        f"- Rests on: {', '.join(r.kind.value for r in one.evidence.records)}.",
    ]
    if facts:
        names = ", ".join(_fact(*fact) for fact in facts)
        lines.append(f"- Comes back when these change: {names}.")
    return "\n".join(lines).replace("\u202f", " ") + "\n"


def _weight(rank: "Weight") -> str:
    if not rank.severity:
        return f"{rank.base:g}"
    factor = "" if rank.per_unit == 1 else f"{rank.per_unit:g} × "
    return f"{rank.base:g} + {factor}({rank.severity})"


def _fact(name: str, step: float) -> str:
    return f"`{name}` by {step:g}" if step else f"`{name}`"


def differs() -> bool:
    """Return whether the page is any other than the source's."""
    return not PAGE.is_file() or written() != PAGE.read_text("utf-8")


def main() -> int:
    """Write the page, or say whether it is as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        PAGE.write_text(written(), encoding="utf-8")
        return 0
    if differs():
        print(f"{PAGE.name} is not what the source says: run {Path(__file__).name}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
