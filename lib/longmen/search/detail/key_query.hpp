// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions that a record meets or not: status, type, owners, numbers, classes. They do not weigh.
#pragma once

#include <longmen/search/detail/index_words.hpp>
#include <longmen/store/workspace.hpp>

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace longmen::search::detail {

/// UsageError for what does not exist, with what does. Without a workspace numbers are found as they are
/// written in the index, and there are no enterprises and parks.
class KeyQueries {
    const store::Workspace* workspace_;
    IndexWords& vocabulary_;

    [[nodiscard]] const store::Workspace& workspace() const;
    [[nodiscard]] Xapian::Query unknown_status();
    [[nodiscard]] Xapian::Query owned_by(const std::vector<std::int64_t>& enterprises);

public:
    KeyQueries(const store::Workspace* workspace, IndexWords& vocabulary)
        : workspace_(workspace), vocabulary_(vocabulary) {}

    [[nodiscard]] Xapian::Query status(const std::string& text);
    [[nodiscard]] static Xapian::Query type(const std::string& text);
    [[nodiscard]] Xapian::Query enterprise(const std::string& text);
    [[nodiscard]] Xapian::Query park(const std::string& text);
    /// Any of these numbers, written as a person would; those the workspace has not are none.
    [[nodiscard]] Xapian::Query numbers(const std::vector<std::string>& texts);
    /// `H`, `H01`, `H01M`, `H01M10`, `H01M10/0525`, `H01M10/05*`.
    [[nodiscard]] static Xapian::Query classes(const std::string& text);
};

} // namespace longmen::search::detail
