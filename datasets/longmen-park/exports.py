"""Rows of the exports: incoPat-like, CNIPR-like, events, and the truth tables that tests compare with."""
from numbers_cn import DATA_DATE

INCOPAT = ["标题 (中文)", "标题 (英文)", "摘要 (中文)", "申请人", "标准化申请人", "申请人类型", "申请人国家/地区", "申请人省市代码",
           "中国申请人地市", "中国申请人区县", "申请人地址", "工商统一社会信用代码", "当前权利人", "公开（公告）号", "公开（公告）日",
           "申请号", "申请日", "首次公开号", "首次公开日", "授权公告号", "授权公告日", "专利类型", "当前法律状态", "专利有效性",
           "IPC主分类", "IPC", "洛迦诺分类号", "权利要求数量", "独立权利要求数量", "首项权利要求", "文献页数", "被引证次数", "被引证专利",
           "引证次数", "引证专利", "简单同族", "简单同族个数", "同族国家/地区", "优先权号", "最早优先权日", "PCT国际申请号", "发明人",
           "代理机构", "转让次数", "许可次数", "质押次数", "诉讼次数", "预估到期日", "失效日", "合享价值度", "技术功效短语", "技术功效1级"]

CNIPR = ["申请号", "名称", "主分类号", "分类号", "申请（专利权）人", "发明（设计）人", "公开（公告）日", "公开（公告）号", "专利代理机构",
         "代理人", "申请日", "地址", "优先权", "国省代码", "摘要", "主权项", "国际申请", "国际公布", "进入国家日期", "分案原申请号",
         "权利要求书", "法律状态", "专利权状态代码", "专利类型"]

TYPE_WORDS = {"invention": "发明", "utility": "实用新型", "design": "外观设计"}
CNIPR_STATUS = {"公开": "公开", "实质审查": "实质审查的生效", "授权": "授权", "撤回": "发明专利申请公布后的视为撤回",
                "驳回": "发明专利申请公布后的驳回", "未缴年费": "专利权的终止(未缴年费专利权终止)",
                "期限届满": "专利权的终止(专利权有效期届满)", "全部无效": "专利权全部无效", "部分无效": "部分无效宣告",
                "放弃": "专利权的主动放弃", "避免重复授权": "避免重复授权放弃专利权"}
STATE_CODES = {"有效": "1", "审中": "2", "失效": "0"}


def _day(day, form):
    if day is None:
        return ""
    return {"iso": f"{day:%Y-%m-%d}", "plain": f"{day:%Y%m%d}", "dots": f"{day:%Y.%m.%d}"}[form]


def type_word(p):
    if p.type == "invention":
        return "发明授权" if p.granted else "发明申请"
    return TYPE_WORDS[p.type]


def incopat_row(p, common, form):
    """One row; `form` is the way dates are written. Counts are whole numbers, missing cells empty."""
    first = p.parties[0]
    return [p.text["title"], p.text["title_en"] if len(p.countries) > 1 or first.kind == "foreign" else "", p.text["abstract"],
            "; ".join(p.names), "; ".join(q.name for q in p.parties),
            "; ".join("大专院校" if q.kind == "university" and "研究" not in q.name else ("科研单位" if q.kind == "university" else "企业") for q in p.parties),
            first.country, f"{first.province.removesuffix('省').removesuffix('市')}; {first.province_code}" if first.province else "",
            first.city, first.county, first.address_at(p.filed), first.code, p.owner or "; ".join(q.name for q in p.parties),
            p.number, _day(p.number_date, form), p.app_no, _day(p.filed, form), p.first_no, _day(p.published, form),
            p.grant_no, _day(p.granted, form), type_word(p), p.status, p.validity,
            p.ipc[0] if p.ipc else "", "; ".join(p.ipc), p.locarno,
            "" if p.claims is None else p.claims, "" if p.independent is None else p.independent, p.text["claim"], p.pages,
            len(p.citing), "; ".join(p.citing), len(p.cited), "; ".join(p.cited),
            "; ".join(p.family), len(p.family), "; ".join(p.countries), p.priority_no, _day(p.priority_date, form), p.pct_no,
            "; ".join(p.inventors), p.agency, p.counts["transfer"], p.counts["licence"], p.counts["pledge"], p.counts["litigation"],
            _day(p.expiry, form), _day(p.ended, form), p.score, "; ".join(p.text["phrases"]),
            "; ".join(common.effect_names[k] for k in p.effects)]


def cnipr_row(p, rng_agents):
    first = p.parties[0]
    priority = f"{_day(p.priority_date, 'dots')} {p.priority_no}" if p.priority_no else ""
    mark = "(2006.01)I"
    code = first.province_code or first.scheme
    claim = p.text["claim"].removeprefix("1.")
    return [p.app_no, p.text["title"], p.ipc[0] + mark if p.ipc else p.locarno, ";".join(c + mark for c in p.ipc) if p.ipc else p.locarno,
            ";".join(p.names), ";".join(p.inventors), _day(p.number_date, "dots"), p.number, p.agency,
            rng_agents(p) if p.agency else "", _day(p.filed, "dots"), first.address_at(p.filed), priority,
            f"{first.province.removesuffix('省').removesuffix('市')};{code}" if first.province else code, p.text["abstract"], claim,
            p.pct_no, next((m for m in p.family if m.startswith("WO")), "") if p.pct_no else "", _day(p.entered, "dots"), "", "",
            CNIPR_STATUS[p.status], STATE_CODES[p.validity], TYPE_WORDS[p.type]]


def event_rows(patents):
    """Park: everything. Others: only what happened to the right (deals, invalidation)."""
    rows = []
    for p in patents:
        for code, day, words in p.events:
            if day <= DATA_DATE and (p.parties[0].kind == "park" or code in ("TR01", "EE01", "PE01", "PC01", "IW01", "IP01")):
                rows.append([p.app_no, code, f"{day:%Y-%m-%d}", words])
    return rows


def matrix_rows(patents, topics, common):
    """Technique by effect: applications per cell, with the deliberate white spots marked."""
    counts = {}
    for p in patents:
        for key in p.effects:
            counts[(p.topic.name, key)] = counts.get((p.topic.name, key), 0) + 1
    return [[t.industry, t.name, common.effect_names[k], counts.get((t.name, k), 0), "yes" if k in t.blank else "no"]
            for t in topics for k in common.effect_names]
