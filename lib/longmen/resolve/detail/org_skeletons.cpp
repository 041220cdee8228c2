// SPDX-License-Identifier: GPL-3.0-or-later
// Counting fillers by a hash of what stands around them.
#include <longmen/resolve/detail/org_skeletons.hpp>

#include <algorithm>
#include <functional>

namespace longmen::resolve::detail {
namespace {

constexpr std::uint64_t no_skeleton = 0;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
    constexpr unsigned shift = 29;
    hash = (hash ^ value) * odd;
    return hash ^ (hash >> shift);
}

/// Words are sorted by id, so that their order in the name does not count. Without `gap` all plain words are
/// left out.
std::uint64_t skeleton_key(const Unit& unit, const Word* gap) {
    std::uint64_t hash = gap ? 1 : 2;
    int trades = 0;
    for (const auto& word : unit.words) {
        const bool left_out = gap ? word.id == gap->id : word.word_class == WordClass::plain;
        if (!left_out && !word.group && word.word_class != WordClass::weak) {
            hash = mixed(hash, word.id + 1);
            trades += word.telling;
        }
    }
    for (const auto& place : unit.name->places) {
        hash = mixed(hash, std::hash<std::string_view>{}(place));
    }
    constexpr int fewest = 2;
    const int told = trades + (unit.name->places.empty() ? 0 : 1);
    return trades > 0 && told >= fewest ? hash : no_skeleton;
}

/// All plain words as one.
std::uint64_t own_words(const Unit& unit) {
    std::uint64_t hash = 1;
    for (const auto& word : unit.words) {
        hash = word.word_class == WordClass::plain ? mixed(hash, word.id + 1) : hash;
    }
    return hash;
}

bool has_gap(const Unit& unit, const Word& word) {
    return unit.name->type == PartyType::enterprise && word.word_class == WordClass::plain;
}

} // namespace

Skeletons::Skeletons(const std::vector<Unit>& units) {
    for (const auto& unit : units) {
        if (unit.name->type != PartyType::enterprise) {
            continue;
        }
        note(skeleton_key(unit, nullptr), own_words(unit));
        for (const auto& word : unit.words) {
            if (has_gap(unit, word)) {
                note(skeleton_key(unit, &word), word.id);
            }
        }
    }
}

void Skeletons::note(std::uint64_t key, std::uint64_t filler) {
    if (key == no_skeleton) {
        return;
    }
    auto& row = fillers_[key];
    const auto end = row.words.begin() + static_cast<std::ptrdiff_t>(row.count);
    if (row.count < most_fillers && std::find(row.words.begin(), end, filler) == end) {
        row.words[row.count++] = filler;
    }
}

bool Skeletons::few_fill(const Unit& unit, const Word& word, std::size_t most) const {
    const auto found = fillers_.find(has_gap(unit, word) ? skeleton_key(unit, &word) : no_skeleton);
    return found != fillers_.end() && found->second.count <= most;
}

std::vector<std::uint64_t> Skeletons::rare_keys(const Unit& unit) const {
    std::vector<std::uint64_t> keys;
    const auto bare = unit.name->type == PartyType::enterprise ? skeleton_key(unit, nullptr) : no_skeleton;
    if (const auto found = fillers_.find(bare);
        found != fillers_.end() && found->second.count < most_fillers) {
        keys.push_back(bare);
    }
    for (const auto& word : unit.words) {
        if (few_fill(unit, word, most_fillers - 1)) {
            keys.push_back(skeleton_key(unit, &word));
        }
    }
    return keys;
}

} // namespace longmen::resolve::detail
