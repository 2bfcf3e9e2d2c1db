"""Days written short: Mon 16 Nov, and in Dutch ma 16 nov."""

from datetime import date

from django.utils.translation import get_language

from plait.web.templatetags.written import written_day

_SMALL_MONTHS = ("nl",)  # languages that write months in small letters


def short_day(day: date) -> str:
    """Return a day without its year, such as "16 Nov"."""
    return written_day(day, f"j {_month()}")


def short_weekday(day: date) -> str:
    """Return a day without its year after its weekday, such as "Mon 16 Nov"."""
    return written_day(day, f"D j {_month()}")


def _month() -> str:
    is_small = (get_language() or "").startswith(_SMALL_MONTHS)
    return "b" if is_small else "M"
