"""What the kept books are meant to answer otherwise now, with the reason."""

# Two entries that overlap fill the week once: an hour of Nora's last four weeks was
# counted twice, and so were such hours in the weeks that the forecast learns from.
ONE_CLOCK: dict[tuple[str, str], float] = {
    ("50924ad", "nora/balance/actual"): 44.08,
    ("50924ad", "nora/capacity/2026-11-23/free"): -6.94579641,
    ("50924ad", "nora/capacity/2026-11-23/load"): 46.9457964,
    ("50924ad", "nora/capacity/2026-11-30/free"): -12.1567596,
    ("50924ad", "nora/capacity/2026-11-30/load"): 52.1567596,
    ("50924ad", "nora/capacity/2026-12-07/free"): -2.96848428,
    ("50924ad", "nora/capacity/2026-12-07/load"): 48.9684843,
    ("50924ad", "nora/capacity/2026-12-14/free"): -1.24993317,
    ("50924ad", "nora/capacity/2026-12-14/load"): 47.2499332,
    ("50924ad", "nora/capacity/2026-12-21/free"): -5.15016788,
    ("50924ad", "nora/capacity/2026-12-21/load"): 29.1501679,
    ("50924ad", "nora/capacity/2027-01-04/free"): -11.1567596,
    ("50924ad", "nora/capacity/2027-01-04/load"): 51.1567596,
    ("50924ad", "nora/capacity/2027-01-11/free"): -16.4056342,
    ("50924ad", "nora/capacity/2027-01-11/load"): 56.4056342,
    ("50924ad", "nora/capacity/2027-01-18/free"): -7.24993317,
    ("50924ad", "nora/capacity/2027-01-18/load"): 47.2499332,
    ("50924ad", "nora/capacity/2027-01-25/free"): -6.94579641,
    ("50924ad", "nora/capacity/2027-01-25/load"): 46.9457964,
    ("50924ad", "nora/capacity/2027-02-01/free"): -19.6567596,
    ("50924ad", "nora/capacity/2027-02-01/load"): 50.1567596,
    ("50924ad", "nora/capacity/2027-02-08/free"): -24.9056342,
    ("50924ad", "nora/capacity/2027-02-08/load"): 55.4056342,
}
