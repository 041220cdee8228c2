// SPDX-License-Identifier: GPL-3.0-or-later
// Two-way counts and white cells.
#include "small_corpus.hpp"

#include <longmen/analysis/matrix.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_matrix {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

namespace {

std::vector<std::string> first_applicant(const Patent& patent) {
    return patent.applicants.empty() ? std::vector<std::string>{} : std::vector{patent.applicants.front()};
}

} // namespace

TEST_CASE("matrix: cells, totals and order") {
    const Corpus data = corpus({{"2019", {"A"}, {"H01M 1/00"}},
                                {"2019", {"A"}, {"H01M 1/00"}},
                                {"2019", {"B"}, {"H01M 1/00"}},
                                {"2019", {"B"}, {"C01B 1/00"}},
                                {"2019", {"C"}, {}}});
    const auto matrix = cross(data, all(data), first_applicant, main_subclass, data.as_of);
    CHECK(matrix.rows == std::vector<std::string>{"A", "B"});
    CHECK(matrix.columns == std::vector<std::string>{"H01M", "C01B"});
    CHECK(matrix.counts == std::vector<std::vector<std::size_t>>{{2, 0}, {1, 1}});
    CHECK(matrix.row_totals == std::vector<std::size_t>{2, 2});
    CHECK(matrix.column_totals == std::vector<std::size_t>{3, 1});
    CHECK(matrix.total == 4);
    CHECK(matrix.basis.n == 4);
    CHECK(matrix.basis.without == 1);
    CHECK(cross(data, all(data), first_applicant, main_subclass, data.as_of, 1).total == 2);
}

TEST_CASE("matrix: a blank is white only where enough would be expected") {
    CountMatrix matrix;
    matrix.rows = {"r0", "r1", "r2"};
    matrix.columns = {"c0", "c1", "c2"};
    matrix.counts = {{20, 0, 1}, {10, 10, 0}, {2, 0, 0}};
    matrix.row_totals = {21, 20, 2};
    matrix.column_totals = {32, 10, 1};
    matrix.total = 43;
    const auto white = white_cells(matrix, {3, 0.05});
    // r0/c1 expects 21 * 10 / 43 = 4.88 and has 0; r1/c0 expects 14.9 and has 10, which chance explains (p
    // 0.13); the others expect fewer than 3 or have more than expected
    REQUIRE(white.size() == 1);
    CHECK(white[0].row == 0);
    CHECK(white[0].column == 1);
    CHECK(white[0].observed == 0);
    CHECK(white[0].expected == Approx(210.0 / 43));
    CHECK(white[0].p == Approx(std::exp(-210.0 / 43)));
    CHECK(white_cells(matrix, {3, 0.2}).size() == 2);
}

} // namespace test_matrix
