// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the table of markets.
#include <longmen/indicators/market_sizes.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/record/packed_number.hpp>

namespace longmen::indicators {
namespace {

std::uint32_t office_at(const ConfigNode& node, const std::string& text) {
    const auto office = office_number(text);
    if (office == 0) {
        node.fail(
            sentence("“{}”不是受理局代码（两个大写字母）", "`{}` is no office (two capital letters)", text));
    }
    return office;
}

double weight_at(const ConfigNode& weights, std::string_view key) {
    const auto& node = weights.at(key);
    const auto value = node.real();
    if (!(value >= 0 && value <= 1)) {
        node.fail(Sentence{"应在 0 与 1 之间", "between 0 and 1 is expected"});
    }
    return value;
}

} // namespace

MarketSizes MarketSizes::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "source", "source_date", "year", "unit", "weights", "region", "gni"});
    MarketSizes table;
    table.checksum_ = config.checksum();
    const auto& sizes = root.at("gni");
    for (const auto& key : sizes.keys()) {
        const auto& node = sizes.at(key);
        if (!(node.real() > 0)) {
            node.fail(Sentence{"应大于 0", "more than 0 is expected"});
        }
        table.size_[office_at(node, key)] = node.real();
    }
    const auto need_size = [&](const ConfigNode& node, std::uint32_t office, const std::string& text) {
        if (!table.size_.contains(office)) {
            node.fail(sentence("表中没有 {} 的规模", "the table has no size of {}", text));
        }
    };
    const auto& unit = root.at("unit");
    const auto unit_office = office_at(unit, unit.string());
    need_size(unit, unit_office, unit.string());
    const auto whole = table.size_.at(unit_office);
    for (auto& [office, size] : table.size_) {
        size /= whole;
    }
    for (const auto* node : root.tables("region")) {
        node->allow({"office", "states"});
        auto& states = table.regions_[office_at(node->at("office"), node->at("office").string())];
        for (const auto& state : node->at("states").array()) {
            const auto office = office_at(state, state.string());
            need_size(state, office, state.string());
            states.push_back(office);
        }
    }
    const auto& weights = root.at("weights");
    weights.allow({"in_force", "pending", "unknown"});
    table.in_force_ = weight_at(weights, "in_force");
    table.pending_ = weight_at(weights, "pending");
    table.unknown_ = weight_at(weights, "unknown");
    return table;
}

double MarketSizes::size_of(std::uint32_t office) const {
    const auto found = size_.find(office);
    return found == size_.end() ? 0 : found->second;
}

double MarketSizes::weight_of(RightState state) const {
    switch (state) {
    case RightState::in_force:
        return in_force_;
    case RightState::pending:
        return pending_;
    case RightState::unknown:
        return unknown_;
    case RightState::none:
        break;
    }
    return 0;
}

std::vector<std::uint32_t> MarketSizes::states_of(std::uint32_t office) const {
    const auto found = regions_.find(office);
    return found == regions_.end() ? std::vector{office} : found->second;
}

} // namespace longmen::indicators
