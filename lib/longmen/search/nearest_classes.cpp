// SPDX-License-Identifier: GPL-3.0-or-later
// Weighted Jaccard similarity over levels of classes.
#include <longmen/search/nearest_classes.hpp>

#include <longmen/base/text.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace longmen::search {
namespace {

constexpr std::size_t subclass_length = 4;

/// `H01M10/0525`: `H01M`, `H01M10`, and itself.
std::vector<std::string> levels_of(std::string_view symbol) {
    std::vector<std::string> levels;
    if (symbol.size() >= subclass_length) {
        levels.emplace_back(symbol.substr(0, subclass_length));
        const auto group = symbol.substr(0, symbol.find('/'));
        if (group.size() > subclass_length) {
            levels.emplace_back(group);
        }
        if (group.size() < symbol.size()) {
            levels.emplace_back(symbol);
        }
    }
    return levels;
}

template <typename Take>
void each_line(std::string_view text, Take take) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0) {
            take(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void tidy(std::vector<std::uint32_t>& items) {
    std::ranges::sort(items);
    const auto tail = std::ranges::unique(items);
    items.erase(tail.begin(), tail.end());
}

} // namespace

void NearestClasses::add(std::string_view symbols) {
    std::vector<std::uint32_t> own;
    each_line(symbols, [&](std::string_view symbol) {
        const auto [known, fresh] = levels_.try_emplace(std::string{symbol});
        if (fresh) {
            for (auto& level : levels_of(symbol)) {
                const auto [number, added] =
                    numbers_.try_emplace(level, static_cast<std::uint32_t>(numbers_.size()));
                if (added) {
                    names_.push_back(std::move(level));
                    with_.push_back(0);
                }
                known->second.push_back(number->second);
            }
        }
        own.insert(own.end(), known->second.begin(), known->second.end());
    });
    tidy(own);
    for (const auto level : own) {
        ++with_[level];
    }
    known_ += own.empty() ? 0 : 1;
    items_.insert(items_.end(), own.begin(), own.end());
    ends_.push_back(items_.size());
}

double NearestClasses::rarity(std::uint32_t level) const {
    return std::log(static_cast<double>(known_) / with_[level]);
}

std::vector<std::uint32_t> NearestClasses::find(std::string_view own, double& strange) const {
    std::vector<std::uint32_t> found;
    std::vector<std::string> unknown;
    each_line(own, [&](std::string_view symbol) {
        for (auto& level : levels_of(symbol)) {
            if (const auto known = numbers_.find(level); known != numbers_.end()) {
                found.push_back(known->second);
            } else {
                unknown.push_back(std::move(level));
            }
        }
    });
    tidy(found);
    std::ranges::sort(unknown);
    unknown.erase(std::ranges::unique(unknown).begin(), unknown.end());
    strange =
        static_cast<double>(unknown.size()) * std::log(static_cast<double>(std::max<std::size_t>(known_, 1)));
    return found;
}

std::vector<double> NearestClasses::values(std::string_view own) const {
    double mine = 0;
    const auto levels = find(own, mine);
    std::vector<double> rarities(names_.size());
    for (std::uint32_t level = 0; level < rarities.size(); ++level) {
        rarities[level] = rarity(level);
    }
    std::vector<char> is_mine(names_.size());
    for (const auto level : levels) {
        is_mine[level] = 1;
        mine += rarities[level];
    }
    std::vector<double> result(ends_.size() - 1);
    for (std::size_t record = 0; record < result.size(); ++record) {
        double both = 0;
        double either = mine;
        for (auto at = ends_[record]; at < ends_[record + 1]; ++at) {
            (is_mine[items_[at]] != 0 ? both : either) += rarities[items_[at]];
        }
        result[record] = both > 0 ? both / either : 0;
    }
    return result;
}

std::vector<std::string> NearestClasses::shared(std::string_view own, std::size_t record) const {
    double strange = 0;
    const auto levels = find(own, strange);
    std::vector<std::pair<double, std::string>> both;
    for (auto at = ends_[record]; at < ends_[record + 1]; ++at) {
        if (std::ranges::binary_search(levels, items_[at])) {
            both.emplace_back(-rarity(items_[at]), names_[items_[at]]);
        }
    }
    std::ranges::sort(both);
    std::vector<std::string> result;
    for (const auto& [rare, name] : both) {
        const bool above = std::ranges::any_of(both, [&](const auto& other) {
            const auto& deeper = other.second;
            return deeper.size() > name.size() && deeper.starts_with(name) &&
                   (name.size() == subclass_length || deeper[name.size()] == '/');
        });
        if (!above) {
            result.push_back(name);
        }
    }
    return result;
}

} // namespace longmen::search
