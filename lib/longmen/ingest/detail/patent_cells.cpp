// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a patent row to canonical fields.
#include <longmen/ingest/detail/patent_cells.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/number_cell.hpp>
#include <longmen/record/credit_code.hpp>
#include <longmen/record/field.hpp>
#include <longmen/record/patent_type.hpp>
#include <longmen/record/source_id.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

bool holds_priorities(Field field) {
    return field == Field::priority_numbers || field == Field::active_priorities;
}

/// Lists whose members are document numbers.
bool holds_numbers(Field field) {
    return field == Field::family_members || field == Field::extended_family_members ||
           field == Field::cited || field == Field::citing || holds_priorities(field);
}

bool holds_classes(Field field) {
    return field == Field::ipc || field == Field::cpc || field == Field::ipc_main;
}

std::string joined(const std::vector<std::string>& members) {
    return join(members, "\n");
}

/// `1.` or `1、` before the text of a first claim.
std::string_view without_claim_number(std::string_view text) {
    for (const std::string_view mark : {"1.", "1、", "1．", "１.", "１．", "１、"}) {
        if (text.starts_with(mark) && text.size() > mark.size() &&
            !(text[mark.size()] >= '0' && text[mark.size()] <= '9')) {
            return trim(text.substr(mark.size()));
        }
    }
    return text;
}

/// `山西; 14`, `广东;44`: the words of the cell without the code beside them.
std::string province_name(std::string_view cell) {
    std::string words;
    for (const auto& part : split_trimmed(fold_width(cell), ";")) {
        if (has_han(part) && words.empty()) {
            words = part;
        }
    }
    return words.empty() ? std::string{cell} : words;
}

} // namespace

void PatentCells::put(Field field, std::string value, std::size_t column) {
    if (value.empty() || has(field)) {
        if (!value.empty()) {
            keep_if_other(field, value, column);
        }
        return;
    }
    out_.values.push_back({field, std::move(value), static_cast<std::uint16_t>(column + 1)});
}

const FieldValue* PatentCells::find(Field field) const {
    const auto found = std::ranges::find(out_.values, field, &FieldValue::field);
    return found == out_.values.end() ? nullptr : &*found;
}

void PatentCells::keep_if_other(Field field, const std::string& value, std::size_t column) {
    if (find(field)->value != value) {
        keep(column, value);
    }
}

void PatentCells::keep(std::size_t column, std::string_view cell) {
    auto name = context_.name_of(column);
    // Two columns of one heading: the later ones are told apart by their place.
    if (std::ranges::find(out_.extras, name, &ExtraValue::first) != out_.extras.end()) {
        name += fmt::format(" [{}]", column + 1);
    }
    out_.extras.emplace_back(std::move(name), cell);
}

void PatentCells::reject(const TableRow& row, DiagnosticCode code, std::size_t column, std::string detail) {
    if (!rejected_) {
        context_.reject(row, code, column, std::move(detail));
    }
    rejected_ = true;
}

std::string_view PatentCells::cell_of(const TableRow& row, std::optional<std::size_t> column) const {
    return column && *column < row.cells.size() ? trim(row.cells[*column]) : std::string_view{};
}

void PatentCells::read_number(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
    if (const auto end = cell.find('\n'); end != std::string_view::npos) { // several documents in one cell
        keep(column, trim(cell.substr(end)));
        cell = trim(cell.substr(0, end));
    }
    const auto hint = field == Field::app_no ? NumberHint::application : NumberHint::publication;
    const auto office = cell_of(row, office_);
    const auto read = read_number_cell(cell, hint, office);
    auto number = read.number;
    if (!number) {
        if (!bad_number_) {
            bad_number_ = read.fault;
            bad_number_column_ = column;
        } else {
            keep(column, cell);
        }
        return;
    }
    if (read.repaired) {
        context_.warn(row, DiagnosticCode::repaired_number, column, number->canonical());
        keep(column, cell);
    }
    if (const auto kind = cell_of(row, kind_);
        !kind.empty() && field != Field::app_no && number->kind.empty()) {
        if (auto with_kind = parse_number(fmt::format("{}{}", cell, kind), hint, office)) {
            number = std::move(with_kind);
        }
    }
    if (number->check_given && !number->check_ok) {
        context_.warn(row, DiagnosticCode::check_digit_mismatch, column);
    }
    put(field, number->canonical(), column);
    if (field == Field::app_no) {
        app_ = std::move(number);
    } else {
        (field == Field::pub_no ? pub_ : grant_) = std::move(number);
    }
}

void PatentCells::read_date(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
    if (const auto date = parse_date(cell, context_.date_forms())) {
        put(field, date->iso(), column);
    } else if (is_null_date(cell) && !cell.starts_with("0000-") && !cell.starts_with("0000/")) {
        context_.warn(row, DiagnosticCode::null_date, column);
    } else {
        reject(row, DiagnosticCode::bad_date, column);
    }
}

void PatentCells::read_list(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
    auto members = list_members(cell, context_.profile);
    if (field == Field::credit_codes) {
        std::vector<std::string> codes;
        for (const auto& member : members) {
            if (auto code = parse_credit_code(member)) {
                codes.push_back(std::move(*code));
            } else {
                context_.warn(row, DiagnosticCode::bad_credit_code, column);
                keep(column, cell);
                return;
            }
        }
        members = std::move(codes);
    } else if (field == Field::source_ids && !std::ranges::all_of(members, is_source_id)) {
        keep(column, cell);
        return;
    } else if (holds_numbers(field)) {
        for (auto& member : members) {
            if (holds_priorities(field)) {
                split_priority(member, column);
            }
            if (const auto number = parse_number(member, holds_priorities(field) ? NumberHint::application
                                                                                 : NumberHint::publication)) {
                member = number->canonical();
            }
        }
    } else if (holds_classes(field)) {
        for (auto& member : members) {
            member = class_symbol(member);
        }
    }
    put(field, joined(members), column);
}

void PatentCells::split_priority(std::string& member, std::size_t column) {
    const auto blank = member.find(' ');
    constexpr std::size_t shortest_date = 8;
    const auto date = blank == std::string::npos || blank < shortest_date
                          ? std::nullopt
                          : parse_date(std::string_view{member}.substr(0, blank), context_.date_forms());
    if (!date) {
        return;
    }
    member = std::string{trim(std::string_view{member}.substr(blank))};
    if (const auto* known = find(Field::priority_date); !known) {
        put(Field::priority_date, date->iso(), column);
    } else if (known->column == column + 1 && date->iso() < known->value) {
        std::ranges::find(out_.values, Field::priority_date, &FieldValue::field)->value = date->iso();
    }
}

void PatentCells::read_state(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
    if (field == Field::patent_type) {
        const auto type = types_.of(cell, patent_type_from_words);
        if (type == PatentType::unknown) {
            keep(column, cell);
        } else {
            put(field, std::string{patent_type_key(type)}, column);
        }
        return;
    }
    put(Field::status_text, std::string{cell}, column);
    const auto& match = state_of(cell);
    if (!match) {
        context_.warn(row, DiagnosticCode::unknown_status, column);
    } else if (match->state != LegalState::unknown) {
        put(Field::status, std::string{legal_state_key(match->state)}, column);
    }
}

const std::optional<StatusVocabulary::Match>& PatentCells::state_of(std::string_view cell) {
    return states_.of(cell, [&](std::string_view words) { return context_.vocabulary.match(words); });
}

void PatentCells::read_text(Field field, std::string_view cell, std::size_t column) {
    if (field == Field::first_claim) {
        put(field, std::string{without_claim_number(cell)}, column);
    } else if (field == Field::province) {
        put(field, provinces_.of(cell, province_name), column);
    } else if (holds_classes(field)) {
        const auto members = list_members(cell, context_.profile);
        put(field, class_symbol(members.empty() ? cell : members[0]), column);
    } else {
        put(field, std::string{cell}, column);
    }
}

void PatentCells::read_field(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
    switch (field_info(field).type) {
    case FieldType::number:
        read_number(row, field, cell, column);
        return;
    case FieldType::date:
        read_date(row, field, cell, column);
        return;
    case FieldType::count:
        if (auto count = count_text(cell)) {
            put(field, std::move(*count), column);
        } else {
            reject(row, DiagnosticCode::bad_count, column);
        }
        return;
    case FieldType::list:
        read_list(row, field, cell, column);
        return;
    case FieldType::state:
        read_state(row, field, cell, column);
        return;
    case FieldType::text:
        read_text(field, cell, column);
        return;
    }
}

} // namespace longmen::ingest::detail
