"""Numbers that prove themselves: the eleven-test and the 97-test."""

from __future__ import annotations

import re

BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the eleven-test of a Dutch citizen service number."""
    numbers = [int(digit) for digit in digits if digit.isdigit()]
    total = sum(number * weight for number, weight in zip(numbers, BSN_WEIGHTS, strict=False))
    return len(numbers) == len(BSN_WEIGHTS) and any(numbers) and total % 11 == 0


def is_iban(text: str) -> bool:
    """Whether an account number passes the 97-test of ISO 13616."""
    signs = re.sub(r"[\W_]", "", text)
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
