#!/usr/bin/env python3
"""Writes a table like an incoPat export, as large as wanted: tests/bench/generate_incopat.py ROWS FILE [--seed N] [--from N]

Forty columns; abstracts of some 300 characters, citations, families, joint applicants, statuses. Everything is invented: serials of
applications start with 9 and publication numbers with 19, 29 or 39, which the office has not issued; check digits are right. The same
arguments give the same bytes, and row i is the same in every table of one seed. FILE ends with .csv, or with .xlsx for a workbook, which
takes no more rows than a sheet has.
"""
import argparse
import csv
import random
import sys
import zipfile
from datetime import date, timedelta

HEADINGS = ("标题 (中文)", "摘要 (中文)", "申请人", "标准化申请人", "申请人类型", "申请人国家/地区", "申请人省市代码", "中国申请人地市",
            "中国申请人区县", "申请人地址", "当前权利人", "公开（公告）号", "公开（公告）日", "申请号", "申请日", "首次公开号", "授权公告号",
            "授权公告日", "专利类型", "当前法律状态", "专利有效性", "IPC主分类", "IPC", "CPC", "权利要求数量", "首项权利要求", "文献页数",
            "被引证次数", "被引证专利", "引证次数", "引证专利", "简单同族", "简单同族个数", "同族国家/地区", "优先权号", "发明人", "代理机构",
            "转让次数", "预估到期日", "合享价值度")
PLACES = (("山西; 14", "晋中市", "榆次区"), ("山西; 14", "太原市", "小店区"), ("广东; 44", "佛山市", "顺德区"), ("江苏; 32", "常州市", "武进区"),
          ("浙江; 33", "宁波市", "慈溪市"), ("陕西; 61", "西安市", "雁塔区"), ("湖北; 42", "襄阳市", "樊城区"), ("四川; 51", "绵阳市", "涪城区"))
NAMES = ("龙岭", "沛泓", "岑恒", "嘉屹", "启衡", "博钧", "瑞澜", "恒岳", "天铎", "远桁", "明砚", "川硕", "鼎涵", "新柘", "华铄", "云岚")
TRADES = ("液压支架", "玻璃器皿", "采煤机械", "纺织装备", "碳纤维材料", "铸造设备", "新能源汽车", "食品机械", "管件", "生物肥料", "传感器", "环保设备")
THINGS = ("退火窑", "刮板输送机", "截割滚筒", "核桃分级机", "经编机", "管件毛坯", "预浸料", "电池托盘", "发酵罐", "除尘器", "压铸模具", "减速器")
PARTS = ("导流板", "推移油缸", "循环风机", "倾角传感器", "分级滚筒", "耐磨衬板", "行星齿轮", "密封圈", "喷嘴", "链轮", "限位块", "加热管", "过滤网",
         "控制器", "张紧轮", "连接法兰", "导向滑靴", "回转支承", "进料拨轮", "风选仓", "螺旋叶片", "定位销", "缓冲垫", "观察窗")
RELATIONS = ("固定安装在{}的一侧并与其保持间隙", "通过螺栓与{}相连且可沿长度方向移动", "内部设有与{}配合的弧面", "套装在{}的外部并由弹簧压紧",
             "与{}焊接成一体且表面经感应淬火", "安装在{}的上方并由电机驱动", "沿{}的周向均匀布置", "经由管路与{}的出口连通")
GOALS = ("提高了加工精度", "降低了能耗", "延长了使用寿命", "便于检修更换", "减少了粉尘排放", "实现了自动控制", "提高了作业效率", "避免了卡料和堵塞")
KINDS = ("装置", "方法", "系统", "结构", "设备")
FAMILY_NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN_NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英"
CLASSES = ("E21D23/04", "B65G19/18", "C03B25/06", "A23N5/00", "D04B27/10", "B22D17/22", "H01M50/20", "C12M1/02", "B01D46/02", "F16H57/08",
           "G05B19/042", "B29C70/38", "C05F17/00", "F16L47/02", "G01L5/00")
DEAD = ("未缴年费", "驳回", "撤回", "期限届满", "放弃")
FIRST_DAY = date(2004, 1, 1)
DAYS = 6500                         # to the end of 2021
DATA_DAY = date(2022, 3, 31)
ROWS_OF_A_SHEET = 1048576


def check_digit(digits):
    """ZC 0006-2003: weights 2..9 repeated over the 12 digits, sum modulo 11, ten is X."""
    total = 0
    for i, digit in enumerate(digits):
        total += (ord(digit) - 48) * (2 + i % 8)
    return "0123456789X"[total % 11]


def kind_of(index):
    """Type of application and where its publications stand: fixed by the row, so that others can cite it."""
    turn = index * 7919 % 100
    return "invention" if turn < 56 else "model" if turn < 92 else "design"


def is_granted(index):
    return kind_of(index) != "invention" or index * 104729 % 100 < 48


def publications(index):
    """First and last publication number."""
    kind = kind_of(index)
    if kind == "invention":
        first = f"CN19{index:07d}A"
        return first, f"CN19{index:07d}B" if is_granted(index) else first
    number = f"CN29{index:07d}U" if kind == "model" else f"CN39{index:07d}S"
    return number, number


def abstract(rng, title, parts):
    choice = rng.choice
    text = [f"本申请公开了一种{title}，包括{'、'.join(parts)}；"]
    length = len(text[0])
    while length < 265:
        clause = f"所述{choice(parts)}{choice(RELATIONS).format(choice(parts))}，偏差为{rng.randrange(1, 90)}mm；"
        text.append(clause)
        length += len(clause)
    text.append(f"与现有技术相比，本申请{choice(GOALS)}，并{choice(GOALS)}，可在同类设备中推广使用。")
    return "".join(text)


def company(rng):
    number = int(rng.random() ** 3 * 40000)  # few large applicants, many small ones
    place = PLACES[number % len(PLACES)]
    name = (f"{place[1][:2]}{NAMES[number // 8 % 16]}{NAMES[number // 128 % 16]}{TRADES[number // 2048 % 12]}"
            f"{'' if number < 24576 else '第' + str(number // 24576 + 1)}有限公司")
    return name, place


def ymd(day):
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def row(index, seed):
    rng = random.Random(f"{seed}/{index}")
    choice, below = rng.choice, rng.randrange
    kind = kind_of(index)
    granted = is_granted(index)
    filed = FIRST_DAY + timedelta(days=index * 2654435761 % DAYS)
    first, last = publications(index)
    first_day = filed + timedelta(days=540 if kind == "invention" else 210)
    grant_day = filed + timedelta(days=900 + below(500)) if kind == "invention" else first_day
    digits = f"{filed.year}{'1' if kind == 'invention' else '2' if kind == 'model' else '3'}9{index % 1000000:06d}"
    title = f"{choice(('一种', '新型', '高精度', '自动化'))}{choice(THINGS)}用{choice(PARTS)}{choice(KINDS)}"
    parts = rng.sample(PARTS, 5)
    owner, place = company(rng)
    applicants = [owner]
    while rng.random() < 0.15 and len(applicants) < 4:
        other = company(rng)[0]
        if other not in applicants:
            applicants.append(other)
    cited = {publications(below(index))[1] for _ in range(below(7))} if index > 0 and kind != "design" else ()
    citing = {publications(index + 1 + below(5000))[0] for _ in range(below(4))}
    family = [first] if first == last else [first, last]
    offices = ["CN"]
    if rng.random() < 0.08:
        family += [f"WO{filed.year + 1}9{index % 100000:05d}A1", f"US1{index % 1000000:06d}9B2"]
        offices += ["WO", "US"]
    main_class = choice(CLASSES)
    classes = [main_class] + [choice(CLASSES)[:-2] + f"{below(10, 99)}" for _ in range(below(4))]
    alive = granted and rng.random() < 0.7
    state = "授权" if alive else "实质审查" if kind == "invention" and not granted and filed.year > 2018 else choice(DEAD)
    inventors = {choice(FAMILY_NAMES) + choice(GIVEN_NAMES) + choice(GIVEN_NAMES) for _ in range(1 + below(6))}
    years = 20 if kind == "invention" else 10
    claim = f"1.一种{title}，其特征在于，包括{'、'.join(parts)}，所述{parts[0]}{choice(RELATIONS).format(parts[1])}。"
    return (title, abstract(rng, title, parts), "; ".join(applicants), "; ".join(applicants), "; ".join(["企业"] * len(applicants)), "中国",
            place[0], place[1], place[2], f"03{below(1000, 9999)} {place[0][:2]}省{place[1]}{place[2]}{choice(NAMES)}路{below(1, 999)}号",
            owner, last, ymd(grant_day if last != first else first_day), f"CN{digits}.{check_digit(digits)}", ymd(filed), first,
            last if granted else "", ymd(grant_day) if granted else "",
            {"invention": "发明授权" if granted else "发明申请", "model": "实用新型", "design": "外观设计"}[kind],
            state, "有效" if alive else "审中" if state == "实质审查" else "失效", main_class, "; ".join(dict.fromkeys(classes)),
            main_class if rng.random() < 0.3 else "", below(1, 25), claim, below(4, 40), len(citing), "; ".join(sorted(citing)), len(cited),
            "; ".join(sorted(cited)), "; ".join(family), len(family), "; ".join(offices),
            f"CN{digits}.{check_digit(digits)}" if rng.random() < 0.05 else "", "; ".join(sorted(inventors)),
            f"{place[1][:2]}{choice(NAMES)}专利代理事务所(普通合伙) {below(10000, 69999)}" if rng.random() < 0.9 else "",
            int(rng.random() < 0.06), ymd(date(filed.year + years, filed.month, min(filed.day, 28))), below(1, 11))


def escaped(cell):
    return str(cell).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_workbook(path, rows):
    """One sheet of inline strings."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        def put(name, text):
            book.writestr(zipfile.ZipInfo(name, (2022, 3, 31, 0, 0, 0)), head + text)
        put("[Content_Types].xml", f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>')
        put("_rels/.rels", f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        put("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>')
        put("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        sheet = zipfile.ZipInfo("xl/worksheets/sheet1.xml", (2022, 3, 31, 0, 0, 0))
        sheet.compress_type = zipfile.ZIP_DEFLATED
        with book.open(sheet, "w", force_zip64=True) as out:
            out.write(f'{head}<worksheet xmlns="{main}"><sheetData>'.encode())
            for cells in rows:
                out.write(("<row>" + "".join(f'<c t="inlineStr"><is><t>{escaped(cell)}</t></is></c>' for cell in cells) + "</row>").encode())
            out.write(b"</sheetData></worksheet>")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="start", type=int, default=0, help="number of the first row")
    options = parser.parse_args()
    if options.rows < 0 or options.start + options.rows > 1000000:
        sys.exit("between 0 and 1,000,000 rows: beyond, application numbers would repeat")

    def rows():
        yield HEADINGS
        for index in range(options.start, options.start + options.rows):
            yield row(index, options.seed)
    if options.file.endswith(".xlsx"):
        if options.rows + 1 > ROWS_OF_A_SHEET:
            sys.exit(f"a sheet has {ROWS_OF_A_SHEET} rows")
        write_workbook(options.file, rows())
    else:
        with open(options.file, "w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\r\n").writerows(rows())


if __name__ == "__main__":
    main()
