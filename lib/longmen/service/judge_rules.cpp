// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the lines and sizes.
#include <longmen/service/judge_rules.hpp>

#include <longmen/base/config.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::service {
namespace {

double share(const ConfigNode& table, const char* key) {
    const auto& node = table.at(key);
    if (!(node.real() > 0 && node.real() <= 1)) {
        node.fail(Sentence{"此处应为大于 0、不超过 1 的数", "a number above 0 and up to 1 is expected"});
    }
    return node.real();
}

JudgeRules::Lines lines(const ConfigNode& table) {
    table.allow({"pass", "warn"});
    const JudgeRules::Lines both{share(table, "pass"), share(table, "warn")};
    if (both.warn > both.pass) {
        table.at("warn").fail(Sentence{"警示线不能高于合格线", "the warn line lies above the pass line"});
    }
    return both;
}

JudgeRules::Least least(const ConfigNode& table) {
    constexpr std::int64_t most = 1'000'000'000;
    table.allow({"least", "share"});
    const auto& node = table.at("least");
    if (node.integer() < 1 || node.integer() > most) {
        node.fail(sentence("此处应为 1 到 {} 之间的整数", "a whole number from 1 to {} is expected", most));
    }
    return {static_cast<std::size_t>(node.integer()), share(table, "share")};
}

/// Up to the next whole number, but not for what the product of decimals is off.
std::size_t share_of(double share, std::size_t set) {
    constexpr double slack = 1e-9;
    return static_cast<std::size_t>(std::ceil(share * static_cast<double>(set) - slack));
}

} // namespace

JudgeRules JudgeRules::load(const std::string& models_folder) {
    const auto config = Config::read(models_folder + "/search/judge.toml");
    const auto& root = config.root();
    root.allow(
        {"id", "version", "source", "source_date", "precision", "recall", "sample", "reference", "interval"});
    JudgeRules rules;
    rules.precision = lines(root.at("precision"));
    rules.recall = lines(root.at("recall"));
    rules.sample = least(root.at("sample"));
    rules.reference = least(root.at("reference"));
    const auto& interval = root.at("interval");
    interval.allow({"level"});
    rules.level = share(interval, "level");
    if (rules.level >= 1) {
        interval.at("level").fail(Sentence{"置信水平应小于 1", "the confidence level must be below 1"});
    }
    rules.date = root.at("source_date").date();
    rules.checksum = config.checksum();
    return rules;
}

std::size_t JudgeRules::smallest_sample(std::size_t set) const {
    return std::min(set, std::max(sample.least, share_of(sample.share, set)));
}

std::size_t JudgeRules::smallest_reference(std::size_t set) const {
    return std::max<std::size_t>(1, std::min(reference.least, share_of(reference.share, set)));
}

} // namespace longmen::service
