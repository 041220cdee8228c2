// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of experts into the workspace: whole sheets, one of each scorer for a patent and rule.
#pragma once

#include <longmen/record/import_row.hpp>
#include <longmen/store/detail/fates.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store::detail {

/// Gathers the rows of a file and writes them when all its patents are known.
class ExpertWriter {
    struct Waiting {
        ExpertScoreRow row;
        std::size_t part = 0; ///< table of the file
    };
    using Sheet = std::map<std::string, const Waiting*>; ///< by indicator
    struct Key {
        std::int64_t patent = 0;
        std::string rule, scorer;
        auto operator<=>(const Key&) const = default;
    };

    Database& database_;
    std::int64_t import_;
    const std::string& path_;
    std::vector<Waiting> rows_;

    [[nodiscard]] std::map<Key, Sheet>
    gather(const std::function<std::optional<std::int64_t>(std::string_view)>& find_patent) const;
    void write(const Key& key, const Sheet& sheet);

public:
    ExpertWriter(Database& database, std::int64_t import, const std::string& path)
        : database_(database), import_(import), path_(path) {}
    void add(ExpertScoreRow row, std::size_t part) { rows_.push_back({std::move(row), part}); }
    /// Writes what is new and tells `counted(part, fate)` of each row. DataError naming file and row: a
    /// patent that is unknown, an indicator scored twice, a scorer with two dates, and, unless `replace`, a
    /// scorer whose sheet for the patent is there with another content. A sheet that gives way stays in the
    /// workspace, marked.
    void finish(bool replace, const std::function<std::optional<std::int64_t>(std::string_view)>& find_patent,
                const std::function<void(std::size_t, Fate)>& counted);
};

/// The sheets of a record that was made one with another. Of two by one scorer that of the later date stands,
/// of equal dates the greater text.
void unite_expert_sheets(Database& database, std::int64_t kept, std::int64_t gone, std::int64_t import);

} // namespace longmen::store::detail
