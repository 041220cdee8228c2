// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions that a record meets or not: status, type, owners, numbers, classes. They do not weigh.
#pragma once

#include <longmen/search/detail/directory.hpp>
#include <longmen/search/detail/index_words.hpp>

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

namespace longmen::search::detail {

/// UsageError for what does not exist, with what does.
class KeyQueries {
    const Directory& directory_;
    IndexWords& vocabulary_;

    [[nodiscard]] Xapian::Query unknown_status();
    [[nodiscard]] Xapian::Query owned_by(const std::set<std::string>& keys);

public:
    KeyQueries(const Directory& directory, IndexWords& vocabulary)
        : directory_(directory), vocabulary_(vocabulary) {}

    [[nodiscard]] Xapian::Query status(const std::string& text);
    [[nodiscard]] static Xapian::Query type(const std::string& text);
    [[nodiscard]] Xapian::Query enterprise(const std::string& text);
    [[nodiscard]] Xapian::Query park(const std::string& text);
    /// Any of these numbers, written as a person would; unknown ones are none.
    [[nodiscard]] Xapian::Query numbers(const std::vector<std::string>& texts);
    /// `H`, `H01`, `H01M`, `H01M10`, `H01M10/0525`, `H01M10/05*`.
    [[nodiscard]] Xapian::Query classes(const std::string& text);
};

} // namespace longmen::search::detail
