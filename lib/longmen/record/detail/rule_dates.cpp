// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and types of rules.
#include <longmen/record/detail/rule_dates.hpp>

#include <longmen/base/sentence.hpp>

namespace longmen::detail {

void require_source(const ConfigNode& block) {
    if (block.at("source").string().empty()) {
        block.at("source").fail(Sentence{"须写明依据", "must say what it rests on"});
    }
    (void)rule_date(block, "source_date").has_value();
    (void)block.at("source_date");
}

std::optional<Date> rule_date(const ConfigNode& block, std::string_view key) {
    const auto* node = block.find(key);
    if (!node) {
        return std::nullopt;
    }
    const auto date = Date::from_iso(node->date());
    if (!date || date->precision() != DatePrecision::day) {
        node->fail(Sentence{"须为完整日期，如 2021-06-01", "must be a whole date such as 2021-06-01"});
    }
    return date;
}

PatentType rule_type(const ConfigNode& node) {
    const auto type = patent_type_by_key(node.string());
    if (type == PatentType::unknown) {
        node.fail(Sentence{"没有这种类型；允许：invention, utility_model, design",
                           "no such type; allowed: invention, utility_model, design"});
    }
    return type;
}

std::int64_t integer_between(const ConfigNode& node, std::int64_t low, std::int64_t high) {
    const auto value = node.integer();
    if (value < low || value > high) {
        node.fail(
            sentence("{} 超出范围，须在 {} 至 {} 之间", "{} is out of range: {} to {}", value, low, high));
    }
    return value;
}

bool covers(const std::optional<Date>& from, const std::optional<Date>& to, const Date& day) {
    return (!from || from->days() <= day.days()) && (!to || day.days() <= to->days());
}

bool overlap(const std::optional<Date>& a_from, const std::optional<Date>& a_to,
             const std::optional<Date>& b_from, const std::optional<Date>& b_to) {
    return (!a_from || !b_to || a_from->days() <= b_to->days()) &&
           (!b_from || !a_to || b_from->days() <= a_to->days());
}

} // namespace longmen::detail
