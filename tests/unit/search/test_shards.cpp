// SPDX-License-Identifier: GPL-3.0-or-later
// Shards on real servers give what one index gives; a dead one is told.
#include "searching.hpp"

#include <longmen/base/errors.hpp>

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

using namespace longmen;
using namespace longmen::test;

namespace {

/// `xapian-tcpsrv` on 127.0.0.1, stopped at the end of the test.
class Server {
    pid_t process_ = -1;

public:
    Server(const std::string& folder, unsigned port) {
        process_ = fork();
        if (process_ == 0) {
            const auto number = std::to_string(port);
            execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port",
                   number.c_str(), folder.c_str(), static_cast<char*>(nullptr));
            _exit(127);
        }
    }
    void stop() {
        if (process_ > 0) {
            kill(process_, SIGKILL);
            waitpid(process_, nullptr, 0);
            process_ = -1;
        }
    }
    ~Server() { stop(); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    Server(Server&& other) noexcept : process_(std::exchange(other.process_, -1)) {}
    Server& operator=(Server&&) = delete;
};

std::string shown(const search::SearchResult& result) {
    std::string text = fmt::format("{} {} {}\n", result.total, result.families, result.generation);
    for (const auto& hit : result.hits) {
        text += fmt::format("{} {} {} {} {:.17g} {} {}\n", hit.number, hit.title, hit.date, hit.status,
                            hit.value, hit.snippet.text, hit.snippet.marks.size());
    }
    for (const auto& facet : result.facets) {
        for (const auto& row : facet.rows) {
            text += fmt::format("{} {} {}\n", facet.key, row.key, row.count);
        }
    }
    return text;
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

} // namespace

TEST_CASE("shards: three servers give the hits, order, counts and pieces of text of one index", "[search]") {
    Library library;
    std::vector<PatentRow> rows;
    const std::vector<std::string> parts{"电池", "检测", "装置", "lithium battery", "sealing rings", "液压"};
    for (int i = 0; i < 240; ++i) {
        std::string text = "一种";
        for (std::size_t k = 0; k < parts.size(); ++k) {
            text +=
                (i * 7 + static_cast<int>(k) * 5) % 11 < 4 ? "，" + parts[k] + std::to_string(i % 13) : "";
        }
        rows.push_back(text_row(i, i % 4 == 0 ? "电池" : "检测装置", text,
                                i % 5 == 0 ? "甲公司\n乙大学" : "丙厂",
                                i % 2 == 0 ? "H01M10/0525" : "F16J15/16",
                                std::to_string(2010 + i % 9) + "-03-02", i % 3 == 0 ? "" : "granted"));
    }
    import_rows(library.workspace, rows);
    library.update();
    Folder folder;
    const auto home = folder.path("shards");
    Progress silent;
    search::build_shards(library.workspace, settings(), 3, home, silent);
    CHECK_THROWS_AS(search::build_shards(library.workspace, settings(), 3, home, silent),
                    DataError); // not empty
    auto local = search::read_shards(Config::read(home + "/shards.toml"), home);
    REQUIRE(local.size() == 3);

    const auto port = 20000 + static_cast<unsigned>(getpid()) % 20000;
    std::vector<Server> servers;
    std::vector<search::Shard> remote;
    for (unsigned i = 0; i < 3; ++i) {
        servers.emplace_back(local[i].path, port + i);
        remote.push_back({"shard-" + std::to_string(i + 1), {}, "127.0.0.1", port + i});
    }
    search::Searcher whole(library.workspace, settings());
    auto by_path = opened(local, false);
    auto by_server = opened(remote, false);
    search::SearchOptions options;
    options.facets = true;
    options.limit = 50;
    for (const auto* text :
         {"电池", "电池 检测", "电池 OR 液压", "battery", "title:检测装置 NOT applicant:大学",
          "ipc:H01M year:2012..2015", "\"sealing rings\"", "status:unknown", "bat*", "applicant:甲",
          "number:CN200000003U", "没有这个词"}) {
        INFO(text);
        const auto query = search::parse_query(text);
        const auto expected = shown(whole.run(query, options));
        CHECK(shown(by_path.run(query, options)) == expected);
        CHECK(shown(by_server.run(query, options)) == expected);
        options.first = options.first == 0 ? 10 : 0; // pages too
    }
    CHECK_THROWS_AS(by_server.run(search::parse_query("enterprise:甲公司"), options), UsageError);

    servers[1].stop();
    CHECK_THROWS_AS(search::Searcher(remote, settings(), false), DataError);
    search::Searcher rest(remote, settings(), true);
    options.first = 0;
    const auto result = rest.run(search::parse_query("电池"), options);
    CHECK(result.missing == std::vector<std::string>{"shard-2"});
    CHECK(result.total > 0);
    CHECK(result.total < whole.run(search::parse_query("电池"), options).total);
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
    import_rows(library.workspace, {text_row(2, "阀", "阀")});
    search::build_shards(library.workspace, settings(), 2, folder.path("two"), silent);
    const std::vector<search::Shard> mixed{{"a", folder.path("one") + "/shard-1", {}, 0},
                                           {"b", folder.path("two") + "/shard-2", {}, 0}};
    CHECK_THROWS_AS(search::Searcher(mixed, settings(), false), DataError);
}
