// SPDX-License-Identifier: GPL-3.0-or-later
// Two temporary tables.
#include <longmen/store/detail/waiting.hpp>

namespace longmen::store::detail {
namespace {

constexpr std::size_t half = Confirmed::most_columns / 2; // SQLite's integers have a sign

std::int64_t low(const std::bitset<Confirmed::most_columns>& columns) {
    return static_cast<std::int64_t>((columns << half >> half).to_ullong());
}

std::int64_t high(const std::bitset<Confirmed::most_columns>& columns) {
    return static_cast<std::int64_t>((columns >> half).to_ullong());
}

std::bitset<Confirmed::most_columns> columns_of(std::int64_t low, std::int64_t high) {
    using Columns = std::bitset<Confirmed::most_columns>;
    return Columns{static_cast<unsigned long long>(high)} << half |
           Columns{static_cast<unsigned long long>(low)};
}

constexpr std::string_view confirmed_columns =
    "subject, id, import, row, document_date, former_import, later, low, high";

Confirmed read_confirmed(const Statement& row) {
    return {static_cast<std::size_t>(row.integer(0)),
            row.integer(1),
            Place{row.integer(2), row.integer(3), row.integer(4)},
            row.integer(5),
            row.integer(6) != 0,
            columns_of(row.integer(7), row.integer(8))};
}

} // namespace

Database& WaitingLists::with_tables(Database& database) {
    database.run("CREATE TEMP TABLE waiting_value(subject INTEGER, id INTEGER, field TEXT, value TEXT, "
                 "import INTEGER, row "
                 "INTEGER, document_date INTEGER);"
                 "CREATE TEMP TABLE confirmed(subject INTEGER, id INTEGER, import INTEGER, row INTEGER, "
                 "document_date INTEGER, "
                 "former_import INTEGER, later INTEGER, low INTEGER, high INTEGER)");
    return database;
}

WaitingLists::WaitingLists(Database& database)
    : database_(with_tables(database)), values_(database, "INSERT INTO temp.waiting_value", 7),
      confirmed_(database, "INSERT INTO temp.confirmed", 9),
      move_values_(database.prepare("UPDATE temp.waiting_value SET id = ?3 WHERE subject = ?1 AND id = ?2")) {
}

void WaitingLists::add(const WaitingValue& value) {
    values_.add(static_cast<std::int64_t>(value.table)).add(value.id).add(value.field).add(value.value);
    values_.add(value.place.import).add(value.place.row).add(value.place.document_date);
    values_.end_row();
}

void WaitingLists::add(const Confirmed& confirmed) {
    confirmed_.add(static_cast<std::int64_t>(confirmed.table)).add(confirmed.id);
    confirmed_.add(confirmed.place.import).add(confirmed.place.row).add(confirmed.place.document_date);
    confirmed_.add(confirmed.former_import).add(static_cast<std::int64_t>(confirmed.later));
    confirmed_.add(low(confirmed.columns)).add(high(confirmed.columns));
    confirmed_.end_row();
}

void WaitingLists::make_readable() {
    values_.flush();
    confirmed_.flush();
}

std::vector<Confirmed> WaitingLists::move(std::size_t table, std::int64_t from, std::int64_t to) {
    make_readable();
    if (!by_record_) {
        database_.run("CREATE INDEX temp.waiting_value_of ON waiting_value(subject, id);"
                      "CREATE INDEX temp.confirmed_of ON confirmed(subject, id)");
        by_record_ = true;
    }
    const auto subject = static_cast<std::int64_t>(table);
    move_values_.bind(1, subject).bind(2, from).bind(3, to).run();
    std::vector<Confirmed> forgotten;
    auto find = database_.prepare(std::string{"SELECT "} + std::string{confirmed_columns} +
                                  " FROM temp.confirmed WHERE subject = ?1 AND id = ?2 ORDER BY rowid");
    find.bind(1, subject).bind(2, from);
    while (find.step()) {
        forgotten.push_back(read_confirmed(find));
    }
    if (!forgotten.empty()) {
        find.reset();
        auto forget = database_.prepare("DELETE FROM temp.confirmed WHERE subject = ?1 AND id = ?2");
        forget.bind(1, subject).bind(2, from).run();
    }
    return forgotten;
}

void WaitingLists::each_confirmed(const std::function<void(const Confirmed&)>& take) {
    make_readable();
    auto rows = database_.prepare(std::string{"SELECT "} + std::string{confirmed_columns} +
                                  " FROM temp.confirmed ORDER BY rowid");
    while (rows.step()) {
        take(read_confirmed(rows));
    }
}

void WaitingLists::each_value(const std::function<void(const WaitingValue&)>& take) {
    make_readable();
    auto rows = database_.prepare("SELECT subject, id, field, value, import, row, document_date FROM "
                                  "temp.waiting_value ORDER BY rowid");
    while (rows.step()) {
        take({static_cast<std::size_t>(rows.integer(0)), rows.integer(1), rows.text(2), rows.text(3),
              Place{rows.integer(4), rows.integer(5), rows.integer(6)}});
    }
}

void WaitingLists::clear() {
    database_.run("DROP TABLE temp.waiting_value; DROP TABLE temp.confirmed");
}

} // namespace longmen::store::detail
