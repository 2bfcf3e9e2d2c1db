"""The figures on top of a role's page, each with a picture where there is one."""

from dataclasses import dataclass

from plait.answers.roles.role import RoleAnswer
from plait.answers.roles.role_figures import FigureKind, RoleFigure
from plait.answers.roles.roles import RoleState
from plait.web.charts import bars, lines
from plait.web.pages.records.records import records_url
from plait.web.pages.roles.roles import hours_meter
from plait.web.pages.roles.terms_link import terms_url

_YEAR = 12


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure of one role for parts/vital.html, in the role's colour."""

    title: str
    figure: str
    unit: str
    note: str
    colour: int
    meter: bars.Meter | None
    spark: lines.Sparkline | None
    url: str


def figures_view(answer: RoleAnswer) -> tuple[FigureView, ...]:
    """Return the figures with a meter for hours and a line for income."""
    return tuple(_figure(answer, figure) for figure in answer.figures)


def _figure(answer: RoleAnswer, figure: RoleFigure) -> FigureView:
    role = answer.summary
    is_income = figure.kind is FigureKind.INCOME and figure.value is not None
    is_visible = is_income and role.state is not RoleState.PAST
    return FigureView(
        title=figure.title,
        figure=figure.figure,
        unit=figure.unit,
        note=figure.note,
        colour=role.colour,
        meter=hours_meter(role) if figure.kind is FigureKind.HOURS_A_WEEK else None,
        spark=lines.sparkline(role.income.monthly[-_YEAR:]) if is_visible else None,
        url=_url(role.role, figure),
    )


def _url(role: str, figure: RoleFigure) -> str:
    """Return the records of a figure, or the terms that it comes from."""
    if figure.records is not None:
        return records_url(figure.records)
    is_known = any(sign.isdigit() for sign in figure.figure)
    return terms_url(role) if is_known else ""
