// SPDX-License-Identifier: GPL-3.0-or-later
// Records in and out of their tables.
#include <longmen/store/detail/record_table.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/record/field.hpp>
#include <longmen/record/referent.hpp>
#include <longmen/store/detail/united_list.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace longmen::store::detail {
namespace {

/// Taken from the publications of a record, never merged by themselves.
bool derived(Field field) {
    return field == Field::pub_no || field == Field::pub_date || field == Field::grant_no ||
           field == Field::kind;
}

} // namespace

RecordTable::RecordTable(Database& database, std::string name, std::vector<RecordColumn> columns)
    : database_(database), name_(std::move(name)), columns_(std::move(columns)) {
    std::string names;
    std::string marks;
    std::string sets;
    for (const auto& column : columns_) {
        names += column.name + ", ";
        marks += "?, ";
        sets += column.name + " = ?, ";
    }
    select_ = database_.prepare(fmt::format("SELECT {}origin, extras FROM {} WHERE id = ?", names, name_));
    insert_ = database_.prepare(
        fmt::format("INSERT INTO {}({}origin, extras, generation) VALUES({}?, ?, ?)", name_, names, marks));
    update_ = database_.prepare(
        fmt::format("UPDATE {} SET {}origin = ?, extras = ?, generation = ? WHERE id = ?", name_, sets));
    update_origin_ = database_.prepare(fmt::format("UPDATE {} SET origin = ? WHERE id = ?", name_));
    delete_ = database_.prepare(fmt::format("DELETE FROM {} WHERE id = ?", name_));
}

std::size_t RecordTable::find(std::string_view column) const {
    return static_cast<std::size_t>(std::ranges::find(columns_, column, &RecordColumn::name) -
                                    columns_.begin());
}

StoredRecord RecordTable::load(std::int64_t id) {
    StoredRecord record;
    record.id = id;
    select_.bind(1, id);
    if (!select_.step()) {
        select_.reset();
        throw InternalError(fmt::format("no row {} in {}", id, name_));
    }
    const auto count = static_cast<int>(columns_.size());
    record.values.reserve(columns_.size());
    for (int i = 0; i < count; ++i) {
        record.values.push_back(select_.text(i));
    }
    record.origin = Origin::parse(select_.view(count));
    record.extras = parse_extras(select_.view(count + 1));
    select_.reset();
    return record;
}

template <typename Text>
void RecordTable::bind(Statement& statement, const std::vector<Text>& values, const std::string& origin,
                       const std::string& extras, std::int64_t generation) const {
    int at = 1;
    for (std::size_t i = 0; i < columns_.size(); ++i, ++at) {
        const std::string_view value = values[i];
        if (value.empty()) {
            statement.bind_null(at);
        } else if (columns_[i].integer) {
            std::int64_t number = 0;
            std::from_chars(value.data(), value.data() + value.size(), number);
            statement.bind(at, number);
        } else {
            statement.bind(at, value);
        }
    }
    statement.bind(at, origin).bind_or_null(at + 1, extras);
    statement.bind(at + 2, generation);
}

void RecordTable::insert(StoredRecord& record, std::int64_t generation) {
    const auto origin = record.origin.text();
    const auto extras = extras_text(record.extras);
    bind(insert_, record.values, origin, extras, generation);
    insert_.run();
    record.id = database_.last_id();
}

std::int64_t RecordTable::insert(const std::vector<std::string_view>& values, const Origin& origin,
                                 const std::string& extras, std::int64_t generation) {
    const auto origin_text = origin.text();
    bind(insert_, values, origin_text, extras, generation);
    insert_.run();
    return database_.last_id();
}

void RecordTable::update(const StoredRecord& record, std::int64_t generation) {
    const auto origin = record.origin.text();
    const auto extras = extras_text(record.extras);
    bind(update_, record.values, origin, extras, generation);
    update_.bind(static_cast<int>(columns_.size()) + 4, record.id);
    update_.run();
}

void RecordTable::update_origin(const StoredRecord& record) {
    const auto origin = record.origin.text();
    update_origin_.bind(1, origin).bind(2, record.id);
    update_origin_.run();
}

void RecordTable::erase(std::int64_t id) {
    delete_.bind(1, id);
    delete_.run();
}

std::string extras_text(const std::map<std::string, std::string>& extras) {
    if (extras.empty()) {
        return {};
    }
    return nlohmann::json(extras).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::map<std::string, std::string> parse_extras(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    return nlohmann::json::parse(text).get<std::map<std::string, std::string>>();
}

RecordTable patent_table(Database& database) {
    std::vector<RecordColumn> columns{{"number", false, false}};
    for (std::size_t i = 0; i < field_count; ++i) {
        const auto& info = field_info(static_cast<Field>(i));
        columns.push_back({std::string{info.key}, info.type == FieldType::count, !derived(info.field),
                           contradiction_of(info.field), is_united(info.field)});
    }
    return {database, "patent", std::move(columns)};
}

RecordTable enterprise_table(Database& database) {
    std::vector<RecordColumn> columns{{"name_key", false, false}};
    for (const auto* name : {"name", "uscc", "former_names", "aliases", "name_en", "park", "county", "city",
                             "province", "address", "industry"}) {
        columns.push_back({name});
    }
    return {database, "enterprise", std::move(columns)};
}

RecordTable figures_table(Database& database) {
    std::vector<RecordColumn> columns{{"enterprise_id", true, false}, {"year", true, false}};
    for (const auto* name :
         {"sales_revenue", "main_revenue", "rd_expense", "conversion_revenue", "staff", "rd_staff"}) {
        columns.push_back({name, true});
    }
    return {database, "figures", std::move(columns)};
}

RecordTable asset_table(Database& database) {
    std::vector<RecordColumn> columns{{"kind", false, false}, {"key", false, false}};
    for (const auto* name :
         {"number", "name", "owner", "uscc", "filed", "registered", "standard", "city", "county"}) {
        columns.push_back({name});
    }
    // What changes in the life of an asset: of different date, the later is news.
    for (const auto* name : {"expires", "state", "classes", "countries"}) {
        columns.push_back({name, false, true, Contradiction::same_date});
    }
    columns.push_back({"quantity", true, true, Contradiction::same_date});
    columns.push_back({"status_text", false, true, Contradiction::never});
    return {database, "asset", std::move(columns)};
}

RecordTable referent_table(Database& database) {
    std::vector<RecordColumn> columns{{"space", false, false}, {"source_id", false, false}};
    for (std::size_t i = 0; i < referent_field_count; ++i) {
        columns.push_back({std::string{referent_field_key(static_cast<ReferentField>(i))}, false, true,
                           Contradiction::same_date});
    }
    return {database, "referent", std::move(columns)};
}

} // namespace longmen::store::detail
