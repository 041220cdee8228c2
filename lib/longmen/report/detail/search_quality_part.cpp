// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what is known of the quality of searches.
#include <longmen/report/detail/search_quality_part.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/report/detail/figures.hpp>

namespace longmen::report::detail {
namespace {

constexpr int digits = 4;

std::string outcome(const QualityShare& share, const Words& words) {
    if (share.of == 0) {
        return {};
    }
    const double value = static_cast<double>(share.hits) / static_cast<double>(share.of);
    auto text = value >= share.pass_line   ? words("合格", "pass")
                : value >= share.warn_line ? words("警示", "warning")
                                           : words("不合格", "fail");
    if (share.size < share.smallest) {
        text += words("（样本不足，仅供参考）", " (sample too small, a hint only)");
    }
    return text;
}

std::vector<Cell> row(const JudgedSearch& search, const QualityShare& share, std::string measure,
                      const Words& words) {
    const auto whole = [](std::size_t value) { return Cell{static_cast<std::int64_t>(value)}; };
    std::vector<Cell> cells{"#" + std::to_string(search.run), std::move(measure)};
    if (share.of == 0) {
        cells.insert(cells.end(), {Cell{}, Cell{}});
    } else {
        const double value = static_cast<double>(share.hits) / static_cast<double>(share.of);
        cells.emplace_back(Decimal{value, digits, digits});
        cells.emplace_back(fmt::format("{:.4f}–{:.4f}", share.low, share.high));
    }
    cells.insert(cells.end(), {whole(share.hits), whole(share.of), whole(share.size), whole(share.smallest),
                               Cell{fmt::format("{:.2f}", share.pass_line)}});
    const auto verdict = outcome(share, words);
    cells.push_back(verdict.empty() ? Cell{} : Cell{verdict});
    return cells;
}

Listing shares(const SearchQuality& quality, const Words& words) {
    Listing listing;
    listing.caption = words("检索的查准率与查全率", "Precision and recall of the searches");
    listing.table.columns = {
        {"run", words("检索编号", "Run")},
        {"measure", words("指标", "Measure")},
        {"value", words("值", "Value")},
        {"interval", sentence("{:.0f}% 置信区间", "{:.0f} % interval", 100 * quality.level).in(words.lang)},
        {"hits", words("相关或命中（件）", "Relevant or found")},
        {"of", words("计入（件）", "Of")},
        {"size", words("已判读或对照集（件）", "Judged, or reference set")},
        {"smallest", words("最少件数", "Needed")},
        {"pass", words("合格线", "Pass from")},
        {"outcome", words("结论", "Outcome")}};
    for (const auto& search : quality.searches) {
        if (search.precision) {
            listing.table.rows.push_back(row(search, *search.precision, words("查准率", "Precision"), words));
        }
        if (search.reference) {
            listing.table.rows.push_back(
                row(search, search.reference->recall, words("查全率", "Recall"), words));
        }
    }
    listing.basis =
        sentence("Wilson 区间；合格线、警示线与最少件数为本项目 {} 的取值，GB/T 39551 没有规定数值",
                 "Wilson intervals; lines and sizes are this project's own of {}, GB/T 39551 gives none",
                 quality.rules_date)
            .in(words.lang);
    return listing;
}

void say_judging(Chapter& chapter, const JudgedSearch& search, Lang lang) {
    if (search.precision) {
        chapter.say(
            Tone::plain,
            sentence(
                "检索 #{} 随机抽样，已判读 {} 件，其中不确定 {} 件不计入查准率，尚未判读 {} 件；判读人：{}。",
                "Run #{}: of a random sample {} records were judged, {} of them unsure and not in the "
                "precision; {} are not judged yet. Judges: {}.",
                search.run, search.precision->size, search.unsure, search.left,
                search.judges.empty() ? "–" : join(search.judges, lang == Lang::zh ? "、" : ", "))
                .in(lang));
    }
    for (const auto& pair : search.agreements) {
        chapter.say(Tone::plain, pair.kappa
                                     ? sentence("{} 与 {} 共同判读 {} 件，Cohen κ 系数 {:.4f}。",
                                                "{} and {} both judged {} records; Cohen's kappa is {:.4f}.",
                                                pair.one, pair.other, pair.both, *pair.kappa)
                                           .in(lang)
                                     : sentence("{} 与 {} 共同判读 {} 件，κ 系数无定义。",
                                                "{} and {} both judged {} records; kappa is undefined.",
                                                pair.one, pair.other, pair.both)
                                           .in(lang));
    }
    if (search.reference) {
        const auto& reference = *search.reference;
        chapter.say(
            Tone::plain,
            sentence("查全率以对照集“{}”检验：由{}建立，方法为“{}”；共 {} 个号码，其中 {} "
                     "个不在数据内，不计入查全率。",
                     "Recall is held against the reference set “{}”, built by {} ({}): {} numbers, {} of "
                     "which are not in the data and not counted.",
                     reference.name, reference.by, reference.how, reference.numbers, reference.absent)
                .in(lang));
    } else {
        chapter.say(Tone::caution,
                    sentence("检索 #{} 没有与独立建立的对照集比较，查全率未评估。",
                             "Run #{} was not held against an independently built reference set: its recall "
                             "has not been assessed.",
                             search.run)
                        .in(lang));
    }
}

} // namespace

void say_search_quality(Chapter& chapter, const SearchQuality& quality, Lang lang) {
    const Words words{lang};
    chapter.say(Tone::heading, words("检索质量", "Quality of the search"));
    if (quality.searches.empty()) {
        chapter.say(Tone::caution,
                    words("本报告所用数据的检索未经抽样判读，查准率和查全率未评估。",
                          "The searches behind these data were not judged by sample: neither precision nor "
                          "recall has been assessed."));
        return;
    }
    for (const auto& search : quality.searches) {
        chapter.say(Tone::plain, sentence("检索 #{}：{}；命中 {} 件申请，数据截至 {}，数据版本 {}。",
                                          "Run #{}: {}; {} applications found, data as of {}, generation {}.",
                                          search.run, search.query, search.found,
                                          search.as_of.empty() ? "–" : search.as_of, search.generation)
                                     .in(lang));
    }
    chapter.add(shares(quality, words));
    for (const auto& search : quality.searches) {
        say_judging(chapter, search, lang);
    }
}

} // namespace longmen::report::detail
