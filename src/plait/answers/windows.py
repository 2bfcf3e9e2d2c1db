"""Which part of a series a chart shows around a period."""


def window(first: int, end: int, chosen: tuple[int, int], least: int) -> slice:
    """Return the places `chosen` and those before them, `least` in all if there are.

    >>> window(0, 100, (60, 64), 52), window(0, 100, (10, 14), 52)
    (slice(12, 64, None), slice(0, 52, None))
    """
    begins, ends = chosen
    stop = min(end, max(ends, first + least))
    return slice(max(first, min(begins, stop - least)), stop)
