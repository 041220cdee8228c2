// SPDX-License-Identifier: GPL-3.0-or-later
// Shards on real servers give what one index gives; a dead one is told.
#include "searching.hpp"
#include "shard_server.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/store/searches.hpp>

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <sstream>
#include <thread>

namespace test_shards {

using namespace longmen;
using namespace longmen::test;

namespace {

/// All that a searcher sees; of a value as many digits as mean something, the last ones depend on the order
/// of addition.
std::string shown(const search::SearchResult& result, bool values) {
    std::string text =
        fmt::format("{} {} {} {}\n", result.total, result.families, result.generation, result.close);
    for (const auto& hit : result.hits) {
        text += fmt::format("{} {} {} {} {} {:.10g} {} {} {}", hit.number, hit.title, hit.date, hit.status,
                            fmt::join(hit.applicants, ";"), values ? hit.value : 0, hit.close, hit.members,
                            hit.snippet.text);
        for (const auto& [begin, end] : hit.snippet.marks) {
            text += fmt::format(" {}-{}", begin, end);
        }
        text += "\n";
    }
    for (const auto& facet : result.facets) {
        text += fmt::format("{} {}\n", facet.key, facet.distinct);
        for (const auto& row : facet.rows) {
            text += fmt::format("{} {} {}\n", facet.key, row.key, row.count);
        }
    }
    return text;
}

/// What a search gives, or what it says instead.
std::string answer(search::Searcher& searcher, const search::QueryNode& query,
                   const search::SearchOptions& options, bool values = true) {
    try {
        return shown(searcher.run(query, options), values);
    } catch (const UsageError& error) {
        return error.what();
    }
}

/// Lines that are not the same, one above the other.
std::string differences(const std::string& one, const std::string& other) {
    std::istringstream left(one), right(other);
    std::string result, a, b;
    while (true) {
        const bool more_left = static_cast<bool>(std::getline(left, a));
        const bool more_right = static_cast<bool>(std::getline(right, b));
        if (!more_left && !more_right) {
            return result;
        }
        if (!more_left || !more_right || a != b) {
            result += (more_left ? a : "-") + "\n" + (more_right ? b : "-") + "\n";
        }
    }
}

search::Searcher opened(const std::vector<search::Shard>& shards, bool partial) {
    for (int attempt = 0;; ++attempt) { // servers need a moment to listen
        try {
            return {shards, settings(), partial};
        } catch (const DataError&) {
            if (attempt == 50) {
                throw;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
}

const std::vector<std::string> words{"电池",    "锂离子电池", "检测",    "装置",      "液压系统", "密封圈",
                                     "battery", "batteries",  "sealing", "hydraulic", "5G",       "Al2O3",
                                     "阀",      "正极材料",   "电机",    "的",        "一种"};

/// Records with every kind of text and owner, in an order that is not that of their numbers.
class Records {
    std::mt19937 random_{20};

    std::string text(std::size_t most) {
        static const std::vector<std::string> between{"", "", "", "，", "。", " ", "、", "与", "（", "-"};
        std::string result;
        for (auto left = 1 + random_() % most; left > 0; --left) {
            result += words[random_() % words.size()] + between[random_() % between.size()];
        }
        return result;
    }

public:
    void into(store::Workspace& workspace, int count) {
        static const std::vector<std::string> owners{"甲公司", "乙大学", "丙厂", "Acme Batteries Ltd",
                                                     "甲公司\n乙大学"};
        static const std::vector<std::string> classes{"H01M10/0525", "H01M4/13\nF16J15/16", "F16J15/16",
                                                      "G01R31/36"};
        static const std::vector<std::string> days{"2016-05-01", "2016-05-01", "2018-03-02",
                                                   "2019",       "2020-11",    ""};
        std::vector<PatentRow> rows;
        for (int i = 0; i < count; ++i) {
            const auto serial = (i * 37) % count;
            auto row = text_row(serial, text(4), random_() % 9 == 0 ? "" : text(24),
                                owners[random_() % owners.size()], classes[random_() % classes.size()],
                                days[random_() % days.size()], random_() % 3 == 0 ? "" : "granted");
            const auto add = [&](Field field, std::string value) {
                if (random_() % 3 == 0) {
                    row.values.push_back({field, std::move(value), 0});
                }
            };
            add(Field::title_en, "A hydraulic " + text(3));
            add(Field::abstract_en, "batteries with sealing " + text(5));
            add(Field::first_claim, "1. " + text(8));
            add(Field::claims, text(30));
            add(Field::description, text(60));
            add(Field::inventors, "张三\n李四");
            add(Field::owners, "丁公司");
            add(Field::county, random_() % 2 == 0 ? "榆次区" : "太谷区");
            add(Field::vendor_family_id, "F" + std::to_string(random_() % 20));
            add(Field::app_no, "CN2015" + std::to_string(10100000 + serial));
            add(Field::expiry_date, "2030-01-02");
            rows.push_back(std::move(row));
        }
        store::ImportSession session(workspace, {"a.csv", "sum", {}, "tester", "2022-01-01T00:00:00Z"});
        session.begin_table();
        for (const auto& row : rows) {
            session.patent(row);
        }
        EnterpriseRow enterprise;
        enterprise.name = "甲公司";
        enterprise.aliases = {"阿克米"};
        enterprise.name_en = "Acme Batteries Ltd";
        enterprise.park = "高新区";
        session.enterprise(enterprise);
        session.end_table({"", "generic", "patents", {}, {}});
        (void)session.commit();
    }
};

/// Queries put together from all the language has.
class Queries {
    std::mt19937 random_{7};

    std::string word() { return words[random_() % words.size()]; }
    std::string leaf() {
        static const std::vector<std::string> fixed{"ipc:H01M",
                                                    "ipc:H",
                                                    "ipc:F16J15/16",
                                                    "year:2016..2019",
                                                    "filed:>=2018",
                                                    "status:granted",
                                                    "status:unknown",
                                                    "applicant:甲",
                                                    "applicant:大学",
                                                    "inventor:张三",
                                                    "enterprise:甲公司",
                                                    "enterprise:阿克米",
                                                    "park:高新区",
                                                    "county:榆次区",
                                                    "bat*",
                                                    "*ing",
                                                    "applicant:acm*",
                                                    "expires:<2031",
                                                    "number:CN200000003U",
                                                    "number:CN201510100005.X",

                                                    "type:发明",
                                                    "enterprise:没有的公司",
                                                    "title:\"5G\""};
        const auto number = std::to_string(1 + random_() % 8);
        switch (random_() % 5) {
        case 0:
            return fixed[random_() % fixed.size()];
        case 1:
            return word() + " NEAR/" + number + " " + word();
        case 2:
            return "(" + word() + " OR " + word() + ") ADJ/" + number + " " + word() +
                   (random_() % 2 == 0 ? "" : " ADJ/" + number + " " + word());
        case 3:
            return (random_() % 2 == 0 ? "title:" : "claims:") + word();
        default:
            return word() + (random_() % 3 == 0 ? "^2.5" : "");
        }
    }

public:
    std::string next() {
        switch (random_() % 6) {
        case 0:
            return word() + " " + word() + " " + word(); // the page is filled up
        case 1:
            return leaf() + " OR " + leaf() + " OR " + leaf();
        case 2:
            return leaf() + " NOT (" + leaf() + ")";
        case 3:
            return "2 OF (" + leaf() + ", " + leaf() + ", " + leaf() + ")";
        case 4:
            return word() + " AND (" + leaf() + " OR " + word() + " OR " + word() + ")";
        default:
            return leaf();
        }
    }
    search::SearchOptions options() {
        static const std::vector<search::Order> orders{search::Order::relevance, search::Order::relevance,
                                                       search::Order::newest, search::Order::oldest};
        search::SearchOptions options;
        options.order = orders[random_() % orders.size()];
        options.first = random_() % 3 == 0 ? random_() % 60 : 0;
        options.limit = random_() % 4 == 0 ? 1000 : random_() % 40;
        options.close = random_() % 2 == 0;
        options.counts = random_() % 8 != 0;
        options.by_family = random_() % 3 == 0;
        if (const auto facets = random_() % 3; facets > 0) {
            options.facets = facets == 1 ? search::usual_facets() : search::read_facets("all");
        }
        return options;
    }
};

/// A workspace, its index, and three shards, by path and on servers.
struct Cut {
    Library library;
    Folder folder;
    std::vector<search::Shard> local, remote;
    std::vector<Server> servers;

    explicit Cut(int records) {
        Records().into(library.workspace, records);
        library.update();
        const auto home = folder.path("shards");
        Progress silent;
        search::build_shards(library.workspace, settings(), 3, home, silent);
        local = search::read_shards(Config::read(home + "/shards.toml"), home);
        for (unsigned i = 0; i < 3; ++i) {
            const auto port = free_port();
            servers.emplace_back(local.at(i).path, port);
            remote.push_back({"shard-" + std::to_string(i + 1), {}, "127.0.0.1", port});
        }
    }
};

} // namespace

TEST_CASE("shards: three servers give the hits, order, counts and pieces of text of one index", "[search]") {
    Cut cut(200);
    search::Searcher whole(cut.library.workspace, settings());
    auto by_path = opened(cut.local, false);
    auto by_server = opened(cut.remote, false);
    Queries queries;
    std::size_t found = 0, close = 0;
    for (int i = 0; i < 150; ++i) {
        const auto text = queries.next();
        auto options = queries.options();
        // Under OR Xapian counts what words apart weigh together for some records, others on other cuts:
        // there all hits are compared, not their order.
        const bool any_order =
            (text.find(" OR ") != std::string::npos || text.find(" OF ") != std::string::npos) &&
            (text.find("NEAR/") != std::string::npos || text.find("ADJ/") != std::string::npos);
        if (any_order) {
            options.first = 0;
            options.limit = 1000;
            options.order = search::Order::oldest;
            options.by_family = options.close = false;
        }
        INFO(i << " " << text << " from " << options.first << " limit " << options.limit << " order "
               << static_cast<int>(options.order));
        const auto query = search::parse_query(text);
        const auto expected = answer(whole, query, options, !any_order);
        CHECK(differences(answer(by_path, query, options, !any_order), expected) == "");
        CHECK(differences(answer(by_server, query, options, !any_order), expected) == "");
        found += expected.find("CN2") != std::string::npos ? 1 : 0;
        close += expected.find(" true ") != std::string::npos ? 1 : 0;
    }
    CHECK(found > 75); // most of the queries compare something
    CHECK(close > 0);
}

TEST_CASE("shards: what only a workspace knew is there too", "[search]") {
    Cut cut(60);
    auto shards = opened(cut.remote, false);
    search::SearchOptions options;
    const auto all =
        shards.run(search::parse_query("number:CN200000003U OR NOT number:CN200000003U"), options);
    CHECK(all.total == 60);
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 1; id <= 60; ++id) {
        ids.push_back(id);
    }
    CHECK(all.publications == store::count_publications(cut.library.workspace, ids));
    CHECK(all.publications >= 60);
    CHECK_THROWS_AS(shards.run(search::parse_query("enterprise:乙大学"), options),
                    UsageError); // as in the whole
    CHECK(shards.run(search::parse_query("enterprise:\"acme batteries ltd\""), options).total ==
          shards.run(search::parse_query("park:高新区"), options).total);
}

TEST_CASE("shards: one server dies", "[search]") {
    Cut cut(90);
    search::Searcher whole(cut.library.workspace, settings());
    auto strict = opened(cut.remote, false);
    auto partial = opened(cut.remote, true);
    const auto query = search::parse_query("电池");
    search::SearchOptions options;
    const auto expected = whole.run(query, options).total;
    CHECK(strict.run(query, options).total == expected);
    const auto before = partial.run(query, options);
    CHECK(before.missing.empty());

    cut.servers[1].stop(); // while both searchers are connected
    CHECK_THROWS_AS(strict.run(query, options), DataError);
    CHECK_THROWS_AS(search::Searcher(cut.remote, settings(), false), DataError);
    for (const auto order : {search::Order::relevance, search::Order::newest}) {
        options.order = order;
        const auto result = partial.run(query, options);
        CHECK(result.missing == std::vector<std::string>{"shard-2"});
        CHECK(result.total > 0);
        CHECK(result.total < expected);
    }
    cut.servers[0].stop();
    cut.servers[2].stop();
    CHECK_THROWS_AS(partial.run(query, options), DataError);
}

TEST_CASE("shards: a list that cannot be read, parts of different states", "[search]") {
    CHECK_THROWS_AS(search::read_shards(Config::parse("", "s.toml"), "."), DataError);
    CHECK_THROWS_AS(search::read_shards(Config::parse("[[shard]]\nname = \"a\"\n", "s.toml"), "."),
                    DataError);
    CHECK_THROWS_AS(search::read_shards(
                        Config::parse("[[shard]]\nname = \"a\"\nhost = \"h\"\nport = 0\n", "s.toml"), "."),
                    DataError);
    Library library;
    import_rows(library.workspace, {text_row(1, "阀", "阀")});
    Folder folder;
    Progress silent;
    search::build_shards(library.workspace, settings(), 2, folder.path("one"), silent);
    CHECK_THROWS_AS(search::build_shards(library.workspace, settings(), 2, folder.path("one"), silent),
                    DataError); // not empty
    import_rows(library.workspace, {text_row(2, "阀", "阀")});
    search::build_shards(library.workspace, settings(), 2, folder.path("two"), silent);
    const search::Shard first{"a", folder.path("one") + "/shard-1", {}, 0};
    const search::Shard second{"b", folder.path("one") + "/shard-2", {}, 0};
    const search::Shard later{"c", folder.path("two") + "/shard-2", {}, 0};
    using Shards = std::vector<search::Shard>;
    CHECK_NOTHROW(search::Searcher(Shards{first, second}, settings(), false));
    CHECK_THROWS_AS(search::Searcher(Shards{first, later}, settings(), false), DataError);
    CHECK_THROWS_AS(search::Searcher(Shards{first, first}, settings(), false), DataError);
    CHECK_THROWS_AS(search::Searcher(Shards{first}, settings(), false), DataError);
}

} // namespace test_shards
