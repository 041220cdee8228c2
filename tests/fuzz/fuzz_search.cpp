// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a query over a real index: hits that agree with each other, or a refusal; never a crash, never
// long. LONGMEN_FUZZ_WORKSPACE names a workspace to search, else a small one is made.
#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/import_row.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/query_options.hpp>
#include <longmen/search/run.hpp>
#include <longmen/search/topic.hpp>
#include <longmen/store/importer.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace longmen;

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Some hundred records of few words, so that most words of a query are somewhere.
void fill(store::Workspace& workspace) {
    const std::vector<std::string> words{"电池", "正极", "检测", "装置", "a",  "b", "battery", "batteries",
                                         "seal", "5G",   "的",   "，",   "。", " ", "-",       "C22C38/00"};
    std::mt19937 random(1);
    const auto text = [&](std::size_t most) {
        std::string result;
        for (auto left = random() % most; left > 0; --left) {
            result += words[random() % words.size()] + (random() % 2 == 0 ? " " : "");
        }
        return result;
    };
    store::ImportSession session(workspace, {"a.csv", "sum", {}, "fuzz", "2022-01-01T00:00:00Z"});
    session.begin_table();
    constexpr int records = 300;
    for (int i = 0; i < records; ++i) {
        PatentRow row;
        row.row = static_cast<std::uint64_t>(i) + 2;
        row.values = {{Field::pub_no, "CN" + std::to_string(200000000 + i) + "U", 0},
                      {Field::title, "装置" + text(6), 0},
                      {Field::abstract, "一种" + text(40), 0},
                      {Field::claims, "1" + text(60), 0},
                      {Field::applicants, i % 3 == 0 ? "甲公司\n乙大学" : "Acme Ltd", 0},
                      {Field::inventors, "张三", 0},
                      {Field::ipc, i % 2 == 0 ? "H01M10/0525" : "F16J15/16", 0},
                      {Field::app_date, std::to_string(2010 + i % 12) + "-03-02", 0},
                      {Field::status, i % 5 == 0 ? "granted" : "examination", 0}};
        session.patent(row);
    }
    EnterpriseRow enterprise;
    enterprise.row = 2;
    enterprise.name = "甲公司";
    enterprise.park = "高新区";
    session.enterprise(enterprise);
    session.end_table({"", "generic", "patents", {}, {}});
    (void)session.commit();
}

struct Library {
    std::filesystem::path made;
    search::Settings settings = search::load_settings(LONGMEN_MODELS_FOLDER);
    store::Workspace workspace = open();

    store::Workspace open() {
        if (const char* given = std::getenv("LONGMEN_FUZZ_WORKSPACE")) {
            return store::Workspace::open(given, store::OpenMode::existing);
        }
        made = std::filesystem::temp_directory_path() / ("longmen-fuzz-search-" + std::to_string(getpid()));
        std::filesystem::remove_all(made);
        return store::Workspace::open(made.string(), store::OpenMode::create);
    }
    Library() {
        if (!made.empty()) {
            fill(workspace);
        }
        Progress silent;
        search::update_index(workspace, settings, silent);
    }
    ~Library() {
        std::error_code ignored;
        if (!made.empty()) {
            std::filesystem::remove_all(made, ignored);
        }
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

void check(const search::SearchResult& result, const search::SearchOptions& options,
           const std::vector<std::int64_t>& ids) {
    require(result.hits.size() <= options.limit && result.close <= result.hits.size());
    require(!options.counts || (result.total == ids.size() && result.families <= result.total));
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        const auto& hit = result.hits[i];
        require(hit.close == (i >= result.hits.size() - result.close));
        require(std::ranges::binary_search(ids, hit.id) != hit.close);
        for (const auto& [begin, end] : hit.snippet.marks) {
            require(begin < end && end <= hit.snippet.text.size());
        }
        require(is_valid_utf8(hit.snippet.text));
    }
    for (const auto& facet : result.facets) {
        for (const auto& row : facet.rows) {
            require(row.count > 0 && row.count <= result.total);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Library library;
    static search::Searcher searcher(library.workspace, library.settings);
    const std::string text{reinterpret_cast<const char*>(data), size};
    if (!is_valid_utf8(text)) {
        return 0;
    }
    // How it is run follows from the text too.
    const auto choice = std::hash<std::string>{}(text);
    search::SearchOptions options;
    options.order = static_cast<search::Order>(choice % 4);
    options.first = choice / 3 % 4 == 0 ? choice / 12 % 50 : 0;
    options.limit = choice / 600 % 30;
    options.close = choice / 18000 % 2 == 0;
    if (choice / 36000 % 2 == 0) {
        options.facets = search::read_facets("all");
    }
    options.counts = choice / 72000 % 8 != 0;
    try {
        const auto query =
            search::is_topic(text, library.settings) ? search::topic_query(text) : search::parse_query(text);
        check(searcher.run(query, options), options, searcher.ids(query));
    } catch (const UsageError&) { // a refusal
    }
    return 0;
}
