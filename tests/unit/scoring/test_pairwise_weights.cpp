// SPDX-License-Identifier: GPL-3.0-or-later
// Saaty's published examples, a general eigenvalue solver, consistent matrices, and draws of random ones.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/pairwise_weights.hpp>

#include <Eigen/Eigenvalues>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace test_pairwise_weights {

using namespace longmen;
using namespace longmen::scoring;

namespace {

/// From the judgements above the diagonal, row by row.
NumberTable judged(std::size_t terms, const std::vector<double>& above) {
    NumberTable table{terms, terms, std::vector<double>(terms * terms, 1)};
    std::size_t next = 0;
    for (std::size_t i = 0; i < terms; ++i) {
        for (std::size_t j = i + 1; j < terms; ++j) {
            table.at(i, j) = above.at(next++);
            table.at(j, i) = 1 / table.at(i, j);
        }
    }
    return table;
}

/// Saaty's scale: 1/9, 1/8, ... 1/2, 1, 2, ... 9.
double drawn_judgement(std::mt19937_64& random) {
    const auto step = static_cast<int>(random() % 17) - 8;
    return step >= 0 ? step + 1.0 : 1.0 / (1 - step);
}

NumberTable drawn(std::size_t terms, std::mt19937_64& random) {
    std::vector<double> above;
    for (std::size_t i = 0; i < terms * (terms - 1) / 2; ++i) {
        above.push_back(drawn_judgement(random));
    }
    return judged(terms, above);
}

struct Solved {
    double lambda = 0;
    std::vector<double> weights;
};

/// By QR iterations, the eigenvalue of greatest real part.
Solved solved(const NumberTable& table) {
    const auto size = static_cast<Eigen::Index>(table.rows);
    const Eigen::MatrixXd matrix =
        Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(
            table.cells.data(), size, size);
    const Eigen::EigenSolver<Eigen::MatrixXd> solver{matrix};
    Eigen::Index greatest = 0;
    solver.eigenvalues().real().maxCoeff(&greatest);
    Eigen::VectorXd vector = solver.eigenvectors().col(greatest).real();
    vector /= vector.sum();
    return {solver.eigenvalues()(greatest).real(), {vector.data(), vector.data() + size}};
}

void check_close(const std::vector<double>& found, const std::vector<double>& wanted, double margin) {
    REQUIRE(found.size() == wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i] == Approx(wanted[i]).margin(margin));
    }
}

const std::vector<double> house_judgements{5,       3,       7,       6,       6,       1.0 / 3, 1.0 / 4,
                                           1.0 / 3, 5,       3,       3,       1.0 / 5, 1.0 / 7, 6,
                                           3,       4,       6,       1.0 / 5, 1.0 / 3, 1.0 / 4, 1.0 / 7,
                                           1.0 / 8, 1.0 / 2, 1.0 / 5, 1.0 / 6, 1.0 / 5, 1.0 / 6, 1.0 / 2};

} // namespace

TEST_CASE("pairwise weights: wealth of seven nations, Saaty (1977)") {
    const auto result = pairwise_weights(
        judged(7, {4,       9,       6,       6,       5, 5,       7,       5,       5,       3, 4,
                   1.0 / 5, 1.0 / 5, 1.0 / 7, 1.0 / 5, 1, 1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3, 2}));
    check_close(result.weights, {0.427, 0.230, 0.021, 0.052, 0.052, 0.123, 0.094}, 6e-4);
    CHECK(result.lambda_max == Approx(7.61).margin(5e-3));
    CHECK(result.consistency_index == Approx(0.10).margin(5e-3));
    CHECK(result.consistency_ratio.value() == Approx(0.08).margin(5e-3));
    CHECK(result.acceptable.value());
}

TEST_CASE("pairwise weights: buying a house, Saaty (1990), and the judgement he mends (2003)") {
    const auto table = judged(8, house_judgements);
    const auto result = pairwise_weights(table);
    check_close(result.weights, {0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333}, 6e-4);
    CHECK(result.lambda_max == Approx(9.669).margin(6e-4));
    CHECK(result.consistency_index == Approx(0.238).margin(6e-4));
    CHECK(result.consistency_ratio.value() == Approx(0.169).margin(6e-4));
    CHECK_FALSE(result.acceptable.value());

    // Neighbourhood against condition, given as 6, is found and put to 1/2; 8.811 and 0.083 are printed.
    const auto pairs = judgement_disturbances(table);
    REQUIRE(pairs.size() == 28);
    CHECK(pairs[0].row == 2);
    CHECK(pairs[0].column == 6);
    CHECK(pairs[0].given == Approx(6));
    CHECK(pairs[0].implied == Approx(0.459).margin(6e-4));
    CHECK(pairs[0].consistency_index * 7 + 8 == Approx(8.811).margin(6e-4));
    auto mended = table;
    mended.at(2, 6) = 0.5;
    mended.at(6, 2) = 2;
    const auto better = pairwise_weights(mended);
    check_close(better.weights, {0.175, 0.062, 0.103, 0.019, 0.034, 0.041, 0.221, 0.345}, 6e-4);
    CHECK(better.lambda_max == Approx(8.811).margin(1e-3));
    CHECK(better.consistency_ratio.value() == Approx(0.083).margin(1e-3));
    CHECK(better.acceptable.value());
}

TEST_CASE("pairwise weights: three terms worked by hand") {
    // lambda = 1 + t + 1/t with t = cube root of a12 a23 / a13; both kinds of weights are the same.
    const double a12 = 2, a23 = 4, a13 = 3, t = std::cbrt(a12 * a23 / a13);
    const auto result = pairwise_weights(judged(3, {a12, a13, a23}));
    CHECK(result.lambda_max == Approx(1 + t + 1 / t).epsilon(1e-13));
    const std::vector<double> means{std::cbrt(6.0), std::cbrt(2.0), std::cbrt(1.0 / 12)};
    const double sum = means[0] + means[1] + means[2];
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(result.weights[i] == Approx(means[i] / sum).epsilon(1e-13));
        CHECK(result.geometric[i] == Approx(means[i] / sum).epsilon(1e-13));
    }
    for (const auto& pair : judgement_disturbances(judged(3, {a12, a13, a23}))) {
        CHECK(pair.consistency_index == Approx(0).margin(1e-12));
    }
}

TEST_CASE("pairwise weights: a general solver on random judgements; terms in another order") {
    std::mt19937_64 random{11};
    for (int round = 0; round < 300; ++round) {
        const std::size_t terms = 3 + random() % 13;
        const auto table = drawn(terms, random);
        const auto result = pairwise_weights(table);
        const auto wanted = solved(table);
        REQUIRE(result.lambda_max == Approx(wanted.lambda).epsilon(1e-10));
        REQUIRE(result.lambda_max >= static_cast<double>(terms) - 1e-9);
        REQUIRE(std::accumulate(result.weights.begin(), result.weights.end(), 0.0) ==
                Approx(1).epsilon(1e-13));
        std::vector<std::size_t> order(terms);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::shuffle(order, random);
        NumberTable moved = table;
        for (std::size_t i = 0; i < terms; ++i) {
            for (std::size_t j = 0; j < terms; ++j) {
                moved.at(i, j) = table.at(order[i], order[j]);
            }
        }
        const auto other = pairwise_weights(moved);
        for (std::size_t i = 0; i < terms; ++i) {
            REQUIRE(result.weights[i] == Approx(wanted.weights[i]).epsilon(1e-8));
            REQUIRE(result.weights[i] > 0);
            REQUIRE(other.weights[i] == Approx(result.weights[order[i]]).epsilon(1e-11));
        }
    }
}

TEST_CASE("pairwise weights: consistent judgements give back their weights; a spoilt one is found") {
    std::mt19937_64 random{13};
    std::uniform_real_distribution<double> uniform{0.5, 5};
    for (int round = 0; round < 200; ++round) {
        const std::size_t terms = 4 + random() % 9;
        std::vector<double> weights(terms);
        std::ranges::generate(weights, [&] { return uniform(random); });
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        std::vector<double> above;
        for (std::size_t i = 0; i < terms; ++i) {
            for (std::size_t j = i + 1; j < terms; ++j) {
                above.push_back(weights[i] / weights[j]);
            }
        }
        auto table = judged(terms, above);
        const auto result = pairwise_weights(table);
        REQUIRE(result.consistency_index < 1e-12);
        REQUIRE(result.acceptable.value());
        for (std::size_t i = 0; i < terms; ++i) {
            REQUIRE(result.weights[i] == Approx(weights[i] / sum).epsilon(1e-12));
            REQUIRE(result.geometric[i] == Approx(weights[i] / sum).epsilon(1e-12));
        }
        const std::size_t column = 1 + random() % (terms - 1), row = random() % column;
        const double true_ratio = table.at(row, column);
        table.at(row, column) = true_ratio * 7;
        table.at(column, row) = 1 / table.at(row, column);
        const auto pairs = judgement_disturbances(table);
        REQUIRE(pairs[0].row == row);
        REQUIRE(pairs[0].column == column);
        REQUIRE(pairs[0].implied == Approx(true_ratio).epsilon(1e-10));
        REQUIRE(pairs[0].consistency_index < 1e-12);
        REQUIRE(pairs[1].consistency_index > 1e-3);
    }
}

TEST_CASE("pairwise weights: random indices are the means of drawn judgements") {
    std::mt19937_64 random{17};
    for (std::size_t terms = 3; terms <= 15; ++terms) {
        const int draws = terms < 6 ? 20000 : 3000;
        double sum = 0, squares = 0;
        for (int draw = 0; draw < draws; ++draw) {
            const double index = pairwise_weights(drawn(terms, random)).consistency_index;
            sum += index;
            squares += index * index;
        }
        const double mean = sum / draws;
        const double error = std::sqrt((squares / draws - mean * mean) / draws);
        // Four standard errors and the last printed place; Saaty's own come of 500 draws a size.
        CHECK(std::abs(mean - alonso_lamata_random_indices[terms - 3]) < 4 * error + 1e-3);
        CHECK(std::abs(mean - saaty_random_indices[terms - 3]) < 0.07);
    }
}

TEST_CASE("pairwise weights: one and two terms cannot contradict; beyond the indices there is no ratio") {
    const auto one = pairwise_weights({1, 1, {1}});
    CHECK(one.weights == std::vector<double>{1});
    CHECK(one.consistency_ratio.reason() == Undefined::not_applicable);
    const auto two = pairwise_weights(judged(2, {3}));
    check_close(two.weights, {0.75, 0.25}, 1e-15);
    CHECK(two.lambda_max == Approx(2).epsilon(1e-14));
    CHECK(two.consistency_index == 0);
    CHECK(two.acceptable.value());
    CHECK(judgement_disturbances(judged(2, {3})).empty());
    std::mt19937_64 random{19};
    const auto many = pairwise_weights(drawn(16, random));
    CHECK(many.consistency_ratio.reason() == Undefined::no_data);
    CHECK(many.acceptable.reason() == Undefined::no_data);
    const std::vector<double> own{0.5};
    PairwiseOptions options;
    options.random_indices = own;
    const auto three = pairwise_weights(judged(3, {2, 3, 4}), options);
    CHECK(three.consistency_ratio.value() == three.consistency_index / 0.5);
    CHECK_FALSE(pairwise_weights(judged(4, {1, 1, 1, 1, 1, 1}), options).consistency_ratio.defined());
}

TEST_CASE("pairwise weights: the most extreme contradiction still settles") {
    const auto result = pairwise_weights(judged(3, {1e6, 1e-6, 1e6}));
    check_close(result.weights, {1.0 / 3, 1.0 / 3, 1.0 / 3}, 1e-9);
    CHECK(result.lambda_max == Approx(1 + 1e6 + 1e-6).epsilon(1e-9));
    const auto apart = pairwise_weights(judged(3, {1e6, 1e6, 1e6}));
    CHECK(apart.lambda_max == Approx(1 + 100 + 0.01).epsilon(1e-9));
    CHECK(apart.weights[2] / apart.weights[0] == Approx(1e-8).epsilon(1e-6));
}

TEST_CASE("pairwise weights: refusals name the cells") {
    auto table = judged(3, {2, 3, 4});
    const auto refused = [](const NumberTable& bad, const std::string& part) {
        CHECK_THROWS_AS(pairwise_weights(bad), UsageError);
        CHECK_THROWS_WITH(pairwise_weights(bad), Catch::Contains(part));
        CHECK_THROWS_WITH(judgement_disturbances(bad), Catch::Contains(part));
    };
    refused({}, "0 rows and 0 columns");
    refused({2, 3, {1, 2, 3, 4, 5, 6}}, "2 rows and 3 columns");
    refused({2, 2, {1, 2, 0.5}}, "(3 numbers)");
    for (const double bad : {0.0, -2.0, std::nan(""), 1e7, HUGE_VAL}) {
        table.at(1, 2) = bad;
        refused(table, "row 2, column 3 is");
    }
    table.at(1, 2) = 4;
    table.at(2, 1) = 0.2;
    refused(table, "row 2, column 3 (4) and row 3, column 2 (0.2) must be reciprocal");
    table.at(2, 1) = 0.25;
    table.at(1, 1) = 2;
    refused(table, "row 2, column 2 is 2: the diagonal");
    PairwiseOptions options;
    options.reciprocal_tolerance = 0;
    CHECK_THROWS_AS(pairwise_weights(judged(2, {3}), options), UsageError);
}

TEST_CASE("pairwise weights: fractions of three decimals pass and count alike with their opposite") {
    // Asked the other way round, the answers are the opposite: weights turn into their reciprocals.
    NumberTable table{3, 3, {1, 7, 3, 0.143, 1, 0.5, 0.333, 2, 1}};
    const NumberTable turned{3, 3, {1, 0.143, 0.333, 7, 1, 2, 3, 0.5, 1}};
    const auto given = pairwise_weights(table), opposite = pairwise_weights(turned);
    CHECK(given.lambda_max == Approx(opposite.lambda_max).epsilon(1e-13));
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(given.weights[i] * opposite.weights[i] ==
              Approx(given.weights[0] * opposite.weights[0]).epsilon(1e-12));
    }
    CHECK(given.weights[0] / given.weights[1] == Approx(std::cbrt(7.0 * 3 * 7 * 2)).margin(0.01));
    table.at(1, 0) = 0.14;
    CHECK_THROWS_AS(pairwise_weights(table), UsageError);
}

} // namespace test_pairwise_weights
