"""Which findings are open, and which did I settle?"""

from dataclasses import dataclass
from datetime import date

from plait.answers.context import AnswerContext
from plait.answers.findings.decided import SettledItem
from plait.answers.findings.finding import Finding
from plait.answers.review import decided_of
from plait.domain.settled_findings import SettledAs
from plait.wording import returns as wording


@dataclass(frozen=True, slots=True)
class FindingsAnswer:
    """Open findings, heaviest first, and settled ones, the newest first."""

    on: date
    language: str
    sentence: str
    open: tuple[Finding, ...]
    settled: tuple[SettledItem, ...]


def findings_answer(context: AnswerContext) -> FindingsAnswer:
    """Return the findings of the date of the portfolio, parted by what was decided."""
    parted = decided_of(context)
    n_put_off = sum(one.settled_as is SettledAs.PUT_OFF for one in parted.settled)
    n_settled = len(parted.settled) - n_put_off
    return FindingsAnswer(
        on=context.portfolio.on,
        language=context.words.language,
        sentence=wording.settled_sentence(context.words, n_settled, n_put_off),
        open=parted.open,
        settled=parted.settled,
    )
