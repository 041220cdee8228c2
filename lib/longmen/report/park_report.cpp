// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the report of a park.
#include <longmen/report/park_report.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/report/detail/figures.hpp>
#include <longmen/report/detail/programme_part.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace longmen::report {
namespace {

using detail::percent;
using detail::Words;

constexpr std::size_t top_rows = 12;
constexpr std::size_t best_rows = 20;
constexpr std::size_t few = 5;

/// A park and all that is about it.
struct Park {
    const ReportData& data;
    Words words;
    std::string name;
    std::vector<bool> member;         // by enterprise
    std::vector<std::uint32_t> own;   // its patents
    std::vector<std::uint32_t> whole; // everything
    analysis::Position position;
    std::size_t enterprises = 0, in_force = 0, inventions = 0, inventions_in_force = 0;

    [[nodiscard]] bool has(std::uint32_t enterprise) const { return member[enterprise]; }
};

Park gather(const ReportData& data, const std::string& wanted) {
    Park park{data, {data.lang}, wanted, {}, {}, {}, {}, 0, 0, 0, 0};
    std::set<std::string> names;
    for (const auto& enterprise : data.corpus.enterprises) {
        if (!enterprise.park.empty()) {
            names.insert(enterprise.park);
        }
    }
    if (!wanted.empty() && !names.contains(wanted)) {
        throw UsageError(
            Sentence{fmt::format("没有名为“{}”的园区；工作区中的园区有：{}", wanted, fmt::join(names, "、")),
                     fmt::format("no park `{}`; the workspace has: {}", wanted, fmt::join(names, ", "))});
    }
    if (wanted.empty() && names.size() == 1) {
        park.name = *names.begin();
    }
    for (const auto& enterprise : data.corpus.enterprises) {
        const bool in = park.name.empty() || enterprise.park == park.name;
        park.member.push_back(in);
        park.enterprises += in ? 1 : 0;
    }
    if (park.name.empty()) {
        park.name = park.words("全部企业", "All enterprises");
    }
    const auto& as_of = data.scores.as_of;
    park.whole = analysis::select_all(data.corpus, as_of);
    for (const auto patent : park.whole) {
        const auto& record = data.corpus.patents[patent];
        if (std::ranges::any_of(record.enterprises, [&](std::uint32_t e) { return park.has(e); })) {
            park.own.push_back(patent);
            const bool invention = record.type == PatentType::invention;
            const bool live = validity_of(record.status) == Validity::in_force;
            park.inventions += invention ? 1 : 0;
            park.in_force += live ? 1 : 0;
            park.inventions_in_force += invention && live ? 1 : 0;
        }
    }
    park.position = analysis::position_of(data.corpus, park.own, park.whole, detail::field_category(data),
                                          as_of, data.rules);
    return park;
}

std::vector<std::string> names_of(const std::vector<analysis::ClassPosition>& classes) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(few, classes.size()); ++i) {
        names.push_back(classes[i].key);
    }
    return names;
}

std::vector<analysis::ClassPosition> strong_classes(const Park& park) {
    std::vector<analysis::ClassPosition> strong;
    std::ranges::copy_if(park.position.classes, std::back_inserter(strong),
                         [](const auto& one) { return one.reliable && one.rta && *one.rta > 1; });
    std::ranges::stable_sort(strong, [](const auto& a, const auto& b) { return *a.rta > *b.rta; });
    return strong;
}

std::size_t eligible_of(const Park& park) {
    return static_cast<std::size_t>(
        std::ranges::count_if(park.data.assessment.enterprises, [&](const auto& entry) {
            return park.has(entry.enterprise) && entry.verdict == programme::Verdict::eligible;
        }));
}

/// Rights whose full term ends within `years`.
std::size_t ending_within(const Park& park, int years) {
    const auto ladder = analysis::expiry_ladder(park.data.corpus, park.own, park.data.scores.as_of);
    std::size_t count = 0;
    for (const auto& step : ladder.steps) {
        if (step.year <= park.data.scores.as_of.year() + years) {
            count += step.patents.size();
        }
    }
    return count;
}

Chapter summary(const Park& park) {
    const auto& words = park.words;
    Chapter chapter{"summary", words("摘要", "Summary"), {}};
    const auto share = [](std::size_t part, std::size_t all) {
        return all == 0 ? std::string{"–"} : percent(static_cast<double>(part) / static_cast<double>(all));
    };
    chapter.say(
        Tone::finding,
        words.zh()
            ? fmt::format("{}共有企业 {} 家、专利申请 {} 件，其中有效专利 {} 件、有效发明专利 {} "
                          "件；发明占申请总量的 {}。",
                          park.name, park.enterprises, park.own.size(), park.in_force,
                          park.inventions_in_force, share(park.inventions, park.own.size()))
            : fmt::format(
                  "{} has {} enterprises and {} applications, of which {} are in force ({} inventions); "
                  "inventions are {} of all applications.",
                  park.name, park.enterprises, park.own.size(), park.in_force, park.inventions_in_force,
                  share(park.inventions, park.own.size())));
    const auto strong = strong_classes(park);
    if (!strong.empty()) {
        chapter.say(
            Tone::finding,
            words.zh()
                ? fmt::format("与全部对比数据相比，园区的相对专长在{}（RTA 大于 1，由高到低）。",
                              fmt::join(names_of(strong), "；"))
                : fmt::format(
                      "Against all records the park is specialised in {} (RTA above 1, highest first).",
                      fmt::join(names_of(strong), "; ")));
    }
    if (!park.position.white_spots.empty()) {
        chapter.say(
            Tone::finding,
            words.zh()
                ? fmt::format("明显偏少的领域有{}，是补链或引进合作可优先考察的方向。",
                              fmt::join(names_of(park.position.white_spots), "；"))
                : fmt::format(
                      "There are clearly fewer applications than expected in {}: the first places to look "
                      "for cooperation or new development.",
                      fmt::join(names_of(park.position.white_spots), "; ")));
    }
    chapter.say(
        Tone::finding,
        words.zh()
            ? fmt::format("按“{}”的量化条件，符合条件的企业有 {} 家，逐条结论和差额见“龙门企业”一章。",
                          park.data.assessment.scheme_name.zh, eligible_of(park))
            : fmt::format(
                  "By the figures that {} asks for, {} enterprises qualify; each criterion and gap is in "
                  "the chapter on the programme.",
                  park.data.assessment.scheme_name.en, eligible_of(park)));
    constexpr int soon = 3;
    if (const auto ending = ending_within(park, soon); ending > 0) {
        chapter.say(Tone::finding,
                    words.zh() ? fmt::format("有效专利中有 {} 件将在 {} 年内保护期届满。", ending, soon)
                               : fmt::format("The full term of {} rights in force ends within {} years.",
                                             ending, soon));
    }
    return chapter;
}

Chapter direction(const Park& park) {
    const auto& words = park.words;
    const auto& data = park.data;
    Chapter chapter{"direction", words("二、产业方向", "2  Direction of the industry"), {}};
    chapter.say(
        Tone::plain,
        words("本章以工作区中的全部专利（园区企业与对比对象）观察产业走向。",
              "This chapter looks at all records of the workspace: those of the park and of everyone it is "
              "compared with."));
    chapter.add(detail::filing_trend(data, park.whole, words("历年申请量", "Filings by year")));
    chapter.add(detail::field_by_year(data, park.whole,
                                      words("技术领域的历年申请（* 为尚未公开齐全的年份）",
                                            "Technology fields by year (* not all published yet)")));
    chapter.add(detail::tally_bars(
        analysis::top_applicants(data.corpus, park.whole, data.scores.as_of, top_rows),
        words("主要申请人", "Leading applicants"), words("申请人", "Applicant"), data.lang));
    const auto concentration = analysis::applicant_concentration(data.corpus, park.whole, data.scores.as_of);
    if (concentration.hhi) {
        chapter.say(
            Tone::plain,
            words.zh()
                ? fmt::format("申请人 {} 个，前四位合计占 {}，赫芬达尔指数 {:.4f}，相当于 {:.0f} "
                              "个规模相等的申请人。",
                              concentration.parties, percent(*concentration.cr4), *concentration.hhi,
                              *concentration.effective_parties)
                : fmt::format("{} applicants; the first four hold {}; Herfindahl index {:.4f}, as of {:.0f} "
                              "applicants of equal size.",
                              concentration.parties, percent(*concentration.cr4), *concentration.hhi,
                              *concentration.effective_parties));
    }
    return chapter;
}

Listing enterprise_listing(const Park& park) {
    const auto& words = park.words;
    const auto& data = park.data;
    Listing listing;
    listing.caption = words("企业专利组合排名", "Enterprises by the value of their portfolios");
    listing.table.columns = {{"rank", words("名次", "Rank")},
                             {"range", words("名次区间", "Range")},
                             {"enterprise", words("企业", "Enterprise")},
                             {"county", words("区县", "County")},
                             {"industry", words("行业", "Industry")},
                             {"families", words("专利族", "Families")},
                             {"active", words("存续族", "Active")},
                             {"value", words("组合价值", "Value")},
                             {"top", words("前列均值", "Mean of best")},
                             {"coverage", words("覆盖率", "Coverage")}};
    const auto decimal = [](const Measured<double>& value) {
        return value.defined() ? longmen::Cell{Decimal{value.value(), 4, 1}} : longmen::Cell{};
    };
    for (const auto e : data.scores.enterprise_order) {
        if (!park.has(e)) {
            continue;
        }
        const auto& score = data.scores.enterprises[e];
        const auto& enterprise = data.corpus.enterprises[e];
        const auto& rank = score.rank;
        listing.table.rows.push_back(
            {rank.rank == 0 ? longmen::Cell{} : longmen::Cell{static_cast<std::int64_t>(rank.rank)},
             rank.rank == 0 ? longmen::Cell{} : longmen::Cell{fmt::format("{}–{}", rank.low, rank.high)},
             enterprise.name, enterprise.county, enterprise.industry,
             static_cast<std::int64_t>(score.families.size()), static_cast<std::int64_t>(score.active),
             decimal(score.value), decimal(score.top_mean), Decimal{score.coverage, 4, 2}});
    }
    listing.basis = words.zh()
                        ? fmt::format("组合价值为存续专利族价值分之和；前列均值为最好的 {} "
                                      "个族的平均分，不随规模增长；名次区间为任一权重增减 "
                                      "{:.0f}% 时的范围",
                                      data.model.portfolio.top, 100 * data.model.weight_change)
                        : fmt::format("The value is the sum over live families; the mean of the best {} "
                                      "families does not grow with "
                                      "size; the range is that under a change of any one weight by {:.0f}%",
                                      data.model.portfolio.top, 100 * data.model.weight_change);
    return listing;
}

Chapter position(const Park& park) {
    const auto& words = park.words;
    const auto& data = park.data;
    Chapter chapter{"position", words("三、园区定位", "3  Position of the park"), {}};
    chapter.say(Tone::heading, words("专利摸底", "Inventory"));
    chapter.add(detail::filing_trend(data, park.own, words("园区历年申请量", "Filings of the park by year")));
    chapter.add(detail::status_bars(data, park.own,
                                    words("园区专利的法律状态", "Legal status of the park's patents")));
    chapter.say(Tone::heading, words("技术结构", "Technology"));
    chapter.add(detail::field_bars(data, park.own,
                                   words("园区专利的技术领域", "Technology fields of the park's patents")));
    chapter.add(detail::position_listing(park.position, words("园区的技术专长", "Specialisation of the park"),
                                         data.lang, top_rows));
    chapter.say(Tone::note,
                words("RTA 大于 1 为相对专长；期望件数不足的领域不计 RTA。",
                      "RTA above 1 is a specialisation; it is left out where too few would be expected."));
    chapter.say(Tone::heading, words("企业创新实力", "Enterprises"));
    chapter.add(enterprise_listing(park));
    chapter.add(detail::tally_bars(
        analysis::top_inventors(data.corpus, park.own, data.scores.as_of, top_rows),
        words("主要发明人（同名者未区分）", "Leading inventors (namesakes not told apart)"),
        words("发明人", "Inventor"), data.lang));
    return chapter;
}

/// Enterprises of the park by technology field: who could carry what.
Chart field_matrix(const Park& park) {
    const auto& data = park.data;
    const auto parties = [&](const Patent& patent) {
        std::vector<std::string> names;
        for (const auto e : patent.enterprises) {
            if (park.has(e)) {
                names.push_back(data.corpus.enterprises[e].name);
            }
        }
        return names;
    };
    const auto matrix = analysis::cross(data.corpus, park.own, parties, detail::field_category(data),
                                        data.scores.as_of, top_rows);
    Chart chart;
    chart.kind = Chart::Kind::matrix;
    chart.caption = park.words("企业与技术领域", "Enterprises by technology field");
    chart.basis = matrix.basis.statement.in(data.lang);
    chart.x = park.words("企业", "Enterprise");
    chart.categories = matrix.columns;
    chart.rows = matrix.rows;
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
            chart.cells.push_back({c, r, matrix.counts[r][c]});
        }
    }
    return chart;
}

Chapter path(const Park& park) {
    const auto& words = park.words;
    const auto& data = park.data;
    Chapter chapter{"path", words("四、发展路径", "4  Paths"), {}};
    chapter.say(Tone::plain, words("以下各项由上一章的定位逐条推出，供园区与企业研判；专利数据只反映已公开的"
                                   "技术，取舍还须结合产业与市场。",
                                   "What follows is drawn, item by item, from the position above. Patents "
                                   "show published technology only; "
                                   "what to do also depends on industry and market."));
    chapter.say(Tone::heading, words("布局结构优化：强链与补链", "Structure: strengthen and supplement"));
    Listing plan;
    plan.caption = words("技术领域的路径建议", "Suggested path by technology field");
    plan.table.columns = {{"class", words("技术领域", "Technology field")},
                          {"path", words("建议", "Path")},
                          {"why", words("依据", "Why")}};
    const auto strong = strong_classes(park);
    for (std::size_t i = 0; i < std::min(few, strong.size()); ++i) {
        plan.table.rows.push_back(
            {strong[i].key, words("强链：培育高价值专利组合", "strengthen: build a high-value portfolio"),
             words.zh() ? fmt::format("RTA {:.2f}，本方 {} 件，期望 {:.1f} 件", *strong[i].rta, strong[i].own,
                                      strong[i].expected)
                        : fmt::format("RTA {:.2f}; {} own, {:.1f} expected", *strong[i].rta, strong[i].own,
                                      strong[i].expected)});
    }
    for (std::size_t i = 0; i < std::min(few, park.position.white_spots.size()); ++i) {
        const auto& spot = park.position.white_spots[i];
        plan.table.rows.push_back(
            {spot.key, words("补链：合作、引进或观望", "supplement: cooperate, bring in, or wait"),
             words.zh() ? fmt::format("期望 {:.1f} 件，本方 {} 件（泊松概率 {:.2g}）", spot.expected,
                                      spot.own, spot.p)
                        : fmt::format("{:.1f} expected, {} own (Poisson probability {:.2g})", spot.expected,
                                      spot.own, spot.p)});
    }
    chapter.add(std::move(plan));
    if (!park.position.white_spot_note.zh.empty()) {
        chapter.say(Tone::note, park.position.white_spot_note.in(data.lang));
    }
    chapter.say(Tone::heading, words("企业整合与培育：谁能承接", "Enterprises: who can carry what"));
    chapter.add(field_matrix(park));
    return chapter;
}

Chapter programme_chapter(const Park& park) {
    const auto& words = park.words;
    const auto& data = park.data;
    Chapter chapter{
        "programme", words("五、龙门企业与高价值专利", "5  The programme and high-value patents"), {}};
    detail::say_basis(chapter, data);
    chapter.add(detail::verdict_listing(data, words("企业逐家结论", "Verdict by enterprise"),
                                        [&](std::uint32_t e) { return park.has(e); }));
    chapter.add(detail::target_listing(data, words("全市目标进度", "Progress on the city's targets")));
    chapter.add(detail::best_patents(
        data, park.own, words("园区价值分最高的专利", "The park's patents of highest value"), best_rows));
    return chapter;
}

Chapter risks(const Park& park) {
    const auto& words = park.words;
    const auto& data = park.data;
    Chapter chapter{"risks", words("六、风险与局限", "6  Risks and limits"), {}};
    chapter.add(
        detail::expiry_bars(data, park.own, words("保护期届满年历", "Rights by the year their term ends")));
    chapter.add(detail::age_bars(data, park.own, words("有效专利的年龄", "Age of the rights in force")));
    chapter.say(
        Tone::caution,
        words("价值分是同类比较下的统计指标，不是评估价格，也不代替对权利稳定性和侵权风险的法律判断。",
              "A value is a statistical comparison with like patents: no appraisal, and no legal opinion on "
              "validity or "
              "infringement."));
    chapter.say(
        Tone::caution,
        words("产业规模、产品与市场数据不在工作区内，本报告不作判断。",
              "Output, products and markets are not in the workspace; the report does not judge them."));
    return chapter;
}

} // namespace

Document park_report(const ReportData& data, const std::string& wanted) {
    const auto park = gather(data, wanted);
    const auto& words = park.words;
    Document document;
    document.lang = data.lang;
    document.title = words.zh() ? park.name + "专利导航报告" : "Patent navigation report: " + park.name;
    document.subtitles = {words.zh() ? fmt::format("数据截至 {}", data.scores.as_of.iso())
                                     : fmt::format("Data as of {}", data.scores.as_of.iso())};
    document.key_figures = {
        {fmt::format("{}", park.enterprises), words("企业", "enterprises")},
        {fmt::format("{}", park.own.size()), words("专利申请（件）", "applications")},
        {fmt::format("{}", park.in_force), words("有效专利（件）", "rights in force")},
        {fmt::format("{}", park.inventions_in_force), words("有效发明（件）", "inventions in force")},
        {fmt::format("{}", eligible_of(park)), words("符合龙门条件的企业", "eligible enterprises")}};
    document.chapters.push_back(summary(park));
    document.chapters.push_back(detail::method_chapter(data, words("一、", "1  "), park.own));
    document.chapters.push_back(direction(park));
    document.chapters.push_back(position(park));
    document.chapters.push_back(path(park));
    document.chapters.push_back(programme_chapter(park));
    document.chapters.push_back(risks(park));
    document.chapters.push_back(detail::appendix(data, {}));
    document.colophon = detail::colophon(data);
    return document;
}

} // namespace longmen::report
