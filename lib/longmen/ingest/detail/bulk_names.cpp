// SPDX-License-Identifier: GPL-3.0-or-later
// Open addressing; names lie behind one another.
#include <longmen/ingest/detail/bulk_names.hpp>

#include <longmen/base/prefetch.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <ranges>

namespace longmen::ingest::detail {
namespace {

/// The two halves of a product of 64 bits each, mixed.
std::uint64_t mixed(std::uint64_t word) {
    __extension__ using Wide = unsigned __int128;
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U; // of the golden ratio
    const auto product = Wide{word} * odd;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

template <typename Word>
std::uint64_t word_at(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof(word));
    return word;
}

/// Words of eight bytes, the last one as far from the end; short names as two words that may overlap.
std::uint32_t hash_of(std::string_view name) {
    constexpr std::size_t word = sizeof(std::uint64_t);
    constexpr std::size_t half = sizeof(std::uint32_t);
    const char* at = name.data();
    const char* const end = at + name.size();
    std::uint64_t hash = mixed(name.size() + 1);
    if (name.size() >= word) {
        for (; end - at > static_cast<std::ptrdiff_t>(word); at += word) {
            hash = mixed(hash ^ word_at<std::uint64_t>(at));
        }
        hash = mixed(hash ^ word_at<std::uint64_t>(end - word));
    } else if (name.size() >= half) {
        hash = mixed(hash ^ (word_at<std::uint32_t>(at) | word_at<std::uint32_t>(end - half) << 32U));
    } else {
        for (const char c : name) {
            hash = mixed(hash ^ static_cast<unsigned char>(c));
        }
    }
    return static_cast<std::uint32_t>(hash);
}

/// Names are short: a call to compare them would cost more than the comparison.
bool same(std::string_view a, std::string_view b) {
    constexpr std::size_t word = sizeof(std::uint64_t);
    if (a.size() != b.size() || a.size() < word || a.size() > 2 * word) {
        return a == b;
    }
    const auto last = a.size() - word;
    return ((word_at<std::uint64_t>(a.data()) ^ word_at<std::uint64_t>(b.data())) |
            (word_at<std::uint64_t>(a.data() + last) ^ word_at<std::uint64_t>(b.data() + last))) == 0;
}

} // namespace

void NameTable::reserve(std::size_t names) {
    names_.reserve(names);
    if (names * 2 > slots_.size()) {
        rehash(std::bit_ceil(names * 2));
    }
}

void NameTable::rehash(std::size_t slots) {
    PagedVector<Slot> larger(slots);
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
        if (slots_[at].hash == hash && same(name(number), text)) {
            names_[number].place = std::min(names_[number].place, place);
            return number;
        }
    }
    const auto number = static_cast<std::uint32_t>(names_.size());
    slots_[at] = {hash, number + 1};
    names_.push_back({texts_.size(), static_cast<std::uint32_t>(text.size()), hash, place});
    texts_.insert(texts_.end(), text.begin(), text.end());
    if (names_.size() * 2 > slots_.size()) {
        rehash(slots_.size() * 2);
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

namespace {

/// A name of a table.
struct Entry {
    std::uint64_t place = 0;
    std::uint32_t table = 0, number = 0;
};

/// Entries of tables, which begin at `begins`. Most tables met their names in order of place.
void in_order_of_place(PagedVector<Entry>& entries, std::vector<std::ptrdiff_t> begins) {
    const auto at = [&](std::size_t table) {
        return table < begins.size() ? entries.begin() + begins[table] : entries.end();
    };
    for (std::size_t table = 0; table < begins.size(); ++table) {
        const std::ranges::subrange own{at(table), at(table + 1)};
        if (!std::ranges::is_sorted(own, {}, &Entry::place)) {
            std::ranges::sort(own, {}, &Entry::place);
        }
    }
    for (std::size_t step = 1; step < begins.size(); step *= 2) {
        for (std::size_t table = 0; table + step < begins.size(); table += 2 * step) {
            std::ranges::inplace_merge(at(table), at(table + step), at(table + 2 * step), {}, &Entry::place);
        }
    }
}

} // namespace

UnitedNames unite(const std::vector<NameTable>& tables) {
    PagedVector<Entry> entries;
    std::vector<std::ptrdiff_t> begins;
    UnitedNames united;
    std::size_t size = 0;
    for (const auto& table : tables) {
        size += table.size();
    }
    entries.reserve(size);
    for (std::size_t table = 0; table < tables.size(); ++table) {
        begins.push_back(static_cast<std::ptrdiff_t>(entries.size()));
        united.numbers.emplace_back(tables[table].size());
        for (std::size_t number = 0; number < tables[table].size(); ++number) {
            entries.push_back({tables[table].place(number), static_cast<std::uint32_t>(table),
                               static_cast<std::uint32_t>(number)});
        }
    }
    in_order_of_place(entries, begins);
    NameTable all;
    all.reserve(size);
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
