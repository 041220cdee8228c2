// SPDX-License-Identifier: GPL-3.0-or-later
// What holds a score against outcomes, as SciPy and scikit-learn see it, where they are installed.
#include <longmen/stats/calibration.hpp>
#include <longmen/stats/calibration_line.hpp>
#include <longmen/stats/kendall.hpp>
#include <longmen/stats/precision_recall.hpp>
#include <longmen/stats/roc.hpp>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace test_against_scipy {

using namespace longmen::stats;

namespace {

struct Rows {
    std::vector<std::uint8_t> outcomes;
    std::vector<double> predictions, others;
};

Rows random_rows(std::size_t size) {
    std::mt19937_64 random{61};
    Rows rows;
    for (std::size_t i = 0; i < size; ++i) {
        const auto percent = 1 + random() % 99;
        rows.predictions.push_back(static_cast<double>(percent) / 100);
        rows.outcomes.push_back(random() % 140 < 10 + percent);
        rows.others.push_back(static_cast<double>(percent / 5 + random() % 20));
    }
    return rows;
}

/// Empty where there is no SciPy.
std::map<std::string, double> oracle(const Rows& rows) {
    const auto folder = std::filesystem::temp_directory_path();
    const std::string given = (folder / "longmen-scipy-rows.txt").string(),
                      results = (folder / "longmen-scipy-results.txt").string();
    std::ofstream out{given};
    for (std::size_t i = 0; i < rows.outcomes.size(); ++i) {
        out << int{rows.outcomes[i]} << ' ' << rows.predictions[i] << ' ' << rows.others[i] << '\n';
    }
    out.close();
    const std::string script = std::string{LONGMEN_SOURCE_DIR} + "/tests/oracle/validation_statistics.py";
    for (const std::string python : {"/usr/bin/python3", "python3"}) {
        const std::string command =
            python + " '" + script + "' < " + given + " > " + results + " 2> " + results + ".log";
        if (std::system(command.c_str()) == 0) {
            std::ifstream in{results};
            std::map<std::string, double> found;
            std::string name;
            double value = 0;
            while (in >> name >> value) {
                found[name] = value;
            }
            return found;
        }
    }
    return {};
}

} // namespace

TEST_CASE("validation: as SciPy and scikit-learn say, where they are installed") {
    const auto rows = random_rows(1500);
    const auto found = oracle(rows);
    if (found.empty()) {
        WARN("no SciPy on this machine: skipped");
        return;
    }
    const auto& [outcomes, predictions, others] = rows;
    const double area = roc_area(predictions, outcomes, {0.95}).value().area;
    CHECK(area == Approx(found.at("area")).epsilon(1e-12));
    const auto tau = kendall_tau(predictions, others).value();
    CHECK(tau.tau == Approx(found.at("tau")).epsilon(1e-12));
    CHECK(tau.p == Approx(found.at("tau_p")).epsilon(1e-9).margin(1e-300));
    const auto line = std::get<CalibrationLine>(calibration_line(predictions, outcomes, {0.95}));
    CHECK(line.slope == Approx(found.at("slope")).epsilon(1e-7));
    CHECK(line.intercept == Approx(found.at("intercept")).epsilon(1e-7));
    CHECK(line.slope_error == Approx(found.at("slope_error")).epsilon(1e-7));
    CHECK(line.intercept_error == Approx(found.at("intercept_error")).epsilon(1e-7));
    CHECK(line.p == Approx(found.at("line_p")).epsilon(1e-6));
    if (!found.contains("average_precision")) {
        WARN("no scikit-learn on this machine: its part is skipped");
        return;
    }
    CHECK(area == Approx(found.at("area_again")).epsilon(1e-12));
    CHECK(average_precision(predictions, outcomes).value() ==
          Approx(found.at("average_precision")).epsilon(1e-12));
    CHECK(brier_score(predictions, outcomes, 10).value().score == Approx(found.at("brier")).epsilon(1e-12));
}

} // namespace test_against_scipy
