"""What ties patents to others: same-day pairs, deals, families abroad, citations in both directions, vendor score."""
from datetime import date, timedelta
from math import exp

from numbers_cn import DATA_DATE, LAST_GAZETTE, application_number, first_after, gazette_day, kind_of_grant, term_end
from patents import Patent


def same_day_pairs(maker, patents, share=0.035):
    """Utility models filed on the same day as an invention of the same title; given up when the invention is granted."""
    rng, twins = maker.rng, []
    for p in list(patents):
        if p.type != "invention" or p.form != "device" or p.entered or rng.random() > share:
            continue
        q = Patent()
        for name in Patent.__slots__:
            if name != "counts" and hasattr(p, name):
                value = getattr(p, name)
                setattr(q, name, list(value) if isinstance(value, list) else value)
        q.counts = dict.fromkeys(p.counts, 0)
        q.type, q.events = "utility", []
        q.granted = gazette_day(p.filed + timedelta(days=rng.randrange(120, 280)))
        if q.granted > LAST_GAZETTE:
            continue
        q.published, q.examined, q.ended = q.granted, None, None
        q.text = dict(p.text)
        for key in ("abstract", "claim"):
            q.text[key] = q.text[key].replace("本发明", "本实用新型").replace("本申请", "本实用新型")
        q.status, q.validity = "授权", "有效"
        q.events.append(("GR01", q.granted, "授权"))
        q.expiry = term_end("utility", q.filed)
        q.claims, q.independent = max(1, p.claims - rng.randrange(0, 4)), 1
        q.quality -= 0.3
        q.twin = p.twin = "pair"
        if p.granted and p.granted > q.granted and p.granted < q.expiry:
            q.status, q.validity, q.ended = "避免重复授权", "失效", p.granted
            q.events.append(("AV01", p.granted, "避免重复授权放弃专利权"))
        elif q.expiry <= DATA_DATE:
            q.status, q.validity, q.ended = "期限届满", "失效", q.expiry
        twins.append(q)
    return twins


def deals(rng, common, patents, buyers):
    """Transfers, licences, pledges, law suits: the better the patent, the likelier. Each with its gazette event."""
    for p in patents:
        if not p.granted or p.type == "design":
            p.counts["litigation"] = 0
            continue
        last = min(LAST_GAZETTE, p.ended or LAST_GAZETTE)
        lift = exp(0.75 * p.quality)
        park = p.parties[0].kind == "park"

        def event_day(low, high):
            day = gazette_day(p.granted + timedelta(days=rng.randrange(low, high)))
            return day if day <= last else None

        if rng.random() < 0.035 * lift:
            day = event_day(150, 2200)
            pool = [b for b in buyers if b.industry == p.topic.industry and b is not p.parties[0] and b.founded < (day or DATA_DATE).year]
            if day and pool:
                buyer = rng.choice(pool)
                p.owner = buyer.name
                p.counts["transfer"] = 1
                p.events.append(("TR01", day, f"专利权的转移; 变更前权利人:{p.names[0]}; 变更后权利人:{buyer.name}"))
        if rng.random() < 0.018 * lift:
            day = event_day(100, 1800)
            pool = [b for b in buyers if b.industry == p.topic.industry and b is not p.parties[0]]
            if day and pool:
                p.counts["licence"] = rng.choice((1, 1, 1, 2))
                p.events.append(("EE01", day, f"专利实施许可合同备案的生效; 被许可人:{rng.choice(pool).name}; 许可种类:{rng.choice(('独占许可', '普通许可', '排他许可'))}"))
        if rng.random() < (0.030 if park else 0.018) * lift:
            day = event_day(200, 2500)
            if day and day > date(2009, 1, 1):
                bank = rng.choice(common.banks) if park else f"{p.parties[0].city or '本地'}{rng.choice('兴汇恒')}农村合作银行"
                p.counts["pledge"] = 1
                p.events.append(("PE01", day, f"专利权质押合同登记的生效; 质权人:{bank}"))
                end = gazette_day(day + timedelta(days=rng.choice((365, 730, 1095)) + rng.randrange(0, 60)))
                if end <= last:
                    p.events.append(("PC01", end, "专利权质押合同登记的注销"))
        if rng.random() < 0.006 * lift:
            p.counts["litigation"] = rng.choice((1, 1, 2, 3))
        if p.parties[0].former and p.names[0] in p.parties[0].former and rng.random() < 0.6:
            day = event_day(60, 2600)
            if day and day > date(p.parties[0].founded + 4 * len(p.parties[0].former) + 2, 1, 1):
                p.events.append(("CP01", day, f"专利权人的姓名或者名称的变更; 变更前:{p.names[0]}; 变更后:{p.parties[0].name}"))
    for p in patents:
        p.events.sort(key=lambda e: (e[1], "PB01 SE01 GR01".find(e[0]) if e[0] in "PB01 SE01 GR01" else 99))


def families(rng, patents):
    """Publications of the same invention abroad. Sets family, countries and, where due, priority."""
    for p in patents:
        own = [p.first_no] + ([p.grant_no] if p.grant_no and p.grant_no != p.first_no else [])
        members, countries = list(own), ["CN"]
        party = p.parties[0]
        domestic = party.kind != "foreign"
        if domestic and p.type == "invention":
            chance = 0.022 * exp(0.9 * p.quality) * (1.3 if party.english else 0.8)
        else:
            chance = 1.0 if p.type == "invention" else 0.0
        if p.priority_date and domestic:
            p.priority_no = application_number(p.priority_date.year, 1, 900000 + rng.randrange(99999))
        if rng.random() < chance:
            wo_day = p.filed + timedelta(days=rng.randrange(180, 560))
            serial = rng.randrange(90000, 99999)
            if wo_day <= DATA_DATE:
                members.append(f"WO{wo_day.year}9{serial}A1")
                countries.append("WO")
            for office, share, delay in (("US", 0.62, 1000), ("EP", 0.45, 1100), ("JP", 0.3, 1200), ("KR", 0.15, 1200)):
                if not domestic and party.scheme == office:
                    share = 1.0
                if rng.random() > share:
                    continue
                day = p.filed + timedelta(days=rng.randrange(delay - 300, delay + 500))
                if day > DATA_DATE:
                    continue
                granted = rng.random() < 0.62
                members.append({"US": f"US19{rng.randrange(10**6):06d}B2" if granted else f"US{day.year}09{rng.randrange(10**5):05d}A1",
                                "EP": f"EP9{rng.randrange(10**6):06d}{'B1' if granted else 'A1'}",
                                "JP": f"JP9{rng.randrange(10**6):06d}B2" if granted else f"JP{day.year}9{rng.randrange(10**5):05d}A",
                                "KR": f"KR109{rng.randrange(10**6):06d}B1" if granted else f"KR10{day.year}09{rng.randrange(10**5):05d}A"}[office])
                countries.append(office)
            if domestic and len(countries) > 1 and not p.priority_no:
                p.priority_date, p.priority_no = p.filed, p.app_no
        p.family, p.countries = list(dict.fromkeys(members)), countries
        if not p.priority_date:
            p.priority_date = p.filed


class Outside:
    """Documents outside the data set: numbers of their own series, growing with the date."""

    def __init__(self, rng, publications):
        self.rng, self.publications = rng, publications

    def cn(self, low, high):
        """A Chinese publication published between the two days."""
        days = (high - low).days
        day = gazette_day(low + timedelta(days=self.rng.randrange(max(1, days))))
        day = min(day, high)
        kind = self.rng.choices("12", (60, 40))[0]
        digits = self.publications.take(kind, day, "8")
        if kind == "1":
            return f"CN{digits}{'A' if self.rng.random() < 0.8 else kind_of_grant('invention', day)}"
        return f"CN{digits}{kind_of_grant('utility', day)}"

    def foreign(self, before):
        rng = self.rng
        return rng.choice((f"US18{rng.randrange(10**6):06d}B2", f"US{before.year - rng.randrange(3, 9)}08{rng.randrange(10**5):05d}A1",
                           f"EP8{rng.randrange(10**6):06d}B1", f"JP8{rng.randrange(10**6):06d}B2",
                           f"WO{before.year - rng.randrange(3, 9)}8{rng.randrange(10**5):05d}A1"))


def citations(rng, publications, patents):
    """Fills cited and citing. A document inside the set is cited with a published number, before the citing filing."""
    outside = Outside(rng, publications)
    pools = {}
    for p in sorted(patents, key=lambda p: (p.published, p.first_no)):
        if p.type == "design":
            continue
        for key in (("t", p.topic.name), ("i", p.topic.industry)):
            days, docs = pools.setdefault(key, ([], []))
            days.append(p.published)
            docs.append(p)
    received = {}
    for p in sorted(patents, key=lambda p: (p.filed, p.app_no)):
        if p.type == "design":
            continue
        rate = {"invention": 3.4 if p.granted or p.ended else 1.1, "utility": 0.5}[p.type]
        if p.parties[0].kind == "foreign":
            rate = 6.0
        wanted = min(14, int(rng.expovariate(1 / rate)) if rate > 1 else int(rng.random() < rate) * rng.randrange(1, 3))
        links = []
        for _ in range(wanted):
            roll = rng.random()
            if roll < 0.68:
                key = ("t", p.topic.name) if rng.random() < 0.86 else ("i", p.topic.industry)
                days, docs = pools[key]
                end = first_after(days, p.filed)
                if end:
                    tried = [docs[rng.randrange(end)] for _ in range(4)]
                    best = max(tried, key=lambda d: (d.quality + 0.25 * received.get(d.app_no, 0) ** 0.5 + rng.random(), d.app_no))
                    if best is not p and all(best is not other for other, _ in links):
                        number = best.grant_no if best.granted and best.granted < p.filed else best.first_no
                        links.append((best, number))
                        received[best.app_no] = received.get(best.app_no, 0) + 1
            elif roll < 0.93:
                low = date(2005, 2, 1) if p.filed.year < 2012 else date(p.filed.year - 7, 1, 1)
                links.append((None, outside.cn(low, max(p.filed - timedelta(days=8), date(2005, 2, 8)))))
            else:
                links.append((None, outside.foreign(p.filed)))
        p.cited = list(dict.fromkeys(number for _, number in links))
        for other, _ in links:
            if other is not None:
                other.citing.append(p.number)
    for p in patents:
        if p.type == "design":
            continue
        age = (DATA_DATE - p.published).days / 365
        rate = 0.11 * age * exp(0.8 * p.quality) * (1.0 if p.type == "invention" else 0.6)
        extra = min(40, int(rng.expovariate(1 / rate))) if rate > 0.02 and age > 1.2 else 0
        for _ in range(extra):
            p.citing.append(outside.cn(p.published + timedelta(days=200), LAST_GAZETTE))
        p.citing = sorted(set(p.citing))


def vendor_scores(rng, patents):
    """A vendor's 1-10 score: follows the hidden quality, the count of citations and the status, with noise."""
    for p in patents:
        value = 5.2 + 1.3 * p.quality + 0.12 * min(12, len(p.citing)) + 0.35 * (len(p.countries) - 1)
        value += {"有效": 0.6, "审中": 0.0, "失效": -1.2}[p.validity] + rng.gauss(0, 0.8)
        p.score = max(1, min(10, round(value)))
        if p.type == "design":
            p.score = max(1, min(6, p.score - 1))
