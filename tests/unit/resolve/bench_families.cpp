// SPDX-License-Identifier: GPL-3.0-or-later
// Hidden cases for tests/bench/families_against_vendors.py: documents and citations as TSV in, families and
// records out.
#include <longmen/base/text.hpp>
#include <longmen/resolve/cited_numbers.hpp>
#include <longmen/resolve/families.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace bench_families {

using namespace longmen;
using namespace longmen::resolve;

namespace {

std::string setting(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string{value};
}

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> result{""};
    for (const char c : line) {
        if (c == '\t') {
            result.emplace_back();
        } else {
            result.back() += c;
        }
    }
    return result;
}

/// `number@date`, `;` between several.
std::vector<WrittenNumber> numbers(const std::string& cell) {
    std::vector<WrittenNumber> result;
    for (const auto& part : split_trimmed(cell, ";")) {
        const auto at = part.find('@');
        result.push_back({part.substr(0, at),
                          at == std::string::npos ? std::nullopt : Date::from_iso(part.substr(at + 1))});
    }
    return result;
}

/// number, application, publications, priorities, `all` or `active`, parents, vendor's simple and extended
/// members.
std::vector<FamilyDocument> read_documents(const std::string& path) {
    std::vector<FamilyDocument> result;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        auto row = cells(line);
        REQUIRE(row.size() == 8);
        FamilyDocument document;
        document.number = row[0];
        if (const auto own = numbers(row[1]); !own.empty()) {
            document.application = own[0];
        }
        document.publications = split_trimmed(row[2], ";");
        document.priorities = numbers(row[3]);
        document.priority_list = row[4] == "active" ? PriorityList::active : PriorityList::all;
        document.parents = numbers(row[5]);
        document.vendor_simple.members = split_trimmed(row[6], ";");
        document.vendor_extended.members = split_trimmed(row[7], ";");
        result.push_back(std::move(document));
    }
    return result;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

TEST_CASE("families of a TSV of documents", "[.families-tsv]") {
    if (setting("LONGMEN_FAMILIES_IN").empty()) {
        WARN("skipped: LONGMEN_FAMILIES_IN names no file");
        return;
    }
    const auto documents = read_documents(setting("LONGMEN_FAMILIES_IN"));
    const auto basis = setting("LONGMEN_FAMILIES_BASIS");
    const auto families = make_families(documents, basis == "vendor" ? FamilyBasis::vendor
                                                   : basis == "both" ? FamilyBasis::both
                                                                     : FamilyBasis::priorities);
    // The link that ties a document to its family is the first in which it is the larger one.
    std::vector<const FamilyLink*> why(documents.size(), nullptr);
    for (const auto& link : families.extended_links) {
        if (why[link.b] == nullptr) {
            why[link.b] = &link;
        }
    }
    std::ofstream out(setting("LONGMEN_FAMILIES_OUT"));
    for (std::size_t i = 0; i < documents.size(); ++i) {
        out << documents[i].number << '\t' << documents[families.simple[i]].number << '\t'
            << documents[families.extended[i]].number << '\t'
            << (why[i] == nullptr ? "first" : link_reason_key(why[i]->reason)) << '\t'
            << (why[i] == nullptr ? "" : why[i]->number) << '\n';
    }
    for (const auto& text : families.unreadable) {
        out << "unreadable\t" << text << '\n';
    }
    CHECK(out.good());
}

TEST_CASE("cited numbers of a TSV against documents", "[.cited-tsv]") {
    if (setting("LONGMEN_CITED_IN").empty()) {
        WARN("skipped: LONGMEN_CITED_IN names no file");
        return;
    }
    CitedNumbers known;
    const auto documents = read_documents(setting("LONGMEN_FAMILIES_IN"));
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        known.add(i, documents[i].application.text, NumberHint::application);
        for (const auto& publication : documents[i].publications) {
            known.add(i, publication, NumberHint::publication);
        }
    }
    std::ifstream in(setting("LONGMEN_CITED_IN"));
    std::ofstream out(setting("LONGMEN_FAMILIES_OUT"));
    for (std::string line; std::getline(in, line);) {
        const auto found = known.find(line);
        out << line << '\t' << cited_match_key(found.match) << '\t'
            << (found.record ? documents[*found.record].number : found.stub) << '\n';
    }
    CHECK(out.good());
}

TEST_CASE("families of a million documents", "[.bench]") {
    constexpr std::size_t count = 1'000'000;
    std::vector<FamilyDocument> documents(count);
    for (std::size_t i = 0; i < count;
         ++i) { // families of three, a continuation each, a shared priority each tenth
        const auto first = i / 3 * 3;
        const auto serial = [](std::size_t n) { return std::to_string(10'000'000 + n).substr(1); };
        documents[i].number = "CN" + std::to_string(100'000'000 + i) + "B";
        documents[i].application = {"CN20181" + serial(i), Date::from_ymd(2018, 5, 4)};
        documents[i].publications = {"CN" + std::to_string(100'000'000 + i) + "A", documents[i].number};
        if (i != first) {
            documents[i].priorities.push_back({"CN20181" + serial(first), Date::from_ymd(2018, 5, 4)});
        }
        if (i % 10 == 0) {
            documents[i].priorities.push_back(
                {"US201762" + serial(i / 30).substr(1), Date::from_ymd(2017, 5, 5)});
        }
    }
    const auto start = std::chrono::steady_clock::now();
    const auto families = make_families(documents);
    std::cout << count << " documents, " << families.extended_links.size()
              << " links: " << seconds_since(start) << " s\n";
    CHECK(families.simple.size() == count);
}

} // namespace bench_families
