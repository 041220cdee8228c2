// SPDX-License-Identifier: GPL-3.0-or-later
// Cited numbers, however they are written, to the records of a corpus; what is not there gets one stub key.
#pragma once

#include <longmen/record/number.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::resolve {

/// How a cited number was matched.
enum class CitedMatch : std::uint8_t {
    exact,        ///< office, digits and kind agree
    kind_ignored, ///< office and digits agree; the kind is missing on one side or another step of the same
                  ///< file
    application,  ///< the citation gives the application number
    ambiguous,    ///< several records have this number; none is chosen
    unknown,      ///< a readable number of no record here
    unreadable    ///< no known form of a number
};
/// `exact`, `kind_ignored`, `application`, `ambiguous`, `unknown`, `unreadable`.
[[nodiscard]] std::string_view cited_match_key(CitedMatch match);

struct CitedResolution {
    std::optional<std::uint32_t> record; ///< set for `exact`, `kind_ignored`, `application`
    CitedMatch match = CitedMatch::unreadable;
    /// Empty when `record` is set; else equal for all spellings of one document, so that it counts once:
    /// `p:US7131597`, `p:JPH10123456:A`, `a:CN201811234567`, `?:folded text`.
    std::string stub;
};

/// The known numbers of a corpus. `record` is the caller's position of the record, below 2^32.
///
/// Decisions where a number could mean two things:
/// - Kinds are steps of one file (`EP1271392A1`, `EP1271392B1` are one record), except for Japan and Korea,
///   where A, B, U and Y of one year are series of their own: there the letter must agree, or be missing.
/// - A US application publication and its grant have different numbers, as Chinese publications and grants
///   had before 2010; both lead to the record only if the record holds both.
/// - One number in two records: the record with this very kind, else the only one with its letter, else
///   `ambiguous`. No order of adding decides.
/// - A number that is readable as publication and as application is tried as written, then as the other.
class CitedNumbers {
public:
    /// Adds one number of a record. Returns false, and adds nothing, when the text is in no known form.
    /// `office` is that of the record, for numbers written without one. Adding twice is adding once.
    bool add(std::uint32_t record, std::string_view number, NumberHint hint, std::string_view office = {});
    bool add(std::uint32_t record, const DocNumber& number);

    /// `office` is that of the citing record, for numbers written without one. Constant time; safe to call
    /// from several threads while nothing is added.
    [[nodiscard]] CitedResolution find(std::string_view cited, std::string_view office = {}) const;
    [[nodiscard]] CitedResolution find(const DocNumber& cited) const;

    /// Replaces every record by what `to` gives for it: when records are found to be one.
    void renumber(const std::function<std::uint32_t(std::uint32_t)>& to);
    void reserve(std::size_t numbers);
    [[nodiscard]] std::size_t size() const { return entries_.size(); } ///< numbers known

private:
    static constexpr std::uint32_t none = UINT32_MAX;
    struct Entry {
        std::uint32_t record = 0;
        std::uint32_t next = none; ///< further entry under the same key
        char kind[2] = {0, 0};
    };
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::uint32_t> first_; ///< key to its first entry
};

/// Stub key of a number that has no record (see CitedResolution).
[[nodiscard]] std::string stub_key(const DocNumber& number);

} // namespace longmen::resolve
