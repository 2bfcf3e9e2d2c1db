"""How exposed the roles' occupations are to AI: quiet bars, each with its range."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.income.exposure import (
    Exposed,
    MixExposure,
    RoleExposure,
    exposed,
)
from plait.answers.context import AnswerContext
from plait.reference.occupations.exposure import AS_OF, SOURCE, Exposure
from plait.wording.exposure import mix_text, not_loss_text, role_text, title_text


@dataclass(frozen=True, slots=True)
class BandView:
    """A range with its mean, in percent of a scale from 0 to 1."""

    start: str
    length: str
    mean: str


@dataclass(frozen=True, slots=True)
class ExposureRow:
    """A role, or a mix, with its band; `title` is an occupation's, "" of a mix."""

    name: str
    colour: int
    url: str
    title: str
    said: str
    band: BandView


@dataclass(frozen=True, slots=True)
class UntoldView:
    """A role whose occupation is not told, and where to tell it."""

    name: str
    colour: int
    url: str


@dataclass(frozen=True, slots=True)
class ExposureView:
    """The part of the page; `mixes` by hours and by income, as far as known."""

    not_loss: str
    mixes: tuple[ExposureRow, ...]
    roles: tuple[ExposureRow, ...]
    untold: tuple[UntoldView, ...]
    source: str
    as_of: str


def exposure_view(context: AnswerContext) -> ExposureView | None:
    """Return how exposed the roles held are, None where none is held."""
    found = exposed(context.portfolio, context.weeks, context.income)
    if not found.roles:
        return None
    return ExposureView(
        not_loss=not_loss_text(context.words),
        mixes=_mixes(context, found),
        roles=tuple(
            _role(context, one, one.exposure) for one in found.roles if one.exposure
        ),
        untold=tuple(
            _untold(context, one) for one in found.roles if one.exposure is None
        ),
        source=SOURCE,
        as_of=AS_OF,
    )


def _mixes(context: AnswerContext, found: Exposed) -> tuple[ExposureRow, ...]:
    named = ((_("By hours"), found.by_hours), (_("By income"), found.by_income))
    return tuple(
        ExposureRow(name, 0, "", "", mix_text(mix, context.words), _band(mix))
        for name, mix in named
        if mix
    )


def _role(context: AnswerContext, one: RoleExposure, exposure: Exposure) -> ExposureRow:
    role = context.role(one.role)
    return ExposureRow(
        name=role.name,
        colour=role.colour,
        url=reverse("role", args=[role.key]),
        title=title_text(one.code, context.words),
        said=role_text(one, context.words),
        band=_band(exposure),
    )


def _untold(context: AnswerContext, one: RoleExposure) -> UntoldView:
    role = context.role(one.role)
    url = f"{reverse('role_change', args=[role.key])}#id_occupation"
    return UntoldView(role.name, role.colour, url)


def _band(one: Exposure | MixExposure) -> BandView:
    return BandView(
        start=f"{100 * one.low:.1f}%",
        length=f"{100 * (one.high - one.low):.1f}%",
        mean=f"{100 * one.mean:.1f}%",
    )
