// SPDX-License-Identifier: GPL-3.0-or-later
// Open addressing; names lie behind one another.
#include <longmen/ingest/detail/bulk_names.hpp>

#include <longmen/base/prefetch.hpp>

#include <algorithm>
#include <array>
#include <functional>

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
    return number(text, place, hash_of(text));
}

std::uint32_t NameTable::number(std::string_view text, std::uint64_t place, std::uint32_t hash) {
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

void NameTable::append_numbers(std::span<const MetName> met, std::vector<std::uint32_t>& numbers) {
    constexpr std::size_t at_a_time = 64;
    std::array<std::uint32_t, at_a_time> hashes{};
    for (; !met.empty(); met = met.subspan(std::min(at_a_time, met.size()))) {
        const auto some = met.first(std::min(at_a_time, met.size()));
        const auto first_slot = [&](std::size_t i) -> const Slot& {
            return slots_[hashes.at(i) & (slots_.size() - 1)];
        };
        for (std::size_t i = 0; i < some.size(); ++i) {
            hashes.at(i) = hash_of(some[i].text);
            prefetch(&first_slot(i));
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            if (first_slot(i).name != 0) {
                prefetch(&names_[first_slot(i).name - 1]);
            }
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            if (first_slot(i).name != 0) {
                prefetch(texts_.data() + names_[first_slot(i).name - 1].begin);
            }
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            numbers.push_back(number(some[i].text, some[i].place, hashes.at(i)));
        }
    }
}

UnitedNames unite(const std::vector<NameTable>& tables) {
    struct Entry {
        std::uint64_t place = 0;
        std::uint32_t table = 0, number = 0;
    };
    std::vector<Entry> entries;
    UnitedNames united;
    std::size_t size = 0;
    for (const auto& table : tables) {
        size += table.size();
    }
    entries.reserve(size);
    for (std::size_t table = 0; table < tables.size(); ++table) {
        united.numbers.emplace_back(tables[table].size());
        for (std::size_t number = 0; number < tables[table].size(); ++number) {
            entries.push_back({tables[table].place(number), static_cast<std::uint32_t>(table),
                               static_cast<std::uint32_t>(number)});
        }
    }
    std::ranges::sort(entries, {}, &Entry::place);
    NameTable all;
    std::vector<MetName> met;
    std::vector<std::uint32_t> numbers;
    constexpr std::size_t entries_of_piece = 1024;
    for (std::size_t begin = 0; begin < entries.size(); begin += entries_of_piece) {
        const auto some =
            std::span{entries}.subspan(begin, std::min(entries_of_piece, entries.size() - begin));
        met.clear();
        numbers.clear();
        for (const auto& entry : some) {
            met.push_back({tables[entry.table].name(entry.number), entry.place});
        }
        all.append_numbers(met, numbers);
        for (std::size_t i = 0; i < some.size(); ++i) {
            united.numbers[some[i].table][some[i].number] = numbers[i];
        }
    }
    united.names.reserve(all.size());
    for (std::size_t number = 0; number < all.size(); ++number) {
        united.names.emplace_back(all.name(number));
    }
    return united;
}

} // namespace longmen::ingest::detail
