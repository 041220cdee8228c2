// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the parts of each record together, wherever they lie in a table.
#pragma once

#include <longmen/record/import_row.hpp>

#include <cstdint>
#include <functional>
#include <memory>

namespace longmen::store {

/// An external sort: the parts wait in a temporary file of SQLite, memory stays within 32 MB whatever the
/// size of the table.
class PartGather {
    struct State;
    std::unique_ptr<State> state_;

public:
    PartGather();
    ~PartGather();
    PartGather(const PartGather&) = delete;
    PartGather& operator=(const PartGather&) = delete;

    /// All rows name their record by the same field.
    void add(const PartRow& row);

    /// Hands over one row for each record, by the text that names it; called once. Members of a list go by
    /// order, then text, each once; of another field the first value counts. Rows that keep cells make a line
    /// each under every heading, blank where a row has no cell. `row` is the first row of
    /// the record, `rows` how many it has. Nothing depends on the order of the table.
    void finish(const std::function<void(PatentRow)>& take);
};

} // namespace longmen::store
