"""An income of so many roles that everything can happen to, made up for the bench."""

from plait.analysis.income.model import CauseModel, Hazard, IncomeModel, StreamModel

_CAUSES = (
    CauseModel("ministry", 0.10),
    CauseModel("own health", 0.05, cut=0.7, lasts=3),
)


def model(roles: int, months: int) -> IncomeModel:
    """Return roles that all vary, end by hazards in doubt, and are replaced.

    Every fourth is a fixed contract, every third hangs on a ministry that ends it.
    """
    return IncomeModel(
        currency="EUR",
        streams=tuple(_stream(number) for number in range(roles)),
        causes=_CAUSES,
        savings=20_000,
        floor=600.0 * roles,
        months=months,
    )


def _stream(number: int) -> StreamModel:
    causes = ("ministry", "own health") if number % 3 == 0 else ("own health",)
    return StreamModel(
        name=f"role {number}",
        monthly=800 + 50 * number,
        varies=0.25 + 0.02 * number,
        unsure=0.1,
        ends_in=10 + number if number % 4 == 0 else None,
        renewed=0.6,
        notice=number % 3,
        hazard=Hazard.believed(0.10 + 0.01 * number, 4),
        wait=3 + number % 4,
        replaced=0.9,
        ramp=number % 3,
        causes=causes,
    )
