// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rules of annual fees and finds the one that holds on a day.
#include <longmen/record/fee_rules.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/record/detail/rule_dates.hpp>

#include <algorithm>

namespace longmen {
namespace {

constexpr std::int64_t fen_in_yuan = 100;
constexpr std::int64_t whole = 100; // per cent
constexpr std::int64_t most_years = 100;
constexpr std::int64_t most_yuan = 1'000'000;

template <class Block>
void read_dates(const ConfigNode& node, Block& block) {
    detail::require_source(node);
    block.valid_from = detail::rule_date(node, "valid_from");
    block.valid_to = detail::rule_date(node, "valid_to");
}

/// Two blocks that mean the same must not hold on one day.
template <class Block, class Same>
void add(std::vector<Block>& blocks, Block block, const ConfigNode& node, Same&& same) {
    for (const auto& other : blocks) {
        if (same(other) &&
            detail::overlap(block.valid_from, block.valid_to, other.valid_from, other.valid_to)) {
            node.fail(Sentence{"与同类的另一条规则时间重叠",
                               "its dates overlap those of another rule of the same kind"});
        }
    }
    blocks.push_back(std::move(block));
}

template <class Block, class Same>
const Block* on(const std::vector<Block>& blocks, const Date& due, Same&& same) {
    const auto found = std::ranges::find_if(blocks, [&](const Block& block) {
        return same(block) && detail::covers(block.valid_from, block.valid_to, due);
    });
    return found == blocks.end() ? nullptr : &*found;
}

constexpr auto any = [](const auto&) { return true; };

std::vector<Money> read_steps(const ConfigNode& steps) {
    std::vector<Money> fees;
    for (const auto& step : steps.array()) {
        step.allow({"from", "to", "yuan"});
        const auto first = detail::integer_between(step.at("from"), 1, most_years);
        const auto last = detail::integer_between(step.at("to"), first, most_years);
        if (first != static_cast<std::int64_t>(fees.size()) + 1) {
            step.at("from").fail(sentence("年度须从 1 起逐段相接，此处应为 {}",
                                          "the years must follow each other from 1; {} was expected",
                                          fees.size() + 1));
        }
        const Money fee{detail::integer_between(step.at("yuan"), 0, most_yuan) * fen_in_yuan};
        fees.insert(fees.end(), static_cast<std::size_t>(last - first + 1), fee);
    }
    if (fees.empty()) {
        steps.fail(Sentence{"至少须有一段", "at least one step is needed"});
    }
    return fees;
}

std::int64_t read_percent(const ConfigNode& node) {
    return detail::integer_between(node, 0, whole);
}

} // namespace

Money share_of(Money amount, std::int64_t percent) {
    return {amount.fen * percent / whole};
}

FeeRules FeeRules::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "schedule", "reduction",
                "grace", "restoration"});
    FeeRules rules;
    for (const auto* node : root.tables("schedule")) {
        node->allow({"type", "valid_from", "valid_to", "steps", "source", "source_date", "note"});
        Schedule schedule;
        schedule.type = detail::rule_type(node->at("type"));
        schedule.fees = read_steps(node->at("steps")); // whole yuan: any whole percentage is whole fen
        read_dates(*node, schedule);
        add(rules.schedules_, schedule, *node,
            [&](const Schedule& other) { return other.type == schedule.type; });
    }
    for (const auto* node : root.tables("reduction")) {
        node->allow({"key", "name_zh", "name_en", "percent", "years", "valid_from", "valid_to", "source",
                     "source_date", "note"});
        Reduction reduction;
        reduction.key = node->at("key").string();
        reduction.name_zh = node->at("name_zh").string();
        reduction.name_en = node->at("name_en").string();
        reduction.percent = read_percent(node->at("percent"));
        reduction.years = static_cast<int>(detail::integer_between(node->at("years"), 1, most_years));
        read_dates(*node, reduction);
        add(rules.reductions_, reduction, *node,
            [&](const Reduction& other) { return other.key == reduction.key; });
    }
    for (const auto* node : root.tables("grace")) {
        node->allow(
            {"months", "surcharge_percent", "valid_from", "valid_to", "source", "source_date", "note"});
        Grace grace;
        grace.months = static_cast<int>(detail::integer_between(node->at("months"), 1, most_years));
        for (const auto& percent : node->at("surcharge_percent").array()) {
            grace.surcharge_percent.push_back(read_percent(percent));
        }
        if (grace.surcharge_percent.size() != static_cast<std::size_t>(grace.months)) {
            node->at("surcharge_percent")
                .fail(sentence("须每月一个，共 {} 个", "one for each of the {} months is needed",
                               grace.months));
        }
        read_dates(*node, grace);
        add(rules.graces_, grace, *node, any);
    }
    for (const auto* node : root.tables("restoration")) {
        node->allow({"yuan", "months", "valid_from", "valid_to", "source", "source_date", "note"});
        Restoration restoration;
        restoration.fee = {detail::integer_between(node->at("yuan"), 0, most_yuan) * fen_in_yuan};
        restoration.months = static_cast<int>(detail::integer_between(node->at("months"), 1, most_years));
        read_dates(*node, restoration);
        add(rules.restorations_, restoration, *node, any);
    }
    return rules;
}

FeeRules FeeRules::read_folder(const std::string& models_folder) {
    return read(Config::read(models_folder + "/vocabulary/fees_cn.toml"));
}

const FeeRules::Schedule* FeeRules::schedule(PatentType type, const Date& due) const {
    return on(schedules_, due, [&](const Schedule& each) { return each.type == type; });
}

std::optional<Money> FeeRules::fee(PatentType type, int fee_year, const Date& due) const {
    const auto* found = schedule(type, due);
    if (!found || fee_year < 1 || fee_year > static_cast<int>(found->fees.size())) {
        return std::nullopt;
    }
    return found->fees[static_cast<std::size_t>(fee_year - 1)];
}

int FeeRules::last_year(PatentType type, const Date& due) const {
    const auto* found = schedule(type, due);
    return found ? static_cast<int>(found->fees.size()) : 0;
}

std::vector<std::string> FeeRules::reduction_keys() const {
    std::vector<std::string> keys;
    for (const auto& reduction : reductions_) {
        if (std::ranges::find(keys, reduction.key) == keys.end()) {
            keys.push_back(reduction.key);
        }
    }
    return keys;
}

const FeeRules::Reduction* FeeRules::reduction(std::string_view key, const Date& due) const {
    return on(reductions_, due, [&](const Reduction& each) { return each.key == key; });
}

const FeeRules::Grace* FeeRules::grace(const Date& due) const {
    return on(graces_, due, any);
}

const FeeRules::Restoration* FeeRules::restoration(const Date& due) const {
    return on(restorations_, due, any);
}

} // namespace longmen
