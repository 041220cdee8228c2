// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at the first rows of a file and leaves it.
#include <longmen/ingest/file_kind.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <algorithm>

namespace longmen::ingest {
namespace {

/// Thrown to leave the reading of a file; never leaves this file.
struct SeenEnough {};

class FirstRows final : public TableVisitor {
    static constexpr std::size_t most_rows = 30; ///< as many titles may stand above a heading
    const Profiles& profiles_;
    const ReadOptions& options_;
    std::size_t rows_ = 0;

public:
    const Profile* profile = nullptr;

    FirstRows(const Profiles& profiles, const ReadOptions& options)
        : profiles_(profiles), options_(options) {}

    void begin_table(const TableInfo& /*info*/) override {}
    void end_table() override {}
    void row(const TableRow& row) override {
        if (const auto found = profiles_.recognise(row.cells, options_.kind); found.profile) {
            profile = found.profile;
        }
        if (profile != nullptr || ++rows_ >= most_rows) {
            throw SeenEnough{};
        }
    }
};

} // namespace

const Profile* first_profile(const std::string& path, const Profiles& profiles, const ReadOptions& options) {
    FirstRows rows(profiles, options);
    Progress silent;
    try {
        read_tables(path, options.limits, rows, silent);
    } catch (const SeenEnough&) {
        return rows.profile;
    }
    return rows.profile;
}

std::optional<TableKind> first_kind(const std::string& path, const Profiles& profiles,
                                    const ReadOptions& options) {
    if (!options.source.empty()) {
        const auto asked = std::ranges::find(profiles.all(), options.source, &Profile::id);
        return asked == profiles.all().end() ? std::nullopt : std::optional{asked->kind};
    }
    try {
        const auto* profile = first_profile(path, profiles, options);
        return profile == nullptr ? std::nullopt : std::optional{profile->kind};
    } catch (const DataError&) {
        return std::nullopt; // the import of the file tells it
    }
}

} // namespace longmen::ingest
