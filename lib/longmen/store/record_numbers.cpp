// SPDX-License-Identifier: GPL-3.0-or-later
// Reads numbers in the order of their records.
#include <longmen/store/record_numbers.hpp>

#include <longmen/store/detail/sqlite.hpp>

namespace longmen::store {

struct RecordNumberReader::State {
    detail::Statement keys, publications;
    bool key = false, publication = false; ///< does the statement stand on a row?
};

RecordNumberReader::RecordNumberReader(const Workspace& workspace) : state_(std::make_unique<State>()) {
    const auto& database = workspace.database();
    state_->keys = database.prepare("SELECT patent_id, key FROM alias ORDER BY patent_id, key");
    state_->publications =
        database.prepare("SELECT patent_id, count(*) FROM publication GROUP BY patent_id ORDER BY patent_id");
    state_->key = state_->keys.step();
    state_->publication = state_->publications.step();
}
RecordNumberReader::~RecordNumberReader() = default;

RecordNumbers RecordNumberReader::of(std::int64_t id) {
    RecordNumbers numbers;
    auto& [keys, publications, key, publication] = *state_;
    for (; key && keys.integer(0) <= id; key = keys.step()) {
        if (keys.integer(0) == id) {
            numbers.keys.push_back(keys.text(1));
        }
    }
    for (; publication && publications.integer(0) <= id; publication = publications.step()) {
        if (publications.integer(0) == id) {
            numbers.publications = publications.integer(1);
        }
    }
    return numbers;
}

} // namespace longmen::store
