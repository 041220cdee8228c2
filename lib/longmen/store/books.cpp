// SPDX-License-Identifier: GPL-3.0-or-later
// Freezing and comparing.
#include <longmen/store/books.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/store/detail/record_table.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <utility>

namespace longmen::store {
namespace {

using Values = std::map<std::string, std::string>;
/// (subject, name) -> values
using State = std::map<std::pair<std::string, std::string>, Values>;

Values values_of(const detail::RecordTable& table, const detail::StoredRecord& record) {
    Values values;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        if (!record.values[i].empty() && table.columns()[i].name != "name_key" &&
            table.columns()[i].name != "enterprise_id") {
            values[table.columns()[i].name] = record.values[i];
        }
    }
    for (const auto& [heading, value] : record.extras) {
        values["x:" + heading] = value;
    }
    return values;
}

/// The sheets of experts on the patents of `names`, by id, that are dated until `as_of`: of each score
/// `T1.3`, `T1.3.reason`, `T1.3.evidence`.
void add_sheets(State& state, const Workspace& workspace, const std::map<std::int64_t, std::string>& names,
                const std::string& as_of) {
    auto query = workspace.database().prepare(
        "SELECT s.patent_id, s.rule, s.scorer, s.date, s.scenario, c.indicator, c.score, c.reason, c.evidence"
        " FROM expert_sheet s JOIN expert_score c ON c.sheet_id = s.id WHERE s.replaced_by IS NULL");
    while (query.step()) {
        const auto patent = names.find(query.integer(0));
        const auto date = query.text(3);
        if (patent == names.end() || date > as_of) {
            continue;
        }
        auto& values =
            state[{"expert_sheet", fmt::format("{} {} {}", patent->second, query.text(1), query.text(2))}];
        values["date"] = date;
        const auto indicator = query.text(5);
        const auto put = [&](const std::string& name, std::string value) {
            if (!value.empty()) {
                values[name] = std::move(value);
            }
        };
        put("scenario", query.text(4));
        put(indicator, query.is_null(6) ? std::string{} : query.text(6));
        put(indicator + ".reason", query.text(7));
        put(indicator + ".evidence", query.text(8));
    }
}

State present_state(const Workspace& workspace, const Date& as_of) {
    auto& database = workspace.database();
    State state;
    const auto each = [&](const char* sql, const std::function<void(std::int64_t)>& visit) {
        auto query = database.prepare(sql);
        while (query.step()) {
            visit(query.integer(0));
        }
    };
    auto patents = detail::patent_table(database);
    std::map<std::int64_t, std::string> numbers;
    each("SELECT id FROM patent", [&](std::int64_t id) {
        auto values = values_of(patents, patents.load(id));
        const auto filed = values.find("app_date");
        if (filed == values.end() || filed->second <= as_of.iso()) {
            const auto name = values.contains("app_no") ? values["app_no"] : values["number"];
            state[{"patent", name}] = std::move(values);
            numbers[id] = name;
        }
    });
    add_sheets(state, workspace, numbers, as_of.iso());
    auto enterprises = detail::enterprise_table(database);
    std::map<std::int64_t, std::string> names;
    each("SELECT id FROM enterprise", [&](std::int64_t id) {
        auto values = values_of(enterprises, enterprises.load(id));
        names[id] = values["name"];
        state[{"enterprise", values["name"]}] = std::move(values);
    });
    auto figures = detail::figures_table(database);
    each("SELECT id FROM figures", [&](std::int64_t id) {
        const auto record = figures.load(id);
        const auto& year = record.values[figures.find("year")];
        if (year + "-12-31" <= as_of.iso()) {
            const auto owner = std::stoll(record.values[figures.find("enterprise_id")]);
            state[{"figures", names[owner] + " " + year}] = values_of(figures, record);
        }
    });
    return state;
}

std::int64_t book_id(const Workspace& workspace, std::string_view name) {
    auto query = workspace.database().prepare("SELECT id FROM book WHERE name = ?");
    query.bind(1, name);
    if (query.step()) {
        return query.integer(0);
    }
    std::vector<std::string> names;
    for (const auto& book : list_books(workspace)) {
        names.push_back(book.name);
    }
    throw UsageError(sentence("没有时点库“{}”；已有：{}", "there is no book `{}`; there are: {}", name,
                              fmt::join(names, ", ")));
}

State book_state(const Workspace& workspace, std::int64_t id) {
    State state;
    auto query = workspace.database().prepare("SELECT subject, name, data FROM book_entry WHERE book_id = ?");
    query.bind(1, id);
    while (query.step()) {
        state[{query.text(0), query.text(1)}] = nlohmann::json::parse(query.view(2)).get<Values>();
    }
    return state;
}

} // namespace

Book freeze_book(Workspace& workspace, std::string_view name, const Date& as_of, std::string_view note,
                 std::string_view person, std::string_view at) {
    const auto label = trim(name);
    if (label.empty()) {
        throw UsageError(Sentence{"时点库须有名称", "a book needs a name"});
    }
    for (const auto& book : list_books(workspace)) {
        if (book.name == label) {
            throw UsageError(
                sentence("已有名为“{}”的时点库，时点库不可更改；请另取名称",
                         "there is a book `{}` already, and a book never changes; take another name", label));
        }
    }
    Change change{workspace};
    auto& database = workspace.database();
    const auto state = present_state(workspace, as_of);
    auto add = database.prepare(
        "INSERT INTO book(name, as_of, at, person, note, generation) VALUES(?, ?, ?, ?, ?, ?)");
    const auto date = as_of.iso();
    add.bind(1, label)
        .bind(2, std::string_view{date})
        .bind(3, at)
        .bind(4, person)
        .bind(5, note)
        .bind(6, change.generation() - 1);
    add.run();
    const auto id = database.last_id();
    auto entry = database.prepare("INSERT INTO book_entry VALUES(?, ?, ?, ?)");
    for (const auto& [key, values] : state) {
        const auto data =
            nlohmann::json(values).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        entry.bind(1, id)
            .bind(2, std::string_view{key.first})
            .bind(3, std::string_view{key.second})
            .bind(4, std::string_view{data});
        entry.run();
    }
    change.commit_unchanged(); // a copy of the state is no new state
    for (auto& book : list_books(workspace)) {
        if (book.name == label) {
            return book;
        }
    }
    throw InternalError("a book that was just frozen is not there");
}

std::vector<Book> list_books(const Workspace& workspace) {
    std::vector<Book> books;
    auto query = workspace.database().prepare(
        "SELECT name, as_of, at, person, note, generation, (SELECT count(*) "
        "FROM book_entry e WHERE e.book_id = b.id AND subject = 'patent'),"
        " (SELECT count(*) FROM book_entry e WHERE e.book_id = b.id AND subject "
        "= 'enterprise'), (SELECT count(*) FROM book_entry e WHERE e.book_id = b.id AND subject = "
        "'expert_sheet') FROM book b ORDER BY id");
    while (query.step()) {
        books.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4),
                         query.integer(5), query.integer(6), query.integer(7), query.integer(8)});
    }
    return books;
}

std::vector<Difference> compare_books(const Workspace& workspace, std::string_view before,
                                      std::string_view after) {
    const auto old_state = book_state(workspace, book_id(workspace, before));
    State new_state;
    if (after.empty()) {
        const auto as_of = workspace.data_date();
        new_state = present_state(workspace, as_of ? *as_of : Date{});
    } else {
        new_state = book_state(workspace, book_id(workspace, after));
    }
    std::vector<Difference> differences;
    auto a = old_state.begin();
    auto b = new_state.begin();
    while (a != old_state.end() || b != new_state.end()) {
        if (b == new_state.end() || (a != old_state.end() && a->first < b->first)) {
            differences.push_back({"gone", a->first.first, a->first.second, {}, {}, {}});
            ++a;
        } else if (a == old_state.end() || b->first < a->first) {
            differences.push_back({"added", b->first.first, b->first.second, {}, {}, {}});
            ++b;
        } else {
            Values fields = a->second;
            fields.insert(b->second.begin(), b->second.end());
            for (const auto& [field, any] : fields) {
                const auto was = a->second.find(field);
                const auto is = b->second.find(field);
                const std::string old_value = was == a->second.end() ? "" : was->second;
                const std::string new_value = is == b->second.end() ? "" : is->second;
                if (old_value != new_value) {
                    differences.push_back(
                        {"changed", a->first.first, a->first.second, field, old_value, new_value});
                }
            }
            ++a;
            ++b;
        }
    }
    return differences;
}

} // namespace longmen::store
