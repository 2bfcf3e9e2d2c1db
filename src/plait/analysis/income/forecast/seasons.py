"""The season of an income, as sure as its own years make it.

Each year is divided by its mean and by its growth. What the calendar months have in
common is split into one wave over the year and the rest, and each part is kept as far
as it stands out of the noise: 1 - c / F, nothing below F = c, with F its variance over
that of chance. A thirteenth month stays nearly whole; two wild years have no season.
"""

from typing import NamedTuple

import numpy as np

from plait.analysis.floats import Floats

YEAR = 12
# Fewer years have no season: one cannot be distinguished from noise.
YEARS_NEEDED = 2
_OF_A_WAVE, _OF_THE_REST = 1.25, 1.5
_WAVE, _REST = 2, 9  # degrees of freedom of the twelve, less one for their mean
# Growth a month that is taken out, at most, and how much of it: it is an estimate too.
_MOST_GROWTH, _BELIEVED = 0.03, 0.9
_LEAST = 0.05
_NOTHING = 1e-9


class Season(NamedTuple):
    """What each calendar month brings of the mean (n, 12), and how sure that is (n,).

    `unsure` is the variance of one of the twelve. `hidden` is by how much chance is
    larger than it looks once its own season is taken out of it.
    """

    factors: Floats
    unsure: Floats
    hidden: Floats


def season(months: Floats) -> Season:
    """Return the season of months (n, t).

    The first of the twelve is the calendar month after the last, which is the last of
    the twelve; all are 1 where fewer than two years are known.
    """
    n, t = months.shape
    years = t // YEAR
    if years < YEARS_NEEDED:
        return Season(np.ones((n, YEAR)), np.zeros(n), np.ones(n))
    shares = _without_growth(months[:, t - years * YEAR :].reshape(n, years, YEAR))
    usual = shares.mean(axis=1) - 1
    noise = shares.var(axis=1, ddof=1).mean(axis=1) / years
    month = 2 * np.pi * np.arange(YEAR) / YEAR
    waves = np.stack([np.cos(month), np.sin(month)]) * (2 / YEAR) ** 0.5
    wave = (usual @ waves.T) @ waves
    of_wave = _kept(wave, noise, _WAVE, _OF_A_WAVE)
    of_rest = _kept(usual - wave, noise, _REST, _OF_THE_REST)
    found = 1 + wave * of_wave[:, None] + (usual - wave) * of_rest[:, None]
    kept = (_WAVE * of_wave + _REST * of_rest) / (_WAVE + _REST)
    # Of k years the season's own share of chance is 1/k, as far as it is kept.
    hidden = 1 + kept / (years - 1)
    return Season(np.maximum(found, _LEAST), noise * kept, hidden)


def _without_growth(years: Floats) -> Floats:
    """Return the months as shares of their year's mean, without the year's growth."""
    mean = years.mean(axis=2, keepdims=True)
    mean = np.where(mean > 0, mean, 1.0)
    rises = np.diff(np.log(mean[:, :, 0]), axis=1).mean(axis=1) / YEAR
    rises = np.clip(rises, -_MOST_GROWTH, _MOST_GROWTH) * _BELIEVED
    within = np.exp(rises[:, None] * (np.arange(YEAR) - (YEAR - 1) / 2))
    shares = years / mean / within[:, None, :]
    level = shares.mean(axis=2, keepdims=True)
    return np.asarray(shares / np.where(level != 0, level, 1.0))


def _kept(part: Floats, noise: Floats, freedom: int, least: float) -> Floats:
    stands_out = (part**2).sum(axis=1) / freedom
    kept = 1 - least * noise / np.maximum(stands_out, _NOTHING)
    return np.asarray(np.maximum(0.0, kept))
