// SPDX-License-Identifier: GPL-3.0-or-later
// Plain lists of numbers, and what must not be taken for one.
#include "recording.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/ingest/detail/number_list.hpp>

namespace test_number_list {

using longmen::DiagnosticCode;
using longmen::Field;
using longmen::ingest::detail::looks_like_numbers;
using reading::value;

TEST_CASE("number lists: told from tables by what they hold", "[ingest]") {
    CHECK(looks_like_numbers("US20080250823A1\nUS7131597\nUS6427704\n"));
    CHECK(looks_like_numbers("# mine\nCN 109876543 B\nZL201220249767.4"));
    CHECK(looks_like_numbers("CN109876543B,CN101000001A;EP1271392A1"));
    CHECK_FALSE(looks_like_numbers("20181123\n20190101\n20200202\n")); // days
    CHECK_FALSE(looks_like_numbers("12345678\n23456789\n"));
    CHECK_FALSE(looks_like_numbers("公开号\n标题\n"));
    CHECK_FALSE(looks_like_numbers("号码,名称\nCN109876543B,一种阀\nCN101000001A,一种灯\n"));
    CHECK_FALSE(looks_like_numbers("# nothing\n"));
    CHECK_FALSE(looks_like_numbers(""));
}

TEST_CASE("number lists: each number is a record, what is none is rejected", "[ingest]") {
    const auto read = reading::read_text(
        "CN109876543B\n201811234567.X, US7131597\n\nCN101000001A\nEP1271392A1\nWO1989011703A1\n"
        "US6427704\nCN102000002B\nCN103000003B\nnothing\nUS20080250823A1\n");
    REQUIRE(read.patents.size() == 10);
    CHECK(value(read.patents[0], Field::pub_no) == "CN109876543B");
    CHECK(value(read.patents[1], Field::app_no) == "CN201811234567.X");
    CHECK(value(read.patents[2], Field::pub_no) == "US7131597");
    CHECK(read.rejected.size() == 1);
}

TEST_CASE("number lists: in the cells of a table without heading", "[ingest]") {
    const auto read =
        reading::read_text("\"US7131597\"\n\"CN 109876543 B\"\n\"201811234567.X, EP1271392A1\"\n");
    REQUIRE(read.patents.size() == 4);
    CHECK(value(read.patents[1], Field::pub_no) == "CN109876543B");
    CHECK(value(read.patents[2], Field::app_no) == "CN201811234567.X");
    CHECK(read.rejected.empty());
    CHECK_THROWS_AS(reading::read_text("\"US7131597\"\n\"hello\"\n\"world\"\n"), longmen::DataError);
}

TEST_CASE("number lists: the documents of a search topic", "[ingest]") {
    const auto data = reading::shared_data();
    if (!data) {
        WARN("the shared data are absent");
        return;
    }
    CHECK(reading::read_path(*data + "/patsnap-xml/topic-1/q1-qrels+ve.txt").patents.size() == 22);
    CHECK(reading::read_path(*data + "/patsnap-xml/topic-1/q1-qrels-ve.txt").patents.size() == 25);
    CHECK_THROWS_AS(reading::read_path(*data + "/patsnap-xml/topic-1/q1.xml"), longmen::DataError);
}

} // namespace test_number_list
