#!/usr/bin/env python3
"""Makes the bundled synthetic park: every enterprise, person, number and text here is invented.

Usage: python3 generate.py [--output FOLDER]     (default: this folder). Python 3.11, standard library only.
The seed is fixed; the same interpreter and compression libraries give the same bytes on every run.
"""
import argparse
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import figures
import parties
import patents as filings
import relations
import samples
from exports import CNIPR, INCOPAT, cnipr_row, event_rows, incopat_row, matrix_rows
from readme import write_readme
from tables import csv_bytes, gz_bytes, xlsx_bytes, xz_bytes
from vocabulary import Common, read_enterprises, read_topics
from wording import Wording

SEED = 20220331
PARK = "晋中龙门产业园"
PARK_PATENTS, RIVAL_PATENTS = 3240, 20000


def draw(maker, rng, owners, partners, total):
    """Exactly `total` published applications, drawn by the weights of the parties."""
    made = []
    while len(made) < total:
        for party in filings.share_out(rng, owners, total - len(made)):
            patent = maker.draw(party, partners)
            if patent is not None:
                made.append(patent)
    return made[:total]


def build():
    """All parties and patents: the park's, the competitors'."""
    rng = random.Random(SEED)
    common, topics = Common(), read_topics()
    by_name = {t.name: t for t in topics}
    park = parties.park_enterprises(rng, common, read_enterprises(), by_name)
    rivals = parties.rivals(rng, common, topics)
    schools = parties.institutes(rng, common, topics)
    foreign = parties.foreigners(rng, common, topics)
    for school in schools:
        school.weight = 0.55
    for company in foreign:
        company.weight = 0.35
    maker = filings.PatentMaker(rng, common, Wording(common), topics)
    own = draw(maker, rng, park, park + schools, PARK_PATENTS)
    other = draw(maker, rng, rivals + schools + foreign, rivals + schools, RIVAL_PATENTS)
    own += relations.same_day_pairs(maker, own)
    other += relations.same_day_pairs(maker, other)
    everything = own + other
    filings.number_all(maker, everything)
    relations.deals(rng, common, own, park + rivals[:60])
    relations.deals(rng, common, other, rivals)
    relations.families(rng, everything)
    relations.citations(rng, maker.publications, everything)
    relations.vendor_scores(rng, everything)
    own.sort(key=lambda p: p.app_no)
    other.sort(key=lambda p: p.app_no)
    return rng, common, topics, park, own, other


def files_of(rng, common, topics, park, own, other):
    """Name -> (bytes, plain bytes or None, rows, what it is)."""
    out = {}

    def put(name, data, plain, rows, note):
        out[name] = {"data": data, "plain": plain, "rows": rows, "note": note}

    rows = [incopat_row(p, common, "iso") for p in own]
    put("园区专利_incoPat导出.xlsx", xlsx_bytes("专利", INCOPAT, rows, shared_strings=False), None, len(rows), "patents of the park, incoPat-like")
    plain = csv_bytes(INCOPAT, [incopat_row(p, common, "plain") for p in other], "utf-8-sig")
    put("竞争对手专利_incoPat导出.csv.xz", xz_bytes(plain), plain, len(other), "patents of competitors, incoPat-like, UTF-8 with BOM, dates YYYYMMDD")

    chosen = sorted(rng.sample(own, 1500) + rng.sample(other, 2500), key=lambda p: p.number)
    agents = {a: parties.people(rng, common, 9) for a in common.agencies}
    table, conflicts = samples.with_conflicts(rng, chosen, lambda p: cnipr_row(p, lambda q: agents[q.agency][len(q.app_no + q.text["title"]) % 9]))
    plain = csv_bytes(CNIPR, table, "gb18030")
    put("部分专利_CNIPR导出.csv.gz", gz_bytes(plain), plain, len(table), "CNIPR-like, GB18030, dates YYYY.MM.DD, overlaps the two above")

    header = ["企业名称", "统一社会信用代码", "曾用名", "英文名称", "所属园区", "区县", "行业", "地址"]
    table = [[p.name, p.code, "; ".join(p.former), p.english, PARK, p.county, p.industry, p.address] for p in park]
    put("企业名单.xlsx", xlsx_bytes("企业名单", header, table, widths=(36, 22, 36, 40, 18, 10, 14, 44)), None, len(table), "enterprises of the park")

    table, verdicts = figures.yearly_figures(rng, park)
    header = ["企业名称", "统一社会信用代码", "年度", "销售收入(万元)", "主营业务收入(万元)", "研发投入(万元)", "科技成果产业化收入(万元)", "职工总数", "研发人员"]
    put("年度数据.csv", csv_bytes(header, table, "gb18030"), None, len(table), "yearly figures 2019-2021, GB18030")

    table = event_rows(own + other)
    put("法律事件.csv", csv_bytes(["申请号", "事件代码", "事件日期", "说明"], table, "utf-8-sig"), None, len(table), "gazette events: all of the park, deals and invalidation of the others")

    bad, bad_kinds = samples.bad_patent_rows(own, common)
    put("坏行示例.csv", csv_bytes(samples.BAD_COLUMNS, bad, "utf-8"), None, len(bad), "bad rows on purpose, incoPat-like, UTF-8 without BOM")
    bad_figures = samples.bad_figure_rows(park)
    put("坏年度数据示例.csv", csv_bytes(samples.BAD_FIGURE_COLUMNS, [r for r, _ in bad_figures], "gb18030"), None, len(bad_figures), "bad yearly figures on purpose, GB18030")

    table = samples.english_rows(own + other)
    put("english-sample.utf16.tsv", csv_bytes(samples.ENGLISH, table, "utf-16-le", "\t").join((b"\xff\xfe", b"")), None, len(table), "English headings, tab-separated, UTF-16LE with BOM")

    put("expected/verdicts.csv", csv_bytes(["name", "uscc", "case", "LM-1", "LM-2", "verdict"], verdicts, newline="\n"), None, len(verdicts), "Longmen verdict each enterprise is built to get, year 2021")
    put("expected/conflicts.csv", csv_bytes(["app_no", "field", "incopat", "cnipr"], conflicts, newline="\n"), None, len(conflicts), "contradictions put into the CNIPR-like file")
    table = matrix_rows(own + other, topics, common)
    put("expected/technique-effect.csv", csv_bytes(["industry", "technique", "effect", "applications", "white_spot"], table, newline="\n"), None, len(table), "technique by effect, white spots marked")
    kinds = [["坏行示例.csv", i, k] for i, k in enumerate(bad_kinds, 2)] + [["坏年度数据示例.csv", i, k] for i, (_, k) in enumerate(bad_figures, 2)]
    put("expected/bad-rows.csv", csv_bytes(["file", "line", "kind"], kinds, newline="\n"), None, len(kinds), "what is wrong with each row of the two bad files")
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path(__file__).resolve().parent)
    target = parser.parse_args().output
    built = build()
    files = files_of(*built)
    for name, entry in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(entry["data"])
    write_readme(target / "README.md", files, *built[3:])
    for name, entry in files.items():
        print(f"{len(entry['data']):>9}  {entry['rows']:>6}  {name}")


if __name__ == "__main__":
    main()
