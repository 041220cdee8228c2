// SPDX-License-Identifier: GPL-3.0-or-later
// Records by the classes they share with one, rare classes first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::search {

/// IPC and CPC together, at three levels: subclass (`H01M`), main group (`H01M10`), group (`H01M10/0525`).
/// Each symbol stands for itself and for the levels above it.
///
///     value = sum of the rarity of what both have / sum of the rarity of what either has
///
/// with rarity = ln(N / n), n of the N records with classes having it: what all have says nothing.
class NearestClasses {
public:
    /// The next record: symbols joined by '\n', repeats allowed.
    void add(std::string_view symbols);
    /// Of each record its value for one with these symbols, itself among them perhaps; 0 where nothing is
    /// shared.
    [[nodiscard]] std::vector<double> values(std::string_view own) const;
    /// What a record shares with these symbols, each at its deepest level only, the rarest first, then by
    /// name.
    [[nodiscard]] std::vector<std::string> shared(std::string_view own, std::size_t record) const;
    /// Records with classes.
    [[nodiscard]] std::size_t known() const { return known_; }

private:
    std::unordered_map<std::string, std::uint32_t> numbers_; ///< of levels
    std::vector<std::string> names_;
    std::vector<std::uint32_t> with_; ///< records that have each
    std::vector<std::size_t> ends_{0};
    std::vector<std::uint32_t> items_; ///< of each record, ascending, each once
    std::unordered_map<std::string, std::vector<std::uint32_t>> levels_; ///< of symbols met before
    std::size_t known_ = 0;

    [[nodiscard]] double rarity(std::uint32_t level) const;
    /// Numbers of the levels of these symbols; those that no record has are left out and their rarity, that
    /// of one record in all, is added up.
    [[nodiscard]] std::vector<std::uint32_t> find(std::string_view own, double& strange) const;
};

} // namespace longmen::search
