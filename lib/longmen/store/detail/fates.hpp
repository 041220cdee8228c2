// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the records a table touched.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

namespace longmen::store::detail {

/// A record is counted once per table, by the best that happened to it.
enum class Fate : std::uint8_t { untouched, unchanged, updated, added };

/// One byte a record where ids are dense, as they are after a large import.
class Fates {
    static constexpr std::int64_t ids_of_page = 1024;
    std::unordered_map<std::int64_t, std::array<Fate, ids_of_page>> pages_;

public:
    void note(std::int64_t id, Fate fate) {
        auto& known = pages_[id / ids_of_page][static_cast<std::size_t>(id % ids_of_page)];
        known = std::max(known, fate);
    }
    /// Of a record that was touched.
    void raise(std::int64_t id, Fate fate) {
        const auto page = pages_.find(id / ids_of_page);
        if (page != pages_.end() &&
            page->second[static_cast<std::size_t>(id % ids_of_page)] != Fate::untouched) {
            note(id, fate);
        }
    }
    [[nodiscard]] std::int64_t count(Fate fate) const {
        std::int64_t found = 0;
        for (const auto& [number, page] : pages_) {
            found += std::ranges::count(page, fate);
        }
        return found;
    }
};

} // namespace longmen::store::detail
