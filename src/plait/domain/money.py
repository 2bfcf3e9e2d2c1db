"""Money: an exact amount with its currency."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

from plait.domain.errors import PlaitError

_CODE = re.compile("[A-Z]{3}")
# ISO 4217 currencies whose minor unit is not a hundredth.
_DIGITS = dict.fromkeys(
    [
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "UYI",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    ],
    0,
) | dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3)

WITHOUT_MINOR = tuple(code for code, digits in _DIGITS.items() if not digits)
"""The currencies without cents, such as JPY."""

# ISO 4217, the codes in use for payments in 2026 (SIX list one, without metals,
# funds and test codes), and those that older statements hold.
_CODES = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD"  # noqa: SIM905  # a list would be two hundred lines
    " BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN"
    " ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD"
    " IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD"
    " MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD"
    " OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP"
    " SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD"
    " UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
    " ANG ATS BEF BGL CUC CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG"
    " PTE SIT SKK SLL VEF ZWL".split()
)


def is_currency(code: str) -> bool:
    """Return whether three capitals are a currency: EUR is one, FPI is not."""
    return code in _CODES


class MixedCurrencies(PlaitError):
    """Two currencies were added or compared without a rate."""


class NotMoney(PlaitError):
    """A value cannot stand for an amount of money."""


def minor_digits(currency: str) -> int:
    """Return how many decimals the currency has: EUR 2, JPY 0, KWD 3."""
    return _DIGITS.get(currency, 2)


def to_minor(number: Decimal, currency: str) -> int:
    """Return the amount in minor units, halves rounded away from zero.

    >>> to_minor(Decimal("12.345"), "EUR"), to_minor(Decimal("-85"), "JPY")
    (1235, -85)
    """
    scaled = number.scaleb(minor_digits(currency))
    return int(scaled.to_integral_value(rounding=ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency; adding two currencies raises.

    >>> Money(Decimal("85"), "EUR") + Money(Decimal("0.50"), "EUR")
    Money(number=Decimal('85.50'), currency='EUR')
    """

    number: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.number, Decimal) or not self.number.is_finite():
            raise NotMoney(
                "An amount of money must be a finite Decimal",
                value=repr(self.number),
                fix="Write it as text or a whole number of minor units.",
            )
        if not _CODE.fullmatch(self.currency):
            raise NotMoney(
                "A currency is written as three capital letters",
                value=self.currency,
                fix="Use the ISO code, such as EUR or GBP.",
            )

    @classmethod
    def from_minor(cls, minor: int, currency: str) -> Self:
        """Return the amount that a whole number of minor units stands for."""
        return cls(Decimal(minor).scaleb(-minor_digits(currency)), currency)

    @property
    def minor(self) -> int:
        """The amount in minor units: cents for EUR, yen for JPY."""
        return to_minor(self.number, self.currency)

    def __add__(self, other: Self) -> Self:
        self._same_currency(other)
        return type(self)(self.number + other.number, self.currency)

    def __sub__(self, other: Self) -> Self:
        self._same_currency(other)
        return type(self)(self.number - other.number, self.currency)

    def __neg__(self) -> Self:
        return type(self)(-self.number, self.currency)

    def __mul__(self, factor: Decimal | int) -> Self:
        if not isinstance(factor, Decimal | int):
            raise NotMoney(
                "Money is multiplied by an exact number only",
                value=repr(factor),
                fix="Make the factor a Decimal first.",
            )
        return type(self)(self.number * factor, self.currency)

    def __lt__(self, other: Self) -> bool:
        self._same_currency(other)
        return self.number < other.number

    def __str__(self) -> str:
        return f"{self.number} {self.currency}"

    def _same_currency(self, other: Self) -> None:
        if self.currency != other.currency:
            raise MixedCurrencies(
                "Amounts in two currencies cannot be put together",
                value=f"{self} and {other}",
                fix="Convert one of them at the rate of the day first.",
            )
