"""Are two pictures the same, field by field, arrays and their types included?"""

from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

# The number that a payment has in one book is another one's in another.
_OWN_TO_A_BOOK = {("Payments", "number")}


def differences(one: Any, other: Any, where: str = "picture") -> list[str]:
    """Return the places where two values differ, empty if they are alike."""
    if type(one) is not type(other):
        return [f"{where}: {type(one).__name__} and {type(other).__name__}"]
    if isinstance(one, np.ndarray):
        may_lack = one.dtype.kind in "Mf"  # NaT and NaN are equal to themselves here
        same = one.dtype == other.dtype and np.array_equal(
            one, other, equal_nan=may_lack
        )
        return [] if same else [f"{where}: {one} and {other}"]
    if is_dataclass(one):
        return [
            found
            for field in fields(one)
            if (type(one).__name__, field.name) not in _OWN_TO_A_BOOK
            for found in differences(
                getattr(one, field.name),
                getattr(other, field.name),
                f"{where}.{field.name}",
            )
        ]
    if isinstance(one, tuple) and len(one) == len(other):
        return [
            found
            for n, (a, b) in enumerate(zip(one, other, strict=True))
            for found in differences(a, b, f"{where}[{n}]")
        ]
    return [] if one == other else [f"{where}: {one!r} and {other!r}"]
