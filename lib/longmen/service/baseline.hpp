// SPDX-License-Identifier: GPL-3.0-or-later
// Baselines: made from a snapshot or a workspace, taken from a published table, found for a model, shown.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/scoring/baseline_build.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/snapshot.hpp>

#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

/// Documents by office (of the number), year (of the snapshot's clock) and technology field: that of the
/// snapshot, else of the main subclass. The first `documents` are placed. Not counted: later than `as_of`;
/// with a `corpus`, what is no record.
[[nodiscard]] scoring::DocumentCells cells_of(const store::Snapshot& snapshot, const Corpus* corpus,
                                              const indicators::TechnologyFields& fields, Date as_of,
                                              std::size_t documents);

struct BaselineRequest {
    std::vector<std::string> keys; ///< empty: every number the data can give, windows of 5 years
    std::optional<Date> as_of;     ///< default: that of the snapshot
    std::string name;
    std::string models_folder{}; ///< empty: none of the indicators that rest on tables of it
};

/// UsageError: an unknown indicator, or one that is a category. DataError: no date. `corpus`: the records
/// behind the snapshot of a workspace, else null.
[[nodiscard]] scoring::Baseline build_baseline(const store::Snapshot& snapshot, const Corpus* corpus,
                                               const indicators::TechnologyFields& fields,
                                               const BaselineRequest& request, Threads& threads);

/// A published table, recognised by its heading among `baselines/tables` of the models folder.
struct ImportedBaseline {
    scoring::Baseline baseline;
    std::size_t rows = 0;
    std::vector<std::string> left_out; ///< variables without an indicator of ours
};
/// DataError with file and row: not such a table, a cell that cannot be read.
[[nodiscard]] ImportedBaseline import_baseline(const std::string& path, const std::string& models_folder,
                                               Progress& progress);

/// Whether `import_baseline` takes it in.
[[nodiscard]] bool is_baseline_table(const std::string& path, const std::string& models_folder);

/// `wanted` when it is a file, else `baselines/<wanted>.lmb` of the models folder. UsageError saying how to
/// make one when there is none.
[[nodiscard]] scoring::Baseline load_baseline(const std::string& models_folder, const std::string& wanted);
/// The baseline of a model: `wanted` when given, else the one it names, else none.
[[nodiscard]] std::optional<scoring::Baseline>
model_baseline(const std::string& models_folder, const scoring::ValueModel& model, const std::string& wanted);
/// One line: which baseline, made when from what.
[[nodiscard]] std::string baseline_line(const scoring::BaselineBasis& baseline, Lang lang);

struct BaselineFilter {
    std::optional<int> field, year;
    std::optional<std::string> office;
    [[nodiscard]] bool any() const { return field || year || office; }
};
/// `indicator cells members open years offices`.
[[nodiscard]] Table baseline_table(const scoring::Baseline& baseline, Lang lang);
/// `indicator office year field members open mean minimum p50 p99 maximum exact` of the cells that fit.
[[nodiscard]] Table baseline_cell_table(const scoring::Baseline& baseline, const BaselineFilter& filter,
                                        Lang lang);
[[nodiscard]] std::vector<Section> baseline_sections(const scoring::Baseline& baseline, Table table,
                                                     Lang lang);
[[nodiscard]] std::string baseline_json(const scoring::Baseline& baseline, const Table& table);

} // namespace longmen::service
