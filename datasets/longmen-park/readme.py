"""Writes README.md of the data set: origin, licence, files with counts and checksums."""
import csv
import hashlib
import io
from collections import Counter

HEAD = """# longmen-park: a synthetic industrial park

**Everything here is invented.** 晋中龙门产业园 is not a real park; no enterprise, university, bank, agency, person, patent, figure
or event in these files exists, and any likeness of a name is chance. Only the frame is real: counties of Jinzhong, IPC symbols, rules
for numbers, dates, kind codes and fees, headings of the usual exports. The numbers are well formed (check digits, kind codes, growing
with the date) but lie where no office has issued any: application serials begin with 9 (`CN2018 1 9…`), publications with 19/29/39
(documents outside the set with 18/28), organisation codes with `FX`.

- **Origin**: made by `generate.py` in this folder (Python 3.11, standard library, fixed seed), by the authors of longmen. No data of others.
- **Licence**: GPL-3.0-or-later, as the rest of the repository (see `LICENSE` at its root).
- **Data date**: 2022-03-31. Filed 2005-2021. The last two filing years are incomplete, as in real data.
- **Again**: `python3 generate.py` writes the same bytes; `python3 check.py` verifies everything said here, without the generator's code.

## Files

| file | kind | rows | what it is |
|---|---|---|---|
"""

SECTIONS = """
The five files of a first run: `企业名单.xlsx`, `年度数据.csv`, `园区专利_incoPat导出.xlsx`, `竞争对手专利_incoPat导出.csv.xz`, `法律事件.csv`.
The CNIPR-like file overlaps with them: {park_overlap} of the park, {rival_overlap} of competitors, {conflicts} contradictions
({title_conflicts} titles, {date_conflicts} filing dates) listed in `expected/conflicts.csv`. `expected/` is what tests compare with, not for import.

## What is inside

- Patents: {patents} applications ({park} of the park, {rivals} of competitors): {types}. Status: {validity}.
- {cited} citations given (listed in `引证专利`), {inside} of them to documents inside the set; `被引证专利` lists what cites a patent,
  inside and outside the set. Counts equal the lists.
- {foreign_families} families with members abroad (WO, US, EP, JP, KR); {joint} joint applications; {pairs} same-day pairs of invention and utility model.
- {transfers} patents transferred, {licences} licensed, {pledges} pledged, {litigations} litigated.
- Technology: 9 industries, {topics} techniques, 12 effects; `expected/technique-effect.csv` holds the true matrix, with {blanks} deliberate
  white spots (nearly no application); techniques that are single components (pumps, valves, seals, motors) know only effects of their
  own, so their other cells are empty as well. The column `技术功效1级` of the exports names the effects.
- {enterprises} enterprises in 11 counties, one of them without patents; former names and English names for some. Early applications carry
  the former name; addresses in 太谷 say 太谷县 until 2019.

## Enterprises and the Longmen criteria (year 2021)

The cases are built for 2021 as the year assessed: a firm without its row for 2021 lacks evidence, whatever 2020 says.
Criteria: R&D / sales ≥ 5 %, conversion revenue / main-business revenue ≥ 30 %. `expected/verdicts.csv` holds the verdict of each.

| case | enterprises | verdict |
|---|---|---|
{cases}

Verdicts: {verdicts}.

## Bad rows

`expected/bad-rows.csv` gives the kind of each line (line 1 is the heading). Kinds in `坏行示例.csv`:

| kind | rows | what is wrong | expected |
|---|---|---|---|
{bad}

Kinds in `坏年度数据示例.csv`:

| kind | rows | what is wrong | expected |
|---|---|---|---|
{bad_figures}

## SHA-256

Of the file as it lies here; for compressed files also of the content, which does not depend on the version of the compressor.

```
{sums}
```
"""

CASES = {
    "ok": "both criteria clearly met", "r5": "R&D exactly 5.00 %", "c30": "conversion exactly 30.00 %", "both": "exactly 5.00 % and 30.00 %",
    "r499": "R&D 4.99 %", "c2999": "conversion 29.99 %", "noconv": "conversion revenue not given", "nord": "R&D not given",
    "nosales": "sales not given", "noyear": "no row for 2021", "fail": "one or both clearly missed"}

BAD = {
    "sound": ("nothing, a sound row among the bad ones", "in"),
    "wrong_check_digit": ("check digit of the application number differs", "in, with a warning"),
    "zero_date": ("date `0000-00-00`", "rejected"),
    "damaged_number": ("`2.02011E+12`, no other number in the row", "rejected"),
    "damaged_number_with_publication": ("`2.01711E+12`, but a sound publication number", "in by the publication number or rejected; never under the damaged number"),
    "missing_number": ("neither application nor publication number", "rejected"),
    "negative_claims": ("claim count below zero", "rejected"),
    "count_not_a_number": ("claim count in words", "rejected"),
    "impossible_date": ("date that no calendar has", "rejected"),
    "garbled_number": ("text or a broken number where the number should be", "rejected"),
    "wrong_credit_code": ("check character of the credit code differs", "rejected or in without the code, with a warning"),
    "check_digit_lost": ("check digit cut off", "in, repaired: it can be computed"),
    "total_row": ("`合计` row at the end", "left out as a total row"),
    "negative_revenue": ("sales below zero", "rejected"),
    "damaged_code": ("`9.11407E+17` as credit code; the name is sound", "in by the name with a warning, or rejected"),
    "bad_year": ("year in characters", "rejected"),
    "bad_amount": ("amount in words", "rejected"),
    "no_enterprise": ("neither name nor code", "rejected"),
}


def _table(entry, encoding):
    return list(csv.DictReader(io.StringIO(entry["data"].decode(encoding))))


def _kind_rows(table, name):
    counts = Counter(r["kind"] for r in table if r["file"] == name)
    return "\n".join(f"| {kind} | {counts[kind]} | {BAD[kind][0]} | {BAD[kind][1]} |" for kind in BAD if kind in counts)


def write_readme(path, files, park, own, other):
    everything = own + other
    verdicts = _table(files["expected/verdicts.csv"], "utf-8")
    conflicts = _table(files["expected/conflicts.csv"], "utf-8")
    matrix = _table(files["expected/technique-effect.csv"], "utf-8")
    bad = _table(files["expected/bad-rows.csv"], "utf-8")
    per_case = Counter((v["case"], v["verdict"]) for v in verdicts)
    cases = "\n".join(f"| {CASES[c]} (`{c}`) | {n} | {v} |" for c in CASES for (k, v), n in sorted(per_case.items()) if k == c)
    inside = {p.first_no[:-1] for p in everything}
    types = Counter(p.type for p in everything)
    validity = Counter(p.validity for p in everything)
    sums = []
    for name, entry in files.items():
        sums.append(f"{hashlib.sha256(entry['data']).hexdigest()}  {name}")
        if entry["plain"] is not None:
            sums.append(f"{hashlib.sha256(entry['plain']).hexdigest()}  {name.rpartition('.')[0]} (content)")
    kinds = {"xlsx": "XLSX", "csv": "CSV", "xz": "CSV, xz", "gz": "CSV, gzip", "tsv": "TSV"}
    listing = "\n".join(f"| `{n}` | {kinds[n.rpartition('.')[2]]} | {e['rows']} | {e['note']} |" for n, e in files.items())
    text = HEAD + listing + "\n" + SECTIONS.format(
        park_overlap=1500, rival_overlap=2500, conflicts=len(conflicts),
        title_conflicts=sum(c["field"] == "title" for c in conflicts), date_conflicts=sum(c["field"] == "app_date" for c in conflicts),
        patents=len(everything), park=len(own), rivals=len(other),
        types=f"{types['invention']} inventions, {types['utility']} utility models, {types['design']} designs",
        validity=f"{validity['有效']} in force, {validity['审中']} pending, {validity['失效']} dead",
        cited=sum(len(p.cited) for p in everything), inside=sum(c[:-1] in inside for p in everything for c in p.cited),
        foreign_families=sum(len(p.countries) > 1 for p in everything), joint=sum(len(p.parties) > 1 for p in everything),
        pairs=sum(bool(p.twin) and p.type == "utility" for p in everything),
        transfers=sum(p.counts["transfer"] > 0 for p in everything), licences=sum(p.counts["licence"] > 0 for p in everything),
        pledges=sum(p.counts["pledge"] > 0 for p in everything), litigations=sum(p.counts["litigation"] > 0 for p in everything),
        topics=len({m["technique"] for m in matrix}), blanks=sum(m["white_spot"] == "yes" for m in matrix), enterprises=len(park),
        cases=cases, verdicts=", ".join(f"{n} {k}" for k, n in sorted(Counter(v["verdict"] for v in verdicts).items())),
        bad=_kind_rows(bad, "坏行示例.csv"), bad_figures=_kind_rows(bad, "坏年度数据示例.csv"), sums="\n".join(sums))
    path.write_text(text, encoding="utf-8")
