// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the columns of a user's table by their headings.
#include <longmen/service/detail/named_columns.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <fmt/ranges.h>

#include <algorithm>

namespace longmen::service::detail {
namespace {

/// `融资金额（万元）` is `融资金额`.
std::string heading_key(std::string_view heading) {
    auto key = fold_key(heading);
    if (const auto bracket = key.find('('); bracket != std::string::npos && bracket > 0) {
        key.resize(bracket);
    }
    return key;
}

class Visitor final : public ingest::TableVisitor {
    const std::string& path_;
    std::span<const NamedColumn> columns_;
    const std::function<void(const NamedRow&)>& take_;
    std::vector<std::optional<std::size_t>> place_;
    std::vector<std::string> headings_;
    std::vector<std::string_view> cells_;
    bool heading_ = true;

    void read_heading(const ingest::TableRow& row) {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            for (std::size_t i = 0; i < row.cells.size() && !place_[c]; ++i) {
                const auto key = heading_key(row.cells[i]);
                if (std::ranges::any_of(columns_[c].names,
                                        [&](std::string_view name) { return key == heading_key(name); })) {
                    place_[c] = i;
                    headings_[c] = row.cells[i];
                }
            }
            if (columns_[c].needed && !place_[c]) {
                throw DataError(path_, row.number,
                                sentence("缺少这一列；表头可为：{}",
                                         "a column is missing, headed by one of: {}",
                                         fmt::join(columns_[c].names, ", ")));
            }
        }
    }

public:
    Visitor(const std::string& path, std::span<const NamedColumn> columns,
            const std::function<void(const NamedRow&)>& take)
        : path_(path), columns_(columns), take_(take) {}

    void begin_table(const ingest::TableInfo& /*info*/) override {
        heading_ = true;
        place_.assign(columns_.size(), std::nullopt);
        headings_.assign(columns_.size(), {});
    }
    void end_table() override {}
    void row(const ingest::TableRow& row) override {
        if (heading_) {
            heading_ = false;
            read_heading(row);
            return;
        }
        cells_.assign(columns_.size(), {});
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (place_[c] && *place_[c] < row.cells.size()) {
                cells_[c] = trim(row.cells[*place_[c]]);
            }
        }
        if (std::ranges::any_of(cells_, [](std::string_view cell) { return !cell.empty(); })) {
            take_({row.number, cells_, headings_});
        }
    }
};

} // namespace

void read_named_columns(const std::string& path, std::span<const NamedColumn> columns,
                        const std::function<void(const NamedRow&)>& take) {
    Visitor visitor(path, columns, take);
    Progress silent;
    ingest::read_tables(path, {}, visitor, silent);
}

} // namespace longmen::service::detail
