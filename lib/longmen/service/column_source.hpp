// SPDX-License-Identifier: GPL-3.0-or-later
// What indicators of all documents are worked out from: a snapshot, and the records of a workspace behind it.
#pragma once

#include <longmen/indicators/column.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/store/snapshot.hpp>
#include <longmen/store/workspace.hpp>

#include <string>
#include <vector>

namespace longmen::service {

/// Views into the snapshot and the corpus, which must outlive it.
class ColumnSource {
    std::vector<Measure> measures_;
    std::vector<const Patent*> records_;
    indicators::ColumnInput input_;

public:
    /// `corpus` may be null: a bare snapshot.
    ColumnSource(const store::Snapshot& snapshot, const Corpus* corpus, Date as_of);
    ColumnSource(const ColumnSource&) = delete;
    ColumnSource& operator=(const ColumnSource&) = delete;

    [[nodiscard]] const indicators::ColumnInput& input() const { return input_; }
};

/// The columns a model's terms take, by position in the corpus; none when it takes none. As of the corpus.
[[nodiscard]] std::vector<indicators::Column> model_columns(const store::Workspace& workspace,
                                                            const std::string& models_folder,
                                                            const Corpus& corpus,
                                                            const scoring::ValueModel& model);

} // namespace longmen::service
