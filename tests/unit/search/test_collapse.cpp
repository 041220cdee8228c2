// SPDX-License-Identifier: GPL-3.0-or-later
// One hit for each family, against collapsing the whole list by hand.
#include "searching.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace test_collapse {

using namespace longmen;
using namespace longmen::test;
using namespace longmen::search;

namespace {

/// 300 records in families of one to six, some without, of varied texts and dates.
std::map<std::string, std::string> fill(Library& library) {
    std::mt19937 random(20261128);
    std::map<std::string, std::string> families; // by number
    std::vector<PatentRow> rows;
    for (int i = 0; i < 300; ++i) {
        std::string abstract = "阀";
        for (unsigned k = 0; k < 5 + random() % 20; ++k) {
            abstract += random() % 3 == 0 ? "密封" : "弹簧垫片";
        }
        auto row = text_row(i, random() % 2 == 0 ? "密封阀" : "球阀", abstract, "甲", "F16K1/00",
                            std::to_string(2000 + random() % 20) + "-05-01");
        const auto family = random() % 4 == 0 ? std::string{} : "FAM" + std::to_string(random() % 80);
        families[number(i)] = family.empty() ? number(i) : family;
        if (!family.empty()) {
            row = patent_row(static_cast<std::uint64_t>(i) + 1,
                             {{Field::pub_no, number(i)},
                              {Field::title, random() % 2 == 0 ? "密封阀" : "球阀"},
                              {Field::abstract, abstract},
                              {Field::vendor_family_id, family},
                              {Field::app_date, std::to_string(2000 + random() % 20) + "-05-01"}});
        }
        rows.push_back(row);
    }
    import_rows(library.workspace, rows);
    return families;
}

} // namespace

TEST_CASE("collapse: the first of each family in every order, members counted, counts exact", "[search]") {
    Library library;
    const auto families = fill(library);
    for (const auto order : {Order::relevance, Order::fresh, Order::newest, Order::oldest}) {
        for (const auto* const query :
             {"密封", "阀 密封 year:2005..2015", "弹簧 NOT title:球阀", "year:2010"}) {
            INFO(query << " " << static_cast<int>(order));
            SearchOptions options;
            options.order = order;
            options.limit = 1000;
            const auto plain = library.find(query, options);
            std::vector<std::string> expected;
            std::map<std::string, std::size_t> members;
            for (const auto& hit : plain.hits) {
                if (members[families.at(hit.number)]++ == 0) {
                    expected.push_back(hit.number);
                }
            }
            options.by_family = true;
            const auto collapsed = library.find(query, options);
            REQUIRE(collapsed.hits.size() == expected.size());
            CHECK(expected.size() > 10);
            CHECK(collapsed.total == plain.total);
            CHECK(collapsed.families == expected.size());
            CHECK(plain.families == expected.size());
            std::size_t all = 0;
            for (std::size_t i = 0; i < expected.size(); ++i) {
                CHECK(collapsed.hits[i].number == expected[i]);
                CHECK(collapsed.hits[i].members == members.at(families.at(expected[i])));
                all += collapsed.hits[i].members;
            }
            CHECK(all == plain.total);
            // Pages one after the other are the whole.
            std::vector<std::string> paged;
            options.limit = 7;
            for (options.first = 0; options.first < expected.size(); options.first += options.limit) {
                for (const auto& hit : library.find(query, options).hits) {
                    paged.push_back(hit.number);
                }
            }
            CHECK(paged == expected);
        }
    }
}

TEST_CASE("collapse: closest records are one a family too, none of a family found", "[search]") {
    Library library;
    const auto row = [](int serial, const std::string& title, const std::string& family) {
        return patent_row(static_cast<std::uint64_t>(serial) + 1, {{Field::pub_no, number(serial)},
                                                                   {Field::title, title},
                                                                   {Field::abstract, "活塞"},
                                                                   {Field::vendor_family_id, family}});
    };
    import_rows(library.workspace,
                {row(1, "液压缸密封设备", "A"), row(2, "液压缸的密封装置", "A"),
                 row(3, "液压缸密封装置", "B"), row(4, "液压缸密封装置体", "B"), row(5, "液压泵", "")});
    SearchOptions options;
    options.close = true;
    const auto plain = library.find("液压缸密封设备", options);
    CHECK(plain.close == 4);
    options.by_family = true;
    const auto collapsed = library.find("液压缸密封设备", options);
    CHECK(collapsed.total == 1);
    REQUIRE(collapsed.hits.size() == 3);
    CHECK(collapsed.hits[0].number == number(1));
    CHECK(collapsed.close == 2);
    CHECK(collapsed.hits[1].number == number(3));
    CHECK(collapsed.hits[2].number == number(5));
    options.first = 1;
    options.limit = 1;
    CHECK(library.find("液压缸密封设备", options).hits.at(0).number == number(3));
    options.first = 2;
    CHECK(library.find("液压缸密封设备", options).hits.at(0).number == number(5));
}

} // namespace test_collapse
