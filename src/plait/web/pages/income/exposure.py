"""How exposed the roles' occupations are to AI: quiet bars, each with its range."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.income.exposure import (
    ExposedRole,
    ExposureAnswer,
    ExposureRange,
    MixedExposure,
)


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
    text: str
    band: BandView


@dataclass(frozen=True, slots=True)
class UnknownView:
    """A role without a known occupation, and where to fill it in."""

    name: str
    colour: int
    url: str


@dataclass(frozen=True, slots=True)
class ExposureView:
    """The part of the page; `mixes` by hours and by income, as far as known."""

    not_loss: str
    scale: str
    mixes: tuple[ExposureRow, ...]
    roles: tuple[ExposureRow, ...]
    unknown: tuple[UnknownView, ...]
    source: str


def exposure_view(answer: ExposureAnswer) -> ExposureView | None:
    """Return how exposed the roles held are, None where none is held."""
    if not answer.roles:
        return None
    return ExposureView(
        not_loss=answer.not_loss,
        scale=answer.scale,
        mixes=_mixes(answer),
        roles=tuple(_role(one, one.exposure) for one in answer.roles if one.exposure),
        unknown=tuple(_unknown(one) for one in answer.roles if one.exposure is None),
        source=answer.source_text,
    )


def _mixes(answer: ExposureAnswer) -> tuple[ExposureRow, ...]:
    named = ((_("By hours"), answer.by_hours), (_("By income"), answer.by_income))
    return tuple(
        ExposureRow(name, 0, "", "", mix.text, _band(mix)) for name, mix in named if mix
    )


def _role(one: ExposedRole, exposure: ExposureRange) -> ExposureRow:
    return ExposureRow(
        name=one.name,
        colour=one.colour,
        url=reverse("role", args=[one.role]),
        title=one.occupation,
        text=one.text,
        band=_band(exposure),
    )


def _unknown(one: ExposedRole) -> UnknownView:
    url = f"{reverse('role_change', args=[one.role])}#id_occupation"
    return UnknownView(one.name, one.colour, url)


def _band(one: ExposureRange | MixedExposure) -> BandView:
    return BandView(
        start=f"{100 * one.low:.1f}%",
        length=f"{100 * (one.high - one.low):.1f}%",
        mean=f"{100 * one.mean:.1f}%",
    )
