// SPDX-License-Identifier: GPL-3.0-or-later
// Pinned corrections.
#include <longmen/store/fixes.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/money.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/credit_code.hpp>
#include <longmen/record/field.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/number.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/record/patent_type.hpp>
#include <longmen/store/detail/record_table.hpp>
#include <longmen/store/detail/united_list.hpp>
#include <longmen/store/lookup.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>

namespace longmen::store {
namespace {

using detail::Place;
using detail::RecordTable;

/// What a correction is about: a row of a table, and the column.
struct Target {
    RecordTable table;
    std::int64_t id = 0;
    std::string column;
    std::string label;
};

[[noreturn]] void no_such_field(const RecordTable& table, std::string_view field) {
    std::string names;
    for (const auto& column : table.columns()) {
        if (column.merged) {
            names += (names.empty() ? "" : ", ") + column.name;
        }
    }
    throw UsageError(sentence("“{}”不是可更正的字段；可更正的有：{}",
                              "`{}` is no field that can be corrected here; there are: {}", field, names));
}

Target find_target(const Workspace& workspace, std::string_view who, std::string_view field) {
    auto& database = workspace.database();
    if (const auto patent = find_patent(workspace, who)) {
        Target target{detail::patent_table(database), *patent, std::string{field}, {}};
        target.label = target.table.load(*patent).values[target.table.find("number")];
        return target;
    }
    const auto enterprise = find_enterprise(workspace, who);
    if (!enterprise) {
        throw UsageError(sentence("{}：既不是本工作区的专利号码，也不是企业",
                                  "{}: neither a number nor an enterprise of this workspace", who));
    }
    auto enterprises = detail::enterprise_table(database);
    const auto label = enterprises.load(*enterprise).values[enterprises.find("name")];
    const auto colon = field.find(':');
    if (colon == std::string_view::npos) {
        return {std::move(enterprises), *enterprise, std::string{field}, label};
    }
    auto figures = detail::figures_table(database);
    const auto year = field.substr(0, colon);
    std::int64_t number = 0;
    std::from_chars(year.data(), year.data() + year.size(), number);
    auto query = database.prepare("SELECT id FROM figures WHERE enterprise_id = ? AND year = ?");
    query.bind(1, *enterprise).bind(2, number);
    if (!query.step()) {
        throw UsageError(sentence("{} 没有 {} 年的数据；请先导入",
                                  "{} has no figures of {}; import them first", label, year));
    }
    return {std::move(figures), query.integer(0), std::string{field.substr(colon + 1)},
            label + " " + std::string{year}};
}

[[noreturn]] void not_a(std::string_view value, Text what) {
    throw UsageError(Sentence{fmt::format("“{}”：应为{}", value, what.zh),
                              fmt::format("`{}`: {} is expected", value, what.en)});
}

std::string canonical_patent_value(Field field, std::string_view value) {
    switch (field_info(field).type) {
    case FieldType::date: {
        const auto date = parse_date(value);
        return date ? date->iso() : (not_a(value, {"日期", "a date"}), "");
    }
    case FieldType::count:
        if (value.find_first_not_of("0123456789") != std::string_view::npos) {
            not_a(value, {"整数", "a whole number"});
        }
        return std::string{value};
    case FieldType::number: {
        const auto number =
            parse_number(value, field == Field::app_no ? NumberHint::application : NumberHint::publication);
        return number ? number->canonical() : (not_a(value, {"专利号码", "a document number"}), "");
    }
    case FieldType::state:
        if (field == Field::status ? legal_state_key(legal_state_by_key(value)) != value
                                   : patent_type_key(patent_type_by_key(value)) != value) {
            not_a(value, field == Field::status ? Text{"granted、fee_lapsed、expired 等状态",
                                                       "a state such as granted, fee_lapsed, expired"}
                                                : Text{"invention、utility_model 或 design",
                                                       "invention, utility_model or design"});
        }
        return std::string{value};
    case FieldType::list: {
        std::string folded = fold_width(value);
        return join(split_trimmed(folded, ";"), "\n");
    }
    case FieldType::text:
        break;
    }
    return std::string{value};
}

std::string canonical_value(const Target& target, std::string_view raw) {
    const auto value = trim(raw);
    if (value.empty()) {
        return {};
    }
    if (target.table.name() == "patent") {
        return canonical_patent_value(*field_by_key(target.column), value);
    }
    if (target.table.name() == "figures") {
        if (target.column == "staff" || target.column == "rd_staff") {
            return canonical_patent_value(Field::n_claims, value);
        }
        const auto money = parse_money(value, std::nullopt);
        if (!money || money->fen < 0) {
            not_a(value,
                  {"带单位的金额（500万元、5000000元）", "an amount with its unit (500万元, 5000000元)"});
        }
        return std::to_string(money->fen);
    }
    if (target.column == "uscc") {
        const auto code = parse_credit_code(value);
        return code ? *code : (not_a(value, {"统一社会信用代码", "a unified social credit code"}), "");
    }
    return target.column == "former_names" || target.column == "aliases"
               ? canonical_patent_value(Field::applicants, value)
               : std::string{value};
}

std::int64_t standing_fix(const Workspace& workspace, const Target& target) {
    auto query = workspace.database().prepare("SELECT id FROM fix WHERE subject = ? AND subject_id = ? AND "
                                              "field = ? AND undone_at IS NULL ORDER BY id DESC");
    query.bind(1, std::string_view{target.table.name()})
        .bind(2, target.id)
        .bind(3, std::string_view{target.column});
    return query.step() ? query.integer(0) : 0;
}

void write_history(const Workspace& workspace, const Target& target, std::int64_t generation,
                   std::int64_t fix, std::string_view old, std::string_view now) {
    auto add = workspace.database().prepare("INSERT INTO history(generation, cause, cause_id, subject, "
                                            "subject_id, field, old, new) VALUES(?,'fix',?,?,?,?,?,?)");
    add.bind(1, generation)
        .bind(2, fix)
        .bind(3, std::string_view{target.table.name()})
        .bind(4, target.id)
        .bind(5, std::string_view{target.column});
    add.bind_or_null(6, old).bind_or_null(7, now);
    add.run();
}

void set_value(Target& target, detail::StoredRecord& record, const std::string& value) {
    record.values[target.table.find(target.column)] = value;
    if (target.table.name() == "enterprise" && target.column == "name") {
        record.values[target.table.find("name_key")] = organisation_key(value);
    }
}

Fix read_fix(const Workspace& workspace, std::int64_t id) {
    for (auto& each : list_fixes(workspace)) {
        if (each.id == id) {
            return each;
        }
    }
    throw InternalError("a correction that was just written is not there");
}

/// A value that waits below a correction.
struct ValueBelow {
    std::string value;
    Place place;
};

/// The one that stands without the correction first.
std::vector<ValueBelow> values_below(const detail::Database& database, const Target& target) {
    auto query = database.prepare("SELECT o.value, o.import_id, o.row, o.document_date FROM other_value o "
                                  "LEFT JOIN import i ON i.id = o.import_id"
                                  " WHERE o.subject = ? AND o.subject_id = ? AND o.field = ? ORDER BY "
                                  "i.source_date DESC, o.document_date DESC, o.value DESC");
    query.bind(1, std::string_view{target.table.name()})
        .bind(2, target.id)
        .bind(3, std::string_view{target.column});
    std::vector<ValueBelow> values;
    while (query.step()) {
        values.push_back({query.text(0), {query.integer(1), query.integer(2), query.integer(3)}});
    }
    std::ranges::stable_sort(values, std::greater{}, [&](const ValueBelow& each) {
        return detail::standing_of(target.column, each.value);
    });
    return values;
}

} // namespace

Fix fix(Workspace& workspace, std::string_view who, std::string_view field, std::string_view value,
        std::string_view reason, std::string_view person, std::string_view at) {
    if (trim(reason).empty()) {
        throw UsageError(Sentence{"更正须写明理由", "a correction needs a reason"});
    }
    auto target = find_target(workspace, who, field);
    const auto column = target.table.find(target.column);
    if (column == target.table.columns().size() || !target.table.columns()[column].merged) {
        no_such_field(target.table, target.column);
    }
    const auto canonical = canonical_value(target, value);
    Change change{workspace};
    auto& database = workspace.database();
    auto record = target.table.load(target.id);
    const auto former = record.values[column];
    const auto place = record.origin.of(target.column);
    if (!place.pinned() && !former.empty()) {
        auto keep = database.prepare("INSERT OR IGNORE INTO other_value VALUES(?, ?, ?, ?, ?, ?, ?, 0)");
        keep.bind(1, std::string_view{target.table.name()})
            .bind(2, target.id)
            .bind(3, std::string_view{target.column})
            .bind(4, std::string_view{former});
        keep.bind(5, place.import).bind(6, place.row).bind(7, place.document_date);
        keep.run();
    }
    auto settle = database.prepare("UPDATE fix SET undone_at = ? WHERE subject = ? AND subject_id = ? AND "
                                   "field = ? AND undone_at IS NULL");
    settle.bind(1, at)
        .bind(2, std::string_view{target.table.name()})
        .bind(3, target.id)
        .bind(4, std::string_view{target.column})
        .run();
    auto add = database.prepare("INSERT INTO fix(subject, subject_id, label, field, value, former, reason, "
                                "person, at) VALUES(?,?,?,?,?,?,?,?,?)");
    add.bind(1, std::string_view{target.table.name()})
        .bind(2, target.id)
        .bind(3, std::string_view{target.label})
        .bind(4, std::string_view{target.column});
    add.bind(5, std::string_view{canonical})
        .bind_or_null(6, former)
        .bind(7, reason)
        .bind(8, person)
        .bind(9, at);
    add.run();
    const auto id = database.last_id();
    set_value(target, record, canonical);
    record.origin.set(target.column, Place{0, id, 0});
    target.table.update(record, change.generation());
    write_history(workspace, target, change.generation(), id, former, canonical);
    change.commit();
    return read_fix(workspace, id);
}

Fix undo_fix(Workspace& workspace, std::string_view who, std::string_view field, std::string_view at) {
    auto target = find_target(workspace, who, field);
    const auto id = standing_fix(workspace, target);
    if (id == 0) {
        throw UsageError(
            sentence("{} 没有对“{}”的更正", "{} has no correction of `{}`", target.label, target.column));
    }
    Change change{workspace};
    auto& database = workspace.database();
    auto record = target.table.load(target.id);
    const auto former = record.values[target.table.find(target.column)];
    const auto below = values_below(database, target);
    std::string value;
    Place place{};
    if (!below.empty()) {
        value = below[0].value;
        place = below[0].place;
    } else {
        // No import ever gave a value: the field is empty again, and the next import may fill it.
        auto first = database.prepare("SELECT coalesce(min(id), -1) FROM import");
        first.step();
        place = {first.integer(0), 0, 0};
    }
    const bool united = target.table.columns()[target.table.find(target.column)].united;
    for (std::size_t i = 1; united && i < below.size(); ++i) {
        value = detail::united_list(target.column, value, below[i].value);
    }
    set_value(target, record, value);
    record.origin.set(target.column, place);
    target.table.update(record, change.generation());
    auto drop = database.prepare("DELETE FROM other_value WHERE subject = ? AND subject_id = ? AND field = ?"
                                 " AND (value = ? OR ?)");
    drop.bind(1, std::string_view{target.table.name()})
        .bind(2, target.id)
        .bind(3, std::string_view{target.column})
        .bind(4, std::string_view{value})
        .bind(5, static_cast<std::int64_t>(united))
        .run();
    auto undone = database.prepare("UPDATE fix SET undone_at = ? WHERE id = ?");
    undone.bind(1, at).bind(2, id).run();
    write_history(workspace, target, change.generation(), id, former, value);
    change.commit();
    return read_fix(workspace, id);
}

std::vector<Fix> list_fixes(const Workspace& workspace) {
    std::vector<Fix> fixes;
    auto query = workspace.database().prepare("SELECT id, subject, label, field, value, former, reason, "
                                              "person, at, undone_at FROM fix ORDER BY id");
    while (query.step()) {
        Fix each;
        each.id = query.integer(0);
        std::string* const texts[] = {&each.subject, &each.label,  &each.field, &each.value,    &each.former,
                                      &each.reason,  &each.person, &each.at,    &each.undone_at};
        int column = 1;
        for (auto* text : texts) {
            *text = query.text(column++);
        }
        fixes.push_back(std::move(each));
    }
    return fixes;
}

} // namespace longmen::store
