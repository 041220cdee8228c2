"""Titles, abstracts and first claims of the synthetic patents, put together from a topic's own vocabulary."""
import re

NUMBERS = "二三四五六七八"
STRONG = ("提高", "降低", "减少", "改善", "抑制", "防止", "延长", "缩短", "减小", "缓和", "减轻", "延缓", "避免")
FRAMED = ("纺织机械", "玻璃器皿", "铸造", "碳纤维", "农产品加工", "煤矿机械")     # machines with a frame and a drive
MADE_BY_STEPS = ("微生物肥料", "天然产物提取", "生物饲料")
TITLE_EFFECTS = ("提高", "降低", "减少", "防止", "缩短", "延长", "减小", "改善", "抑制")
_RANGE = re.compile(r"\{(-?[\d.]+)~(-?[\d.]+)\}")
ONE_VALUE = ("高于", "低于", "大于", "小于", "超过", "当", "过", "1:")    # before these a range makes no sense


def _format(value, decimals):
    return f"{value:.{decimals}f}"


def fill_ranges(rng, text):
    """Replaces each `{low~high}` by a value or a narrower range inside it."""

    def one(match):
        low, high = match.group(1), match.group(2)
        decimals = max(len(s.partition(".")[2]) for s in (low, high))
        a, b = float(low), float(high)
        steps = max(2, min(12, round((b - a) * 10**decimals)))
        i = rng.randrange(steps + 1)
        single = text[:match.start()].endswith(ONE_VALUE)
        if rng.random() < 0.55 and not single:
            j = rng.randrange(steps + 1)
            i, j = min(i, j), max(i, j)
            x, y = _format(a + (b - a) * i / steps, decimals), _format(a + (b - a) * j / steps, decimals)
            if x != y:
                return f"{x}～{y}"
            return x
        return _format(a + (b - a) * i / steps, decimals)

    return _RANGE.sub(one, text)


def _listing(names):
    return "、".join(names[:-1]) + "和" + names[-1] if len(names) > 1 else names[0]


def _intensify(rng, effect):
    if effect.startswith(STRONG):
        extra = ["", "有效", "能够", "可"]
        if effect.startswith(("提高", "降低", "减少", "改善", "延长", "缩短", "减小", "减轻")):
            extra += ["显著", "明显", "进一步"]
        return rng.choice(extra) + effect
    return effect


class Wording:
    """Composes the text of one patent; `common` is vocabulary.Common."""

    def __init__(self, common):
        self.common = common

    # ---- effects -------------------------------------------------------------------------------------------
    def pick_effects(self, rng, topic, form, white_spots):
        """One to three effects of this patent: keys, strongest first. White spots come up in about 1 of 400."""
        keys, weights = [], []
        own = list(topic.effects)
        for rank, key in enumerate(own):
            keys.append(key)
            weights.append((6.0, 4.5, 3.2, 2.4, 1.8, 1.4)[min(rank, 5)])
        if topic.plain_parts and form == "device":
            for key in self.common.effect_names:
                if key not in topic.effects:
                    keys.append(key)
                    weights.append(0.02 if key in white_spots else 0.65)
        count = rng.choices((1, 2, 3), (22, 53, 25))[0]
        chosen = []
        while len(chosen) < min(count, len(keys)):
            key = rng.choices(keys, weights)[0]
            if key not in chosen:
                chosen.append(key)
        return chosen

    def _effect_phrases(self, rng, topic, keys):
        generic = {
            "效": ("作业效率低", "提高作业效率"), "质": ("产品质量不稳定", "提高产品质量稳定性"),
            "能": ("能源消耗大", "降低能源消耗"), "本": ("制造成本高", "降低制造成本"),
            "寿": ("易损件寿命短", "延长易损件使用寿命"), "安": ("操作存在安全隐患", "提高操作安全性"),
            "环": ("粉尘和废液污染环境", "减少粉尘和废液污染"), "精": ("调节精度低", "提高调节精度"),
            "自": ("依赖人工操作", "提高自动化程度"), "维": ("检修拆装不便", "便于检修和更换"),
            "噪": ("运行时振动和噪声大", "降低运行振动和噪声"), "强": ("整体结构强度不足", "提高整体结构强度")}
        return [rng.choice(topic.effects[k]) if k in topic.effects else generic[k] for k in keys]

    # ---- title ---------------------------------------------------------------------------------------------
    def _device_title(self, rng, base, effects, parts, result):
        mods = self.common.effect_mods[effects[0]]
        feature = self.common.effect_features[effects[0]]
        roll = rng.random()
        taken = any(w in base for w in ("自动", "智能", "节能", "低噪声", "高", "带", "可", "防", "半", "静音", "在线"))
        if roll < 0.20 and len(result) <= 13 and result.startswith(TITLE_EFFECTS):
            return f"{rng.choice(('可', '能够'))}{result}的{base}"
        if roll < 0.36 and mods and not taken:
            return f"{rng.choice(mods)}{base}"
        if roll < 0.47 and feature and not taken:
            return f"具有{feature}的{base}"
        if roll < 0.78 and not base.startswith("带"):
            fitting = [n for n, _ in parts if n not in base]
            if len(fitting) > 2 and rng.random() < 0.3:
                return f"带有{fitting[-1]}和{fitting[0]}的{base}"
            return f"带有{fitting[-1]}的{base}" if fitting else base
        return base

    def title(self, rng, topic, form, base, effects, parts, result):
        if form == "device":
            name = self._device_title(rng, base, effects, parts, result)
            return name, ("一种" + name if rng.random() < 0.82 or "的" in name else name)
        if form == "method":
            name = base
            if rng.random() < 0.25 and len(result) <= 13 and result.startswith(TITLE_EFFECTS):
                name = rng.choice(("可", "能够")) + result + "的" + base
            elif rng.random() < 0.3 and effects[0] in "效能本环自精" and not base.startswith(("高", "低", "快速", "基于")):
                name = self.common.method_mods[effects[0]] + "的" + base
        else:
            name = base
            roll = rng.random()
            if roll < 0.45:
                name = base + rng.choice(("及其制备方法", "及其制备工艺", "及制备方法和应用"))
            elif roll < 0.6 and topic.kind == "料":
                name = base + "及其应用"
        return name, ("一种" + name if rng.random() < 0.78 else name)

    # ---- body ----------------------------------------------------------------------------------------------
    def _device_sentences(self, rng, parts):
        names = _listing([p[0] for p in parts])
        clauses = []
        for name, predicate in parts:
            head = rng.choice(("所述", "所述", "所述", "", "其中", "该"))
            clauses.append(head + name + predicate)
        return names, clauses

    def _steps_text(self, rng, steps):
        style = rng.randrange(4)
        if style == 0:
            return "包括以下步骤：" + "；".join(f"({i}){s}" for i, s in enumerate(steps, 1))
        if style == 1:
            return "包括如下步骤：" + "；".join(f"S{i}、{s}" for i, s in enumerate(steps, 1))
        if style == 2:
            return "步骤如下：" + "；".join(f"步骤{'一二三四五六七'[i]}、{s}" for i, s in enumerate(steps))
        words = ["首先", "然后", "接着", "再", "之后", "随后"][:len(steps) - 1] + ["最后"]
        return "，".join(w + s for w, s in zip(words, steps))

    def _composition_text(self, rng, parts):
        measured = [(n, p) for n, p in parts if p.startswith("的质量")]
        if measured and topic_unit(measured) and len(measured) >= 2:
            unit = "质量百分比" if "%" in measured[0][1] else "质量份数"
            values = "、".join(n + re.sub(r"^的质量(百分含量|份数)为", "", p) for n, p in measured)
            rest = [n + p for n, p in parts if not p.startswith("的质量")]
            tail = "，" + "，".join(rest) if rest else ""
            return rng.choice((f"按{unit}计包括{values}", f"由包含以下{unit}的组分制成：{values}",
                               f"其原料组成以{unit}计为：{values}")) + tail
        return "包括" + _listing([n for n, _ in parts]) + "，" + "，".join("所述" + n + p for n, p in parts)

    def _ending(self, rng, pairs, subject, form, problem_told):
        effects = [_intensify(rng, e) for _, e in pairs]
        problem = pairs[0][0]
        joined = effects[0] if len(effects) == 1 else (
            effects[0] + rng.choice(("，同时", "，并", "，且")) + pairs[1][1] +
            ("，" + pairs[2][1] if len(effects) > 2 else ""))
        tail = rng.choice(("", "", "", "，适于推广应用", "，具有良好的应用前景",
                           *{"device": ("，结构紧凑", "，操作简便"), "method": ("，工艺简单", "，易于实施"), "product": ("，原料易得",)}[form]))
        plain = (f"与现有技术相比，{subject}{joined}{tail}。", f"{subject}{joined}{tail}。")
        return rng.choice(plain) if problem_told else rng.choice(plain + (
            f"解决了现有技术中{problem}的问题，{joined}{tail}。",
            f"通过上述方案，{joined}{tail}。",
            f"克服了{problem}的不足，{joined}。",
            f"{subject}可用于解决{problem}的问题，{joined}。"))

    def compose(self, rng, topic, patent_type, form, effects):
        """Dictionary with title, abstract, claim, phrases, title_en."""
        pairs = self._effect_phrases(rng, topic, effects)
        subject = "本实用新型" if patent_type == "utility" else rng.choice(("本发明", "本发明", "本发明", "本申请"))
        wanted = rng.randrange(118, 192)
        parts = []
        if form == "method":
            which = rng.randrange(len(topic.methods))
            base = topic.methods[which]
        else:
            which = rng.randrange(len(topic.objects))
            base = topic.objects[which]
            own = self._own_parts(rng, topic, topic.part_fit[which])
            parts = [topic.parts[i] for i in own if topic.parts[i][0] not in base]
            if form == "device":
                for key in effects:
                    if key not in topic.effects:
                        parts.append(rng.choice(self.common.aux[key]))
                if len(parts) < 3 and topic.industry in FRAMED:
                    parts = rng.sample(self.common.frame, 3 - len(parts)) + parts
        parts = [(n, fill_ranges(rng, p)) for n, p in parts]
        name, title = self.title(rng, topic, form, base, effects, parts, pairs[0][1])
        if form == "method":
            body, claim = self._method_body(rng, topic, topic.step_fit[which], wanted)
        elif form == "device":
            body, claim = self._device_body(rng, parts, wanted)
        else:
            body, claim = self._product_body(rng, topic, parts, wanted)
        opening = self._open(rng, subject, topic, name, pairs, body)
        abstract = opening + self._ending(rng, pairs, subject, form, opening.startswith("针对"))
        if len(abstract) > 220:
            abstract = f"{subject}公开了一种{name}，{body}。{subject}{pairs[0][1]}。"
        if len(abstract) > 220:
            cut = max(body[:200 - len(name)].rfind("；"), body[:200 - len(name)].rfind("，"))
            abstract = f"{subject}公开了一种{name}，{body[:cut]}。{subject}{pairs[0][1]}。"
        if len(abstract) < 112:
            abstract = abstract[:-1] + rng.choice((f"，在{topic.field}领域具有较好的推广价值。", "，能够满足实际生产中连续稳定运行的要求。",
                                                   f"，可在{topic.field}领域中单独使用或与现有设备配套使用。"))
        if len(abstract) < 100:
            abstract = f"{subject}属于{area(topic.field)}，尤其适用于{topic.name}相关的生产场合。" + abstract
        return {"title": title, "abstract": abstract, "claim": f"1.一种{name}，其特征在于，{claim}。",
                "phrases": [e for _, e in pairs], "title_en": self._english(rng, topic, form, effects)}

    @staticmethod
    def _own_parts(rng, topic, fit):
        """Positions of three to five fitting parts; a composition keeps its main components, in their order."""
        if topic.kind == "料":
            return fit[:2] + sorted(rng.sample(fit[2:], min(len(fit) - 2, rng.randrange(3, 6))))
        own = rng.sample(fit, min(len(fit), rng.randrange(3, 6)))
        return own if topic.kind == "机" else sorted(own)

    def _open(self, rng, subject, topic, name, pairs, body):
        return rng.choice((
            f"{subject}公开了一种{name}，{body}。",
            f"{subject}公开了一种{name}，{body}。",
            f"{subject}涉及{area(topic.field)}，具体涉及一种{name}，{body}。",
            f"{subject}提供一种{name}，{body}。",
            f"一种{name}，{body}。",
            f"针对现有技术中{pairs[0][0]}的问题，{subject}提供一种{name}，{body}。",
            f"{subject}属于{area(topic.field)}，提供了一种{name}，{body}。"))

    def _device_body(self, rng, parts, wanted):
        names, clauses = self._device_sentences(rng, parts)
        verb = rng.choice(("包括", "包括", "包括", "由", "设有", "主要包括"))
        text = f"由{names}组成" if verb == "由" else verb + names
        sep = rng.choice(("，", "；"))
        for clause in clauses:
            if len(text) > wanted - 55:
                break
            text += sep + clause
        claim = f"包括{names}；" + "；".join("所述" + n + p for n, p in parts)
        return text, claim

    def _method_body(self, rng, topic, fit, wanted):
        order = sorted(rng.sample(fit, min(rng.randrange(3, 6), len(fit))))
        if fit[0] not in order and rng.random() < 0.8:
            order[0] = fit[0]
        if topic.name == "带式输送机" and 7 in order:      # recording the sound comes first
            order.insert(0, order.pop(order.index(7)))
        steps = [fill_ranges(rng, topic.steps[i]) for i in order]
        while len(steps) > 3 and sum(map(len, steps)) > wanted - 45:
            steps.pop(rng.randrange(1, len(steps) - 1))
        claim = "包括以下步骤：" + "；".join(f"步骤{i}，{s}" for i, s in enumerate(steps, 1))
        return self._steps_text(rng, steps), claim

    def _product_body(self, rng, topic, parts, wanted):
        text = self._composition_text(rng, parts)
        claim = text
        if topic.name in MADE_BY_STEPS or (topic.kind == "料" and rng.random() < 0.6):
            order = [0] + sorted(rng.sample(range(1, len(topic.steps)), 2))
            steps = [fill_ranges(rng, topic.steps[i]) for i in order]
            extra = "；其制备方法为：" + "，".join(steps)
            if len(text) + len(extra) < wanted - 25:
                text += extra
        return text, claim

    def design(self, rng, topic):
        base = rng.choice(topic.objects)
        for word in ("半自动", "一种"):
            base = base.replace(word, "")
        shape = rng.choice(("产品的形状", "产品的整体形状", "形状与图案的结合", "产品的外形轮廓"))
        view = rng.choice(("立体图", "主视图", "立体图1"))
        extra = rng.choice(("", "5．仰视图不常见，省略仰视图。", "5．后视图与主视图对称，省略后视图。"))
        suffix = rng.choice(("", "", f"({rng.choice('ABCDEFGHJK')}{rng.randrange(1, 9)})", f"({rng.choice('ABCDEFGHJK')}型)"))
        abstract = (f"1．本外观设计产品的名称：{base}{suffix}。2．本外观设计产品的用途：用于{topic.field}领域，作为{base}使用。"
                    f"3．本外观设计产品的设计要点：在于{shape}。4．最能表明设计要点的图片或照片：{view}。{extra}")
        return {"title": base + suffix, "abstract": abstract, "claim": "", "phrases": [],
                "title_en": topic.english[:1].upper() + topic.english[1:]}

    def _english(self, rng, topic, form, effects):
        mod = self.common.english_mods[effects[0]]
        name = topic.english
        if form == "method":
            return rng.choice((f"Method for operating {article(name)}", f"{mod} method using {article(name)}",
                               f"Control method of {article(name)}"))
        plain = (f"{mod} {name}", name[:1].upper() + name[1:])
        return rng.choice(plain if form == "device" else plain + (f"{mod} {name} and use thereof",))


def area(field):
    return field + "领域" if field.endswith("技术") else field + "技术领域"


def article(name):
    return ("an " if name[0] in "aeiou" else "a ") + name


def topic_unit(measured):
    """True when all measured components use one unit."""
    return len({("%" in p) for _, p in measured}) == 1
