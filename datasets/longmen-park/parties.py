"""The parties: enterprises of the park, fictional competitors, universities, people, addresses."""
from numbers_cn import credit_code

REGIONS = {"榆次区": "140702", "太谷区": "140703", "榆社县": "140721", "左权县": "140722", "和顺县": "140723",
           "昔阳县": "140724", "寿阳县": "140725", "祁县": "140727", "平遥县": "140728", "灵石县": "140729",
           "介休市": "140781"}
POSTCODES = {"榆次区": "030600", "太谷区": "030800", "榆社县": "031800", "左权县": "032600", "和顺县": "032700",
             "昔阳县": "045300", "寿阳县": "045400", "祁县": "030900", "平遥县": "031100", "灵石县": "031300",
             "介休市": "032000"}


class Party:
    """An applicant: name, where it is, what it works on, how strong its patents are, its inventors."""

    def __init__(self, name, kind, industry=""):
        self.name, self.kind, self.industry = name, kind, industry    # kind: park, rival, university, foreign
        self.former, self.english, self.code = [], "", ""
        self.country, self.province, self.province_code, self.city, self.county = "中国", "", "", "", ""
        self.address = self.postcode = ""
        self.topics, self.founded, self.strength, self.weight = [], 2000, 0.0, 1.0
        self.inventors, self.agencies = [], []
        self.figures = "fail"
        self.scheme = ""

    def address_at(self, day):
        """Address as written on that day: 太谷 was a county until 2019."""
        text = self.address
        if self.county == "太谷区" and day.year <= 2019:
            text = text.replace("太谷区", "太谷县")
        return f"{self.postcode} {text}" if self.postcode else text

    def name_at(self, day):
        """Name on that day: former names were used in the first years."""
        if not self.former or day.year >= self.founded + 4 * len(self.former) + 2:
            return self.name
        return self.former[min(len(self.former) - 1, max(0, (day.year - self.founded) // 4))]


def person(rng, common):
    given = rng.choice(common.given)
    if rng.random() < 0.62:
        given += rng.choice(common.given)
    return rng.choice(common.surnames[:110] if rng.random() < 0.93 else common.surnames) + given


def people(rng, common, count):
    names = []
    while len(names) < count:
        name = person(rng, common)
        if name not in names:
            names.append(name)
    return names


def foreign_person(rng, country):
    given = {"DE": "Jürgen Klaus Stefan Anke Dieter Heike Uwe", "AT": "Lukas Franz Eva", "US": "John Mary Kevin Laura Brian Susan",
             "IT": "Marco Giulia Paolo Elena", "JP": "Kenji Yuko Takashi Haruka Shigeru", "KR": "Minho Jisoo Sungwoo Hyejin",
             "DK": "Lars Mette Søren", "CH": "Beat Regula Urs"}[country].split()
    family = {"DE": "Brandhoff Eichwald Lindacker Morgenrot Steinfels", "AT": "Hallegger Obermoos", "US": "Ashbrook Carrowell Denholme Whitlock",
              "IT": "Bellandi Corvaro Fiorenzi", "JP": "Asagiri Kurosaki Mizunuma Takamine", "KR": "Baek Cheon Namgung",
              "DK": "Vestergård Holmbæk", "CH": "Zurlinden Aeschmann"}[country].split()
    return f"{rng.choice(family)} {rng.choice(given)}".upper() if country in ("JP", "KR") else f"{rng.choice(given)} {rng.choice(family)}"


def _agencies(rng, common, first):
    """Two or three agencies a party works with; park enterprises prefer the first three of the list."""
    if first:
        return rng.sample(common.agencies[:3], 2) + [rng.choice(common.agencies[3:])]
    return rng.sample(common.agencies[1:], rng.randrange(1, 4))


def park_enterprises(rng, common, rows, topics):
    parties = []
    for index, row in enumerate(rows):
        party = Party(row["name"], "park", row["industry"])
        party.former, party.english = row["former"], row["english"]
        party.founded, party.figures = row["founded"], row["figures"]
        party.province, party.province_code, party.city, party.county = "山西省", "14", "晋中市", row["county"]
        party.postcode = POSTCODES[party.county]
        party.code = credit_code(REGIONS[party.county], 1001 + 37 * index)
        party.address = f"山西省晋中市{party.county}{rng.choice(common.streets)}{rng.randrange(1, 299)}号"
        party.topics = [topics[name] for name in row["topics"]]
        good = row["figures"] in ("ok", "r5", "both", "c30")
        party.strength = rng.uniform(0.2, 1.1) if good else rng.uniform(-0.7, 0.5)
        party.weight = rng.uniform(0.5, 1.1) * (2.6 if good else 1.0) * (1.9 if row["founded"] < 2004 else 1.0)
        party.inventors = people(rng, common, int(6 + 14 * party.weight))
        party.agencies = _agencies(rng, common, True)
        parties.append(party)
    parties[-3].weight = 0.0                               # one enterprise without any patent
    return parties


def rivals(rng, common, topics, per_industry=30):
    """Fictional competitors elsewhere in China: brand of two rare characters, city, trade word."""
    parties, used, serial = [], set(), 400001
    for industry in common.tradewords:
        own = [t for t in topics if t.industry == industry]
        places = [p for p in common.places if industry in p[6].split(",")]
        for number in range(per_industry):
            while True:
                brand = rng.choice(common.brand1) + rng.choice(common.brand2)
                if brand not in used:
                    used.add(brand)
                    break
            place = rng.choice(places)
            short = place[2].removesuffix("市")
            form = rng.choice((f"{short}{brand}{{}}有限公司", f"{place[0].removesuffix('省').removesuffix('市')}{brand}{{}}股份有限公司",
                               f"{brand}{{}}({short})有限公司", f"{short}市{brand}{{}}有限公司"))
            party = Party(form.format(rng.choice(common.tradewords[industry])), "rival", industry)
            party.province, party.province_code, party.city, party.county = place[0], place[1], place[2], place[3]
            party.postcode = place[5]
            party.code = credit_code(place[4], serial)
            serial += 53
            city = place[2] if place[2] != place[0] else ""
            party.address = f"{place[0]}{city}{place[3]}{brand[0]}{rng.choice('安宁兴和华')}路{rng.randrange(1, 999)}号"
            party.topics = rng.sample(own, rng.randrange(1, min(5, len(own)) + 1))
            party.founded = rng.choice((1995, 1999, 2002, 2005, 2008, 2011, 2014))
            party.strength = rng.gauss(0.0, 0.6)
            party.weight = 1.0 / (1 + number) ** 0.62
            party.inventors = people(rng, common, int(8 + 60 * party.weight))
            party.agencies = _agencies(rng, common, False)
            parties.append(party)
    return parties


def institutes(rng, common, topics):
    parties = []
    for name, province, province_code, city, county, postcode in common.universities:
        party = Party(name, "university")
        party.province, party.province_code, party.city, party.county = province, province_code, city, county
        party.postcode = postcode
        party.address = f"{province}{city if city != province else ''}{county}学府路{rng.randrange(1, 99)}号"
        party.topics = rng.sample(topics, 14)
        party.founded, party.strength = 1985, rng.uniform(0.0, 0.7)
        party.inventors = people(rng, common, 70)
        party.agencies = _agencies(rng, common, False)
        parties.append(party)
    return parties


def foreigners(rng, common, topics):
    names = {"DE": "德国", "US": "美国", "JP": "日本", "KR": "韩国", "IT": "意大利", "AT": "奥地利", "DK": "丹麦", "CH": "瑞士"}
    parties = []
    for name, original, country, industry in common.foreign:
        party = Party(name, "foreign", industry)
        party.english, party.country, party.scheme = original, names[country], country
        party.address = f"{names[country]}{rng.choice(('工业区', '技术园', '滨河街', '中央大道'))}{rng.randrange(1, 99)}号"
        own = [t for t in topics if t.industry == industry]
        party.topics = rng.sample(own, min(4, len(own)))
        party.founded, party.strength = 1970, rng.uniform(0.5, 1.3)
        inventors = []
        for _ in range(40):
            candidate = foreign_person(rng, country)
            if candidate not in inventors:
                inventors.append(candidate)
        party.inventors = inventors
        party.agencies = rng.sample(common.agencies[3:], 2)
        parties.append(party)
    return parties
