// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace in a fresh folder, and rows by hand.
#pragma once

#include "support/folder.hpp"
#include "support/terms.hpp"

#include <longmen/record/import_row.hpp>
#include <longmen/store/importer.hpp>
#include <longmen/store/workspace.hpp>

#include <string>
#include <vector>

namespace longmen::test {

inline PatentRow patent_row(std::uint64_t row, std::vector<std::pair<Field, std::string>> values) {
    PatentRow result;
    result.row = row;
    for (auto& [field, value] : values) {
        result.values.push_back({field, std::move(value), 0});
    }
    return result;
}

/// One file of patent rows.
inline store::ImportCounts import_rows(store::Workspace& workspace, const std::vector<PatentRow>& rows,
                                       std::optional<Date> cutoff = std::nullopt,
                                       const std::string& path = "file.csv") {
    store::ImportSession session(workspace, {path, "sum", cutoff, "tester", "2022-01-01T00:00:00Z"});
    session.begin_table();
    for (const auto& row : rows) {
        session.patent(row);
    }
    session.end_table({"", "generic", "patents", {}, {}});
    return session.commit().at(0);
}

} // namespace longmen::test
