"""What is counted otherwise since nothing is judged after the last day known."""

from typing import Any

KNOWN_UNTIL: dict[tuple[str, str], Any] = {
    # Her account in pounds is known until 9 September: whether the invoice that was due
    # after it was paid is not known.
    ("50924ad", "nora/findings/payment-missing/northwind"): "no such fact",
    # The board's last payment was entered by hand, so there is no statement to bring in.
    ("50924ad", "nora/findings/gap-money-stops/canal-board"): "no such fact",
    # The board pays twice a year; no month with nothing is the usual one. 3,050 in the
    # last twelve months are 254.17 a month.
    ("50924ad", "nora/income/canal-board/usual_month"): 254.166667,
}
