// SPDX-License-Identifier: GPL-3.0-or-later
// Values of programme files, each checked where it stands.
#include <longmen/programme/detail/values.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/programme/programme.hpp>

#include <cmath>

namespace longmen::programme::detail {

Date date_of(const ConfigNode& node) {
    const auto date = Date::from_iso(node.date());
    if (!date) {
        node.fail(Sentence{"此处应为日期：YYYY-MM-DD、YYYY-MM 或 YYYY",
                           "a date is expected: YYYY-MM-DD, YYYY-MM or YYYY"});
    }
    return *date;
}

std::int64_t share_of(const ConfigNode& node) {
    constexpr double exact = 1e-4; // of a millionth: what a double of a short decimal is off at most
    const double scaled = node.real() * static_cast<double>(millionths_per_one);
    if (!(scaled >= 0) || scaled > static_cast<double>(millionths_per_one)) {
        node.fail(Sentence{"此处应为 0 到 1 之间的比例", "a share between 0 and 1 is expected"});
    }
    const double rounded = std::round(scaled);
    if (std::abs(scaled - rounded) > exact) {
        node.fail(Sentence{"比例最多保留 6 位小数", "a share may have at most 6 decimals"});
    }
    return static_cast<std::int64_t>(rounded);
}

std::int64_t yuan_of(const ConfigNode& node) {
    constexpr std::int64_t most = 1'000'000'000'000; // a million million: anything above is a slip
    const std::int64_t yuan = node.integer();
    if (yuan <= 0 || yuan > most) {
        node.fail(Sentence{"此处应为以元计的正整数", "a positive whole number of yuan is expected"});
    }
    return yuan;
}

int small_of(const ConfigNode& node, std::int64_t low, std::int64_t high) {
    const std::int64_t number = node.integer();
    if (number < low || number > high) {
        node.fail(
            sentence("此处应为 {} 到 {} 之间的整数", "a whole number from {} to {} is expected", low, high));
    }
    return static_cast<int>(number);
}

std::optional<int> small_or_none(const ConfigNode& table, std::string_view key, std::int64_t low,
                                 std::int64_t high) {
    const auto* node = table.find(key);
    return node ? std::optional{small_of(*node, low, high)} : std::nullopt;
}

Sentence pair_of(const ConfigNode& table, const std::string& stem, bool required) {
    if (!required && !table.find(stem + "_zh") && !table.find(stem + "_en")) {
        return {};
    }
    return {table.at(stem + "_zh").string(), table.at(stem + "_en").string()};
}

} // namespace longmen::programme::detail
