"""Yearly figures of the enterprises in 万元 with two decimals, and the verdict each enterprise is built to get."""
from fractions import Fraction

YEARS = (2019, 2020, 2021)


def _cents(value):
    return round(value * 100)


def _text(cents):
    return "" if cents is None else f"{cents // 100}.{cents % 100:02d}"


def _ratios(rng, scheme, last):
    """R&D ratio and conversion ratio of a year, as fractions."""
    def good_rd():
        return Fraction(rng.randrange(530, 1180), 10000)

    def good_conversion():
        return Fraction(rng.randrange(3250, 7400), 10000)

    five, thirty = Fraction(5, 100), Fraction(30, 100)
    if scheme == "fail":
        which = rng.randrange(3)
        low_rd, low_conversion = Fraction(rng.randrange(120, 470), 10000), Fraction(rng.randrange(600, 2700), 10000)
        return (low_rd if which != 1 else good_rd(), low_conversion if which != 0 else good_conversion())
    if not last:
        return Fraction(rng.randrange(430, 900), 10000), Fraction(rng.randrange(2600, 6000), 10000)
    if scheme == "r5":
        return five, good_conversion()
    if scheme == "c30":
        return good_rd(), thirty
    if scheme == "both":
        return five, thirty
    if scheme == "r499":
        return Fraction(499, 10000), good_conversion()
    if scheme == "c2999":
        return good_rd(), Fraction(2999, 10000)
    return good_rd(), good_conversion()


def yearly_figures(rng, parties):
    """Rows of the table and the expected verdict of each enterprise for 2021."""
    rows, verdicts = [], []
    for party in parties:
        sales = rng.uniform(1800, 9000) * (3.2 if party.founded < 2004 else 1.0)
        growth = rng.gauss(0.16, 0.10) if party.figures in ("ok", "r5", "both", "c30") else rng.gauss(0.04, 0.13)
        staff = int(sales / rng.uniform(42, 75)) + 12
        state = {}
        for year in YEARS:
            last = year == YEARS[-1]
            sales *= 1 + (growth + rng.gauss(0, 0.05) - (0.07 if year == 2020 else 0.0))
            # In the last year totals are multiples of a million yuan, so that 5.00 % and 30.00 % come out exact.
            total = round(sales) * 100
            main = (total * rng.randrange(9000, 9990) // 10000) // 10000 * 10000 if last else total * rng.randrange(9000, 9990) // 10000
            if last:
                total = round(sales / 100) * 10000
                main = min(main, total)
            rd_ratio, conversion_ratio = _ratios(rng, party.figures, last)
            rd, conversion = int(total * rd_ratio), int(main * conversion_ratio)
            staff = max(15, int(staff * (1 + rng.gauss(0.02, 0.05))))
            values = {"sales": total, "main": main, "rd": rd, "conversion": conversion}
            if last:
                missing = {"noconv": "conversion", "nord": "rd", "nosales": "sales"}.get(party.figures)
                if missing:
                    values[missing] = None
                if party.figures == "noyear":
                    state = None
                    continue
                state = values
            rows.append([party.name, party.code, year, _text(values["sales"]), _text(values["main"]), _text(values["rd"]),
                         _text(values["conversion"]), staff, max(1, int(staff * float(rd_ratio) * rng.uniform(1.6, 2.6)))])
        verdicts.append([party.name, party.code, party.figures, *_verdict(state)])
    return rows, verdicts


def _verdict(values):
    """States of the two criteria and the verdict, by whole-number arithmetic."""
    def met(part, whole, percent):
        if values is None or values[part] is None or values[whole] is None:
            return "missing"
        return "met" if values[part] * 100 >= values[whole] * percent else "not_met"

    rd, conversion = met("rd", "sales", 5), met("conversion", "main", 30)
    verdict = "not_eligible" if "not_met" in (rd, conversion) else ("evidence_missing" if "missing" in (rd, conversion) else "eligible")
    return rd, conversion, verdict
