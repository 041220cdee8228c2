// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a snapshot to scores.
#include <longmen/service/score_snapshot.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/indicators/dating.hpp>
#include <longmen/record/number.hpp>
#include <longmen/scoring/evaluate_columns.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/indicators.hpp>

#include <algorithm>
#include <functional>

namespace longmen::service {
namespace {

bool given(const std::string& key, const indicators::ColumnInput& input) {
    const auto found = indicators::find_column(key);
    return found && indicators::can_compute(*found->indicator, input);
}

/// Of the indicators that `hidden` speaks of nothing is known.
scoring::Scores scores_of(const store::Snapshot& snapshot, const std::string& models_folder,
                          const scoring::ValueModel& model, Date as_of, const scoring::ColumnOptions& options,
                          const std::function<bool(const std::string& key)>& hidden, Threads& threads,
                          Progress& progress) {
    const ColumnSource source{snapshot, nullptr, as_of, threads, models_folder};
    const auto& input = source.input();
    const auto grants = input.measure("grant_day");
    if (model.granted_only && grants.empty()) {
        throw DataError(sentence(
            "模型 {} 只评已授权专利，快照中没有授权日；请在建快照的文献表中加 grant_date 列",
            "model {} takes granted patents only, and the snapshot has no days of grant: give the table of "
            "documents a column grant_date when building it",
            model.id));
    }
    auto keys = scoring::all_keys(model);
    std::erase_if(keys, [&](const std::string& key) { return hidden(key) || !given(key, input); });
    const auto columns = indicators::compute_columns(input, keys, threads);
    return scoring::evaluate_columns(
        {as_of, place_documents(snapshot, model.fields, as_of, input.nodes()), columns, grants,
         [&](std::size_t node) { return snapshot.number(static_cast<NodeId>(node)); },
         [&](std::size_t node) {
             const auto number = parse_number(snapshot.number(static_cast<NodeId>(node)));
             return number ? number->type() : PatentType::unknown;
         }},
        model, options, threads, progress);
}

} // namespace

scoring::Placement place_documents(const store::Snapshot& snapshot,
                                   const indicators::TechnologyFields& fields, Date as_of,
                                   std::size_t documents) {
    auto cells = cells_of(snapshot, nullptr, fields, as_of, documents);
    scoring::Placement placement;
    placement.offices = std::move(cells.offices);
    placement.members.resize(documents);
    for (std::size_t node = 0; node < documents; ++node) {
        const auto at = cells.cell_of[node];
        auto& member = placement.members[node];
        member.counted = at != scoring::DocumentCells::none;
        if (member.counted) {
            const auto& key = cells.cells[at];
            member.field = key.field;
            member.sector = fields.sector_of(key.field);
            member.office = static_cast<int>(key.office);
            if (key.year != scoring::CellKey::no_year) {
                member.year = key.year;
            }
        }
    }
    return placement;
}

ScoredSnapshot score_snapshot(const store::Snapshot& snapshot, const ScoreRequest& request, Threads& threads,
                              Progress& progress) {
    ScoredSnapshot scored{scoring::load_value_model(request.models_folder, request.model),
                          {},
                          std::string{snapshot.about("clock")}};
    const auto baseline = model_baseline(request.models_folder, scored.model, request.baseline);
    scored.scores = scores_of(
        snapshot, request.models_folder, scored.model, snapshot_as_of(snapshot, request.as_of),
        {.baseline = baseline ? &*baseline : nullptr}, [](const std::string&) { return false; }, threads,
        progress);
    return scored;
}

std::vector<std::string> lacking_inputs(const store::Snapshot& snapshot,
                                        const std::vector<scoring::ValueModel>& models, Threads& threads) {
    const ColumnSource source{snapshot, nullptr, snapshot_as_of(snapshot, {}), threads};
    std::vector<std::string> lacking;
    for (const auto& model : models) {
        for (const auto& key : scoring::all_keys(model)) {
            if (!given(key, source.input()) && std::ranges::find(lacking, key) == lacking.end()) {
                lacking.push_back(key);
            }
        }
    }
    return lacking;
}

scoring::Scores dated_snapshot_scores(const store::Snapshot& snapshot, const std::string& models_folder,
                                      const scoring::ValueModel& model, Date as_of, Threads& threads,
                                      Progress& progress) {
    return scores_of(
        snapshot, models_folder, model, as_of, {.ranks = false},
        [](const std::string& key) { return indicators::dating_of(key) == indicators::Dating::undated; },
        threads, progress);
}

} // namespace longmen::service
