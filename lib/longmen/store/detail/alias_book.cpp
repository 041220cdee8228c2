// SPDX-License-Identifier: GPL-3.0-or-later
// The alias table behind a buffer.
#include <longmen/store/detail/alias_book.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace longmen::store::detail {
namespace {

constexpr std::size_t most_fresh = std::size_t{1} << 17; // some 15 MB
constexpr std::size_t keys_of_layer = std::size_t{1} << 19;
constexpr std::size_t bits_of_layer = keys_of_layer * 16; // one key in seventy is taken for a known one
constexpr std::size_t bits_of_word = 64;

/// Two places in a layer.
std::array<std::size_t, 2> places_of(std::string_view key) {
    const std::uint64_t hash = std::hash<std::string_view>{}(key);
    return {hash % bits_of_layer, (hash >> 32U) % bits_of_layer};
}

bool table_is_empty(const Database& database) {
    auto any = database.prepare("SELECT 1 FROM alias LIMIT 1");
    return !any.step();
}

} // namespace

void KeyFilter::add(std::string_view key) {
    if (layers_.empty() || last_size_ == keys_of_layer) {
        layers_.emplace_back(bits_of_layer / bits_of_word);
        last_size_ = 0;
    }
    ++last_size_;
    for (const auto place : places_of(key)) {
        layers_.back()[place / bits_of_word] |= std::uint64_t{1} << (place % bits_of_word);
    }
}

bool KeyFilter::may_hold(std::string_view key) const {
    const auto places = places_of(key);
    return std::ranges::any_of(layers_, [&](const auto& layer) {
        return std::ranges::all_of(places, [&](std::size_t place) {
            return (layer[place / bits_of_word] >> (place % bits_of_word) & 1U) != 0;
        });
    });
}

AliasBook::AliasBook(Database& database)
    : database_(database), find_(database.prepare("SELECT patent_id FROM alias WHERE key = ?")),
      move_(database.prepare("UPDATE alias SET patent_id = ? WHERE patent_id = ?")),
      add_(database, "INSERT INTO alias", 2), table_was_empty_(table_is_empty(database)) {}

std::optional<std::int64_t> AliasBook::find(const std::string& key) {
    if (const auto fresh = fresh_.find(key); fresh != fresh_.end()) {
        return fresh->second;
    }
    if (table_was_empty_ && !written_.may_hold(key)) {
        return std::nullopt;
    }
    find_.bind(1, key);
    const auto found = find_.step() ? std::optional{find_.integer(0)} : std::nullopt;
    find_.reset();
    return found;
}

void AliasBook::add(const std::string& key, std::int64_t record) {
    fresh_.emplace(key, record);
    if (fresh_.size() >= most_fresh) {
        write();
    }
}

void AliasBook::move(std::int64_t from, std::int64_t to) {
    write();
    if (!by_record_) {
        // Joining records is rare, so the index is made, and from then on paid for, where it happens.
        database_.run("CREATE INDEX IF NOT EXISTS alias_by_patent ON alias(patent_id)");
        by_record_ = true;
    }
    move_.bind(1, to).bind(2, from).run();
}

void AliasBook::write() {
    std::vector<std::pair<std::string_view, std::int64_t>> entries(fresh_.begin(), fresh_.end());
    std::ranges::sort(entries);
    for (const auto& [key, record] : entries) {
        add_.add(key).add(record);
        add_.end_row();
        if (table_was_empty_) {
            written_.add(key);
        }
    }
    add_.flush();
    fresh_.clear();
}

} // namespace longmen::store::detail
