// SPDX-License-Identifier: GPL-3.0-or-later
// Small workspaces with texts, searched through the real index.
#pragma once

#include "support/workspace.hpp"

#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

namespace longmen::test {

inline search::Settings settings() {
    return search::load_settings(std::string{LONGMEN_SOURCE_DIR} + "/models");
}

inline PatentRow text_row(int serial, const std::string& title, const std::string& abstract,
                          const std::string& applicants = "甲公司", const std::string& ipc = "F16J15/16",
                          const std::string& filed = "2018-05-01", const std::string& status = "granted") {
    return patent_row(static_cast<std::uint64_t>(serial) + 1,
                      {{Field::pub_no, "CN" + std::to_string(200000000 + serial) + "U"},
                       {Field::title, title},
                       {Field::abstract, abstract},
                       {Field::applicants, applicants},
                       {Field::ipc, ipc},
                       {Field::app_date, filed},
                       {Field::status, status}});
}

struct Library {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);

    search::IndexUpdate update() {
        Progress silent;
        return search::update_index(workspace, settings(), silent);
    }
    search::SearchResult find(const std::string& query, search::SearchOptions options = {}) {
        update();
        return search::run_query(workspace, search::parse_query(query), options, settings());
    }
    /// Numbers found, as a set.
    std::set<std::string> numbers(const std::string& query) {
        search::SearchOptions options;
        options.limit = 100000;
        std::set<std::string> found;
        for (const auto& hit : find(query, options).hits) {
            found.insert(hit.number);
        }
        return found;
    }
};

inline std::string number(int serial) {
    return "CN" + std::to_string(200000000 + serial) + "U";
}

} // namespace longmen::test
