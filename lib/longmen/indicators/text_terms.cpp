// SPDX-License-Identifier: GPL-3.0-or-later
// Shingles of the texts, and the same the other way round.
#include <longmen/indicators/text_terms.hpp>

#include <longmen/search/shingles.hpp>

#include <vector>

namespace longmen::indicators {

TextTerms text_terms(std::span<const DocumentText> texts, Threads& threads) {
    auto lists = search::shingle_lists(
        texts.size(),
        [&](std::size_t at, const auto& take) {
            take(texts[at].title);
            take(texts[at].abstract);
        },
        threads);
    TextTerms result;
    result.of = std::move(lists.of);
    result.count = std::move(lists.count);
    result.in.offsets = Buffer<ArcId>(lists.shingles + 1);
    for (const auto term : result.of.items) {
        ++result.in.offsets[term + 1];
    }
    for (std::size_t term = 0; term < lists.shingles; ++term) {
        result.in.offsets[term + 1] += result.in.offsets[term];
    }
    const auto pairs = result.of.items.size();
    result.in.items = Buffer<std::uint32_t>(pairs);
    result.place = Buffer<std::uint32_t>(pairs);
    std::vector<ArcId> next(result.in.offsets.begin(), result.in.offsets.end() - 1);
    for (std::size_t document = 0; document < texts.size(); ++document) {
        for (auto pair = result.of.offsets[document]; pair < result.of.offsets[document + 1]; ++pair) {
            const auto to = next[result.of.items[pair]]++;
            result.in.items[to] = static_cast<std::uint32_t>(document);
            result.place[to] = pair;
        }
    }
    return result;
}

} // namespace longmen::indicators
