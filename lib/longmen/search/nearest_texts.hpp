// SPDX-License-Identifier: GPL-3.0-or-later
// One text held against many, without an index.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/search/shingles.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search {

struct TextRules {
    double k1 = 0, b = 0;
    unsigned title = 1; ///< how often a shingle of a title counts
};

struct TextPart {
    std::string_view text;
    bool title = false;
};

/// BM25 of every text for all shingles of one, in one pass over the texts: only what they share with it is
/// kept.
///
///     value = sum over shared shingles of  rarity * own * (k1 + 1) / (own + k1) * count * (k1 + 1) / (count
///     + norm)
///
/// with rarity = ln(1 + (N - n + 0.5) / (n + 0.5)), n of the N texts having the shingle; norm = k1 * (1 - b +
/// b * length / mean length); count, own: how often it stands in the text, in the one; length: shingles of a
/// text. Texts without shingles do not count. Source: robertson-1994, from memory.
class NearestTexts {
public:
    /// `own` must outlive it.
    NearestTexts(const std::vector<TextPart>& own, const TextRules& rules);

    /// Parts of the text at a place.
    using Parts = std::function<void(std::size_t at, const std::function<void(const TextPart&)>& take)>;
    /// The next texts, numbered on from those before. `parts` is called from any thread; `meanwhile` once,
    /// from one of them: the caller reads the texts after these. Memory: 8 bytes a text and 8 for each
    /// shingle it shares.
    void add(std::size_t texts, const Parts& parts, Threads& threads, const std::function<void()>& meanwhile);

    /// Of each text its value; 0 where nothing is shared. The same for any number of threads and of calls of
    /// `add`.
    [[nodiscard]] std::vector<double> values();
    /// Stretches of the one text, as written there, made of the shared shingles that count most for a text,
    /// the most telling first. After `values`.
    [[nodiscard]] std::vector<std::string> shared_words(std::size_t text, std::size_t most) const;
    /// Different shingles of the one text.
    [[nodiscard]] std::size_t own_shingles() const { return own_.size(); }
    /// Texts with shingles.
    [[nodiscard]] std::size_t with_text() const;

private:
    struct Shared {
        std::uint32_t shingle, count;
    };
    struct Place {
        std::uint32_t part, shingle;
        std::size_t begin, end;
    };
    std::vector<TextPart> parts_;
    TextRules rules_;
    std::vector<std::uint32_t> table_; ///< shingle + 1 by key, open addressing; 0: none
    std::vector<ShingleKey> keys_;
    std::vector<double> own_; ///< how often each shingle stands in the one
    std::vector<Place> places_;
    std::vector<Shingler> shinglers_;
    std::vector<std::uint32_t> lengths_;
    std::vector<std::size_t> ends_{0}; ///< of each text in shared_
    std::vector<Shared> shared_;
    std::vector<double> rarity_;
    double mean_length_ = 0;

    [[nodiscard]] std::size_t slot(ShingleKey key) const;
    [[nodiscard]] double part_of_value(const Shared& shared, std::uint32_t length) const;
};

} // namespace longmen::search
