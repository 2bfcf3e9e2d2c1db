"""How exposed the tasks of one's roles are to AI, role by role and as a mix."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plait.analysis.income.exposure import MixExposure, RoleExposure, exposed
from plait.answers.context import AnswerContext
from plait.reference.occupations.exposure import AS_OF, SOURCE, Exposure
from plait.wording.income import exposure as wording


@dataclass(frozen=True, slots=True)
class ExposureRange:
    """An exposure from 0 to 1 with its range, for the first `digits` of the code.

    `group` is the title of the published group, "" for a figure of one's own table.
    """

    mean: float
    low: float
    high: float
    source: str
    digits: int
    group: str


@dataclass(frozen=True, slots=True)
class MixedExposure:
    """A weighted mean with its range; `covered` is the share of it that is known."""

    mean: float
    low: float
    high: float
    covered: float
    text: str


@dataclass(frozen=True, slots=True)
class ExposedRole:
    """A role with its occupation; `hours` and `income` are of the last year.

    Without a known occupation `exposure` is None and `text` is empty.
    """

    role: str
    name: str
    colour: int
    isco08: str
    occupation: str
    exposure: ExposureRange | None
    text: str
    hours: float
    income: float


@dataclass(frozen=True, slots=True)
class ExposureAnswer:
    """All roles held, and their mix by hours of 52 weeks and income of 12 months.

    `not_loss` says what the figures are not, `scale` what they are, and `notes` what
    else a reader should know, in whole sentences.
    """

    on: date
    language: str
    currency: str
    not_loss: str
    scale: str
    source: str
    source_text: str
    as_of: str
    uses_own_table: bool
    by_hours: MixedExposure | None
    by_income: MixedExposure | None
    roles: tuple[ExposedRole, ...]
    notes: tuple[str, ...]


def exposure_answer(
    context: AnswerContext, own: Mapping[str, float] | None = None
) -> ExposureAnswer:
    """Return the exposure of the roles held; `own` is a table of the person's own."""
    words, portfolio = context.words, context.portfolio
    found = exposed(portfolio, context.weeks, context.income, own)
    roles = tuple(_role(context, one) for one in found.roles)
    uses_own_table = any(
        one.exposure is not None and wording.is_own(one.exposure) for one in found.roles
    )
    unknown = [one.name for one in roles if one.exposure is None]
    return ExposureAnswer(
        on=portfolio.on,
        language=words.language,
        currency=portfolio.person.currency,
        not_loss=wording.not_loss_text(words),
        scale=wording.scale_text(words),
        source=SOURCE,
        source_text=wording.source_text(words),
        as_of=AS_OF,
        uses_own_table=uses_own_table,
        by_hours=_mix(context, found.by_hours),
        by_income=_mix(context, found.by_income),
        roles=roles,
        notes=tuple(
            wording.notes(
                words,
                unknown=unknown,
                has_roles=bool(roles),
                uses_own_table=uses_own_table,
            )
        ),
    )


def _mix(context: AnswerContext, mix: MixExposure | None) -> MixedExposure | None:
    if mix is None:
        return None
    text = wording.mix_text(mix, context.words)
    return MixedExposure(mix.mean, mix.low, mix.high, mix.covered, text)


def _role(context: AnswerContext, one: RoleExposure) -> ExposedRole:
    role, words = context.role(one.role), context.words
    return ExposedRole(
        role=role.key,
        name=role.name,
        colour=role.colour,
        isco08=one.code,
        occupation=wording.title_text(one.code, words),
        exposure=_range(one.exposure) if one.exposure else None,
        text=wording.role_text(one, words),
        hours=one.hours,
        income=one.income,
    )


def _range(one: Exposure) -> ExposureRange:
    return ExposureRange(one.mean, one.low, one.high, one.source, one.level, one.group)
