// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the lengths of terms and counts from the filing date.
#include <longmen/record/term.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/record/detail/rule_dates.hpp>

namespace longmen {

TermRules TermRules::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "term"});
    TermRules result;
    for (const auto* node : root.tables("term")) {
        node->allow({"type", "years", "filed_from", "filed_to", "source", "source_date", "note"});
        detail::require_source(*node);
        Rule rule;
        rule.type = detail::rule_type(node->at("type"));
        rule.years = static_cast<int>(detail::integer_between(node->at("years"), 1, 100));
        rule.filed_from = detail::rule_date(*node, "filed_from");
        rule.filed_to = detail::rule_date(*node, "filed_to");
        for (const auto& other : result.rules_) {
            if (other.type == rule.type &&
                detail::overlap(rule.filed_from, rule.filed_to, other.filed_from, other.filed_to)) {
                node->fail(Sentence{"与同一类型的另一条规则时间重叠",
                                    "its dates overlap those of another rule of the same type"});
            }
        }
        result.rules_.push_back(rule);
    }
    return result;
}

TermRules TermRules::read_folder(const std::string& models_folder) {
    return read(Config::read(models_folder + "/vocabulary/terms_cn.toml"));
}

std::optional<Date> TermRules::end(const TermBasis& basis) const {
    const auto& start = basis.parent_filed ? basis.parent_filed : basis.filed;
    if (!start) {
        return std::nullopt;
    }
    for (const auto& rule : rules_) {
        if (rule.type == basis.type && detail::covers(rule.filed_from, rule.filed_to, *start)) {
            const auto full = start->add_years(rule.years);
            return basis.compensation_days != 0 && full.precision() == DatePrecision::day
                       ? full.add_days(static_cast<int>(basis.compensation_days))
                       : full;
        }
    }
    return std::nullopt;
}

} // namespace longmen
