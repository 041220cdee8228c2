// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of enterprises and of their yearly figures.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/number_cell.hpp>
#include <longmen/ingest/detail/row_reader.hpp>
#include <longmen/record/credit_code.hpp>
#include <longmen/record/event.hpp>
#include <longmen/record/number.hpp>
#include <longmen/record/source_id.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace longmen::ingest::detail {
namespace {

constexpr std::array<std::string_view, 4> money_fields{"sales_revenue", "main_revenue", "rd_expense",
                                                       "conversion_revenue"};
constexpr int first_year = 1949;
constexpr int last_year = 2199;

/// What the rows of enterprises and of figures have in common.
class PartyReader final : public RowReader {
    const TableContext& context_;
    std::vector<std::optional<MoneyUnit>> units_;
    bool figures_;
    bool rejected_ = false;
    std::set<int> years_; ///< named in headings
    bool dated_ = false;  ///< the row has something under a heading with a year

    void reject(const TableRow& row, DiagnosticCode code, std::size_t column) {
        if (!rejected_) {
            context_.reject(row, code, column);
        }
        rejected_ = true;
    }

    static bool is_money(std::string_view target) {
        return std::ranges::find(money_fields, target) != money_fields.end();
    }

    std::optional<std::string> read_code(const TableRow& row, std::string_view cell, std::size_t column) {
        auto code = parse_credit_code(cell);
        if (!code) {
            reject(row,
                   is_damaged_number(cell) ? DiagnosticCode::damaged_number : DiagnosticCode::bad_credit_code,
                   column);
        }
        return code;
    }

    std::optional<int> read_year(const TableRow& row, std::string_view cell, std::size_t column) {
        auto text = fold_key(cell);
        if (text.ends_with("年")) {
            text.resize(text.size() - std::string_view{"年"}.size());
        }
        if (const auto digits = count_text(text)) {
            int year = 0;
            std::from_chars(digits->data(), digits->data() + digits->size(), year);
            if (digits->size() == 4 && year >= first_year && year <= last_year) {
                return year;
            }
        }
        reject(row, DiagnosticCode::bad_year, column);
        return std::nullopt;
    }

    std::optional<Money> read_money(const TableRow& row, std::string_view cell, std::size_t column) {
        if (!units_[column] && !find_money_unit(cell)) {
            const auto& heading = context_.heading(column);
            throw DataError(
                context_.path, row.number,
                sentence(
                    "金额列“{0}”没有注明单位；请将表头写成“{0}(万元)”或“{0}(元)”，或用 --money-unit 指定",
                    "the money column `{0}` names no unit; write `{0}(万元)` or `{0}(元)` as its "
                    "heading, or give --money-unit",
                    heading));
        }
        const auto money = parse_money(cell, units_[column]);
        if (!money) {
            reject(row, DiagnosticCode::bad_money, column);
        } else if (money->fen < 0) {
            reject(row, DiagnosticCode::negative_money, column);
            return std::nullopt;
        }
        return money;
    }

    std::optional<std::int64_t> read_count(const TableRow& row, std::string_view cell, std::size_t column) {
        const auto digits = count_text(cell);
        if (!digits) {
            reject(row, DiagnosticCode::bad_count, column);
            return std::nullopt;
        }
        std::int64_t count = 0;
        std::from_chars(digits->data(), digits->data() + digits->size(), count);
        return count;
    }

    /// The cell goes to the slot of its target; false when the target is none of an enterprise.
    bool read_into(EnterpriseRow& out, const TableRow& row, std::string_view cell, std::size_t column) {
        const std::string_view target = context_.columns[column].target;
        if (target == "name") {
            out.name = cell;
        } else if (target == "uscc") {
            out.uscc = read_code(row, cell, column);
        } else if (target == "former_names") {
            out.former_names = list_members(cell, context_.profile);
        } else if (target == "aliases") {
            out.aliases = list_members(cell, context_.profile);
        } else {
            const std::array<std::pair<std::string_view, std::optional<std::string>*>, 7> texts{
                {{"name_en", &out.name_en},
                 {"park", &out.park},
                 {"county", &out.county},
                 {"city", &out.city},
                 {"province", &out.province},
                 {"address", &out.address},
                 {"industry", &out.industry}}};
            for (const auto& [name, slot] : texts) {
                if (target == name) {
                    *slot = std::string{cell};
                    return true;
                }
            }
            return false;
        }
        return true;
    }

    bool read_into(FiguresRow& out, const TableRow& row, std::string_view cell, std::size_t column) {
        const std::string_view target = context_.columns[column].target;
        const std::array<std::pair<std::string_view, std::optional<Money>*>, 4> amounts{
            {{"sales_revenue", &out.sales_revenue},
             {"main_revenue", &out.main_revenue},
             {"rd_expense", &out.rd_expense},
             {"conversion_revenue", &out.conversion_revenue}}};
        for (const auto& [name, slot] : amounts) {
            if (target == name) {
                *slot = read_money(row, cell, column);
                return true;
            }
        }
        if (target == "name") {
            out.name = cell;
        } else if (target == "uscc") {
            out.uscc = read_code(row, cell, column);
        } else if (target == "year") {
            out.year = read_year(row, cell, column).value_or(0);
        } else if (target == "staff") {
            out.staff = read_count(row, cell, column);
        } else if (target == "rd_staff") {
            out.rd_staff = read_count(row, cell, column);
        } else {
            return false;
        }
        return true;
    }

    /// Columns of another year than `year` are passed over; 0: none is.
    template <class Row>
    void read(Row& out, const TableRow& row, int year = 0) {
        out.row = row.number;
        rejected_ = false;
        bool first = true;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto cell = trim(row.cells[i]);
            if (first && !cell.empty()) {
                first = false;
                if (is_total_word(cell)) {
                    reject(row, DiagnosticCode::total_row, i);
                    return;
                }
            }
            const int named = i < context_.columns.size() ? context_.columns[i].year : 0;
            if (is_nothing(cell, context_.profile) || (named != 0 && named != year)) {
                continue;
            }
            dated_ = dated_ || named != 0;
            const bool known = i < context_.columns.size() && read_into(out, row, cell, i);
            if (!known && (i >= context_.columns.size() || !context_.columns[i].skipped)) {
                out.extras.emplace_back(context_.name_of(i), cell);
            }
        }
    }

    void finish(EnterpriseRow& out, const TableRow& row) {
        if (!rejected_ && out.name.empty()) {
            reject(row, DiagnosticCode::no_name, column_of("name"));
        }
        if (!rejected_) {
            context_.sink.enterprise(std::move(out));
        }
    }

    void finish(FiguresRow& out, const TableRow& row) {
        if (!rejected_ && out.name.empty() && !out.uscc) {
            reject(row, DiagnosticCode::no_name, column_of("name"));
        }
        if (!rejected_ && out.year == 0) {
            reject(row, DiagnosticCode::bad_year, column_of("year"));
        }
        if (!rejected_) {
            context_.sink.figures(std::move(out));
        }
    }

    [[nodiscard]] std::size_t column_of(std::string_view target) const {
        for (std::size_t i = 0; i < context_.columns.size(); ++i) {
            if (context_.columns[i].target == target) {
                return i;
            }
        }
        return 0;
    }

public:
    explicit PartyReader(const TableContext& context)
        : context_(context), figures_(context.profile.kind == TableKind::figures) {
        for (const auto& column : context.columns) {
            units_.push_back(is_money(column.target) ? find_money_unit(column.heading) : std::nullopt);
            if (is_money(column.target) && !units_.back()) {
                units_.back() = context.money_unit;
            }
            if (column.year != 0) {
                years_.insert(column.year);
            }
        }
    }

    void row(const TableRow& row) override {
        if (figures_ &&
            !years_.empty()) { // several years side by side: a row of figures for each that has any
            for (const int year : years_) {
                FiguresRow out;
                dated_ = false;
                read(out, row, year);
                out.year = year;
                if (dated_ || rejected_) {
                    finish(out, row);
                }
                if (rejected_) {
                    return; // the row is told once, whole
                }
            }
        } else if (figures_) {
            FiguresRow out;
            read(out, row);
            finish(out, row);
        } else {
            EnterpriseRow out;
            read(out, row);
            finish(out, row);
        }
    }
};

/// Events: a number, a gazette code or words, a date.
class EventReader final : public RowReader {
    const TableContext& context_;

    [[nodiscard]] std::string_view cell_of(const TableRow& row, std::string_view target,
                                           std::size_t& at) const {
        for (std::size_t i = 0; i < context_.columns.size() && i < row.cells.size(); ++i) {
            if (context_.columns[i].target == target) {
                at = i;
                return trim(row.cells[i]);
            }
        }
        return {};
    }

    /// The canonical key of an event: the key itself, what the vocabulary says of its code or words, else
    /// these as they are.
    [[nodiscard]] std::string code_of(std::string_view code, std::string_view detail) const {
        if (event_by_key(code)) {
            return std::string{code};
        }
        for (const auto words : {code, detail}) {
            if (const auto match = words.empty() ? std::nullopt : context_.vocabulary.match(words)) {
                if (!match->event.empty()) {
                    return match->event;
                }
                if (match->state != LegalState::unknown) {
                    return std::string{legal_state_key(match->state)};
                }
            }
        }
        return std::string{code.empty() ? detail : code};
    }

public:
    explicit EventReader(const TableContext& context) : context_(context) {}

    void row(const TableRow& row) override {
        std::size_t number_at = 0, code_at = 0, date_at = 0, detail_at = 0;
        const auto written = cell_of(row, "number", number_at);
        const auto code = cell_of(row, "code", code_at);
        const auto date = cell_of(row, "date", date_at);
        const auto detail = cell_of(row, "detail", detail_at);
        const auto read = read_number_cell(written, NumberHint::any);
        const auto& number = read.number;
        if (!number && !is_source_id(written)) {
            const auto why = written.empty()          ? DiagnosticCode::no_number
                             : is_total_word(written) ? DiagnosticCode::total_row
                                                      : read.fault;
            context_.reject(row, why, number_at);
            return;
        }
        if (read.repaired) {
            context_.warn(row, DiagnosticCode::repaired_number, number_at, number->canonical());
        }
        EventRow out;
        out.row = row.number;
        out.number = number ? number->canonical() : std::string{written};
        if (!is_nothing(date, context_.profile)) {
            const auto day = parse_date(date, context_.date_forms());
            if (!day) {
                context_.reject(row, DiagnosticCode::bad_date, date_at);
                return;
            }
            out.date = day->iso();
        }
        if (code.empty() && detail.empty()) {
            context_.reject(row, DiagnosticCode::no_event, code_at);
            return;
        }
        out.code = code_of(code, detail);
        out.detail = code;
        // Words and every further column stay with the event.
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto cell = trim(row.cells[i]);
            const bool told = i == number_at || (i == code_at && !code.empty()) ||
                              (i == date_at && !date.empty()) ||
                              (i < context_.columns.size() && context_.columns[i].skipped);
            if (!told && !is_nothing(cell, context_.profile)) {
                const bool words = i == detail_at && !detail.empty();
                out.detail += out.detail.empty() ? "" : "; ";
                out.detail += words ? std::string{cell} : fmt::format("{}: {}", context_.name_of(i), cell);
            }
        }
        context_.sink.event(std::move(out));
    }
};

} // namespace

std::unique_ptr<RowReader> make_party_reader(const TableContext& context) {
    return std::make_unique<PartyReader>(context);
}

std::unique_ptr<RowReader> make_event_reader(const TableContext& context) {
    return std::make_unique<EventReader>(context);
}

} // namespace longmen::ingest::detail
