// SPDX-License-Identifier: GPL-3.0-or-later
// The index of known numbers: by key, then by kind.
#include <longmen/resolve/cited_numbers.hpp>

#include <longmen/base/text.hpp>

#include <algorithm>
#include <array>
#include <cassert>

namespace longmen::resolve {
namespace {

constexpr auto match_keys = std::to_array<std::string_view>(
    {"exact", "kind_ignored", "application", "ambiguous", "unknown", "unreadable"});

/// Unexamined, examined, utility model publications of one year are counted apart (WIPO ST.10/C, JP and KR).
bool kinds_are_series(const DocNumber& number) {
    return number.number_kind == NumberKind::publication && (number.office == "JP" || number.office == "KR");
}

char letter(const DocNumber& number) {
    return number.kind.empty() ? char{0} : number.kind[0];
}

/// The one record among candidates, nothing for none or several.
class Candidates {
    std::optional<std::uint32_t> record_;
    bool several_ = false;

public:
    void add(std::uint32_t record) {
        several_ = several_ || (record_ && *record_ != record);
        record_ = record;
    }
    [[nodiscard]] bool any() const { return record_.has_value(); }
    [[nodiscard]] std::optional<std::uint32_t> single() const { return several_ ? std::nullopt : record_; }
};

} // namespace

std::string_view cited_match_key(CitedMatch match) {
    return match_keys.at(static_cast<std::size_t>(match));
}

std::string stub_key(const DocNumber& number) {
    auto key = number.key();
    if (kinds_are_series(number) && !number.kind.empty()) {
        key += ':';
        key += letter(number);
    }
    return key;
}

bool CitedNumbers::add(std::uint32_t record, std::string_view number, NumberHint hint,
                       std::string_view office) {
    const auto parsed = parse_number(number, hint, office);
    return parsed && add(record, *parsed);
}

bool CitedNumbers::add(std::uint32_t record, const DocNumber& number) {
    assert(record != none);
    Entry entry{record, none, {0, 0}};
    std::copy_n(number.kind.begin(), std::min<std::size_t>(number.kind.size(), 2), entry.kind);
    const auto at = static_cast<std::uint32_t>(entries_.size());
    const auto [place, fresh] = first_.try_emplace(number.key(), at);
    if (!fresh) {
        for (auto i = place->second; i != none; i = entries_[i].next) {
            if (entries_[i].record == record && std::ranges::equal(entries_[i].kind, entry.kind)) {
                return true;
            }
        }
        entry.next = entries_[place->second].next;
        entries_[place->second].next = at;
    }
    entries_.push_back(entry);
    return true;
}

void CitedNumbers::renumber(const std::function<std::uint32_t(std::uint32_t)>& to) {
    for (auto& entry : entries_) {
        entry.record = to(entry.record);
    }
}

void CitedNumbers::reserve(std::size_t numbers) {
    entries_.reserve(numbers);
    first_.reserve(numbers);
}

CitedResolution CitedNumbers::find(const DocNumber& cited) const {
    const auto place = first_.find(cited.key());
    if (place == first_.end()) {
        return {std::nullopt, CitedMatch::unknown, stub_key(cited)};
    }
    std::array<char, 2> kind{0, 0};
    std::copy_n(cited.kind.begin(), std::min<std::size_t>(cited.kind.size(), 2), kind.begin());
    Candidates same_kind;
    Candidates same_letter;
    Candidates all;
    for (auto i = place->second; i != none; i = entries_[i].next) {
        const auto& entry = entries_[i];
        if (std::ranges::equal(entry.kind, kind)) {
            same_kind.add(entry.record);
        }
        if (entry.kind[0] == kind[0]) {
            same_letter.add(entry.record);
        }
        if (!kinds_are_series(cited) || kind[0] == 0 || entry.kind[0] == 0 || entry.kind[0] == kind[0]) {
            all.add(entry.record);
        }
    }
    if (cited.number_kind == NumberKind::application) {
        const auto record = all.single();
        return record ? CitedResolution{record, CitedMatch::application, {}}
                      : CitedResolution{std::nullopt, CitedMatch::ambiguous, stub_key(cited)};
    }
    if (const auto record = same_kind.single()) {
        return {record, CitedMatch::exact, {}};
    }
    for (const auto* candidates : {&all, &same_letter}) {
        if (const auto record = candidates->single(); record && !same_kind.any()) {
            return {record, CitedMatch::kind_ignored, {}};
        }
    }
    return {std::nullopt, all.any() ? CitedMatch::ambiguous : CitedMatch::unknown, stub_key(cited)};
}

CitedResolution CitedNumbers::find(std::string_view cited, std::string_view office) const {
    const auto number = parse_number(cited, NumberHint::any, office);
    if (!number) {
        return {std::nullopt, CitedMatch::unreadable, "?:" + fold_key(cited)};
    }
    auto result = find(*number);
    if (result.match != CitedMatch::unknown) {
        return result;
    }
    const bool published = number->number_kind == NumberKind::publication;
    const auto other =
        parse_number(cited, published ? NumberHint::application : NumberHint::publication, office);
    if (other && other->number_kind != number->number_kind) {
        auto second = find(*other);
        if (second.record) {
            return second;
        }
    }
    return result;
}

} // namespace longmen::resolve
