// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that each hold a part of a record: the record's number or id, and what the row says of it.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cell_texts.hpp>
#include <longmen/ingest/detail/patent_cells.hpp>
#include <longmen/record/citation.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

struct TiedRule {
    const GatherRule* rule;
    TiedTexts texts;
    std::optional<std::size_t> order, origin;
};

class PartReader final : public RowReader, PatentCells {
    Field record_field_;
    TiedTexts record_;
    std::vector<TiedRule> rules_;
    std::optional<std::size_t> order_;
    std::vector<bool> kept_; ///< columns whose cells stay with the record
    std::vector<bool> read_; ///< columns that rules read
    std::string space_, id_; ///< of the referent looked for last
    std::optional<ReferentValues> found_;

    [[nodiscard]] const Relation& relation() const { return context_.profile.relation; }

    const std::optional<ReferentValues>& find(const std::string& space, const std::string& id) {
        if (space != space_ || id != id_) {
            found_ = context_.sink.find_referent(space, id);
            space_ = space;
            id_ = id;
        }
        return found_;
    }

    /// What stands for the id; empty when nothing does, or the row is rejected.
    std::string referent(const TableRow& row, const TiedRule& tied, const std::string& id) {
        const auto& rule = *tied.rule;
        if (const auto& values = find(rule.space, id)) {
            for (const auto field : rule.take) {
                if (const auto& value = (*values)[static_cast<std::size_t>(field)]; !value.empty()) {
                    return value;
                }
            }
            if (field_info(rule.field).type != FieldType::list) {
                return {}; // a person without country is known all the same
            }
        }
        switch (rule.unknown) {
        case UnknownReferent::id:
            return rule.space + ":" + id;
        case UnknownReferent::nothing:
            return {};
        case UnknownReferent::refuse:
            break;
        }
        if (!context_.sink.knows_space(rule.space)) {
            throw DataError(
                context_.path, 0,
                sentence("此表用编号指代人员或地点，而这些编号尚未导入；请先导入或一并导入 {} 表",
                         "this table names persons or places by ids that are not known yet; import the table "
                         "{} first, or along with it",
                         rule.table));
        }
        reject(row, DiagnosticCode::unknown_referent, tied.texts.column());
        return {};
    }

    std::int64_t order_of(const TableRow& row, std::optional<std::size_t> column) {
        const auto cell = told(row, column, context_.profile);
        const auto number = whole_number(cell);
        if (!cell.empty() && !number) {
            reject(row, DiagnosticCode::bad_count, *column);
        }
        return number.value_or(0);
    }

    /// Who brought a citation in, told in a column of its own.
    void add_origin(const TableRow& row, const TiedRule& tied, std::string& item) const {
        const auto word = told(row, tied.origin, context_.profile);
        const auto origin = relation().origins.find(fold(word));
        if (origin != relation().origins.end()) {
            auto citation = parse_citation(item);
            citation.origin = origin->second;
            item = citation_text(citation);
        }
    }

    void read_rule(const TableRow& row, const TiedRule& tied, PartRow& out) {
        const auto order = order_of(row, tied.order);
        auto text = tied.texts.read(row);
        if (!text.empty() && !tied.rule->space.empty()) {
            text = referent(row, tied, text);
        }
        if (text.empty() || rejected_) {
            return;
        }
        out_.values.clear();
        read_field(row, tied.rule->field, text, tied.texts.column());
        for (auto& value : out_.values) {
            if (tied.origin && value.field == tied.rule->field) {
                add_origin(row, tied, value.value);
            }
            out.parts.push_back({std::move(value), order});
        }
    }

    /// False when the row names no record, which rejects it.
    bool read_record(const TableRow& row, PartRow& out) {
        const auto text = record_.read(row);
        out_.values.clear();
        if (!text.empty()) {
            read_field(row, record_field_, text, record_.column());
        }
        if (out_.values.empty()) {
            reject(row, bad_number_.value_or(DiagnosticCode::no_number), record_.column());
            return false;
        }
        out.record = std::move(out_.values.front());
        return true;
    }

    /// Cells that no rule reads; of a row that gave no part (a person who is neither applicant nor inventor)
    /// all.
    void keep_cells(const TableRow& row, bool all) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto cell = told(row, i, context_.profile);
            const bool skipped = i < kept_.size() && !kept_[i] && !(all && read_.at(i));
            if (!cell.empty() && !skipped) {
                keep(i, cell);
            }
        }
    }

public:
    explicit PartReader(const TableContext& context)
        : PatentCells(context), record_field_(*field_by_key(context.profile.relation.composed[0].target)),
          record_(context.profile.relation.composed[0].texts, context.columns, context.profile),
          order_(column_of_heading(context.columns, context.profile.relation.order)) {
        const auto& columns = context.columns;
        for (const auto& rule : relation().gather) {
            rules_.push_back({&rule, TiedTexts{rule.texts, columns, context.profile},
                              column_of_heading(columns, rule.order),
                              column_of_heading(columns, rule.origin)});
        }
        for (const auto& column : columns) {
            const auto key = heading_key(column.heading);
            const auto& keep = context.profile.keep;
            read_.push_back(relation().used.contains(key));
            kept_.push_back(!column.composed && !column.skipped &&
                            (!relation().used.contains(key) || std::ranges::find(keep, key) != keep.end()));
        }
    }

    void row(const TableRow& row) override {
        out_ = {};
        rejected_ = false;
        bad_number_.reset();
        PartRow out;
        out.row = row.number;
        if (!read_record(row, out)) {
            return;
        }
        for (const auto& rule : rules_) {
            read_rule(row, rule, out);
        }
        out.order = order_of(row, order_);
        if (rejected_) {
            return;
        }
        keep_cells(row, out.parts.empty() && !relation().gather.empty());
        out.extras = std::move(out_.extras);
        context_.sink.part(std::move(out));
    }
};

} // namespace

std::unique_ptr<RowReader> make_part_reader(const TableContext& context) {
    return std::make_unique<PartReader>(context);
}

} // namespace longmen::ingest::detail
