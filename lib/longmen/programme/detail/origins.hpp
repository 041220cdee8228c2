// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of a rule file, and what each entry says it rests on.
#pragma once

#include <longmen/programme/programme.hpp>

#include <set>
#include <string>
#include <vector>

namespace longmen::programme::detail {

/// Ids that are taken in one file.
class Ids {
    std::set<std::string> taken_;

public:
    /// The `id` of a table. DataError when it is empty or used before.
    std::string take(const ConfigNode& table);
};

/// One of `[[sources]]`.
[[nodiscard]] Source read_source(const ConfigNode& table, Ids& ids);
/// DataError naming the sources there are when the node is none of them.
[[nodiscard]] const Source& source_named(const ConfigNode& node, const std::vector<Source>& sources);
/// The members `source` and `clause`, or `<stem>source` and `<stem>clause`.
[[nodiscard]] Origin read_origin(const ConfigNode& table, const std::vector<Source>& sources,
                                 const std::string& stem = {});

} // namespace longmen::programme::detail
