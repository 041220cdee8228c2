// SPDX-License-Identifier: GPL-3.0-or-later
// What indicators of all documents are worked out from: a snapshot, and the records of a workspace behind it.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/indicators/column.hpp>
#include <longmen/indicators/column_models.hpp>
#include <longmen/indicators/cut_off.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/store/snapshot.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

/// Views into the snapshot and the corpus, which must outlive it.
class ColumnSource {
    std::vector<Measure> measures_;
    std::vector<const Patent*> records_;
    std::optional<indicators::ColumnModels> models_;
    indicators::ColumnInput whole_;
    std::optional<indicators::CutOff> cut_off_;

public:
    /// `corpus` may be null: a bare snapshot. What is later than `as_of` does not exist in the input. Without
    /// a models folder there are no indicators that rest on its tables.
    ColumnSource(const store::Snapshot& snapshot, const Corpus* corpus, Date as_of, Threads& threads,
                 const std::string& models_folder = {});
    ColumnSource(const ColumnSource&) = delete;
    ColumnSource& operator=(const ColumnSource&) = delete;

    /// The documents until the cut-off date; ids are those of the snapshot.
    [[nodiscard]] const indicators::ColumnInput& input() const { return cut_off_->input(); }
    /// All documents, whatever their date.
    [[nodiscard]] const indicators::ColumnInput& whole() const { return whole_; }
};

/// What to do about a key that the data cannot give: no classes, no applicants ...
enum class Lacking : std::uint8_t {
    refuse,    ///< UsageError
    leave_out, ///< no column of that key
};

/// Columns by position in the corpus; none when no key is given. As of the corpus: a record later than its
/// date is not_applicable, and neither it nor its citations count for others.
[[nodiscard]] std::vector<indicators::Column>
corpus_columns(const store::Workspace& workspace, const std::string& models_folder, const Corpus& corpus,
               std::vector<std::string> keys, Lacking lacking = Lacking::refuse);

/// The columns a model's terms take, see corpus_columns.
[[nodiscard]] std::vector<indicators::Column> model_columns(const store::Workspace& workspace,
                                                            const std::string& models_folder,
                                                            const Corpus& corpus,
                                                            const scoring::ValueModel& model);

} // namespace longmen::service
