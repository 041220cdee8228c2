"""Reads the vocabulary of the synthetic park: industries, technology topics, effects, names and places."""
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "vocab"
INDUSTRY_FILES = ["textile", "hydraulics", "glass", "casting", "carbonfibre", "agri", "coal", "nev", "biotech"]
EFFECTS = "效质能本寿安环精自维噪强"

# Topics whose objects are single components: general-purpose parts (hoods, inspection doors) would be out of place.
COMPONENT_TOPICS = set("""轴向柱塞泵 齿轮泵 多路换向阀 电液比例阀 液压缸 液压密封 液压马达 驱动电机 动力电池包
减速器与电驱桥 细纱断头检测 电机控制器 电池热管理 玻璃压制模具 树脂传递模塑 缠绕拉挤 液压支架 整车控制 甲醇动力
燃料电池与氢系统 充换电设施 发酵设备 细胞培养 玻璃吹制成型 料滴供料 原丝纺丝 播种收获机械""".split())


class Topic:
    """One branch of technology: what is built, of which parts, by which steps, against which problem."""

    def __init__(self, industry, field, name):
        self.industry, self.field, self.name = industry, field, name
        self.kind = "机"            # 机 apparatus, 料 composition, 法 mostly methods
        self.english = ""
        self.ipc, self.objects, self.methods, self.parts, self.steps = [], [], [], [], []
        self.effects = {}           # key -> list of (problem, effect)
        self.part_fit, self.step_fit = [], []       # per object, per method: positions that belong to it
        self.blank = []             # effects that are almost absent: the deliberate white spots

    @property
    def plain_parts(self):
        return self.kind == "机" and self.name not in COMPONENT_TOPICS


def _items(text):
    return [item.strip() for item in text.split(";") if item.strip()]


def _read_topics(path):
    industry = field = ""
    topics = []
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line:
            continue
        if line.startswith("# "):
            topics.append(Topic(industry, field, line[2:].strip()))
            continue
        key, _, value = line.partition(":")
        value = value.strip()
        if key == "行业":
            industry = value
        elif key == "领域":
            field = value
        elif key == "类":
            topics[-1].kind = value
        elif key == "en":
            topics[-1].english = value
        elif key == "ipc":
            topics[-1].ipc = value.split()
        elif key == "物":
            topics[-1].objects = _items(value)
        elif key == "方":
            topics[-1].methods = _items(value)
        elif key == "件":
            topics[-1].parts = [tuple(item.split("=", 1)) for item in _items(value)]
        elif key == "步":
            topics[-1].steps = _items(value)
        elif key == "功":
            for item in _items(value):
                effect, rest = item.split("=", 1)
                problem, result = rest.split("|")
                topics[-1].effects.setdefault(effect, []).append((problem, result))
        elif key == "空":
            topics[-1].blank = value.split()
        else:
            raise SystemExit(f"{path.name}: unknown key {key}")
    return topics


class Common:
    """Sections of vocab/common.txt as plain lists."""

    def __init__(self):
        sections = {}
        name = ""
        for line in (FOLDER / "common.txt").read_text(encoding="utf-8").splitlines():
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("["):
                name = line.strip("[]")
                sections[name] = []
            else:
                sections[name].append(line)
        self.effect_names, self.effect_mods, self.effect_features = {}, {}, {}
        self.method_mods, self.english_mods = {}, {}
        for line in sections["effects"]:
            key, rest = line.split("=", 1)
            title, mods, feature, method, english = rest.split("|")
            self.effect_names[key] = title
            self.effect_mods[key] = [m for m in mods.split(",") if m]
            self.effect_features[key] = feature
            self.method_mods[key] = method
            self.english_mods[key] = english
        self.aux = {}
        for line in sections["aux"]:
            key, part, predicate = line.split("=")
            self.aux.setdefault(key, []).append((part, predicate))
        self.frame = [tuple(line.split("=")) for line in sections["frame"]]
        self.surnames = "".join(sections["surnames"])
        self.given = "".join(sections["given"])
        self.brand1, self.brand2 = sections["brand1"][0], sections["brand2"][0]
        self.places = [line.split("|") for line in sections["places"]]
        self.tradewords = {k: v.split(",") for k, v in (line.split("=") for line in sections["tradewords"])}
        self.universities = [line.split("|") for line in sections["universities"]]
        self.foreign = [line.split("|") for line in sections["foreign"]]
        self.agencies = sections["agencies"]
        self.banks = sections["banks"][0].split(",")
        self.streets = sections["streets"][0].split(",")


def _positions(text, count):
    found = list(range(count)) if text == "*" else [int(c) for c in text]
    if not found or max(found) >= count:
        raise SystemExit(f"fit.txt: {text} does not fit {count} entries")
    return found


def read_topics():
    """Topics of all industries, in file order."""
    topics = [topic for name in INDUSTRY_FILES for topic in _read_topics(FOLDER / f"{name}.txt")]
    fits = {}
    for line in (FOLDER / "fit.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, parts, steps = [cell.strip() for cell in line.split("|")]
            fits[name] = (parts.split(","), steps.split(","))
    for topic in topics:
        parts, steps = fits[topic.name]
        if len(parts) != len(topic.objects) or len(steps) != len(topic.methods):
            raise SystemExit(f"fit.txt: {topic.name} has {len(topic.objects)} objects and {len(topic.methods)} methods")
        topic.part_fit = [_positions(p, len(topic.parts)) for p in parts]
        topic.step_fit = [_positions(s, len(topic.steps)) for s in steps]
    return topics


def read_enterprises():
    """Rows of vocab/enterprises.txt: dictionaries in file order."""
    keys = ["name", "county", "industry", "former", "english", "topics", "founded", "figures"]
    rows = []
    for line in (FOLDER / "enterprises.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            row = dict(zip(keys, [cell.strip() for cell in line.split("|")], strict=True))
            row["founded"] = int(row["founded"])
            row["topics"] = row["topics"].split(",")
            row["former"] = _items(row["former"])
            rows.append(row)
    return rows
