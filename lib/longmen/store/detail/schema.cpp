// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations. A released one is never edited; a change is a new one.
#include <longmen/store/detail/schema.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/field.hpp>
#include <longmen/record/referent.hpp>
#include <longmen/store/detail/citation_writer.hpp>

#include <fmt/format.h>

#include <array>
#include <set>
#include <string>

namespace longmen::store::detail {
namespace {

/// One column per field of the dictionary; counts are integers.
std::string field_columns() {
    std::string columns;
    for (std::size_t i = 0; i < field_count; ++i) {
        const auto& info = field_info(static_cast<Field>(i));
        columns += fmt::format(",\n  {} {}", info.key, info.type == FieldType::count ? "INTEGER" : "TEXT");
    }
    return columns;
}

void to_version_1(Database& database) {
    database.run(
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
        "INSERT INTO meta VALUES('generation', '0');"
        // one row per file taken in; `columns` and `unknown` are JSON
        "CREATE TABLE import(id INTEGER PRIMARY KEY, path TEXT NOT NULL, part TEXT NOT NULL, checksum "
        "TEXT NOT NULL, source TEXT NOT NULL,"
        " kind TEXT NOT NULL, source_date TEXT NOT NULL, declared INTEGER NOT NULL, person TEXT NOT NULL, "
        "at TEXT NOT NULL,"
        " rows INTEGER NOT NULL, added INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT "
        "NULL,"
        " rejected INTEGER NOT NULL, columns TEXT NOT NULL, unknown TEXT NOT NULL) STRICT;"
        // the record is the application; `origin` says which import and row each value came from
        "CREATE TABLE patent(id INTEGER PRIMARY KEY, number TEXT NOT NULL, generation INTEGER NOT NULL, "
        "origin TEXT NOT NULL, extras TEXT" +
        field_columns() +
        ") STRICT;"
        "CREATE TABLE alias(key TEXT PRIMARY KEY, patent_id INTEGER NOT NULL REFERENCES patent(id)) "
        "STRICT, WITHOUT ROWID;"
        "CREATE TABLE publication(patent_id INTEGER NOT NULL REFERENCES patent(id), number TEXT NOT NULL, "
        "date TEXT NOT NULL,"
        " is_grant INTEGER NOT NULL, PRIMARY KEY(patent_id, number)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE class(patent_id INTEGER NOT NULL REFERENCES patent(id), scheme TEXT NOT NULL, "
        "position INTEGER NOT NULL,"
        " symbol TEXT NOT NULL, PRIMARY KEY(patent_id, scheme, position)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE citation(patent_id INTEGER NOT NULL REFERENCES patent(id), direction TEXT NOT NULL, "
        "number TEXT NOT NULL,"
        " PRIMARY KEY(patent_id, direction, number)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE removed(number TEXT NOT NULL, generation INTEGER NOT NULL) STRICT;"
        "CREATE TABLE enterprise(id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, uscc "
        "TEXT UNIQUE, former_names TEXT,"
        " aliases TEXT, name_en TEXT, park TEXT, county TEXT, city TEXT, province TEXT, address TEXT, "
        "industry TEXT,"
        " generation INTEGER NOT NULL, origin TEXT NOT NULL, extras TEXT) STRICT;"
        "CREATE INDEX enterprise_by_name ON enterprise(name_key);"
        "CREATE TABLE figures(id INTEGER PRIMARY KEY, enterprise_id INTEGER NOT NULL REFERENCES "
        "enterprise(id), year INTEGER NOT NULL,"
        " sales_revenue INTEGER, main_revenue INTEGER, rd_expense INTEGER, conversion_revenue INTEGER, "
        "staff INTEGER, rd_staff INTEGER,"
        " generation INTEGER NOT NULL, origin TEXT NOT NULL, extras TEXT, UNIQUE(enterprise_id, year)) "
        "STRICT;"
        "CREATE TABLE event(patent_id INTEGER NOT NULL REFERENCES patent(id), code TEXT NOT NULL, date "
        "TEXT NOT NULL, detail TEXT NOT NULL,"
        " import_id INTEGER NOT NULL REFERENCES import(id), row INTEGER NOT NULL, PRIMARY KEY(patent_id, "
        "code, date, detail)) STRICT, WITHOUT ROWID;"
        // values that lost against the one kept: conflicts (shown = 1) and what a correction stands above
        "CREATE TABLE other_value(subject TEXT NOT NULL, subject_id INTEGER NOT NULL, field TEXT NOT "
        "NULL, value TEXT NOT NULL,"
        " import_id INTEGER NOT NULL, row INTEGER NOT NULL, document_date INTEGER NOT NULL, shown INTEGER "
        "NOT NULL,"
        " PRIMARY KEY(subject, subject_id, field, value)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE history(id INTEGER PRIMARY KEY, generation INTEGER NOT NULL, cause TEXT NOT NULL, "
        "cause_id INTEGER NOT NULL,"
        " subject TEXT NOT NULL, subject_id INTEGER NOT NULL, field TEXT NOT NULL, old TEXT, new TEXT) "
        "STRICT;"
        "CREATE INDEX history_of ON history(subject, subject_id);"
        "CREATE TABLE remark(import_id INTEGER NOT NULL REFERENCES import(id), row INTEGER NOT NULL, "
        "heading TEXT NOT NULL, code TEXT NOT NULL,"
        " value TEXT NOT NULL, detail TEXT NOT NULL) STRICT;"
        "CREATE TABLE reject(import_id INTEGER NOT NULL REFERENCES import(id), row INTEGER NOT NULL, "
        "heading TEXT NOT NULL, code TEXT NOT NULL,"
        " value TEXT NOT NULL, detail TEXT NOT NULL, cells TEXT NOT NULL) STRICT;"
        "CREATE TABLE fix(id INTEGER PRIMARY KEY, subject TEXT NOT NULL, subject_id INTEGER NOT NULL, "
        "label TEXT NOT NULL, field TEXT NOT NULL,"
        " value TEXT NOT NULL, former TEXT, reason TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, "
        "undone_at TEXT) STRICT;"
        "CREATE TABLE book(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, as_of TEXT NOT NULL, at "
        "TEXT NOT NULL, person TEXT NOT NULL,"
        " note TEXT NOT NULL, generation INTEGER NOT NULL) STRICT;"
        "CREATE TABLE book_entry(book_id INTEGER NOT NULL REFERENCES book(id), subject TEXT NOT NULL, "
        "name TEXT NOT NULL, data TEXT NOT NULL,"
        " PRIMARY KEY(book_id, subject, name)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE search_log(id INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, query "
        "TEXT NOT NULL, as_of TEXT NOT NULL,"
        " generation INTEGER NOT NULL, hits INTEGER NOT NULL, families INTEGER NOT NULL) STRICT;"
        "CREATE TABLE assessment(id INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, "
        "programme TEXT NOT NULL, as_of TEXT NOT NULL,"
        " generation INTEGER NOT NULL, data TEXT NOT NULL) STRICT;");
}

/// Citations as rows that can be joined to the aliases of records, with category and origin.
void to_version_2(Database& database) {
    database.run(
        "DROP TABLE citation;"
        "CREATE TABLE citation(patent_id INTEGER NOT NULL REFERENCES patent(id), direction TEXT NOT NULL, "
        "key TEXT NOT NULL,"
        " number TEXT NOT NULL, category TEXT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY(patent_id, "
        "direction, key)) STRICT, WITHOUT ROWID;"
        "CREATE INDEX citation_by_key ON citation(key)");
    CitationWriter writer{database};
    auto query = database.prepare(
        "SELECT id, cited, citing FROM patent WHERE cited IS NOT NULL OR citing IS NOT NULL ORDER BY id");
    while (query.step()) {
        writer.write(query.integer(0), query.view(1), query.view(2));
    }
}

/// Decisions by hand about names of applicants.
void to_version_3(Database& database) {
    database.run(
        "CREATE TABLE name_decision(id INTEGER PRIMARY KEY, name TEXT NOT NULL, other TEXT NOT NULL, same "
        "INTEGER NOT NULL, reason TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, undone_at TEXT) "
        "STRICT");
}

/// Fields that joined the dictionary since the database was made; a new one has them already.
void add_new_fields(Database& database) {
    std::set<std::string> present;
    auto columns = database.prepare("SELECT name FROM pragma_table_info('patent')");
    while (columns.step()) {
        present.insert(columns.text(0));
    }
    columns.reset();
    for (std::size_t i = 0; i < field_count; ++i) {
        const auto& info = field_info(static_cast<Field>(i));
        if (!present.contains(std::string{info.key})) {
            database.run(fmt::format("ALTER TABLE patent ADD COLUMN {} {}", info.key,
                                     info.type == FieldType::count ? "INTEGER" : "TEXT"));
        }
    }
}

/// Days of compensation of the term; assets besides patents, each under a key of its kind.
void to_version_4(Database& database) {
    add_new_fields(database);
    database.run(
        "CREATE TABLE asset(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, number TEXT, "
        "name TEXT, owner TEXT, uscc TEXT, filed TEXT, registered TEXT, expires TEXT, state TEXT, "
        "status_text TEXT, classes TEXT, countries TEXT, standard TEXT, quantity INTEGER, city TEXT, "
        "county TEXT, generation INTEGER NOT NULL, origin TEXT NOT NULL, extras TEXT, UNIQUE(kind, key)) "
        "STRICT");
}

/// Ids of sources; persons and places behind ids of relational sources.
void to_version_5(Database& database) {
    add_new_fields(database);
    std::string columns;
    for (std::size_t i = 0; i < referent_field_count; ++i) {
        columns += fmt::format(", {} TEXT", referent_field_key(static_cast<ReferentField>(i)));
    }
    database.run(fmt::format(
        "CREATE TABLE referent(id INTEGER PRIMARY KEY, space TEXT NOT NULL, source_id TEXT NOT NULL{}, "
        "generation INTEGER NOT NULL, origin TEXT NOT NULL, extras TEXT, UNIQUE(space, source_id)) STRICT",
        columns));
}

/// Active priorities apart from all priorities.
void to_version_6(Database& database) {
    add_new_fields(database);
}

/// Sheets of experts. A sheet that gave way to a later one by the same scorer stays, with the import that
/// brought the later one.
void to_version_7(Database& database) {
    database.run(
        "CREATE TABLE expert_sheet(id INTEGER PRIMARY KEY, patent_id INTEGER NOT NULL REFERENCES patent(id), "
        "rule TEXT NOT NULL, scorer TEXT NOT NULL, scorer_key TEXT NOT NULL, date TEXT NOT NULL, scenario "
        "TEXT "
        "NOT NULL, import_id INTEGER NOT NULL REFERENCES import(id), replaced_by INTEGER REFERENCES "
        "import(id)) STRICT;"
        "CREATE UNIQUE INDEX expert_sheet_of ON expert_sheet(patent_id, rule, scorer_key) WHERE replaced_by "
        "IS NULL;"
        // an index for the patent that is deleted when two become one
        "CREATE INDEX expert_sheet_by_patent ON expert_sheet(patent_id);"
        "CREATE TABLE expert_score(sheet_id INTEGER NOT NULL REFERENCES expert_sheet(id), indicator TEXT NOT "
        "NULL, score TEXT, reason TEXT NOT NULL, evidence TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY "
        "KEY(sheet_id, indicator)) STRICT, WITHOUT ROWID");
}

/// Searches with what they were read as and on what; queries saved under a name, of which the latest counts
/// and an empty one takes the name away.
void to_version_8(Database& database) {
    database.run(
        "ALTER TABLE search_log ADD COLUMN canonical TEXT NOT NULL DEFAULT '';"
        "ALTER TABLE search_log ADD COLUMN scope TEXT NOT NULL DEFAULT '';"
        "ALTER TABLE search_log ADD COLUMN publications INTEGER;"
        "CREATE TABLE saved_search(id INTEGER PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL, at TEXT "
        "NOT NULL, person TEXT NOT NULL) STRICT;"
        "CREATE INDEX saved_search_by_name ON saved_search(name, id)");
}

/// Samples of the results of searches with what people judged of them, and reference sets. Records stand by
/// number, which finds them also after two became one.
void to_version_9(Database& database) {
    database.run(
        "CREATE TABLE judged_sample(id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES "
        "search_log(id), seed INTEGER NOT NULL, set_size INTEGER NOT NULL, generation INTEGER NOT NULL, at "
        "TEXT NOT NULL, person TEXT NOT NULL) STRICT;"
        "CREATE TABLE judged_sample_record(sample_id INTEGER NOT NULL REFERENCES judged_sample(id), place "
        "INTEGER NOT NULL, number TEXT NOT NULL, PRIMARY KEY(sample_id, place)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE judgement(id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES search_log(id), "
        "number TEXT NOT NULL, judge TEXT NOT NULL, judge_key TEXT NOT NULL, verdict TEXT NOT NULL, date "
        "TEXT "
        "NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL, replaced_at TEXT) STRICT;"
        "CREATE UNIQUE INDEX judgement_of ON judgement(run_id, number, judge_key) WHERE replaced_at IS NULL;"
        "CREATE TABLE reference_set(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, built_by TEXT NOT "
        "NULL, how TEXT NOT NULL, at TEXT NOT NULL, file TEXT NOT NULL, checksum TEXT NOT NULL) STRICT;"
        "CREATE TABLE reference_record(set_id INTEGER NOT NULL REFERENCES reference_set(id), place INTEGER "
        "NOT "
        "NULL, number TEXT NOT NULL, PRIMARY KEY(set_id, place)) STRICT, WITHOUT ROWID");
}

/// Watched searches: each look, what it told, and the records that matched at the last one. Records stand by
/// number.
void to_version_10(Database& database) {
    database.run(
        "CREATE TABLE watch(id INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL, person TEXT NOT "
        "NULL, ended_at TEXT) STRICT;"
        "CREATE UNIQUE INDEX watch_by_name ON watch(name) WHERE ended_at IS NULL;"
        "CREATE TABLE watch_look(watch_id INTEGER NOT NULL REFERENCES watch(id), place INTEGER NOT NULL, "
        "run_id INTEGER NOT NULL REFERENCES search_log(id), query TEXT NOT NULL, generation INTEGER NOT "
        "NULL, last_row INTEGER NOT NULL, records INTEGER NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL, "
        "PRIMARY KEY(watch_id, place)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE watch_change(watch_id INTEGER NOT NULL, look INTEGER NOT NULL, place INTEGER NOT NULL, "
        "number TEXT NOT NULL, change TEXT NOT NULL, PRIMARY KEY(watch_id, look, place), FOREIGN "
        "KEY(watch_id, look) REFERENCES watch_look(watch_id, place)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE watch_record(watch_id INTEGER NOT NULL REFERENCES watch(id), number TEXT NOT NULL, "
        "PRIMARY KEY(watch_id, number)) STRICT, WITHOUT ROWID");
}

using Migration = void (*)(Database&);
constexpr std::array<Migration, schema_version> migrations{
    to_version_1, to_version_2, to_version_3, to_version_4, to_version_5,
    to_version_6, to_version_7, to_version_8, to_version_9, to_version_10};

} // namespace

void migrate(Database& database) {
    auto query = database.prepare("PRAGMA user_version");
    query.step();
    auto version = static_cast<int>(query.integer(0));
    query.reset();
    if (version > schema_version) {
        throw DataError(sentence(
            "此工作区由更新版本的 longmen 写入（结构版本 {}，本程序支持到 {}）",
            "this workspace was written by a newer version of longmen (schema {}, this program knows {})",
            version, schema_version));
    }
    if (version == schema_version) {
        return;
    }
    database.run("BEGIN IMMEDIATE");
    try {
        for (; version < schema_version; ++version) {
            migrations.at(static_cast<std::size_t>(version))(database);
        }
        database.run(fmt::format("PRAGMA user_version = {}", schema_version));
        database.run("COMMIT");
    } catch (...) {
        database.run("ROLLBACK");
        throw;
    }
}

} // namespace longmen::store::detail
