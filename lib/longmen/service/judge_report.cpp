// SPDX-License-Identifier: GPL-3.0-or-later
// Counts verdicts and holds a search against a reference set.
#include <longmen/service/judge_report.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/stats/calibration.hpp>
#include <longmen/store/lookup.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace longmen::service {
namespace {

JudgedShare share_of(std::size_t hits, std::size_t of, const JudgeRules::Lines& lines, double level) {
    JudgedShare share;
    share.hits = hits;
    share.of = of;
    share.lines = lines;
    if (of > 0) {
        const auto value = static_cast<double>(hits) / static_cast<double>(of);
        share.value = value;
        share.interval = stats::wilson_interval(static_cast<double>(hits), static_cast<double>(of), level);
        share.outcome = value >= lines.pass   ? JudgedShare::Outcome::pass
                        : value >= lines.warn ? JudgedShare::Outcome::warn
                                              : JudgedShare::Outcome::fail;
    }
    return share;
}

/// Two numbers that have become one record since are one subject.
std::string subject(const store::Workspace& workspace, const std::string& number) {
    const auto record = store::find_patent(workspace, number);
    return record ? "row " + std::to_string(*record) : number;
}

std::uint8_t category(std::string_view verdict) {
    return verdict == "relevant" ? 1 : verdict == "not_relevant" ? 2 : 3;
}

struct Verdicts {
    std::size_t relevant = 0, not_relevant = 0, unsure = 0;
    void add(std::string_view verdict) {
        ++(verdict == "relevant" ? relevant : verdict == "not_relevant" ? not_relevant : unsure);
    }
    [[nodiscard]] bool split() const {
        return (relevant > 0 ? 1 : 0) + (not_relevant > 0 ? 1 : 0) + (unsure > 0 ? 1 : 0) > 1;
    }
};

/// Verdicts of one judge by subject.
struct Judged {
    std::string name;
    std::map<std::string, std::uint8_t> verdicts;
};

void count_verdicts(const store::Workspace& workspace, JudgeReport& report) {
    std::set<std::string> drawn;
    for (const auto& sample : report.samples) {
        for (const auto& number : sample.numbers) {
            drawn.insert(subject(workspace, number));
        }
    }
    report.drawn = drawn.size();
    std::map<std::string, Verdicts> records;
    std::map<std::string, Judged> judges;
    for (const auto& one : store::judgements_of(workspace, report.set.run.id)) {
        const auto record = subject(workspace, one.number);
        auto& judge = judges[fold_key(one.judge)];
        if (judge.name.empty()) {
            judge.name = one.judge;
        }
        // One judge counts once for a record, also where two that he judged became one: the first by number.
        if (judge.verdicts.emplace(record, category(one.verdict)).second) {
            records[record].add(one.verdict);
        }
    }
    std::size_t relevant = 0;
    std::size_t not_relevant = 0;
    for (const auto& [record, verdicts] : records) {
        report.split += verdicts.split() ? 1U : 0U;
        if (verdicts.relevant == verdicts.not_relevant) {
            ++report.unsure;
        } else {
            ++(verdicts.relevant > verdicts.not_relevant ? relevant : not_relevant);
        }
    }
    report.precision =
        share_of(relevant, relevant + not_relevant, report.rules.precision, report.rules.level);
    report.precision.size = records.size();
    report.precision.smallest = report.rules.smallest_sample(report.set.ids.size());
    for (auto one = judges.begin(); one != judges.end(); ++one) {
        report.judges.push_back(one->second.name);
        for (auto other = std::next(one); other != judges.end(); ++other) {
            std::vector<std::uint8_t> first;
            std::vector<std::uint8_t> second;
            for (const auto& [record, verdict] : one->second.verdicts) {
                const auto found = other->second.verdicts.find(record);
                if (found != other->second.verdicts.end()) {
                    first.push_back(verdict);
                    second.push_back(found->second);
                }
            }
            report.pairs.push_back({one->second.name, other->second.name, stats::cohen_kappa(first, second)});
        }
    }
}

JudgeReport::Recall hold_against(const store::Workspace& workspace, const JudgeReport& report,
                                 const std::string& name) {
    auto reference = store::reference_set(workspace, name);
    if (!reference) {
        const auto names = store::reference_names(workspace);
        throw UsageError(
            names.empty()
                ? sentence("没有名为“{}”的对照集；请用 judge reference 文件 建立",
                           "there is no reference set `{}`; judge reference FILE takes one in", name)
                : sentence("没有名为“{}”的对照集；现有：{}", "there is no reference set `{}`; there are: {}",
                           name, join(names, ", ")));
    }
    JudgeReport::Recall recall;
    recall.numbers = reference->numbers.size();
    std::set<std::int64_t> records;
    std::size_t found = 0;
    for (const auto& number : reference->numbers) {
        const auto record = store::find_patent(workspace, number);
        if (!record) {
            recall.not_held.push_back(number);
        } else if (!records.insert(*record).second) {
            ++recall.joined;
        } else if (std::ranges::binary_search(report.set.ids, *record)) {
            ++found;
        } else {
            recall.missed.push_back(number);
        }
    }
    std::ranges::sort(recall.missed);
    std::ranges::sort(recall.not_held);
    recall.absent = recall.not_held.size();
    recall.share = share_of(found, records.size(), report.rules.recall, report.rules.level);
    recall.share.size = records.size();
    recall.share.smallest = report.rules.smallest_reference(report.set.ids.size());
    reference->numbers.clear();
    recall.reference = std::move(*reference);
    return recall;
}

} // namespace

std::string_view outcome_key(JudgedShare::Outcome outcome) {
    switch (outcome) {
    case JudgedShare::Outcome::fail:
        return "fail";
    case JudgedShare::Outcome::warn:
        return "warn";
    case JudgedShare::Outcome::pass:
        return "pass";
    case JudgedShare::Outcome::undefined:
        break;
    }
    return {};
}

JudgeReport judge_report(const store::Workspace& workspace, const JudgeReportRequest& request,
                         Progress& progress) {
    JudgeReport report;
    report.rules = JudgeRules::load(request.models_folder);
    report.set = run_set(workspace, request.run, request.models_folder, progress);
    report.samples = store::judged_samples(workspace, request.run);
    if (report.samples.empty() && request.reference.empty()) {
        throw UsageError(
            sentence("检索 #{0} 还没有样本；请先用 judge sample \"#{0}\" 抽样，或用 --reference 给出对照集",
                     "run #{0} has no sample yet; draw one by judge sample \"#{0}\", or name a "
                     "reference set by --reference",
                     request.run));
    }
    count_verdicts(workspace, report);
    if (!request.reference.empty()) {
        report.recall = hold_against(workspace, report, request.reference);
    }
    return report;
}

} // namespace longmen::service
