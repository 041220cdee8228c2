// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the report of an enterprise.
#include <longmen/report/enterprise_report.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/report/detail/figures.hpp>
#include <longmen/report/detail/programme_part.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace longmen::report {
namespace {

using detail::percent;
using detail::Words;

constexpr std::size_t top_rows = 12;
constexpr std::size_t best_rows = 15;
constexpr std::size_t few = 5;

/// An enterprise and all that is about it.
struct Firm {
    const ReportData& data;
    Words words;
    std::uint32_t at = 0;
    const Enterprise& enterprise;
    const scoring::PartyScore& score;
    std::vector<std::uint32_t> own, whole;
    /// Records of the fields the enterprise files in: what it competes in.
    std::vector<std::uint32_t> fields;
    analysis::Position position;
    std::optional<analysis::Peers> peers;
    std::size_t in_force = 0, inventions = 0;
};

Firm gather(const ReportData& data, std::size_t enterprise) {
    if (enterprise >= data.corpus.enterprises.size()) {
        throw UsageError(sentence("共有 {} 家企业，没有第 {} 家",
                                  "there are {} enterprises; none is number {}",
                                  data.corpus.enterprises.size(), enterprise));
    }
    const auto at = static_cast<std::uint32_t>(enterprise);
    const auto& as_of = data.scores.as_of;
    Firm firm{data, {data.lang}, at, data.corpus.enterprises[at], data.scores.enterprises[at], {}, {}, {}, {},
              {},   0,           0};
    firm.own = analysis::select_enterprise(data.corpus, at, as_of);
    firm.whole = analysis::select_all(data.corpus, as_of);
    const auto field_of = detail::field_category(data);
    std::vector<std::string> fields;
    for (const auto patent : firm.own) {
        const auto& record = data.corpus.patents[patent];
        firm.in_force += validity_of(record.status) == Validity::in_force ? 1 : 0;
        firm.inventions += record.type == PatentType::invention ? 1 : 0;
        for (auto& field : field_of(record)) {
            if (std::ranges::find(fields, field) == fields.end()) {
                fields.push_back(std::move(field));
            }
        }
    }
    std::ranges::copy_if(firm.whole, std::back_inserter(firm.fields), [&](std::uint32_t patent) {
        const auto names = field_of(data.corpus.patents[patent]);
        return std::ranges::any_of(
            names, [&](const auto& name) { return std::ranges::find(fields, name) != fields.end(); });
    });
    firm.position = analysis::position_of(data.corpus, firm.own, firm.whole, field_of, as_of, data.rules);
    const auto parties = analysis::parties(data.corpus, firm.whole);
    const auto self = std::ranges::find(parties, std::optional{at}, &analysis::Party::enterprise);
    if (self != parties.end() && !firm.own.empty()) {
        firm.peers = analysis::peers_of(data.corpus, parties, self->key, analysis::all_subclasses, as_of,
                                        data.rules, top_rows);
    }
    return firm;
}

const programme::EnterpriseAssessment* assessed(const Firm& firm) {
    const auto& all = firm.data.assessment.enterprises;
    const auto found = std::ranges::find(all, firm.at, &programme::EnterpriseAssessment::enterprise);
    return found == all.end() ? nullptr : &*found;
}

Chapter summary(const Firm& firm) {
    const auto& words = firm.words;
    Chapter chapter{"summary", words("摘要", "Summary"), {}};
    chapter.say(Tone::finding,
                words.zh()
                    ? fmt::format("{}有专利申请 {} 件（发明 {} 件），有效 {} 件，专利族 {} 个。",
                                  firm.enterprise.name, firm.own.size(), firm.inventions, firm.in_force,
                                  firm.score.families.size())
                    : fmt::format("{} has {} applications ({} inventions), {} rights in force, {} families.",
                                  firm.enterprise.name, firm.own.size(), firm.inventions, firm.in_force,
                                  firm.score.families.size()));
    if (firm.score.value.defined()) {
        chapter.say(
            Tone::finding,
            words.zh()
                ? fmt::format("专利组合价值 {:.1f}，在 {} 家企业中列第 {} 名（任一权重变动时在第 {} 至第 {} "
                              "名之间）。",
                              firm.score.value.value(), firm.data.corpus.enterprises.size(),
                              firm.score.rank.rank, firm.score.rank.low, firm.score.rank.high)
                : fmt::format(
                      "The portfolio is worth {:.1f}: rank {} of {} enterprises ({} to {} when any one "
                      "weight changes).",
                      firm.score.value.value(), firm.score.rank.rank, firm.data.corpus.enterprises.size(),
                      firm.score.rank.low, firm.score.rank.high));
    }
    if (const auto* entry = assessed(firm)) {
        chapter.say(Tone::finding,
                    words.zh() ? fmt::format("“{}”条件：{}。{}", firm.data.assessment.scheme_name.zh,
                                             programme::verdict_text(entry->verdict).zh, entry->reason.zh)
                               : fmt::format("{}: {}. {}", firm.data.assessment.scheme_name.en,
                                             programme::verdict_text(entry->verdict).en, entry->reason.en));
    }
    if (firm.peers && !firm.peers->nearest.empty()) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < std::min(few, firm.peers->nearest.size()); ++i) {
            names.push_back(firm.peers->nearest[i].name);
        }
        chapter.say(Tone::finding,
                    words.zh()
                        ? fmt::format("技术布局最接近的对手有{}。", fmt::join(names, "、"))
                        : fmt::format("The nearest rivals by technology are {}.", fmt::join(names, "; ")));
    }
    if (firm.own.empty()) {
        chapter.say(
            Tone::caution,
            words("工作区中没有归属该企业的专利，以下仅给出可以给出的部分。",
                  "No patent of the workspace belongs to the enterprise; what follows is what can be said "
                  "without."));
    }
    return chapter;
}

Chapter profile(const Firm& firm) {
    const auto& words = firm.words;
    Chapter chapter{"profile", words("一、企业概况", "1  The enterprise"), {}};
    Listing card;
    card.caption = words("基本信息", "Identity");
    card.table.columns = {{"item", words("项目", "Item")}, {"value", words("内容", "Value")}};
    const auto add = [&](const char* zh, const char* en, const std::string& value) {
        card.table.rows.push_back({words(zh, en), value.empty() ? longmen::Cell{} : longmen::Cell{value}});
    };
    const auto& enterprise = firm.enterprise;
    add("名称", "Name", enterprise.name);
    add("统一社会信用代码", "Credit code", enterprise.uscc);
    add("曾用名", "Former names", join(enterprise.former_names, words("；", "; ")));
    add("英文名称", "English name", enterprise.name_en);
    add("所属园区", "Park", enterprise.park);
    add("区县", "County", enterprise.county);
    add("行业", "Industry", enterprise.industry);
    chapter.add(std::move(card));
    Listing figures;
    figures.caption = words("年度数据（万元）", "Yearly figures (yuan)");
    figures.table.columns = {{"year", words("年度", "Year")},
                             {"sales", words("销售收入", "Sales revenue")},
                             {"main", words("主营业务收入", "Main-business revenue")},
                             {"rd", words("研发投入", "R&D expense")},
                             {"conversion", words("科技成果产业化收入", "Revenue of commercialised results")},
                             {"source", words("出处", "Source")}};
    for (const auto& year : enterprise.figures) {
        const auto money = [&](const std::optional<Money>& amount) {
            return amount ? longmen::Cell{print_money(*amount, words.zh() ? MoneyUnit::ten_thousand_yuan
                                                                          : MoneyUnit::yuan)}
                          : longmen::Cell{};
        };
        figures.table.rows.push_back({static_cast<std::int64_t>(year.year), money(year.sales_revenue),
                                      money(year.main_revenue), money(year.rd_expense),
                                      money(year.conversion_revenue), year.source});
    }
    chapter.add(std::move(figures));
    return chapter;
}

Chapter environment(const Firm& firm) {
    const auto& words = firm.words;
    const auto& data = firm.data;
    Chapter chapter{"environment", words("三、产业与技术环境", "3  Technology around it"), {}};
    chapter.say(Tone::plain, words("本章观察企业所在技术领域的全部专利。",
                                   "All records of the technology fields the enterprise files in."));
    chapter.add(detail::filing_trend(data, firm.fields,
                                     words("所在领域历年申请量", "Filings in its fields by year")));
    chapter.add(
        detail::tally_bars(analysis::top_applicants(data.corpus, firm.fields, data.scores.as_of, top_rows),
                           words("所在领域主要申请人", "Leading applicants in its fields"),
                           words("申请人", "Applicant"), data.lang));
    return chapter;
}

Chapter portfolio(const Firm& firm) {
    const auto& words = firm.words;
    const auto& data = firm.data;
    Chapter chapter{"portfolio", words("四、企业专利现状", "4  Its patents"), {}};
    chapter.add(detail::filing_trend(data, firm.own, words("企业历年申请量", "Filings by year")));
    chapter.add(detail::status_bars(data, firm.own, words("法律状态", "Legal status")));
    chapter.add(detail::field_bars(data, firm.own, words("技术领域", "Technology fields")));
    chapter.add(detail::best_patents(data, firm.own, words("价值分最高的专利", "Patents of highest value"),
                                     best_rows));
    return chapter;
}

Chapter rivals(const Firm& firm) {
    const auto& words = firm.words;
    Chapter chapter{"rivals", words("五、对标与竞争", "5  Rivals"), {}};
    if (firm.peers) {
        Listing listing;
        listing.caption = words("技术布局最接近的申请人", "Applicants nearest by technology");
        listing.basis = firm.peers->basis.statement.in(firm.data.lang);
        listing.table.columns = {{"name", words("申请人", "Applicant")},
                                 {"similarity", words("相似度", "Similarity")},
                                 {"patents", words("申请（件）", "Applications")},
                                 {"inventions", words("发明", "Inventions")},
                                 {"in_force", words("有效", "In force")},
                                 {"recent", words("近年申请", "Recent")},
                                 {"common", words("共同的 IPC 小类", "IPC subclasses in common")}};
        const auto add = [&](const analysis::Peer& peer, bool self) {
            listing.table.rows.push_back(
                {peer.name,
                 self || !peer.similarity ? longmen::Cell{} : longmen::Cell{Decimal{*peer.similarity, 4, 2}},
                 static_cast<std::int64_t>(peer.patents), static_cast<std::int64_t>(peer.inventions),
                 static_cast<std::int64_t>(peer.in_force), static_cast<std::int64_t>(peer.recent),
                 join(peer.in_common, words("、", ", "))});
        };
        add(firm.peers->focal, true);
        for (const auto& peer : firm.peers->nearest) {
            add(peer, false);
        }
        chapter.add(std::move(listing));
        chapter.say(
            Tone::note,
            words(
                "相似度为 IPC 小类分布的余弦值，1 为完全相同；首行为本企业。",
                "Similarity is the cosine of the counts by IPC subclass, 1 when alike; the first row is the "
                "enterprise itself."));
    } else {
        chapter.say(Tone::plain, words("没有可供对标的专利。", "There are no patents to compare by."));
    }
    return chapter;
}

Chapter gaps(const Firm& firm) {
    const auto& words = firm.words;
    const auto& data = firm.data;
    Chapter chapter{"gaps", words("六、专长与空白", "6  Strengths and white spots"), {}};
    chapter.add(
        detail::position_listing(firm.position, words("技术专长", "Specialisation"), data.lang, top_rows));
    Listing spots;
    spots.caption = words("空白点", "White spots");
    spots.table.columns = {{"class", words("技术领域", "Technology field")},
                           {"expected", words("期望（件）", "Expected")},
                           {"own", words("本方（件）", "Own")},
                           {"p", words("泊松概率", "Poisson probability")}};
    for (std::size_t i = 0; i < std::min(top_rows, firm.position.white_spots.size()); ++i) {
        const auto& spot = firm.position.white_spots[i];
        spots.table.rows.push_back({spot.key, Decimal{spot.expected, 4, 1},
                                    static_cast<std::int64_t>(spot.own), Decimal{spot.p, 6, 4}});
    }
    spots.basis = firm.position.basis.statement.in(data.lang);
    chapter.add(std::move(spots));
    if (!firm.position.white_spot_note.zh.empty()) {
        chapter.say(Tone::note, firm.position.white_spot_note.in(data.lang));
    }
    return chapter;
}

Chapter risks(const Firm& firm) {
    const auto& words = firm.words;
    const auto& data = firm.data;
    Chapter chapter{"risks", words("七、风险", "7  Risks"), {}};
    chapter.add(
        detail::expiry_bars(data, firm.own, words("保护期届满年历", "Rights by the year their term ends")));
    const auto joint = static_cast<std::size_t>(std::ranges::count_if(
        firm.own, [&](std::uint32_t patent) { return data.corpus.patents[patent].applicants.size() > 1; }));
    const auto lapsed = static_cast<std::size_t>(std::ranges::count_if(firm.own, [&](std::uint32_t patent) {
        return data.corpus.patents[patent].status == LegalState::fee_lapsed;
    }));
    chapter.say(
        Tone::plain,
        words.zh()
            ? fmt::format("联合申请 {} 件，使用、许可前须核对权属约定；因未缴年费终止 {} 件。", joint, lapsed)
            : fmt::format(
                  "{} joint applications: check the agreement before use or licence. {} rights lapsed for "
                  "unpaid fees.",
                  joint, lapsed));
    chapter.say(Tone::caution,
                words("本报告不含侵权风险检索（FTO）；价值分不是评估价格，也不代替对权利稳定性的法律判断。",
                      "The report holds no freedom-to-operate search. A value is no appraisal, and no legal "
                      "opinion on validity."));
    return chapter;
}

Chapter programme_chapter(const Firm& firm) {
    const auto& words = firm.words;
    const auto& data = firm.data;
    Chapter chapter{"programme", words("八、龙门计划对照", "8  The programme"), {}};
    detail::say_basis(chapter, data);
    if (const auto* entry = assessed(firm)) {
        chapter.say(Tone::finding, fmt::format("{}{}", programme::verdict_text(entry->verdict).in(data.lang),
                                               entry->reason.in(data.lang).empty()
                                                   ? std::string{}
                                                   : words("：", ": ") + entry->reason.in(data.lang)));
        chapter.add(detail::criterion_listing(data, *entry, words("逐条对照", "Criterion by criterion")));
        Listing growth;
        growth.caption = words("跃升增长", "Leap growth");
        growth.table.columns = {{"part", words("项目", "Part")},
                                {"weight", words("权重", "Weight")},
                                {"years", words("年度", "Years")},
                                {"rate", words("年均增长", "Yearly growth")},
                                {"percentile", words("百分位", "Percentile")}};
        for (const auto& part : entry->growth) {
            const auto name =
                part.growth == programme::Growth::sales_revenue ? words("销售收入", "Sales revenue")
                : part.growth == programme::Growth::rd_expense  ? words("研发投入", "R&D expense")
                                                               : words("专利组合价值", "Portfolio value");
            growth.table.rows.push_back(
                {name, Decimal{part.weight, 4, 2},
                 part.from_year && part.to_year
                     ? longmen::Cell{fmt::format("{}–{}", *part.from_year, *part.to_year)}
                     : longmen::Cell{},
                 part.rate.defined() ? longmen::Cell{percent(part.rate.value())} : longmen::Cell{},
                 part.percentile ? longmen::Cell{Decimal{*part.percentile, 4, 1}} : longmen::Cell{}});
        }
        growth.basis = words(
            "百分位为在全部参评企业中的位置（0–100）；权重为本项目缺省值",
            "Percentile among all enterprises assessed (0-100); the weights are defaults of this project");
        chapter.add(std::move(growth));
    }
    return chapter;
}

} // namespace

Document enterprise_report(const ReportData& data, std::size_t enterprise) {
    const auto firm = gather(data, enterprise);
    const auto& words = firm.words;
    Document document;
    document.lang = data.lang;
    document.title = words.zh() ? firm.enterprise.name + "专利导航报告"
                                : "Patent navigation report: " + firm.enterprise.name;
    document.subtitles = {words.zh() ? fmt::format("数据截至 {}", data.scores.as_of.iso())
                                     : fmt::format("Data as of {}", data.scores.as_of.iso())};
    const auto& score = firm.score;
    document.key_figures = {{fmt::format("{}", firm.own.size()), words("专利申请（件）", "applications")},
                            {fmt::format("{}", firm.in_force), words("有效专利（件）", "rights in force")},
                            {score.value.defined() ? fmt::format("{:.1f}", score.value.value()) : "–",
                             words("组合价值", "portfolio value")},
                            {score.rank.rank > 0 ? fmt::format("{}", score.rank.rank) : "–",
                             words("企业名次", "rank among enterprises")}};
    if (const auto* entry = assessed(firm)) {
        document.key_figures.push_back({std::string{programme::verdict_text(entry->verdict).in(data.lang)},
                                        words("龙门企业条件", "Longmen criteria")});
    }
    document.chapters.push_back(summary(firm));
    document.chapters.push_back(profile(firm));
    document.chapters.push_back(detail::method_chapter(data, words("二、", "2  "), firm.own));
    document.chapters.push_back(environment(firm));
    document.chapters.push_back(portfolio(firm));
    document.chapters.push_back(rivals(firm));
    document.chapters.push_back(gaps(firm));
    document.chapters.push_back(risks(firm));
    document.chapters.push_back(programme_chapter(firm));
    document.chapters.push_back(detail::appendix(data, {}));
    document.colophon = detail::colophon(data);
    return document;
}

} // namespace longmen::report
