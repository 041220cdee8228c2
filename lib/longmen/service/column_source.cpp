// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of a snapshot and records of a corpus, brought together by number.
#include <longmen/service/column_source.hpp>

#include <longmen/indicators/columns.hpp>
#include <longmen/service/snapshot.hpp>

namespace longmen::service {

ColumnSource::ColumnSource(const store::Snapshot& snapshot, const Corpus* corpus, Date as_of,
                           Threads& threads, const std::string& models_folder)
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
    whole_.graph = citation_graph(snapshot);
    whole_.classes = columns.classes;
    whole_.class_count = static_cast<std::uint32_t>(columns.class_names.size());
    whole_.applicants = columns.applicants;
    whole_.applicant_count = static_cast<std::uint32_t>(columns.applicant_names.size());
    whole_.family = columns.family;
    whole_.field = columns.field;
    whole_.numbers = columns.numbers;
    whole_.measures = measures_;
    whole_.records = records_;
    if (corpus != nullptr && !models_folder.empty()) {
        models_ = indicators::load_column_models(models_folder);
        whole_.models = &*models_;
    }
    whole_.filing_clock = snapshot.about("clock") == "filing";
    whole_.as_of = as_of.days();
    cut_off_.emplace(whole_, as_of.days(), threads);
}

std::vector<indicators::Column> model_columns(const store::Workspace& workspace,
                                              const std::string& models_folder, const Corpus& corpus,
                                              const scoring::ValueModel& model) {
    return corpus_columns(workspace, models_folder, corpus, scoring::column_keys(model));
}

std::vector<indicators::Column> corpus_columns(const store::Workspace& workspace,
                                               const std::string& models_folder, const Corpus& corpus,
                                               std::vector<std::string> keys, Lacking lacking) {
    if (keys.empty()) {
        return {};
    }
    Threads threads;
    const auto snapshot = workspace_snapshot(workspace, models_folder, threads);
    const ColumnSource source{snapshot, &corpus, corpus.as_of, threads, models_folder};
    if (lacking == Lacking::leave_out) {
        std::erase_if(keys, [&](const std::string& key) {
            const auto found = indicators::find_column(key);
            return found && !indicators::can_compute(*found->indicator, source.input());
        });
    }
    std::vector<indicators::Column> columns;
    for (const auto& all : indicators::compute_columns(source.input(), keys, threads)) {
        const auto size = corpus.patents.size();
        indicators::Column column{all.key,    Buffer<double>(size),       Buffer<std::uint8_t>(size),
                                  all.reason, Buffer<std::uint8_t>(size), all.categories};
        for (std::size_t i = 0; i < size; ++i) {
            const auto node = snapshot.find(corpus.patents[i].number);
            const bool later = node && *node >= source.input().nodes();
            const bool known = node && !later;
            const bool defined = known && all.defined(*node);
            column.values[i] = defined ? all.values[*node] : indicators::undefined_value;
            column.open[i] = defined && !all.complete(*node) ? 1 : 0;
            column.reasons[i] = static_cast<std::uint8_t>(later               ? Undefined::not_applicable
                                                          : defined || !known ? Undefined::no_data
                                                                              : all.why(*node));
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace longmen::service
