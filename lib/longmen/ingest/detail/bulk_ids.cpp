// SPDX-License-Identifier: GPL-3.0-or-later
// Ids to rows.
#include <longmen/ingest/detail/bulk_ids.hpp>

#include <algorithm>
#include <bit>
#include <iterator>

namespace longmen::ingest::detail {

namespace {

/// The form of most ids, as `pack_number` gives it.
std::optional<PackedNumber> plain_number(std::string_view text) {
    if (text.size() > most_plain_digits) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    for (const char c : text) {
        const auto digit = static_cast<unsigned char>(c - '0');
        if (digit > 9) {
            return std::nullopt;
        }
        value = value * 10 + digit;
    }
    return plain_place(value, text.size()) * plain_step;
}

} // namespace

std::optional<PackedNumber> IdTexts::number(std::string_view text) {
    if (text.empty() || text.size() > longest) {
        return std::nullopt;
    }
    if (const auto plain = plain_number(text)) {
        return plain;
    }
    if (const auto packed = pack_number(text)) {
        return packed;
    }
    const std::lock_guard lock{mutex_};
    const auto [at, fresh] = numbers_.try_emplace(std::string{text}, numbers_.size());
    return first_unpacked() + at->second;
}

std::vector<std::string> IdTexts::ordered(std::vector<std::uint64_t>& places) const {
    std::vector<std::string> texts;
    for (const auto& [text, number] : numbers_) {
        texts.push_back(text);
    }
    std::ranges::sort(texts);
    places.resize(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        places[numbers_.at(texts[i])] = i;
    }
    return texts;
}

void IdSet::put(PackedNumber id) {
    auto at = id_hash(id) & (slots_.size() - 1);
    while (slots_[at] != free) {
        if (slots_[at] == id) {
            return;
        }
        at = (at + 1) & (slots_.size() - 1);
    }
    slots_[at] = id;
    ++size_;
}

void IdSet::grow() {
    constexpr std::size_t least = 1024;
    std::vector<PackedNumber> before(std::max(least, slots_.size() * 2), free);
    before.swap(slots_);
    size_ = 0;
    for (const auto id : before) {
        if (id != free) {
            put(id);
        }
    }
}

void IdSet::append_to(std::vector<PackedNumber>& ids) const {
    std::ranges::copy_if(slots_, std::back_inserter(ids), [](PackedNumber id) { return id != free; });
}

IdIndex::IdIndex(std::span<const PackedNumber> ids, std::vector<std::uint32_t>& duplicates) {
    if (!ids.empty() && !take_places(ids, duplicates)) {
        take_hashes(ids, duplicates);
    }
}

/// False when the ids are no plain numbers close together.
bool IdIndex::take_places(std::span<const PackedNumber> ids, std::vector<std::uint32_t>& duplicates) {
    constexpr std::uint64_t sparse = 4; // places for each row, at most
    const auto first = ids.front();
    std::size_t row = 0;
    while (row < ids.size() && ids[row] == first + row * plain_step) {
        ++row;
    }
    if (row == ids.size() && first % plain_step == 0) {
        form_ = Form::consecutive;
        first_ = first / plain_step;
        places_ = ids.size();
        return true;
    }
    const auto [least, greatest] = std::ranges::minmax(ids);
    const auto span = (greatest - least) / plain_step + 1;
    if (span / sparse > ids.size() || least % plain_step != 0) {
        return false;
    }
    if (!std::ranges::all_of(ids, [](PackedNumber id) { return id % plain_step == 0; })) {
        return false;
    }
    first_ = least / plain_step;
    places_ = span;
    form_ = Form::by_place;
    by_place_ = Buffer<std::uint32_t>(span);
    for (row = 0; row < ids.size(); ++row) {
        auto& place = by_place_[ids[row] / plain_step - first_];
        if (place != 0) {
            duplicates.push_back(static_cast<std::uint32_t>(row));
        } else {
            place = static_cast<std::uint32_t>(row + 1);
        }
    }
    return true;
}

void IdIndex::take_hashes(std::span<const PackedNumber> ids, std::vector<std::uint32_t>& duplicates) {
    form_ = Form::by_hash;
    mask_ = std::bit_ceil(ids.size() * 2) - 1;
    slots_ = Buffer<Slot>(mask_ + 1);
    for (std::size_t row = 0; row < ids.size(); ++row) {
        auto at = id_hash(ids[row]) & mask_;
        while (slots_[at].row != 0 && slots_[at].id != ids[row]) {
            at = (at + 1) & mask_;
        }
        if (slots_[at].row != 0) {
            duplicates.push_back(static_cast<std::uint32_t>(row));
        } else {
            slots_[at] = {ids[row], row + 1};
        }
    }
}

} // namespace longmen::ingest::detail
