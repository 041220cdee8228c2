"""Draws the patents: who filed what when, how it went on until the data date, events, families."""
from bisect import bisect
from datetime import date, timedelta

from numbers_cn import DATA_DATE, LAST_GAZETTE, add_years, gazette_day, kind_of_grant, term_end
from numbers_cn import PublicationNumbers, application_number

FIRST_DAY = date(2005, 1, 4)
LAST_DAY = date(2021, 12, 30)


class Patent:
    """One application with everything an export tells about it. Missing dates are None."""

    __slots__ = ("parties", "names", "topic", "type", "form", "effects", "text", "quality", "filed", "published", "granted",
                 "first_no", "grant_no", "app_no", "status", "validity", "ended", "events", "claims", "independent", "pages",
                 "ipc", "locarno", "inventors", "agency", "owner", "cited", "citing", "family", "countries", "priority_no",
                 "priority_date", "entered", "pct_no", "score", "counts", "expiry", "examined", "twin", "litigated")

    @property
    def number(self):
        return self.grant_no or self.first_no

    @property
    def number_date(self):
        return self.granted or self.published


def _year_weights(topic_shape):
    """Filing years 2005-2021: national growth bent by how young the topic is."""
    base = [3, 4, 5, 7, 9, 12, 16, 21, 26, 29, 33, 38, 42, 46, 50, 52, 34]
    return [w * (1 + i / 8) ** topic_shape for i, w in enumerate(base)]


class PatentMaker:
    def __init__(self, rng, common, wording, topics):
        self.rng, self.common, self.wording = rng, common, wording
        self.by_industry = {}
        for topic in topics:
            self.by_industry.setdefault(topic.industry, []).append(topic)
        self.years = {t.name: _year_weights(rng.choice((-1.2, -0.4, 0.0, 0.4, 0.9, 1.6))) for t in topics}
        self.publications = PublicationNumbers()

    # ---- who and what --------------------------------------------------------------------------------------
    def _topic(self, party):
        if party.topics and self.rng.random() < 0.9:
            return self.rng.choice(party.topics)
        pool = self.by_industry[party.industry] if party.industry else party.topics
        return self.rng.choice(pool)

    def _type(self, party):
        shares = {"park": (43, 49, 8), "rival": (49, 46, 5), "university": (78, 22, 0), "foreign": (96, 0, 4)}[party.kind]
        return self.rng.choices(("invention", "utility", "design"), shares)[0]

    def _filing_day(self, topic, party):
        year = self.rng.choices(range(2005, 2022), self.years[topic.name])[0]
        year = max(year, min(party.founded, 2019))
        day = date(year, 1, 1) + timedelta(days=self.rng.randrange(365))
        if self.rng.random() < 0.25 and day.month < 11:    # applicants file before year's end
            day = day.replace(month=self.rng.choice((10, 11, 12)), day=self.rng.randrange(1, 29))
        while day.weekday() > 4:
            day += timedelta(days=1)
        return min(max(day, FIRST_DAY), LAST_DAY)

    def draw(self, party, partners):
        """One patent of `party`; None when it would not be published by the data date."""
        rng = self.rng
        p = Patent()
        p.topic, p.type = self._topic(party), self._type(party)
        if p.type != "invention" and p.topic.kind != "机":
            p.topic = rng.choice([t for t in self.by_industry[p.topic.industry] if t.kind == "机"])
        p.filed = self._filing_day(p.topic, party)
        p.quality = rng.gauss(0.0, 0.8) + 0.7 * party.strength + (0.35 if p.type == "invention" else -0.35)
        p.parties, p.names = [party], [party.name_at(p.filed)]
        partner = self._partner(party, partners, p.topic)
        if partner:
            p.parties.append(partner)
            p.names.append(partner.name_at(p.filed))
            p.quality += 0.2
        p.entered = p.priority_date = None
        p.priority_no = p.pct_no = ""
        p.family, p.countries, p.events, p.cited, p.citing = [], [], [], [], []
        p.counts = {"transfer": 0, "licence": 0, "pledge": 0, "litigation": 0}
        p.owner, p.ended, p.granted, p.published, p.examined = "", None, None, None, None
        p.first_no = p.grant_no = p.twin = ""
        if party.kind == "foreign":
            self._national_phase(p, party)
        elif rng.random() < 0.015 and p.type == "invention":
            p.priority_date = p.filed - timedelta(days=rng.randrange(120, 365))
        if not self._procedure(p):
            return None
        self._text(p)
        self._people(p, party)
        return p

    def _partner(self, party, partners, topic):
        if party.kind == "foreign" or self.rng.random() > (0.09 if party.kind == "park" else 0.05):
            return None
        pool = [q for q in partners if q is not party and (q.kind == "university" or topic in q.topics)]
        near = [q for q in pool if q.province == party.province]
        pool = near if near and self.rng.random() < 0.7 else pool
        return self.rng.choice(pool) if pool else None

    def _national_phase(self, p, party):
        """Filing date is the international one; the number carries the year of entry."""
        rng = self.rng
        if p.type == "design":
            return
        p.priority_date = p.filed - timedelta(days=rng.randrange(340, 366))
        p.priority_no = {"DE": f"DE10{p.priority_date.year}9{rng.randrange(10**5):05d}", "US": f"US14/9{rng.randrange(10**5):05d}",
                         "JP": f"JP{p.priority_date.year}-9{rng.randrange(10**5):05d}", "KR": f"KR10-{p.priority_date.year}-09{rng.randrange(10**5):05d}"
                         }.get(party.scheme, f"EP{p.priority_date.year % 100:02d}9{rng.randrange(10**5):05d}")
        p.entered = p.filed + timedelta(days=rng.randrange(480, 600))
        p.pct_no = f"PCT/{party.scheme}{p.filed.year}/09{rng.randrange(10**4):04d}"

    # ---- procedure -----------------------------------------------------------------------------------------
    def _procedure(self, p):
        rng = self.rng
        start = p.entered or p.filed
        if p.type != "invention":
            days = rng.randrange(110, 330) if p.type == "utility" else rng.randrange(80, 220)
            p.granted = gazette_day(start + timedelta(days=days))
            p.published = p.granted
            if p.granted > LAST_GAZETTE:
                return False
            p.events.append(("GR01", p.granted, "授权"))
            self._after_grant(p)
            return True
        if p.entered:
            p.published = gazette_day(start + timedelta(days=rng.randrange(60, 170)))
        else:
            early = rng.random() < 0.72
            p.published = gazette_day(p.filed + timedelta(days=rng.randrange(45, 210) if early else rng.randrange(540, 556)))
        if p.published > LAST_GAZETTE:
            return False
        p.events.append(("PB01", p.published, "公开"))
        p.examined = gazette_day(p.published + timedelta(days=rng.randrange(7, 60)))
        p.status, p.validity = "公开", "审中"
        if p.examined > LAST_GAZETTE:
            return True
        p.events.append(("SE01", p.examined, "实质审查的生效"))
        p.status = "实质审查"
        decided = gazette_day(max(p.examined, start) + timedelta(days=max(150, int(rng.gauss(660, 240)))))
        success = 0.56 + 0.16 * max(-1.6, min(1.6, p.quality))
        if rng.random() < success:
            if decided <= LAST_GAZETTE:
                p.granted = decided
                p.events.append(("GR01", decided, "授权"))
                self._after_grant(p)
            return True
        late = gazette_day(decided + timedelta(days=rng.randrange(30, 300)))
        if late <= LAST_GAZETTE:
            p.validity, p.ended = "失效", late
            if rng.random() < 0.62:
                p.status = "撤回"
                p.events.append(("WD01", late, "发明专利申请公布后的视为撤回"))
            else:
                p.status = "驳回"
                p.events.append(("RJ01", late, "发明专利申请公布后的驳回"))
        return True

    def _after_grant(self, p):
        """Fees, end of term, invalidation: sets status, validity and the day the right ended."""
        rng = self.rng
        p.status, p.validity = "授权", "有效"
        end = term_end(p.type, p.filed)
        hazard = {"invention": 0.055, "utility": 0.135, "design": 0.16}[p.type] * 2.0 ** (-1.1 * p.quality)
        year = add_years(p.filed, 1)
        while year <= p.granted:
            year = add_years(year, 1)
        while year < end:
            if rng.random() < min(0.6, hazard):
                told = gazette_day(year + timedelta(days=rng.randrange(290, 480)))
                if told <= LAST_GAZETTE and told < end:
                    p.status, p.validity, p.ended = "未缴年费", "失效", year
                    p.events.append(("CF01", told, "未缴年费专利权终止"))
                break
            year = add_years(year, 1)
        if p.status == "授权" and end <= DATA_DATE:
            p.status, p.validity, p.ended = "期限届满", "失效", end
            told = gazette_day(end + timedelta(days=rng.randrange(15, 60)))
            if told <= LAST_GAZETTE:
                p.events.append(("CX01", told, "专利权有效期届满"))
        if p.status == "授权" and rng.random() < 0.004:
            told = gazette_day(p.granted + timedelta(days=rng.randrange(500, 1500)))
            if told <= LAST_GAZETTE:
                if rng.random() < 0.5:
                    p.status, p.validity, p.ended = "全部无效", "失效", told
                    p.events.append(("IW01", told, "专利权全部无效"))
                else:
                    p.status = "部分无效"
                    p.events.append(("IP01", told, "部分无效宣告"))
        if p.status == "授权" and rng.random() < 0.004:
            told = gazette_day(p.granted + timedelta(days=rng.randrange(200, 1200)))
            if told <= LAST_GAZETTE:
                p.status, p.validity, p.ended = "放弃", "失效", told
                p.events.append(("AV01", told, "专利权的主动放弃"))

    # ---- text and people -----------------------------------------------------------------------------------
    def _text(self, p):
        rng, topic = self.rng, p.topic
        p.effects = []
        p.ipc, p.locarno = [], ""
        if p.type == "design":
            p.form = "design"
            p.text = self.wording.design(rng, topic)
            p.locarno = rng.choice(("15-09", "15-99", "15-01", "23-01", "07-01", "08-05", "13-02"))
            p.claims = p.independent = None
            p.pages = rng.randrange(4, 9)
            return
        if p.type == "utility":
            p.form = "device"
        elif topic.kind == "机":
            p.form = "device" if rng.random() < 0.6 else "method"
        elif topic.kind == "料":
            p.form = "product" if rng.random() < 0.6 else "method"
        else:
            p.form = "product" if rng.random() < 0.3 else "method"
        p.effects = self.wording.pick_effects(rng, topic, p.form, topic.blank)
        p.text = self.wording.compose(rng, topic, p.type, p.form, p.effects)
        self._classes(p)
        p.claims = self._claims(p)
        p.independent = 2 if p.claims > 6 and rng.random() < 0.35 and p.type == "invention" else 1
        p.pages = max(4, int(rng.gauss(9 if p.type == "invention" else 7, 2) + p.claims / 4))

    def _classes(self, p):
        rng, codes = self.rng, p.topic.ipc
        main = rng.choices(codes, (8, 4, 2, 1)[:len(codes)])[0]
        others = [c for c in codes if c != main]
        p.ipc = [main] + rng.sample(others, rng.choices(range(len(others) + 1), (4, 4, 2, 1)[:len(others) + 1])[0])
        if rng.random() < 0.12:
            other = rng.choice(self.by_industry[p.topic.industry]).ipc[0]
            if other not in p.ipc:
                p.ipc.append(other)

    def _claims(self, p):
        rng = self.rng
        if p.parties[0].kind == "foreign":
            return rng.choice((10, 12, 14, 15, 15, 16, 18, 20, 22, 28))
        if rng.random() < (0.34 if p.type == "invention" else 0.24):
            return 10
        mean = 6.6 + 1.4 * p.quality if p.type == "invention" else 5.6 + 0.9 * p.quality
        return max(1, min(40, int(rng.gauss(mean, 2.3)) + (rng.randrange(2, 12) if rng.random() < 0.04 else 0)))

    def _people(self, p, party):
        rng = self.rng
        count = min(len(party.inventors), rng.choices(range(1, 9), (13, 15, 18, 17, 14, 11, 7, 5))[0])
        weights = [1 / (1 + i) ** 0.8 for i in range(len(party.inventors))]
        chosen = []
        while len(chosen) < count:
            name = rng.choices(party.inventors, weights)[0]
            if name not in chosen:
                chosen.append(name)
        for partner in p.parties[1:]:
            chosen.append(rng.choice(partner.inventors[:25]))
        p.inventors = list(dict.fromkeys(chosen))
        p.agency = rng.choice(party.agencies) if rng.random() < 0.93 else ""
        p.expiry = term_end(p.type, p.filed)


def number_all(maker, patents):
    """Application serials grow with the filing day, publication numbers with the gazette day."""
    serials = {}
    digit = {"invention": 1, "utility": 2, "design": 3}
    for p in sorted(patents, key=lambda p: (p.entered or p.filed)):
        year = (p.entered or p.filed).year
        kind = 8 if p.entered and p.type == "invention" else digit[p.type]
        serials[(year, kind)] = serials.get((year, kind), 0) + maker.rng.randrange(1, 400)
        p.app_no = application_number(year, kind, serials[(year, kind)])
    for p in sorted(patents, key=lambda p: p.published):
        digits = maker.publications.take(str(digit[p.type]), p.published)
        p.first_no = f"CN{digits}A" if p.type == "invention" else ""
        if p.granted:
            p.grant_no = f"CN{digits}{kind_of_grant(p.type, p.granted)}"
        if not p.first_no:
            p.first_no = p.grant_no


def share_out(rng, parties, total):
    """Draws `total` parties by weight, in a fixed order of draws."""
    cumulated, running = [], 0.0
    for party in parties:
        running += party.weight
        cumulated.append(running)
    return [parties[min(bisect(cumulated, rng.random() * running), len(parties) - 1)] for _ in range(total)]
