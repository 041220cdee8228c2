// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of a snapshot and records of a corpus, brought together by number.
#include <longmen/indicators/columns.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/snapshot.hpp>

namespace longmen::service {

ColumnSource::ColumnSource(const store::Snapshot& snapshot, const Corpus* corpus, Date as_of)
    : measures_(snapshot.measures()) {
    const auto& columns = snapshot.columns();
    if (corpus != nullptr) {
        records_.resize(snapshot.nodes(), nullptr);
        for (const auto& patent : corpus->patents) {
            if (const auto node = snapshot.find(patent.number)) {
                records_[*node] = &patent;
            }
        }
    }
    input_.graph = citation_graph(snapshot);
    input_.classes = columns.classes;
    input_.class_count = static_cast<std::uint32_t>(columns.class_names.size());
    input_.applicants = columns.applicants;
    input_.applicant_count = static_cast<std::uint32_t>(columns.applicant_names.size());
    input_.family = columns.family;
    input_.field = columns.field;
    input_.numbers = columns.numbers;
    input_.measures = measures_;
    input_.records = records_;
    input_.as_of = as_of.days();
}

std::vector<indicators::Column> model_columns(const store::Workspace& workspace,
                                              const std::string& models_folder, const Corpus& corpus,
                                              const scoring::ValueModel& model) {
    const auto keys = scoring::column_keys(model);
    if (keys.empty()) {
        return {};
    }
    Threads threads;
    const auto snapshot = workspace_snapshot(workspace, models_folder, threads);
    const ColumnSource source{snapshot, &corpus, corpus.as_of};
    std::vector<indicators::Column> columns;
    for (const auto& all : indicators::compute_columns(source.input(), keys, threads)) {
        const auto size = corpus.patents.size();
        indicators::Column column{all.key,    Buffer<double>(size),       Buffer<std::uint8_t>(size),
                                  all.reason, Buffer<std::uint8_t>(size), all.categories};
        for (std::size_t i = 0; i < size; ++i) {
            const auto node = snapshot.find(corpus.patents[i].number);
            const bool defined = node && all.defined(*node);
            column.values[i] = defined ? all.values[*node] : indicators::undefined_value;
            column.open[i] = defined && !all.complete(*node) ? 1 : 0;
            column.reasons[i] =
                static_cast<std::uint8_t>(defined || !node ? Undefined::no_data : all.why(*node));
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace longmen::service
