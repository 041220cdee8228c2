// SPDX-License-Identifier: GPL-3.0-or-later
// Precision and recall for people, as a table and as JSON.
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/judge_report.hpp>
#include <longmen/service/table_json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace longmen::service {
namespace {

constexpr int share_digits = 4;

Cell share_cell(double value) {
    return Decimal{value, share_digits, share_digits};
}

Text outcome_text(JudgedShare::Outcome outcome) {
    switch (outcome) {
    case JudgedShare::Outcome::fail:
        return {"不合格", "fail"};
    case JudgedShare::Outcome::warn:
        return {"警示", "warn"};
    case JudgedShare::Outcome::pass:
        return {"合格", "pass"};
    case JudgedShare::Outcome::undefined:
        break;
    }
    return {"无法判断", "undefined"};
}

std::vector<Cell> share_row(const Text& measure, std::string subject, const JudgedShare& share, Lang lang) {
    const bool defined = share.value.defined();
    return {std::string{measure.in(lang)},
            text_cell(std::move(subject)),
            defined ? share_cell(share.value.value()) : Cell{},
            defined ? share_cell(share.interval.low) : Cell{},
            defined ? share_cell(share.interval.high) : Cell{},
            count_cell(share.hits),
            count_cell(share.of),
            count_cell(share.size),
            count_cell(share.smallest),
            std::string{(share.enough() ? Text{"是", "yes"} : Text{"否", "no"}).in(lang)},
            defined ? Cell{std::string{outcome_text(share.outcome).in(lang)}} : Cell{}};
}

std::size_t left_over(const JudgeReport& report) {
    return report.drawn - std::min(report.drawn, report.precision.size);
}

std::string share_sentence(const Text& measure, const JudgedShare& share, double level, Lang lang) {
    if (!share.value.defined()) {
        return sentence("{}：无法计算，没有可计的判定", "{}: undefined, there is nothing to count",
                        measure.in(lang))
            .in(lang);
    }
    constexpr double percent = 100;
    auto line =
        sentence("{}：{:.4f}（{}/{}），{:.0f}% 置信区间 {:.4f} 至 {:.4f}（Wilson）；{}（合格线 "
                 "{:.2f}，警示线 {:.2f}）",
                 "{}: {:.4f} ({}/{}), {:.0f} % interval {:.4f} to {:.4f} (Wilson); {} (pass from {:.2f}, "
                 "warn from {:.2f})",
                 measure.in(lang), share.value.value(), share.hits, share.of, level * percent,
                 share.interval.low, share.interval.high, outcome_text(share.outcome).in(lang),
                 share.lines.pass, share.lines.warn)
            .in(lang);
    return line;
}

void add_sample_lines(const JudgeReport& report, Lang lang, std::vector<std::string>& lines) {
    if (report.samples.empty()) {
        lines.push_back(
            std::string{Text{"没有抽样，未计算查准率", "no sample was drawn: no precision"}.in(lang)});
        return;
    }
    for (const auto& sample : report.samples) {
        lines.push_back(sentence("样本 {}：从 {} 件中抽取 {} 件，随机种子 {}，数据版本 {}",
                                 "Sample {0}: {2} of {1} records drawn, seed {3}, generation {4}", sample.id,
                                 sample.set_size, sample.numbers.size(), sample.seed, sample.generation)
                            .in(lang));
    }
    lines.push_back(
        sentence("已判读 {} 件：相关 {}，不相关 {}，不确定 {}（不计入查准率）；尚未判读 {} 件；判读人：{}",
                 "{} judged: {} relevant, {} not relevant, {} unsure (not in the precision); {} not "
                 "judged yet; judges: {}",
                 report.precision.size, report.precision.hits, report.precision.of - report.precision.hits,
                 report.unsure, left_over(report),
                 report.judges.empty() ? std::string{"-"} : join(report.judges, ", "))
            .in(lang));
    if (report.split > 0) {
        lines.push_back(sentence("其中 {} 件各判读人意见不一：相关与不相关以多者为准，相等时计为不确定",
                                 "on {} of them judges differ: the more of relevant and not relevant counts, "
                                 "unsure where they are equal",
                                 report.split)
                            .in(lang));
    }
    lines.push_back(share_sentence({"查准率", "Precision"}, report.precision, report.rules.level, lang));
    if (!report.precision.enough()) {
        lines.push_back(
            sentence("样本不足：至少应判读 {} 件，现为 {} 件；以上结论仅供参考",
                     "The sample is too small: {} must be judged, {} are; what is said above is no "
                     "more than a hint",
                     report.precision.smallest, report.precision.size)
                .in(lang));
    }
}

void add_pair_lines(const JudgeReport& report, Lang lang, std::vector<std::string>& lines) {
    for (const auto& pair : report.pairs) {
        if (!pair.agreement.defined()) {
            lines.push_back(sentence("{} 与 {} 没有共同判读的专利", "{} and {} have judged nothing in common",
                                     pair.one, pair.other)
                                .in(lang));
            continue;
        }
        const auto& agreement = pair.agreement.value();
        lines.push_back(
            agreement.kappa.defined()
                ? sentence("{} 与 {} 共同判读 {} 件：一致率 {:.4f}，Cohen κ {:.4f}",
                           "{} and {} both judged {}: agreement {:.4f}, Cohen's kappa {:.4f}", pair.one,
                           pair.other, agreement.both, agreement.observed, agreement.kappa.value())
                      .in(lang)
                : sentence("{} 与 {} 共同判读 {} 件：一致率 {:.4f}；判定全部相同，κ 无定义",
                           "{} and {} both judged {}: agreement {:.4f}; all verdicts are the same, kappa is "
                           "undefined",
                           pair.one, pair.other, agreement.both, agreement.observed)
                      .in(lang));
    }
}

void add_recall_lines(const JudgeReport& report, Lang lang, std::vector<std::string>& lines) {
    if (!report.recall) {
        lines.push_back(std::string{
            Text{"没有给出对照集，未计算查全率", "no reference set was named: no recall"}.in(lang)});
        return;
    }
    const auto& recall = *report.recall;
    lines.push_back(sentence("对照集“{}”：{} 个号码，由 {} 建立，方法：{}",
                             "Reference set `{}`: {} numbers, built by {}: {}", recall.reference.name,
                             recall.numbers, recall.reference.by, recall.reference.how)
                        .in(lang));
    if (recall.absent > 0) {
        lines.push_back(sentence("其中 {} 个号码不在工作区中，不计入查全率",
                                 "{} of them are not in the workspace and not in the recall", recall.absent)
                            .in(lang));
    }
    if (recall.joined > 0) {
        lines.push_back(sentence("其中 {} 个号码与别的号码同属一件，只计一次",
                                 "{} of them are of a record counted already", recall.joined)
                            .in(lang));
    }
    lines.push_back(share_sentence({"查全率", "Recall"}, recall.share, report.rules.level, lang));
    if (!recall.share.enough()) {
        lines.push_back(sentence("对照集过小：至少应有 {} 件，现为 {} 件；以上结论仅供参考",
                                 "The reference set is too small: {} are needed, {} are there; what is said "
                                 "above is no more than a hint",
                                 recall.share.smallest, recall.share.size)
                            .in(lang));
    }
    if (!recall.missed.empty()) {
        lines.push_back((lang == Lang::zh ? "漏检：" : "Missed: ") + join(recall.missed, ", "));
    }
}

nlohmann::ordered_json share_json(const JudgedShare& share) {
    nlohmann::ordered_json json;
    const bool defined = share.value.defined();
    json["value"] = defined ? nlohmann::ordered_json(share.value.value()) : nlohmann::ordered_json();
    json["low"] = defined ? nlohmann::ordered_json(share.interval.low) : nlohmann::ordered_json();
    json["high"] = defined ? nlohmann::ordered_json(share.interval.high) : nlohmann::ordered_json();
    json["hits"] = share.hits;
    json["of"] = share.of;
    json["size"] = share.size;
    json["smallest"] = share.smallest;
    json["enough"] = share.enough();
    json["pass_line"] = share.lines.pass;
    json["warn_line"] = share.lines.warn;
    const auto outcome = outcome_key(share.outcome);
    json["outcome"] = outcome.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(outcome);
    return json;
}

nlohmann::ordered_json pair_json(const JudgePair& pair) {
    nlohmann::ordered_json json{{"one", pair.one}, {"other", pair.other}};
    const auto* agreement = pair.agreement.defined() ? &pair.agreement.value() : nullptr;
    json["both"] = agreement != nullptr ? agreement->both : 0;
    json["observed"] =
        agreement != nullptr ? nlohmann::ordered_json(agreement->observed) : nlohmann::ordered_json();
    json["kappa"] = agreement != nullptr && agreement->kappa.defined()
                        ? nlohmann::ordered_json(agreement->kappa.value())
                        : nlohmann::ordered_json();
    return json;
}

} // namespace

Table judge_table(const JudgeReport& report, Lang lang) {
    auto table = table_with({{"measure", {"指标", "Measure"}},
                             {"subject", {"对象", "Subject"}},
                             {"value", {"值", "Value"}},
                             {"low", {"区间下限", "Low"}},
                             {"high", {"区间上限", "High"}},
                             {"hits", {"分子", "Hits"}},
                             {"of", {"分母", "Of"}},
                             {"size", {"样本件数", "Size"}},
                             {"smallest", {"最少件数", "Smallest"}},
                             {"enough", {"样本足够", "Enough"}},
                             {"outcome", {"结论", "Outcome"}}},
                            lang);
    if (!report.samples.empty()) {
        table.rows.push_back(share_row({"查准率", "precision"}, "#" + std::to_string(report.set.run.id),
                                       report.precision, lang));
    }
    if (report.recall) {
        table.rows.push_back(
            share_row({"查全率", "recall"}, report.recall->reference.name, report.recall->share, lang));
    }
    for (const auto& pair : report.pairs) {
        const auto* agreement = pair.agreement.defined() ? &pair.agreement.value() : nullptr;
        const auto both = agreement != nullptr ? agreement->both : 0;
        table.rows.push_back(
            {std::string{Text{"一致性（κ）", "kappa"}.in(lang)}, pair.one + " / " + pair.other,
             agreement != nullptr && agreement->kappa.defined() ? share_cell(agreement->kappa.value())
                                                                : Cell{},
             Cell{}, Cell{}, count_cell(agreement != nullptr ? agreement->same : 0), count_cell(both),
             count_cell(both), Cell{}, Cell{}, Cell{}});
    }
    return table;
}

std::vector<Section> judge_sections(const JudgeReport& report, Lang lang) {
    const auto& run = report.set.run;
    Section section;
    section.title = sentence("检索 #{} 的查准率与查全率", "Precision and recall of run #{}", run.id).in(lang);
    auto& lines = section.lines;
    lines.push_back((lang == Lang::zh ? "检索式：" : "Query: ") + run.query);
    lines.push_back(sentence("结果集：{} 件申请；数据截至 {}", "Set: {} applications; data as of {}",
                             report.set.ids.size(), run.as_of.empty() ? "-" : run.as_of)
                        .in(lang));
    if (std::cmp_not_equal(run.hits, report.set.ids.size())) {
        lines.push_back(sentence("检索记录时为 {} 件：数据在其后已更新",
                                 "It was {} when the run was logged: the data have "
                                 "changed since",
                                 run.hits)
                            .in(lang));
    }
    lines.push_back("");
    add_sample_lines(report, lang, lines);
    add_pair_lines(report, lang, lines);
    lines.push_back("");
    add_recall_lines(report, lang, lines);
    lines.push_back("");
    lines.push_back(std::string{Text{
        "GB/T 39551 要求以查全率、查准率评估检索质量，没有规定数值；合格线和最少件数见 "
        "models/search/judge.toml。",
        "GB/T 39551 asks for recall and precision and gives no figure for either; lines and smallest sizes "
        "are those of models/search/judge.toml."}
                                    .in(lang)});
    section.table = judge_table(report, lang);
    return {section};
}

std::string judge_json(const JudgeReport& report) {
    const auto& run = report.set.run;
    nlohmann::ordered_json json;
    json["run"] = run.id;
    json["query"] = run.query;
    json["canonical"] = run.canonical;
    json["as_of"] = run.as_of;
    json["generation"] = run.generation;
    json["generation_now"] = report.set.generation;
    json["logged"] = run.hits;
    json["set"] = report.set.ids.size();
    json["samples"] = nlohmann::ordered_json::array();
    for (const auto& sample : report.samples) {
        json["samples"].push_back({{"sample", sample.id},
                                   {"seed", sample.seed},
                                   {"size", sample.numbers.size()},
                                   {"set", sample.set_size},
                                   {"generation", sample.generation}});
    }
    json["drawn"] = report.drawn;
    json["judged"] = report.precision.size;
    json["unsure"] = report.unsure;
    json["split"] = report.split;
    json["left"] = left_over(report);
    json["precision"] = report.samples.empty() ? nlohmann::ordered_json() : share_json(report.precision);
    json["judges"] = report.judges;
    json["kappa"] = nlohmann::ordered_json::array();
    for (const auto& pair : report.pairs) {
        json["kappa"].push_back(pair_json(pair));
    }
    json["recall"] = nullptr;
    if (report.recall) {
        auto recall = share_json(report.recall->share);
        recall["reference"] = report.recall->reference.name;
        recall["by"] = report.recall->reference.by;
        recall["how"] = report.recall->reference.how;
        recall["checksum"] = report.recall->reference.checksum;
        recall["numbers"] = report.recall->numbers;
        recall["joined"] = report.recall->joined;
        recall["missed"] = report.recall->missed;
        recall["not_in_workspace"] = report.recall->not_held;
        json["recall"] = std::move(recall);
    }
    json["rules"] = report.rules.checksum;
    return json_document(json);
}

} // namespace longmen::service
