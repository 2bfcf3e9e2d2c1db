"""What is counted otherwise since income ahead is of streams that still run.

Costs are not taxed: of the hours that she pays for, nothing is put by. A stream that
dried up (the lantern) is in no weak month and in no scenario of its own. How likely a
client is to end is by her own clients and not by layoffs of jobs, which moves the
recession.
"""

from typing import Any

INCOME_AHEAD: dict[tuple[str, str], Any] = {
    ("50924ad", "nora/drawn/short_ever"): 0.55275,
    ("50924ad", "nora/model/usual_month"): 5711.98624,
    ("50924ad", "nora/stress/cause-Care budget/lost"): 0.873292997,
    ("50924ad", "nora/stress/cause-Care budget/months"): 9,
    ("50924ad", "nora/stress/cause-Care budget/short_by"): 1485.22945,
    ("50924ad", "nora/stress/health-/lost"): 0.762579067,
    ("50924ad", "nora/stress/own-A year of prints/lost"): 0.16300967,
    ("50924ad", "nora/stress/own-No more care budget/lost"): 0.873292997,
    ("50924ad", "nora/stress/own-No more care budget/months"): 9,
    ("50924ad", "nora/stress/own-No more care budget/short_by"): 1485.22945,
    ("50924ad", "nora/stress/rates-/lost"): 0.127394666,
    ("50924ad", "nora/stress/recession-/lost"): 0.359734861,
    ("50924ad", "nora/stress/recession-/months"): 35,
    ("50924ad", "nora/stress/recession-/short_by"): 952.292571,
    ("50924ad", "nora/stress/role-atlas/lost"): 0.510266326,
    ("50924ad", "nora/stress/role-atlas/months"): 24,
    ("50924ad", "nora/stress/role-atlas/short_by"): 283.854546,
    ("50924ad", "nora/stress/role-lantern/lost"): "no such fact",
    ("50924ad", "nora/stress/role-lantern/months"): "no such fact",
    ("50924ad", "nora/stress/role-lantern/short_by"): "no such fact",
    ("50924ad", "nora/stress/role-northwind/lost"): 0.126707003,
    ("50924ad", "nora/stress/role-practice/lost"): 0.363026671,
    ("50924ad", "nora/stress/role-practice/months"): 23,
    ("50924ad", "nora/stress/role-practice/short_by"): 77.0952342,
}
