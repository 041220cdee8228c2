// SPDX-License-Identifier: GPL-3.0-or-later
// Baselines written and read back, and what is refused.
#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/scoring/baseline_file.hpp>

#include <catch2/catch.hpp>
#include <support/folder.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>

namespace test_baseline_file {

using namespace longmen;
using namespace longmen::scoring;

namespace {

BaselineCell cell_of(CellKey key, std::vector<double> values) {
    std::ranges::sort(values);
    BaselineCell cell;
    cell.key = key;
    cell.size = values.size();
    cell.open = cell.size / 3;
    cell.minimum = values.front();
    cell.maximum = values.back();
    cell.mean = 1.0 / 3;
    cell.values = std::make_shared<const stats::Distribution>(stats::Distribution::of_sorted(values));
    return cell;
}

Baseline sample() {
    std::mt19937 random{11};
    std::vector<double> fine(5000);
    for (auto& value : fine) {
        value = random() % 4 == 0 ? 0.0 : std::exp(-static_cast<double>(random() % 1000000) / 3e4);
    }
    Baseline baseline;
    baseline.name = "a name";
    baseline.origin = "one\ttwo";
    baseline.unit = "application";
    baseline.clock = "filing";
    baseline.as_of = "2022-06-30";
    baseline.fields = "f";
    baseline.offices = {"", "CN"};
    baseline.indicators.push_back(
        {"claims", {cell_of({0, -12, 0}, {1, 1, 1, 2.5}), cell_of({1, 2016, 28}, {-3, 7})}, false});
    baseline.indicators.push_back({"pagerank_a50", {cell_of({1, 2016, 3}, fine)}, false});
    baseline.indicators.push_back({"scope", {{{1, 2016, 3}, 5, 0, 1.9, 1, 4, {}, {{50, 2}, {99, 4}}}}, true});
    return baseline;
}

/// With the checksum made right again.
std::string sealed(std::string text) {
    text.resize(text.rfind("checksum\t"));
    return text + "checksum\t" + hash_hex(text) + "\n";
}

std::string with(const std::string& from, const std::string& to) {
    auto text = baseline_text(sample());
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

void refused(const std::string& text, const std::string& part) {
    CHECK_THROWS_WITH(parse_baseline(text, "x.lmb"), Catch::Contains(part) && Catch::StartsWith("x.lmb"));
}

} // namespace

TEST_CASE("baseline file: read back to the same bits, the same bytes again") {
    const test::Folder folder;
    const auto baseline = sample();
    const auto path = folder.path("x.lmb");
    const auto checksum = write_baseline(path, baseline);
    const auto again = read_baseline(path);
    CHECK(again.checksum == checksum);
    CHECK(baseline_text(again) == baseline_text(baseline));
    CHECK(again.origin == "one two"); // a line keeps no tabs
    CHECK(again.offices == baseline.offices);
    REQUIRE(again.indicators.size() == 3);
    for (std::size_t i = 0; i < 2; ++i) {
        REQUIRE(again.indicators[i].cells.size() == baseline.indicators[i].cells.size());
        for (std::size_t c = 0; c < again.indicators[i].cells.size(); ++c) {
            const auto& one = again.indicators[i].cells[c];
            const auto& other = baseline.indicators[i].cells[c];
            CHECK(one.key == other.key);
            CHECK(one.mean == other.mean);
            CHECK(one.open == other.open);
            CHECK(one.values->points() == other.values->points());
        }
    }
    CHECK(again.indicators[2].cells[0].percentiles == baseline.indicators[2].cells[0].percentiles);
    CHECK(again.find("nothing") == nullptr);
    CHECK(again.office("CN") == 1U);
    CHECK_FALSE(again.office("EP"));
}

TEST_CASE("baseline file: any byte that differs is found out, whatever it is") {
    const auto text = baseline_text(sample());
    std::mt19937 random{12};
    for (int round = 0; round < 300; ++round) {
        auto damaged = text;
        auto& byte = damaged[random() % damaged.size()];
        byte = static_cast<char>(byte ^ static_cast<char>(1 + random() % 127));
        CHECK_THROWS_AS(parse_baseline(damaged, "x.lmb"), DataError);
    }
    for (std::size_t size = 0; size < text.size(); size += 97) {
        CHECK_THROWS_AS(parse_baseline(text.substr(0, size), "x.lmb"), DataError);
    }
}

TEST_CASE("baseline file: what makes no sense is refused with its line, checksum or not") {
    refused("something else", "is no baseline");
    refused(sealed(with("baseline\t1", "baseline\t2")), "format version");
    refused(with("1x3", "1x4"), "checksum differs");
    refused(sealed(with("1x3", "1x4")), "x.lmb:9: ");
    refused(sealed(with("1x3 2.5", "2.5 1x3")), "x.lmb:9: ");
    refused(sealed(with("1x3", "nanx3")), "x.lmb:9: ");
    refused(sealed(with("-3 7", "-3 4294967295x4294967295")), "x.lmb:10: ");
    refused(sealed(with("CN\t2016\t28", "CN\t2016\t36")), "x.lmb:10: ");
    refused(sealed(with("p50=2", "50=2")), "out of order");
    refused(sealed(with("name\ta name", "nome\ta name")), "x.lmb:2: ");
    refused(sealed(with("cell\tCN\t2016\t28", "cell\t-\t-12\t0")), "stands twice");
    refused(sealed(with("indicator\tscope", "indicator\tclaims")), "out of order");
    CHECK_THROWS_WITH(read_baseline("/no/such.lmb"), Catch::Contains("cannot be read"));
}

} // namespace test_baseline_file
