"""Writes docs/reference/findings.md: every kind of finding.

What a kind says and where it leads is taken from a made-up life in which a review says
it: the same lives that the tests hold every kind against.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plait.answers.findings.kinds import Kind
    from plait.answers.findings.ranking import Weight
    from plait.answers.findings.returns import Return

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "findings.md"

_HEAD = """\
# Findings

What a review can find, heaviest first. This page is made from the source by
`scripts/references`: the examples are what a review says of made-up lives.

`plait review --json` gives each finding its `kind` and its `key`, which stays the same
while it is about the same thing. By its key a finding is settled or put off (see
[Settle a finding](../how-to/settle.md)). It then comes back when its figures pass the
step named here, seen from where they were on that day; put off, at half of it. No date
takes part in that.

From a weight of 60 on a finding asks for a decision this week, from 30 this month;
below that it is good to know.

"""


def _written() -> str:
    """Return the page as it should stand."""
    sys.path.insert(0, str(ROOT))
    from plait.answers.findings.kinds import Kind
    from plait.answers.findings.ranking import RANKING

    kinds = sorted(Kind, key=lambda kind: -RANKING[kind].base)
    return _HEAD + "\n".join(_section(kind) for kind in kinds)


def _section(kind: "Kind") -> str:
    from plait.answers.findings.identity import IDENTITIES
    from plait.answers.findings.ranking import RANKING
    from plait.answers.findings.returns import RETURNS
    from tests.answers.every_kind import found

    one, rank = found(kind), RANKING[kind]
    lines = [
        f"## {kind.value}\n",
        f"> {one.title}",
        f"> {one.why}\n",
        f"- Weight: {_weight(rank)}. {rank.reason}",
        f"- Next step: {one.step.label} (`{one.step.place}`).",
        f"- Rests on: {', '.join(r.kind.value for r in one.evidence.records)}.",
    ]
    steps = [_step(step) for step in RETURNS.get(kind, ())]
    if things := IDENTITIES[kind].things:
        steps.append(f"`{things}` has a further one")
    text = f"comes back when {', or '.join(steps)}" if steps else "stays away"
    lines.append(f"- Settled, it {text}.")
    return "\n".join(lines).replace("\u202f", " ") + "\n"


def _weight(rank: "Weight") -> str:
    if not rank.severity:
        return f"{rank.base:g}"
    factor = "" if rank.per_unit == 1 else f"{rank.per_unit:g} × "
    return f"{rank.base:g} + {factor}({rank.severity})"


def _step(step: "Return") -> str:
    if not step.by:
        return f"`{step.name}` differs"
    by = f"{step.by:.0%}" if step.unit in {"money", "share"} else f"{step.by:g}"
    return f"`{step.name}` {step.way.value} by more than {by.replace('%', ' %')}"


def pages() -> dict[Path, str]:
    """Return the page as it should stand."""
    return {PAGE: _written()}
