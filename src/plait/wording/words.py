"""How things are said in a language: sentences, numbers, money and dates."""

import gettext as catalogues
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path

from plait.domain.quiet import HIDDEN, disguise
from plait.domain.writing import Clock, day_pattern, writing, written_number

_FOLDER = Path(__file__).resolve().parent.parent / "locale"
_REGION = {"en": "en_GB", "nl": "nl_NL"}
NOON = 12
_BEFORE_PERCENT = {"en": "\u202f", "nl": ""}


class Words:
    """The words of one language ("en" or "nl"; any other speaks English)."""

    def __init__(self, language: str) -> None:
        self.language = language if language in _REGION else "en"
        self.locale = _REGION[self.language]
        self._catalogue = catalogues.translation(
            "django", _FOLDER, languages=[self.language], fallback=True
        )

    def gettext(self, sentence: str) -> str:
        """Return the sentence in this language."""
        return self._catalogue.gettext(sentence)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the sentence for so many of a thing."""
        return self._catalogue.ngettext(one, many, n)

    def pgettext(self, meaning: str, sentence: str) -> str:
        """Return a sentence that means different things in different places."""
        return self._catalogue.pgettext(meaning, sentence)

    def text_of(self, record: object, field: str) -> str:
        """Return a dated figure's own text in this language: `title_nl` for `title`.

        English stands where there is none in the language.
        """
        text: str = getattr(record, f"{field}_{self.language}", "")
        return text or str(getattr(record, field))

    def lines_of(self, record: object, field: str) -> tuple[str, ...]:
        """Return a dated figure's own lines in this language, as `text_of` does."""
        lines: tuple[str, ...] = getattr(record, f"{field}_{self.language}", ())
        return lines or tuple(getattr(record, field))

    def number(self, value: float, digits: int = 1) -> str:
        """Return a number with at most so many decimals, as is usual here."""
        from babel.numbers import format_decimal

        text = format_decimal(
            rounded(value, digits), format=_pattern(digits), locale=self.locale
        )
        return written_number(text, self.language)

    def fixed(self, value: float, digits: int = 1) -> str:
        """Return a number with exactly so many decimals, for a column of figures."""
        from babel.numbers import format_decimal

        text = format_decimal(
            rounded(value, digits), format="#,##0." + "0" * digits, locale=self.locale
        )
        return written_number(text, self.language)

    def hours(self, value: float) -> str:
        """Return hours with their unit: 1 hour, 5.3 hours."""
        number = self.number(value)
        return self.ngettext("%(n)s hour", "%(n)s hours", 1 if number == "1" else 2) % {
            "n": number
        }

    def money(self, value: float, currency: str, digits: int = 0) -> str:
        """Return an amount with its currency, whole units unless asked otherwise.

        In quiet view it is hidden.
        """
        if disguise() is not None:
            return HIDDEN
        from babel.numbers import format_currency

        text = format_currency(
            rounded(value, digits),
            currency,
            format=_MONEY[self.language][bool(digits)],
            locale=self.locale,
            currency_digits=False,
        )
        return written_number(text, self.language)

    def percent(self, share: float) -> str:
        """Return a share of one as whole percents; Dutch sets no space before it."""
        return f"{self.number(100 * share, 0)}{_BEFORE_PERCENT[self.language]}%"

    def day(self, day: date) -> str:
        """Return a date in full: 21 November 2026."""
        from babel.dates import format_date

        return format_date(day, day_pattern("d MMMM y"), locale=self.locale)

    def weekday(self, day: date, *, with_year: bool = False) -> str:
        """Return a date with its day of the week: Friday 20 November."""
        from babel.dates import format_date

        usual = "d MMMM y" if with_year else "d MMMM"
        form = day_pattern(usual, with_year=with_year)
        return format_date(day, f"EEEE {form}", locale=self.locale)

    def time(self, at: time) -> str:
        """Return a time of a day: 19:00, or 7:00 pm for who writes it so."""
        if writing().clock != Clock.HOURS_12:
            return f"{at:%H:%M}"
        half = "am" if at.hour < NOON else "pm"
        return f"{at.hour % NOON or NOON}:{at:%M} {half}"

    def month(self, day: date) -> str:
        """Return a month with its year: November 2026."""
        from babel.dates import format_date

        return format_date(day, "MMMM y", locale=self.locale)

    def listed(self, names: list[str], most: int = 3) -> str:
        """Return names as a list in a sentence: a, b and c; or a, b and 5 more."""
        from babel.lists import format_list

        if len(names) > most:
            n_more = len(names) - most + 1
            more = self.ngettext("%(n)d more", "%(n)d more", n_more) % {"n": n_more}
            names = [*names[: most - 1], more]
        return format_list(names, locale=self.locale)


_MONEY = {
    "en": {False: "¤#,##0;-¤#,##0", True: "¤#,##0.00;-¤#,##0.00"},
    "nl": {
        False: "¤\u202f#,##0;-¤\u202f#,##0",
        True: "¤\u202f#,##0.00;-¤\u202f#,##0.00",
    },
}


def rounded(value: float, digits: int) -> Decimal:
    """Return a value to so many decimals, halves away from zero and never -0.

    >>> rounded(2.25, 1), rounded(-0.04, 1), rounded(0.5, 0)
    (Decimal('2.3'), Decimal('0.0'), Decimal('1'))
    """
    exact = Decimal(repr(float(value)))
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0


def _pattern(digits: int) -> str:
    return "#,##0." + "#" * digits if digits else "#,##0"


@lru_cache(maxsize=4)
def words_for(language: str) -> Words:
    """Return the words of a language; made once."""
    return Words(language)
