// SPDX-License-Identifier: GPL-3.0-or-later
// IP assets besides patents: trade marks, geographical indications, copyrights, plant varieties, Madrid
// registrations, counts of trade secrets, certificates of IP management.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen {

enum class AssetKind : std::uint8_t {
    trademark,
    gi_trademark, ///< a geographical indication registered as certification or collective mark
    gi_product,   ///< one protected as a product
    copyright_work,
    copyright_software,
    plant_variety, ///< of which branch is not said
    plant_variety_forest,
    plant_variety_farm,
    madrid,
    trade_secret, ///< how many, never what
    ip_management,
    count_
};
inline constexpr std::size_t asset_kind_count = static_cast<std::size_t>(AssetKind::count_);

[[nodiscard]] std::string_view asset_kind_key(AssetKind kind);
[[nodiscard]] Text asset_kind_text(AssetKind kind);
[[nodiscard]] std::optional<AssetKind> asset_kind_by_key(std::string_view key);

enum class AssetState : std::uint8_t { unknown, pending, valid, expired, ended, count_ };
[[nodiscard]] std::string_view asset_state_key(AssetState state);
[[nodiscard]] Text asset_state_text(AssetState state);
[[nodiscard]] AssetState asset_state_by_key(std::string_view key); ///< unknown for any other key

struct Asset {
    AssetKind kind{};
    std::string number{}, name{}; ///< may be empty
    std::string owner{}, uscc{};
    std::optional<Date> filed{}, registered{};
    std::optional<Date> expires{};  ///< last day of validity
    std::optional<Date> term_end{}; ///< first day after the term of its kind, where `expires` is not given
    bool renewable = false;         ///< past `term_end` it may have been renewed
    AssetState state = AssetState::unknown; ///< as the source says: pending, valid, ended
    std::vector<std::string> classes{}, countries{};
    std::string standard{}; ///< of a certificate: GB/T 29490-2013, GB/T 29490-2023
    std::int64_t count = 1; ///< of trade secrets; 1 for all other kinds
    std::string city{}, county{};
    std::optional<std::uint32_t> enterprise{}; ///< position in Corpus::enterprises of the owner
    std::string source{};                      ///< `file:row` for evidence
};

/// Rules of models/vocabulary/assets.toml.
class AssetVocabulary {
    struct Kind {
        std::vector<std::string> words; ///< folded
        std::optional<int> years;
        bool renewable = false;
    };
    struct State {
        AssetState state{};
        std::vector<std::string> contains; ///< folded
    };
    std::array<Kind, asset_kind_count> kinds_;
    std::vector<State> states_;
    std::vector<std::string> secret_headings_; ///< folded

public:
    /// DataError with file and line: unknown keys, kinds or states, a kind that is missing or given twice.
    static AssetVocabulary read(const Config& config);
    /// `vocabulary/assets.toml` of a models folder.
    static AssetVocabulary read_folder(const std::string& models_folder);

    /// A kind's key, or the kind with the longest word the text contains; nothing when it contains none.
    [[nodiscard]] std::optional<AssetKind> kind_of(std::string_view words) const;
    /// `unknown` when no rule holds.
    [[nodiscard]] AssetState state_of(std::string_view words) const;
    /// Would a column of this heading hold what a secret is about?
    [[nodiscard]] bool tells_secrets(std::string_view heading) const;

    /// Fills in what follows from the kind: the end of the term where the source gives no last day.
    void complete(Asset& asset) const;
};

/// The state on a day: ended as the source says; expired after the last day of validity, or after the term of
/// a kind that cannot be renewed; pending before registration; valid with a registration or as the source
/// says. A term that may have been renewed is open (`unknown`) once it is over, unless the source gives its
/// own last day.
[[nodiscard]] AssetState asset_state_on(const Asset& asset, const Date& day);

} // namespace longmen
