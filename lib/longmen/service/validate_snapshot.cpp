// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot cut off at each date, citations after it, and the figures of both.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/service/as_of_scores.hpp>
#include <longmen/service/detail/outcome_counts.hpp>
#include <longmen/service/detail/validation_run.hpp>
#include <longmen/service/indicators.hpp>
#include <longmen/service/score_snapshot.hpp>
#include <longmen/service/snapshot.hpp>
#include <longmen/service/validate.hpp>

#include <algorithm>

namespace longmen::service {
namespace {

using Kind = OutcomeSpec::Kind;

/// The last day of the clock on which there is a document; of a year alone its last. Other days, as those of
/// grants, run on after the last document and tell nothing of later citations.
Date end_of_clock(const store::Snapshot& snapshot) {
    const auto graph = citation_graph(snapshot);
    auto last = graph.nodes() == 0 ? unknown_day : graph.day[graph.nodes() - 1];
    for (auto node = static_cast<NodeId>(graph.nodes()); node-- > 0 && graph.day[node] != unknown_day;) {
        if (!graph.knows_day(node)) {
            last = std::max(last, graph::window_end(graph.day[node], true, 0));
            break; // days ascend
        }
    }
    if (last == unknown_day) {
        throw DataError(
            Sentence{"快照中没有任何日期，无从检验", "the snapshot holds no date: nothing can be validated"});
    }
    return Date::from_days(last);
}

/// Leaves out those that are not of the age of the outcome on the day.
void keep_age(Outcomes& outcomes, const graph::CitationGraph& graph, int known_years, const Date& as_of) {
    for (NodeId node = 0; node < graph.nodes(); ++node) {
        if (outcomes.happened[node] == Outcomes::left_out) {
            continue;
        }
        const auto filed = Date::from_days(graph.day[node],
                                           graph.knows_day(node) ? DatePrecision::day : DatePrecision::year);
        if (!detail::of_age(filed, known_years, as_of)) {
            detail::leave_out(outcomes, node, LeftOut::other_age);
        }
    }
}

/// Later citations of the documents until the day, by the clock of the snapshot.
Outcomes citations_within(const store::Snapshot& snapshot, const detail::ValidationPlan& plan,
                          const indicators::TechnologyFields& fields, const Date& as_of, const Date& until,
                          Threads& threads) {
    constexpr std::size_t documents_of_piece = std::size_t{1} << 14;
    const auto graph = citation_graph(snapshot);
    const graph::DayIndex index{graph.day};
    const auto begin = index.first_after(as_of.days()), end = index.first_after(until.days());
    Outcomes outcomes;
    outcomes.happened.assign(graph.nodes(), 0);
    outcomes.why.assign(graph.nodes(), LeftOut::later);
    outcomes.counts.assign(graph.nodes(), 0);
    for (std::size_t node = begin; node < graph.nodes(); ++node) {
        detail::leave_out(outcomes, node, LeftOut::later);
    }
    for (std::size_t node = 0; node < index.first_known(); ++node) {
        detail::leave_out(outcomes, node, LeftOut::no_filing);
    }
    if (plan.spec.known_years > 0) {
        keep_age(outcomes, graph, plan.spec.known_years, as_of);
    }
    threads.ranges(begin, documents_of_piece, [&](std::size_t first, std::size_t last, unsigned) {
        for (auto node = std::max<std::size_t>(first, index.first_known()); node < last; ++node) {
            outcomes.counts[node] = detail::citations_by(graph, static_cast<NodeId>(node), begin, end);
        }
    });
    auto placement =
        plan.spec.in_cohort() ? place_documents(snapshot, fields, as_of, begin) : scoring::Placement{};
    placement.members.resize(graph.nodes());
    detail::judge_counts(outcomes, plan.spec, placement, plan.rules.cohort_minimum);
    return outcomes;
}

void add_cautions(report::ValidationData& data, const store::Snapshot& snapshot,
                  const std::vector<scoring::ValueModel>& models,
                  const std::vector<std::string>& lacking_keys) {
    if (!lacking_keys.empty()) {
        std::string names;
        for (const auto& key : lacking_keys) {
            names += (names.empty() ? "" : ", ") + key;
        }
        data.cautions.push_back(sentence("快照中没有以下指标所需的数据，各模型均不计：{}",
                                         "the snapshot cannot give these inputs, and no model counts them: "
                                         "{}",
                                         names));
    }
    for (std::size_t m = 0; m < models.size() && m < data.pooled.models.size(); ++m) {
        if (data.pooled.models[m].scored == 0) {
            data.cautions.push_back(sentence("模型 {} 在此数据上没有任何价值分，不参加比较",
                                             "the model {} gives no value on these data and is left out of "
                                             "the comparison",
                                             models[m].id));
        }
    }
    const auto clock = snapshot.about("clock");
    if (clock == "filing") {
        detail::add_unpublished_caution(data);
        detail::add_filing_clock_caution(data);
    } else if (clock == "priority") {
        data.cautions.push_back(Sentence{
            "引用按施引文献的优先权日计时：截止日前要求优先权而其后才公布的文献，其引用算作已知",
            "citations are clocked by the priority of the citing document: those of documents with a "
            "priority before the cut-off date and published after it count as known"});
    } else if (clock == "publication") {
        data.cautions.push_back(Sentence{"引用按施引文献的公开日计时",
                                         "citations are clocked by the publication of the citing document"});
    } else {
        data.cautions.push_back(Sentence{
            "引用按文献表所给的日期计时，表中没有说明是申请日还是公开日",
            "citations are clocked by the date in the table of documents, which does not say whether "
            "it is that of filing or of publication"});
    }
    if (!snapshot.columns().year_only.empty()) {
        data.cautions.push_back(Sentence{"只知年份的文献按当年首日计",
                                         "documents of which only the year is known "
                                         "count as of the first day of the year"});
    }
    detail::add_shared_cautions(data);
}

} // namespace

report::ValidationData validate_snapshot(const store::Snapshot& snapshot, const ValidateRequest& request,
                                         Threads& threads, Progress& progress) {
    const auto spec = parse_outcome(request.outcome, detail::validation_rules(request.models_folder));
    if (!spec.of_citations()) {
        throw UsageError(sentence(
            "--outcome {}：快照中只有引用，结果可为 citations:N、"
            "citations:top10% 或 growth:top10%；事件、法律状态、同族和结果文件"
            "请用工作区（-w）",
            "--outcome {}: a snapshot tells citations only, so the outcome may be citations:N, "
            "citations:top10% or growth:top10%; events, rights, families and files need a workspace (-w)",
            spec.written));
    }
    const auto plan = detail::plan_validation(request);
    const auto data_date = end_of_clock(snapshot);
    if (plan.windows.back().second.days() > data_date.days()) {
        throw DataError(sentence("快照中的文献只到 {}，{} 之前的结果还不知道",
                                 "the documents of the snapshot end on {}: outcomes until {} are not "
                                 "known yet",
                                 data_date.iso(), plan.windows.back().second.iso()));
    }
    const auto fields = indicators::TechnologyFields::load(request.models_folder);
    const auto values_on = [&](const Date& day) {
        std::vector<std::vector<double>> scores;
        for (const auto& model : plan.models) {
            scores.push_back(values_of(
                dated_snapshot_scores(snapshot, request.models_folder, model, day, threads, progress),
                snapshot.nodes()));
        }
        return scores;
    };
    const auto places = place_documents(snapshot, fields, data_date, snapshot.nodes());
    auto data = detail::run_validation(
        request, plan,
        {snapshot.nodes(), data_date, fields,
         [&](std::uint32_t node) {
             const auto& member = places.members[node];
             return detail::Area{member.field, member.year.value_or(0),
                                 places.offices[static_cast<std::size_t>(member.office)]};
         },
         values_on,
         [&](const Date& as_of, const Date& until) {
             return citations_within(snapshot, plan, fields, as_of, until, threads);
         }});
    add_cautions(data, snapshot, plan.models, lacking_inputs(snapshot, plan.models, threads));
    return data;
}

} // namespace longmen::service
