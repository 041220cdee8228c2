// SPDX-License-Identifier: GPL-3.0-or-later
// Every number a record is known by, record after record.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace longmen::store {

struct RecordNumbers {
    std::vector<std::string> keys; ///< as `number_keys` makes them of what is typed; ascending
    std::int64_t publications = 0;
};

/// Reads the numbers of all records in one pass beside another pass over their texts. The workspace outlives
/// it.
class RecordNumberReader {
    struct State;
    std::unique_ptr<State> state_;

public:
    explicit RecordNumberReader(const Workspace& workspace);
    ~RecordNumberReader();
    RecordNumberReader(const RecordNumberReader&) = delete;
    RecordNumberReader& operator=(const RecordNumberReader&) = delete;

    /// Of the record with this id; ids ascend from call to call.
    [[nodiscard]] RecordNumbers of(std::int64_t id);
};

} // namespace longmen::store
