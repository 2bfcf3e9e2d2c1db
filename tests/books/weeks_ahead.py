"""The weeks ahead by level and rhythms of the own past, no longer by three naive parts.

See docs/explanation/method-capacity.md.
"""

WEEKS_AHEAD = {
    ("50924ad", "nora/capacity/2026-11-23/free"): -7.42257633,
    ("50924ad", "nora/capacity/2026-11-23/load"): 47.4225763,
    ("50924ad", "nora/capacity/2026-11-30/free"): -13.8346082,
    ("50924ad", "nora/capacity/2026-11-30/load"): 53.8346082,
    ("50924ad", "nora/capacity/2026-12-07/free"): -0.73097152,
    ("50924ad", "nora/capacity/2026-12-07/load"): 46.7309715,
    ("50924ad", "nora/capacity/2026-12-14/free"): 1.02280967,
    ("50924ad", "nora/capacity/2026-12-14/load"): 44.9771903,
    ("50924ad", "nora/capacity/2026-12-21/free"): -5.59288549,
    ("50924ad", "nora/capacity/2026-12-21/load"): 29.5928855,
    ("50924ad", "nora/capacity/2027-01-04/free"): -6.59020104,
    ("50924ad", "nora/capacity/2027-01-04/load"): 46.590201,
    ("50924ad", "nora/capacity/2027-01-11/free"): -17.7400392,
    ("50924ad", "nora/capacity/2027-01-11/load"): 57.7400392,
    ("50924ad", "nora/capacity/2027-01-18/free"): -7.62492442,
    ("50924ad", "nora/capacity/2027-01-18/load"): 47.6249244,
    ("50924ad", "nora/capacity/2027-01-25/free"): -4.29261901,
    ("50924ad", "nora/capacity/2027-01-25/load"): 44.292619,
    ("50924ad", "nora/capacity/2027-02-01/free"): -17.8101914,
    ("50924ad", "nora/capacity/2027-02-01/load"): 48.3101914,
    ("50924ad", "nora/capacity/2027-02-08/free"): -23.4654998,
    ("50924ad", "nora/capacity/2027-02-08/load"): 53.9654998,
}
