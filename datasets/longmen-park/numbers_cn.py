"""Numbers and dates of Chinese documents: check digits, social credit codes, publication calendar.

Every number is well formed but lies in a range the offices have not issued: application serials start with 9,
publication numbers of the park with 19/29/39 (documents outside the data set with 18/28), organisation codes with FX.
"""
from bisect import bisect_left
from datetime import date, timedelta

DATA_DATE = date(2022, 3, 31)
CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"     # GB 32100-2015: no I O S V Z
NEW_KINDS = date(2010, 4, 7)


def application_check(digits):
    """ZC 0006-2003: weights 2..9 repeated over the 12 digits, sum modulo 11, ten is X."""
    total = sum(int(d) * (2 + i % 8) for i, d in enumerate(digits))
    return "0123456789X"[total % 11]


def application_number(year, kind_digit, serial):
    digits = f"{year}{kind_digit}{9000000 + serial:07d}"
    return f"CN{digits}.{application_check(digits)}"


def organisation_check(body):
    """GB 11714: weights 3 7 9 10 5 8 4 2 over eight characters."""
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest = 11 - sum(alphabet.index(c) * w for c, w in zip(body, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def credit_code(region, serial):
    """18 characters of GB 32100: 91 + region + organisation code FX...... + check character."""
    body = f"FX{serial:06d}"
    first = "91" + region + body + organisation_check(body)
    total = sum(CODE_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(first))
    return first + CODE_ALPHABET[(31 - total % 31) % 31]


def add_years(day, years):
    try:
        return day.replace(year=day.year + years)
    except ValueError:                                 # 29 February
        return day.replace(year=day.year + years, month=3, day=1)


def gazette_day(day):
    """First gazette day on or after `day`: Wednesday up to 2016, Tuesday and Friday from 2017 on."""
    wanted = (2,) if day.year < 2017 else (1, 4)
    while day.weekday() not in wanted:
        day += timedelta(days=1)
        wanted = (2,) if day.year < 2017 else (1, 4)
    return day


def last_gazette_day():
    day = DATA_DATE
    while day.weekday() not in (1, 4):
        day -= timedelta(days=1)
    return day


LAST_GAZETTE = last_gazette_day()
_ORIGIN = date(2005, 1, 1)


class PublicationNumbers:
    """Hands out nine digits that grow with the publication date, never twice."""

    def __init__(self):
        self._next = {}

    def take(self, type_digit, published, series="9"):
        week = (published - _ORIGIN).days
        key = (type_digit, series, week)
        index = self._next.get(key, 0)
        self._next[key] = index + 1
        if index >= 1000:
            raise SystemExit("too many publications in one day")
        return f"{type_digit}{series}{week:04d}{index:03d}"


def kind_of_grant(patent_type, granted):
    """Kind letter of the granted document of `patent_type` on that day."""
    if granted < NEW_KINDS:
        return {"invention": "C", "utility": "Y", "design": "D"}[patent_type]
    return {"invention": "B", "utility": "U", "design": "S"}[patent_type]


def term_end(patent_type, filed):
    if patent_type == "invention":
        return add_years(filed, 20)
    if patent_type == "utility":
        return add_years(filed, 10)
    return add_years(filed, 10 if filed <= date(2021, 5, 31) else 15)


def first_after(sorted_days, day):
    """Index of the first element not earlier than `day`."""
    return bisect_left(sorted_days, day)
