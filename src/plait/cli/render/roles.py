"""Roles as a table of text."""

from rich.table import Table

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement


def print_roles(portfolio: Portfolio) -> None:
    """Print every role, with the terms that hold on the picture's date."""
    if not portfolio.roles:
        console.print("No roles yet. Add one with: plait role add --help")
        return
    table = Table("Role", "Key", "Organisation", "Kind", box=None, pad_edge=False)
    for heading in ("From", "To", "Agreed", "Pay", "Notice"):
        table.add_column(heading, justify="right")
    for role in portfolio.roles:
        terms = role.agreement_on(portfolio.on)
        end = role.period.end
        table.add_row(
            on_one_line(role.name),
            dim(role.key),
            on_one_line(role.organisation.name),
            role.kind.value,
            role.period.start.isoformat(),
            end.isoformat() if end else "",
            *_terms(terms),
        )
    console.print(table)


def _terms(terms: Agreement | None) -> tuple[str, str, str]:
    if terms is None:
        return "–", "–", "–"
    hours = f"{terms.hours.normalize():f}/{terms.per.value}" if terms.hours else "–"
    pay = f"{terms.pay}/{terms.pay_basis.value}" if terms.pay else "–"
    notice = f"{terms.notice_days} d" if terms.notice_days is not None else "–"
    return hours, pay, notice
