// SPDX-License-Identifier: GPL-3.0-or-later
// Limits of a validation from their file, and the words for its verdicts.
#include <longmen/scoring/validation.hpp>

#include <array>

namespace longmen::scoring {
namespace {

double within(const ConfigNode& root, std::string_view key, double low, double high) {
    const auto& node = root.at(key);
    const auto value = node.real();
    if (!(value >= low && value <= high)) {
        node.fail(Sentence{"数值超出允许范围", "the number is out of range"});
    }
    return value;
}

std::size_t count(const ConfigNode& root, std::string_view key, std::int64_t least, std::int64_t most) {
    const auto& node = root.at(key);
    const auto value = node.integer();
    if (value < least || value > most) {
        node.fail(Sentence{"数值超出允许范围", "the number is out of range"});
    }
    return static_cast<std::size_t>(value);
}

OutcomeAges ages(const ConfigNode& root, std::string_view key) {
    constexpr int longest = 20;
    const auto& node = root.at(key);
    node.allow({"known_years", "later_years"});
    return {static_cast<int>(count(node, "known_years", 1, longest)),
            static_cast<int>(count(node, "later_years", 1, longest))};
}

} // namespace

ValidationRules read_validation_rules(const Config& config) {
    constexpr int longest_years = 50;
    constexpr std::int64_t most = 1000000, most_bins = 100, most_months = 120;
    constexpr double least_level = 0.5, greatest_level = 0.999, widest = 10;
    const auto& root = config.root();
    root.allow({"source", "years", "level", "margin", "slope_low", "slope_high", "minimum_positives",
                "group_minimum", "top_share", "bins", "cohort_minimum", "publication_months", "growth",
                "breadth"});
    ValidationRules rules;
    rules.source = root.at("source").string();
    rules.years = static_cast<int>(count(root, "years", 1, longest_years));
    rules.level = within(root, "level", least_level, greatest_level);
    rules.margin = within(root, "margin", 0, 1);
    rules.slope_low = within(root, "slope_low", 0, 1);
    rules.slope_high = within(root, "slope_high", 1, widest);
    rules.minimum_positives = count(root, "minimum_positives", 1, most);
    rules.group_minimum = count(root, "group_minimum", 1, most);
    constexpr double least_share = 0.001;
    rules.top_share = within(root, "top_share", least_share, 1);
    rules.bins = count(root, "bins", 2, most_bins);
    rules.cohort_minimum = count(root, "cohort_minimum", 1, most);
    rules.publication_months = static_cast<int>(count(root, "publication_months", 0, most_months));
    rules.growth = ages(root, "growth");
    rules.breadth = ages(root, "breadth");
    rules.checksum = config.checksum();
    return rules;
}

std::string_view verdict_key(Verdict verdict) {
    constexpr std::array<std::string_view, 5> keys{"too_few", "not_better", "orders_better", "better",
                                                   "yardstick"};
    return keys[static_cast<std::size_t>(verdict)];
}

Text verdict_text(Verdict verdict) {
    constexpr std::array<Text, 5> texts{
        Text{"结果太少，无从判断", "too few outcomes to tell"},
        Text{"不优于单纯数引用", "no better than counting"},
        Text{"排序优于单纯数引用，但概率不可直接使用",
             "orders better than counting, but its probabilities cannot be relied on"},
        Text{"优于单纯数引用", "better than counting"}, Text{"对照", "yardstick"}};
    return texts[static_cast<std::size_t>(verdict)];
}

std::string_view shortfall_key(Shortfall shortfall) {
    constexpr std::array<std::string_view, 6> keys{"positives", "nothing",      "margin",
                                                   "certainty", "uncalibrated", "slope"};
    return keys[static_cast<std::size_t>(shortfall)];
}

Text shortfall_text(Shortfall shortfall) {
    constexpr std::array<Text, 6> texts{
        Text{"出现（或未出现）结果的专利少于规定件数",
             "fewer patents with, or without, the outcome than asked for"},
        Text{"该模型没有评分，或比较的专利中只有一类结果",
             "the model scores nobody, or the patents compared have one outcome only"},
        Text{"高出对照的幅度不足", "not far enough above a yardstick"},
        Text{"与对照之差的置信区间未全部高于 0", "the interval of a difference does not lie wholly above 0"},
        Text{"此前没有足够的结果可用于把分值换算成概率",
             "no earlier outcomes to turn scores into probabilities"},
        Text{"校准斜率超出范围", "calibration slope out of its limits"}};
    return texts[static_cast<std::size_t>(shortfall)];
}

} // namespace longmen::scoring
