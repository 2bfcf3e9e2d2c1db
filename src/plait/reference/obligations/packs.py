"""Tax obligations by country: `obligations.toml` of its folder. Numbers are exact."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from plait.reference import country_packs, pack_reader
from plait.reference.country_packs import BrokenPack, NoPack
from plait.reference.obligations import kinds
from plait.reference.obligations.rules import Pack, Rule

__all__ = ["BrokenPack", "NoPack", "code_for", "codes", "pack", "pack_from"]

_PART = "obligations"
_KINDS: dict[str, type[Any]] = {
    "entry": kinds.Entry,
    "updates": kinds.Updates,
    "yearly": kinds.Yearly,
    "on_account": kinds.OnAccount,
    "late_interest": kinds.LateInterest,
    "least_hours": kinds.LeastHours,
    "larger_share": kinds.LargerShare,
    "turnover": kinds.Turnover,
    "rolling_turnover": kinds.RollingTurnover,
    "vat_returns": kinds.VatReturns,
    "instalments": kinds.Instalments,
    "main_client": kinds.MainClient,
    "estimated": kinds.Estimated,
    "harbour": kinds.Harbour,
    "deduction": kinds.Deduction,
    "starter": kinds.Starter,
    "amount": kinds.Amount,
    "duty": kinds.Informative,
    "counting": kinds.Informative,
}
_DEFAULTS: dict[str, Any] = {
    "valid_from": None,
    "valid_to": None,
    "article": "",
    "assumes": "",
    "assumes_nl": "",
    "note": "",
}


def codes() -> tuple[str, ...]:
    """Return the codes of the countries whose obligations are known."""
    return country_packs.codes(_PART)


def code_for(country: str) -> str:
    """Return the code of the pack that holds in a country, given by two letters."""
    code = country_packs.code_of(country, _PART)
    if code:
        return code
    if country.strip():
        raise NoPack(
            "What is due in this country is not known here yet",
            value=country.strip().upper(),
            fix="Choose one with --rules; --help lists them.",
        )
    raise NoPack(
        "Which country's tax obligations are yours is not known",
        fix="Choose one with --rules, or enter your country in the settings.",
    )


@lru_cache(maxsize=16)
def pack(code: str) -> Pack:
    """Return the pack of that code; raise `NoPack` if there is none."""
    return pack_from(country_packs.read(code, _PART, parse_float=Decimal))


def pack_from(table: Mapping[str, Any]) -> Pack:
    """Return the pack in a TOML document; raise `BrokenPack` if it cannot be read."""
    return pack_reader.pack_from(table, Pack, Rule, _KINDS, _DEFAULTS)
