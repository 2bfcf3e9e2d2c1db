"""What is counted otherwise since a supplier's refund is a cost that came back."""

from typing import Any

# Ink Supplies was only ever paid: its credit note of 61.20 in April 2026 is no income,
# and takes 61.20 off what the prints cost. Shares of all income move by a little.
PAYMENT_KINDS: dict[tuple[str, str], Any] = {
    ("50924ad", "nora/concentration/payer/Ink Supplies"): "no such fact",
    ("50924ad", "nora/concentration/payer/Paper Lantern Shop"): 0.0282520171,
    ("50924ad", "nora/concentration/payer/Sakura Press"): 0.00349530699,
    ("50924ad", "nora/concentration/payer/effective"): 2.6889193,
    ("50924ad", "nora/exposure/income"): 0.449276955,
    ("50924ad", "nora/income/lantern/costs"): 2000.55,
    ("50924ad", "nora/income/lantern/last_year"): 4133.03792,
    ("50924ad", "nora/income/lantern/whole"): 8478.03792,
    ("50924ad", "nora/value/lantern/pay_an_hour"): 86.1049567,
}
