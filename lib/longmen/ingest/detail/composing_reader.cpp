// SPDX-License-Identifier: GPL-3.0-or-later
// Columns made of others, read as if they stood in the file.
#include <longmen/ingest/detail/cell_texts.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

/// Headings of the cells of the first text the table has any of: `appln_auth+appln_nr`.
std::string name_of(const Composed& composed, const std::vector<Column>& columns) {
    for (const auto& text : composed.texts) {
        std::string name;
        for (const auto& piece : text.pieces) {
            if (const auto at = column_of_heading(columns, piece.heading)) {
                name += (name.empty() ? "" : "+") + columns[*at].heading;
            }
        }
        if (!name.empty()) {
            return name;
        }
    }
    return composed.target;
}

class ComposingReader final : public RowReader {
    std::unique_ptr<RowReader> reader_;
    std::vector<TiedTexts> texts_;
    std::size_t columns_; ///< of the file
    std::vector<std::string> composed_;
    std::vector<std::string_view> cells_;

public:
    ComposingReader(const TableContext& context, std::unique_ptr<RowReader> reader)
        : reader_(std::move(reader)),
          columns_(context.columns.size() - context.profile.relation.composed.size()) {
        for (const auto& composed : context.profile.relation.composed) {
            texts_.emplace_back(composed.texts, context.columns, context.profile);
        }
        composed_.resize(texts_.size());
    }

    /// Cells beyond the heading come behind the composed ones.
    void row(const TableRow& row) override {
        const auto within = std::min(columns_, row.cells.size());
        cells_.assign(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(within));
        cells_.resize(columns_);
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            composed_[i] = texts_[i].read(row);
            cells_.push_back(composed_[i]);
        }
        cells_.insert(cells_.end(), row.cells.begin() + static_cast<std::ptrdiff_t>(within), row.cells.end());
        auto longer = row;
        longer.cells = cells_;
        reader_->row(longer);
    }
};

} // namespace

void add_composed_columns(const Profile& profile, std::vector<Column>& columns) {
    const auto of_file = columns;
    for (const auto& composed : profile.relation.composed) {
        Column column;
        column.heading = name_of(composed, of_file);
        column.target = composed.target;
        column.composed = true;
        columns.push_back(std::move(column));
    }
}

std::unique_ptr<RowReader> make_composing_reader(const TableContext& context,
                                                 std::unique_ptr<RowReader> reader) {
    return std::make_unique<ComposingReader>(context, std::move(reader));
}

} // namespace longmen::ingest::detail
