// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of persons and places behind ids.
#include <longmen/ingest/detail/cell_texts.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/record/referent.hpp>

namespace longmen::ingest::detail {
namespace {

class ReferentReader final : public RowReader {
    const TableContext& context_;
    std::vector<std::optional<ReferentField>> fields_; ///< of the columns
    std::size_t id_ = 0;

public:
    explicit ReferentReader(const TableContext& context) : context_(context) {
        for (std::size_t i = 0; i < context.columns.size(); ++i) {
            fields_.push_back(referent_field_by_key(context.columns[i].target));
            id_ = context.columns[i].target == "id" ? i : id_;
        }
    }

    void row(const TableRow& row) override {
        ReferentRow out;
        out.row = row.number;
        out.space = context_.profile.relation.space;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto cell = told(row, i, context_.profile);
            if (cell.empty()) {
                continue;
            }
            const auto field = i < fields_.size() ? fields_[i] : std::nullopt;
            if (i == id_) {
                out.id = cell;
            } else if (field && out.values[static_cast<std::size_t>(*field)].empty()) {
                out.values[static_cast<std::size_t>(*field)] = cell;
            } else if (i >= context_.columns.size() || !context_.columns[i].skipped) {
                out.extras.emplace_back(context_.name_of(i), cell);
            }
        }
        if (out.id.empty()) {
            context_.reject(row, DiagnosticCode::no_id, id_);
        } else {
            context_.sink.referent(std::move(out));
        }
    }
};

} // namespace

std::unique_ptr<RowReader> make_referent_reader(const TableContext& context) {
    return std::make_unique<ReferentReader>(context);
}

} // namespace longmen::ingest::detail
