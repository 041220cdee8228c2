"""Small files on purpose: rows that are wrong in one stated way, conflicting records, an English UTF-16 sample."""
from exports import INCOPAT, incopat_row

BAD_COLUMNS = ["标题 (中文)", "申请人", "公开（公告）号", "公开（公告）日", "申请号", "申请日", "专利类型", "当前法律状态", "IPC主分类",
               "权利要求数量", "被引证次数", "发明人", "申请人地址", "工商统一社会信用代码"]


def bad_patent_rows(patents, common):
    """Rows of 坏行示例.csv and the kind of each row. Sound rows stand between the bad ones."""
    index = [INCOPAT.index(name) for name in BAD_COLUMNS]
    at = {name: i for i, name in enumerate(BAD_COLUMNS)}
    source = [p for p in patents if p.granted and p.type != "design"][200:]
    rows, kinds = [], []

    def add(kind, **changes):
        row = [incopat_row(source[len(rows) * 7], common, "iso")[i] for i in index]
        for name, change in changes.items():
            row[at[name]] = change(row[at[name]]) if callable(change) else change
        rows.append(row)
        kinds.append(kind)

    def wrong_check(number):
        return number[:-1] + ("1" if number[-1] != "1" else "2")

    number, day, filed = "公开（公告）号", "公开（公告）日", "申请日"
    for _ in range(3):
        add("sound")
        add("wrong_check_digit", 申请号=wrong_check)
    for column in (filed, filed, day):
        add("zero_date", **{column: "0000-00-00"})
    add("sound")
    for value in ("2.02011E+12", "2.01911E+12", "2.01821E+12"):
        add("damaged_number", 申请号=value, **{number: ""})
    add("damaged_number_with_publication", 申请号="2.01711E+12")
    for _ in range(2):
        add("missing_number", 申请号="", **{number: ""})
    add("sound")
    for value in (-3, -1):
        add("negative_claims", 权利要求数量=value)
    for value in ("十项", "abc"):
        add("count_not_a_number", 权利要求数量=value)
    for value in ("2019-02-30", "2019年13月5日"):
        add("impossible_date", 申请日=value)
    add("garbled_number", 申请号="见附件", **{number: ""})
    add("garbled_number", 申请号="CN2018X1234", **{number: ""})
    add("wrong_credit_code", 工商统一社会信用代码=lambda code: code[:-1] + ("A" if code[-1] != "A" else "B"))
    add("check_digit_lost", 申请号=lambda n: n.rpartition(".")[0])
    add("sound")
    rows.append(["合计"] + [""] * (at["权利要求数量"] - 1) + [sum(r[at["权利要求数量"]] for r in rows if isinstance(r[at["权利要求数量"]], int)), "", "", "", ""])
    kinds.append("total_row")
    return rows, kinds


BAD_FIGURE_COLUMNS = ["企业名称", "统一社会信用代码", "年度", "销售收入(万元)", "主营业务收入(万元)", "研发投入(万元)", "科技成果产业化收入(万元)"]


def bad_figure_rows(parties):
    """Rows of 坏年度数据示例.csv and the kind of each row."""
    a, b, c, d = parties[0], parties[8], parties[15], parties[30]
    broken = b.code[:-1] + ("7" if b.code[-1] != "7" else "8")
    return [([a.name, a.code, 2018, "5210.00", "5100.00", "280.50", "1800.00"], "sound"),
            ([a.name, a.code, 2017, "-5210.00", "5100.00", "280.50", "1800.00"], "negative_revenue"),
            ([b.name, broken, 2018, "8000.00", "7900.00", "420.00", "2500.00"], "wrong_credit_code"),
            ([c.name, "9.11407E+17", 2018, "3100.00", "3000.00", "160.00", "950.00"], "damaged_code"),
            ([d.name, d.code, "二零一八", "3100.00", "3000.00", "160.00", "950.00"], "bad_year"),
            ([d.name, d.code, 2018, "约三千万", "3000.00", "160.00", "950.00"], "bad_amount"),
            (["", "", 2018, "3100.00", "3000.00", "160.00", "950.00"], "no_enterprise"),
            (["合计", "", 2018, "27720.00", "27000.00", "1341.00", "8900.00"], "total_row")]


def with_conflicts(rng, chosen, row_of):
    """CNIPR rows; some contradict the incoPat export in title or publication date. Returns rows and the list of them."""
    rows, conflicts = [], []
    titles = set(range(40, len(chosen), len(chosen) // 18))
    dates = set(range(75, len(chosen), len(chosen) // 11))
    for i, p in enumerate(chosen):
        row = row_of(p)
        if i in titles:
            old = row[1]
            row[1] = old.removeprefix("一种") + "及应用" if rng.random() < 0.5 else old.replace("装置", "设备").replace("方法", "工艺")
            if row[1] == old:
                row[1] = "改进的" + old.removeprefix("一种")
            conflicts.append([p.app_no, "title", p.text["title"], row[1]])
        elif i in dates and p.published.day > 3:
            old = row[10]
            row[10] = f"{p.filed.year}.{p.filed.month:02d}.{1 + p.filed.day % 27:02d}"
            if row[10] != old:
                conflicts.append([p.app_no, "app_date", old, row[10]])
        rows.append(row)
    return rows, conflicts


ENGLISH = ["Publication Number", "Publication Date", "Application Number", "Application Date", "Title", "Applicants", "Inventors",
           "IPC", "Cited by Patent Count", "Simple Family Members", "Legal Status"]


def english_rows(patents):
    """Records with family members abroad, as an English export would list them."""
    words = {"有效": "ACTIVE", "审中": "PENDING", "失效": "INACTIVE"}
    rows = []
    for p in patents:
        if len(p.countries) > 1 and p.type == "invention" and p.parties[0].english:
            rows.append([p.number, f"{p.number_date:%Y-%m-%d}", p.app_no, f"{p.filed:%Y-%m-%d}", p.text["title_en"],
                         ";;".join(q.english or q.name for q in p.parties), ";;".join(p.inventors), ";;".join(p.ipc), len(p.citing),
                         ";;".join(p.family), words[p.validity]])
    return rows[:150]
