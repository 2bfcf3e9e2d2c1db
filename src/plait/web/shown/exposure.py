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
from plait.reference.occupations.exposure import AS_OF, SOURCE, Exposure
from plait.review.exposure_said import mix_said, not_loss_said, role_said, title_said
from plait.review.subject import Subject


@dataclass(frozen=True, slots=True)
class BandShown:
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
    band: BandShown


@dataclass(frozen=True, slots=True)
class UntoldShown:
    """A role whose occupation is not told, and where to tell it."""

    name: str
    colour: int
    url: str


@dataclass(frozen=True, slots=True)
class ExposureShown:
    """The part of the page; `mixes` by hours and by income, as far as known."""

    not_loss: str
    mixes: tuple[ExposureRow, ...]
    roles: tuple[ExposureRow, ...]
    untold: tuple[UntoldShown, ...]
    source: str
    as_of: str


def exposure_shown(subject: Subject) -> ExposureShown | None:
    """Return how exposed the roles held are, None where none is held."""
    found = exposed(subject.portfolio, subject.weeks, subject.income)
    if not found.roles:
        return None
    return ExposureShown(
        not_loss=not_loss_said(subject.words),
        mixes=_mixes(subject, found),
        roles=tuple(
            _role(subject, one, one.exposure) for one in found.roles if one.exposure
        ),
        untold=tuple(
            _untold(subject, one) for one in found.roles if one.exposure is None
        ),
        source=SOURCE,
        as_of=AS_OF,
    )


def _mixes(subject: Subject, found: Exposed) -> tuple[ExposureRow, ...]:
    named = ((_("By hours"), found.by_hours), (_("By income"), found.by_income))
    return tuple(
        ExposureRow(name, 0, "", "", mix_said(mix, subject.words), _band(mix))
        for name, mix in named
        if mix
    )


def _role(subject: Subject, one: RoleExposure, exposure: Exposure) -> ExposureRow:
    role = subject.role(one.role)
    return ExposureRow(
        name=role.name,
        colour=role.colour,
        url=reverse("role", args=[role.key]),
        title=title_said(one.code, subject.words),
        said=role_said(one, subject.words),
        band=_band(exposure),
    )


def _untold(subject: Subject, one: RoleExposure) -> UntoldShown:
    role = subject.role(one.role)
    url = f"{reverse('role_change', args=[role.key])}#id_occupation"
    return UntoldShown(role.name, role.colour, url)


def _band(one: Exposure | MixExposure) -> BandShown:
    return BandShown(
        start=f"{100 * one.low:.1f}%",
        length=f"{100 * (one.high - one.low):.1f}%",
        mean=f"{100 * one.mean:.1f}%",
    )
