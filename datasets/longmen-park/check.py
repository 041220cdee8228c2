#!/usr/bin/env python3
"""Checks the bundled park from its files alone, with definitions written anew: none of the generator's code is used.

Usage: python3 check.py [FOLDER]. Prints what was counted, then `ok`, or the problems and exits 1.
"""
import csv
import gzip
import hashlib
import io
import lzma
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

HERE = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
problems = []


def expect(condition, message):
    if not condition and len(problems) < 60:
        problems.append(message)


def content(name):
    data = (HERE / name).read_bytes()
    return lzma.decompress(data) if name.endswith(".xz") else gzip.decompress(data) if name.endswith(".gz") else data


def table(name, encoding, delimiter=","):
    rows = list(csv.reader(io.StringIO(content(name).decode(encoding), newline=""), delimiter=delimiter))
    width = len(rows[0])
    expect(all(len(r) == width for r in rows), f"{name}: rows of different width")
    return [dict(zip(rows[0], r)) for r in rows[1:]]


def workbook(name):
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(HERE / name) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = ["".join(t.text or "" for t in si.iter(space + "t")) for si in ET.fromstring(archive.read("xl/sharedStrings.xml"))]
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(space + "row"):
        cells = {}
        for cell in row:
            column = re.match("[A-Z]+", cell.get("r"))[0]
            kind = cell.get("t")
            if kind == "s":
                cells[column] = shared[int(cell.find(space + "v").text)]
            elif kind == "inlineStr":
                cells[column] = "".join(t.text or "" for t in cell.iter(space + "t"))
            else:
                cells[column] = cell.find(space + "v").text
        rows.append(cells)
    return [{heading: r.get(column, "") for column, heading in rows[0].items()} for r in rows[1:]]


def application_ok(number):
    match = re.fullmatch(r"CN(\d{12})\.([0-9X])", number)
    if not match:
        return False
    total, weight = 0, 2
    for digit in match[1]:
        total += int(digit) * weight
        weight = 2 if weight == 9 else weight + 1
    return (total % 11 == 10) == (match[2] == "X") and (total % 11 == 10 or str(total % 11) == match[2])


def code_ok(code):
    if len(code) != 18 or any(c not in CODE for c in code):
        return False
    weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    return (sum(CODE.index(c) * w for c, w in zip(code, weights)) + CODE.index(code[17])) % 31 == 0


def day(text):
    text = text.replace("-", "").replace(".", "")
    return date(int(text[:4]), int(text[4:6]), int(text[6:])) if text else None


def anniversary(start, years):
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


def check_patent(r, where):
    number, filed = r["申请号"], day(r["申请日"])
    expect(application_ok(number), f"{where} {number}: check digit")
    kind = {"发明授权": "invention", "发明申请": "invention", "实用新型": "utility", "外观设计": "design"}[r["专利类型"]]
    expect(number[6] in {"invention": "18", "utility": "2", "design": "3"}[kind], f"{where} {number}: type digit")
    expect(date(2005, 1, 1) <= filed <= date(2021, 12, 31), f"{where} {number}: filing date")
    if number[6] != "8":
        expect(int(number[2:6]) == filed.year, f"{where} {number}: year in the number")
    first, granted = day(r["首次公开日"]), day(r["授权公告日"])
    expect(filed < first <= date(2022, 3, 31), f"{where} {number}: first publication")
    shown = r["公开（公告）号"]
    expect(shown == (r["授权公告号"] or r["首次公开号"]), f"{where} {number}: number shown")
    letter = {"invention": "BC", "utility": "UY", "design": "SD"}[kind]
    if granted:
        expect(first <= granted <= date(2022, 3, 31), f"{where} {number}: grant date")
        expect(re.fullmatch(r"CN[123]9\d{7}" + letter[0 if granted >= date(2010, 4, 7) else 1], shown), f"{where} {number}: {shown}")
        expect(shown[2] == {"invention": "1", "utility": "2", "design": "3"}[kind], f"{where} {shown}: first digit")
        expect(shown[2:11] == r["首次公开号"][2:11], f"{where} {number}: series")
    else:
        expect(kind == "invention" and re.fullmatch(r"CN19\d{7}A", shown), f"{where} {number}: {shown}")
    years = 20 if kind == "invention" else 10 if kind == "utility" or filed <= date(2021, 5, 31) else 15
    expect(day(r["预估到期日"]) == anniversary(filed, years), f"{where} {number}: expiry")
    expect((r["专利有效性"] == "失效") == bool(r["失效日"]), f"{where} {number}: end of right")
    expect(r["专利有效性"] == {"授权": "有效", "部分无效": "有效", "公开": "审中", "实质审查": "审中"}.get(r["当前法律状态"], "失效"), f"{where} {number}: validity")
    for count, listed in (("被引证次数", "被引证专利"), ("引证次数", "引证专利"), ("简单同族个数", "简单同族")):
        values = [v for v in r[listed].split("; ") if v]
        expect(int(r[count]) == len(values) == len(set(values)), f"{where} {number}: {count}")
    if kind == "design":
        expect(r["洛迦诺分类号"] and not r["IPC"] and not r["权利要求数量"], f"{where} {number}: design")
    else:
        expect(1 <= int(r["权利要求数量"]) <= 45, f"{where} {number}: claims")
        expect(r["IPC"].split("; ")[0] == r["IPC主分类"], f"{where} {number}: main class")
        expect(all(re.fullmatch(r"[A-H]\d\d[A-Z]\d+/\d+", c) for c in r["IPC"].split("; ")), f"{where} {number}: classes")
        expect(100 <= len(r["摘要 (中文)"]) <= 220, f"{where} {number}: abstract of {len(r['摘要 (中文)'])}")
        expect("{" not in r["摘要 (中文)"] + r["首项权利要求"], f"{where} {number}: template left over")
    if r["工商统一社会信用代码"]:
        expect(code_ok(r["工商统一社会信用代码"]), f"{where} {number}: credit code")
    expect(1 <= int(r["合享价值度"]) <= 10, f"{where} {number}: vendor score")


def check_citations(rows):
    by_digits = {r["公开（公告）号"][:-1]: r for r in rows}
    expect(len(by_digits) == len(rows), "publication numbers are not unique")
    links = 0
    for r in rows:
        for cited in filter(None, r["引证专利"].split("; ")):
            target = by_digits.get(cited[:-1])
            if target is not None:
                links += 1
                expect(r["公开（公告）号"] in target["被引证专利"].split("; "), f"{r['申请号']} cites {cited}, not listed there")
                expect(day(target["首次公开日"]) < day(r["申请日"]), f"{r['申请号']} cites {cited} published later")
            else:
                expect(not cited.startswith(("CN19", "CN29", "CN39")), f"{cited} is not in the set")
        for citing in filter(None, r["被引证专利"].split("; ")):
            source = by_digits.get(citing[:-1])
            if source is not None:
                expect(any(c[:-1] == r["公开（公告）号"][:-1] for c in source["引证专利"].split("; ")), f"{citing} does not cite {r['申请号']}")
    return links


def check_figures(firms):
    rows = table("年度数据.csv", "gb18030")
    values = {}
    for r in rows:
        expect(firms.get(r["企业名称"]) == r["统一社会信用代码"], f"年度数据 {r['企业名称']}: code")
        values[(r["企业名称"], r["年度"])] = r

    def state(r, part, whole, percent):
        if r is None or not r[part] or not r[whole]:
            return "missing"
        a, b = (int(r[c].replace(".", "")) for c in (part, whole))
        return "met" if 100 * a >= percent * b else "not_met"

    found = Counter()
    for v in table("expected/verdicts.csv", "utf-8"):
        r = values.get((v["name"], "2021"))
        rd, conversion = state(r, "研发投入(万元)", "销售收入(万元)", 5), state(r, "科技成果产业化收入(万元)", "主营业务收入(万元)", 30)
        verdict = "not_eligible" if "not_met" in (rd, conversion) else "evidence_missing" if "missing" in (rd, conversion) else "eligible"
        expect((rd, conversion, verdict) == (v["LM-1"], v["LM-2"], v["verdict"]), f"verdict of {v['name']}: {rd} {conversion} {verdict}")
        if v["case"] in ("r5", "both"):
            expect(100 * int(r["研发投入(万元)"].replace(".", "")) == 5 * int(r["销售收入(万元)"].replace(".", "")), f"{v['name']}: not exactly 5 %")
        if v["case"] in ("c30", "both"):
            expect(100 * int(r["科技成果产业化收入(万元)"].replace(".", "")) == 30 * int(r["主营业务收入(万元)"].replace(".", "")), f"{v['name']}: not exactly 30 %")
        found[verdict] += 1
    return len(rows), found


def check_overlap(by_app):
    rows = table("部分专利_CNIPR导出.csv.gz", "gb18030")
    listed = {(c["app_no"], c["field"]): c for c in table("expected/conflicts.csv", "utf-8")}
    found = set()
    for r in rows:
        other = by_app.get(r["申请号"])
        expect(other is not None, f"CNIPR {r['申请号']}: unknown")
        if other is None:
            continue
        if r["名称"] != other["标题 (中文)"]:
            found.add((r["申请号"], "title"))
        if day(r["申请日"]) != day(other["申请日"]):
            found.add((r["申请号"], "app_date"))
        expect(r["公开（公告）号"] == other["公开（公告）号"], f"CNIPR {r['申请号']}: publication")
        expect(r["申请（专利权）人"].split(";") == other["申请人"].split("; "), f"CNIPR {r['申请号']}: applicants")
    expect(found == set(listed), "conflicts differ from expected/conflicts.csv")
    return len(rows), len(found)


def check_events(by_app):
    rows = table("法律事件.csv", "utf-8-sig")
    seen = {}
    for r in rows:
        p = by_app.get(r["申请号"])
        expect(p is not None, f"event of unknown {r['申请号']}")
        expect(day(r["事件日期"]) <= date(2022, 3, 31), f"event after the data date: {r}")
        seen.setdefault(r["申请号"], set()).add(r["事件代码"])
        if r["事件代码"] == "GR01" and p:
            expect(day(r["事件日期"]) == day(p["授权公告日"]), f"{r['申请号']}: grant event")
    for code, column in (("TR01", "转让次数"), ("EE01", "许可次数"), ("PE01", "质押次数")):
        for number, p in by_app.items():
            expect((code in seen.get(number, ())) == (p[column] != "0"), f"{number}: {code} and {column}")
    return len(rows)


def check_readme():
    text = (HERE / "README.md").read_text(encoding="utf-8")
    sums = re.findall(r"^([0-9a-f]{64})  (.+)$", text, re.M)
    named = {name: value for value, name in sums}
    for name, value in named.items():
        if name.endswith(" (content)"):
            base = name.removesuffix(" (content)")
            packed = base + (".xz" if base + ".xz" in named else ".gz")
            data = content(packed)
        else:
            data = (HERE / name).read_bytes()
        expect(hashlib.sha256(data).hexdigest() == value, f"README: sha256 of {name}")
    data_files = {p.relative_to(HERE).as_posix() for p in HERE.rglob("*") if p.suffix in (".xlsx", ".csv", ".xz", ".gz", ".tsv")}
    expect(data_files == {n for n in named if not n.endswith(" (content)")}, "README does not name exactly the data files")
    return text


def main():
    park = workbook("园区专利_incoPat导出.xlsx")
    rivals = table("竞争对手专利_incoPat导出.csv.xz", "utf-8-sig")
    expect(list(park[0]) == list(rivals[0]), "headings of the two incoPat-like files differ")
    for where, rows in (("park", park), ("rivals", rivals)):
        for r in rows:
            check_patent(r, where)
    by_app = {r["申请号"]: r for r in park + rivals}
    expect(len(by_app) == len(park) + len(rivals), "application numbers are not unique")
    expect(len(park) >= 3000 and len(rivals) >= 20000, "too few patents")
    links = check_citations(park + rivals)
    firms = {r["企业名称"]: r["统一社会信用代码"] for r in workbook("企业名单.xlsx")}
    expect(len(firms) >= 60 and len(set(firms.values())) == len(firms), "enterprises")
    expect(all(code_ok(c) and c[2:6] == "1407" for c in firms.values()), "credit codes of the park")
    expect({r["工商统一社会信用代码"] for r in park} <= set(firms.values()), "a park patent without its enterprise")
    figures, verdicts = check_figures(firms)
    overlap, conflicts = check_overlap(by_app)
    events = check_events(by_app)
    bad = table("expected/bad-rows.csv", "utf-8")
    expect(len(table("坏行示例.csv", "utf-8")) == sum(b["file"] == "坏行示例.csv" for b in bad), "bad rows")
    expect(len(table("坏年度数据示例.csv", "gb18030")) == sum(b["file"] == "坏年度数据示例.csv" for b in bad), "bad figures")
    table("english-sample.utf16.tsv", "utf-16", "\t")
    text = check_readme()
    for name, count in (("园区专利_incoPat导出.xlsx", len(park)), ("竞争对手专利_incoPat导出.csv.xz", len(rivals)), ("企业名单.xlsx", len(firms)),
                        ("年度数据.csv", figures), ("部分专利_CNIPR导出.csv.gz", overlap), ("法律事件.csv", events)):
        expect(re.search(rf"^\| `{re.escape(name)}` \| [^|]+ \| {count} \|", text, re.M), f"README: rows of {name}")
    matrix = table("expected/technique-effect.csv", "utf-8")
    effects = Counter(e for r in park + rivals for e in r["技术功效1级"].split("; ") if e)
    for effect, count in effects.items():
        expect(sum(int(m["applications"]) for m in matrix if m["effect"] == effect) == count, f"matrix: {effect}")
    size = sum(p.stat().st_size for p in HERE.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    expect(size <= 8_000_000, f"folder holds {size} bytes")
    print(f"park {len(park)}, competitors {len(rivals)}, links inside {links}, enterprises {len(firms)}, figures {figures}, {dict(verdicts)}, "
          f"CNIPR {overlap} with {conflicts} conflicts, events {events}, {size} bytes")
    print("\n".join(problems) if problems else "ok")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
