// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of a family run as small integers: one integer for all spellings of one application.
#pragma once

#include <longmen/record/number.hpp>
#include <longmen/resolve/families.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace longmen::resolve::detail {

/// Disjoint sets over 0..n-1; the root of a set is its smallest element.
class DisjointSets {
    std::vector<std::uint32_t> parent_;

public:
    explicit DisjointSets(std::size_t n = 0);
    std::uint32_t add();
    std::uint32_t root(std::uint32_t x);
    /// False when they were one already.
    bool unite(std::uint32_t a, std::uint32_t b);
};

/// A number without its year and width, with the day: other spellings of one application agree in it.
struct DatedForm {
    std::string key;
    int series = 0; ///< of a US application, 0 where the spelling does not tell; two may not differ in it
};

/// Several readings where the spelling is not certain; empty without a day.
std::vector<DatedForm> dated_forms(const DocNumber& number, const WrittenNumber& written);

/// Interns numbers. Feed it in a fixed order: ids follow the order of first sight.
class FamilyNumbers {
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::vector<std::string> names_; ///< canonical form or text as written, by id
    std::vector<bool> international_;
    std::vector<std::string> unreadable_;
    DisjointSets same_;
    struct Reading {
        std::uint32_t form = 0; ///< interned key
        std::uint32_t id = 0;
        int series = 0;
    };
    std::vector<Reading> readings_;
    std::unordered_map<std::string, std::uint32_t> forms_;

    /// Id of a key, and whether it is new.
    std::pair<std::uint32_t, bool> place(std::string key);

public:
    std::uint32_t intern(std::string key, const std::string& name);
    /// Id of an application number as written.
    std::uint32_t application(const WrittenNumber& written);
    std::uint32_t application(const DocNumber& number, const WrittenNumber& written);
    void unite(std::uint32_t a, std::uint32_t b) { same_.unite(a, b); }
    void note_unreadable(const std::string& text) { unreadable_.push_back(text); }

    void reserve(std::size_t numbers) { ids_.reserve(numbers); }

    /// Makes the dated forms seen so far hold; call before `settled` and `international`.
    void settle();
    /// The id that stands for all spellings.
    std::uint32_t settled(std::uint32_t id) { return same_.root(id); }
    [[nodiscard]] const std::string& name(std::uint32_t id) const { return names_[id]; }
    [[nodiscard]] bool international(std::uint32_t id) const { return international_[id]; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    std::vector<std::string> take_unreadable();
};

} // namespace longmen::resolve::detail
