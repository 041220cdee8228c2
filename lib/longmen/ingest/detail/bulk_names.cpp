// SPDX-License-Identifier: GPL-3.0-or-later
// Open addressing; names lie behind one another.
#include <longmen/ingest/detail/bulk_names.hpp>

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>

namespace longmen::ingest::detail {
namespace {

std::uint32_t hash_of(std::string_view name) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(name));
}

} // namespace

void NameTable::grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (const auto& slot : slots_) {
        if (slot.name != 0) {
            auto at = slot.hash & (larger.size() - 1);
            while (larger[at].name != 0) {
                at = (at + 1) & (larger.size() - 1);
            }
            larger[at] = slot;
        }
    }
    slots_.swap(larger);
}

std::uint32_t NameTable::number(std::string_view text, std::uint64_t place) {
    const auto hash = hash_of(text);
    auto at = hash & (slots_.size() - 1);
    for (; slots_[at].name != 0; at = (at + 1) & (slots_.size() - 1)) {
        const auto number = slots_[at].name - 1;
        if (slots_[at].hash == hash && name(number) == text) {
            names_[number].place = std::min(names_[number].place, place);
            return number;
        }
    }
    const auto number = static_cast<std::uint32_t>(names_.size());
    slots_[at] = {hash, number + 1};
    names_.push_back({texts_.size(), static_cast<std::uint32_t>(text.size()), place});
    texts_ += text;
    if (names_.size() * 2 > slots_.size()) {
        grow();
    }
    return number;
}

UnitedNames unite(const std::vector<NameTable>& tables) {
    struct Entry {
        std::uint64_t place = 0;
        std::uint32_t table = 0, number = 0;
    };
    std::vector<Entry> entries;
    UnitedNames united;
    for (std::size_t table = 0; table < tables.size(); ++table) {
        united.numbers.emplace_back(tables[table].size());
        for (std::size_t number = 0; number < tables[table].size(); ++number) {
            entries.push_back({tables[table].place(number), static_cast<std::uint32_t>(table),
                               static_cast<std::uint32_t>(number)});
        }
    }
    std::ranges::sort(entries, {}, &Entry::place);
    NameTable all;
    for (const auto& entry : entries) {
        united.numbers[entry.table][entry.number] =
            all.number(tables[entry.table].name(entry.number), entry.place);
    }
    for (std::size_t number = 0; number < all.size(); ++number) {
        united.names.emplace_back(all.name(number));
    }
    return united;
}

} // namespace longmen::ingest::detail
