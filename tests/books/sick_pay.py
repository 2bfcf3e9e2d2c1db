"""What illness leaves of a salary, month by month and no more at one share.

The two days that a Dutch contract may leave unpaid are counted now.
"""

SICK_PAY = {("50924ad", "nora/stress/health-/lost"): 0.762579067}
