// SPDX-License-Identifier: GPL-3.0-or-later
// Texts to terms block by block, numbers of terms given out in the order of blocks.
#include <longmen/indicators/text_terms.hpp>
#include <longmen/search/tokens.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace longmen::indicators {
namespace {

/// A block of documents with numbers of its own.
struct Block {
    std::vector<std::string> terms; ///< in the order in which they occur
    std::vector<std::vector<std::uint32_t>> of;
    std::unordered_map<std::string, std::uint32_t> numbers;

    void add(const std::string& term) {
        const auto [at, fresh] = numbers.try_emplace(term, static_cast<std::uint32_t>(terms.size()));
        if (fresh) {
            terms.push_back(term);
        }
        of.back().push_back(at->second);
    }
    void add_terms(const std::vector<search::Token>& tokens) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto& token = tokens[i];
            if (!token.character) {
                if (!std::ranges::all_of(token.text, is_digit)) {
                    add(token.text);
                }
            } else if (i + 1 < tokens.size() && tokens[i + 1].character &&
                       tokens[i + 1].position == token.position + 1) {
                add(token.text + tokens[i + 1].text);
            }
        }
    }
};

} // namespace

TextTerms text_terms(std::span<const DocumentText> texts, Threads& threads) {
    constexpr std::size_t texts_of_block = 512;
    std::vector<Block> blocks((texts.size() + texts_of_block - 1) / texts_of_block);
    std::vector<search::Tokeniser> tokenisers(threads.count());
    threads.ranges(texts.size(), texts_of_block, [&](std::size_t begin, std::size_t end, unsigned thread) {
        auto& block = blocks[begin / texts_of_block];
        for (auto at = begin; at < end; ++at) {
            block.of.emplace_back();
            block.add_terms(tokenisers[thread].split(texts[at].title));
            block.add_terms(tokenisers[thread].split(texts[at].abstract));
        }
        block.numbers.clear();
    });

    // --- numbers of the whole
    // --------------------------------------------------------------------------------
    std::unordered_map<std::string, std::uint32_t> numbers;
    TextTerms result;
    result.of.offsets = Buffer<ArcId>(texts.size() + 1);
    std::vector<std::vector<std::uint32_t>> whole(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (auto& term : blocks[i].terms) {
            whole[i].push_back(
                numbers.try_emplace(std::move(term), static_cast<std::uint32_t>(numbers.size()))
                    .first->second);
        }
    }
    threads.each(blocks.size(), [&](std::size_t i, unsigned) {
        for (auto& terms : blocks[i].of) {
            for (auto& term : terms) {
                term = whole[i][term];
            }
            std::ranges::sort(terms);
        }
    });
    std::size_t document = 0;
    std::size_t pairs = 0;
    for (const auto& block : blocks) {
        for (const auto& terms : block.of) {
            for (std::size_t k = 0; k < terms.size(); ++k) {
                pairs += k == 0 || terms[k] != terms[k - 1] ? 1 : 0;
            }
            result.of.offsets[++document] = static_cast<ArcId>(pairs);
        }
    }

    // --- terms of documents, documents of terms
    // --------------------------------------------------------------
    result.of.items = Buffer<std::uint32_t>(pairs);
    result.count = Buffer<std::uint32_t>(pairs);
    result.in.offsets = Buffer<ArcId>(numbers.size() + 1);
    std::size_t at = 0;
    for (const auto& block : blocks) {
        for (const auto& terms : block.of) {
            for (std::size_t k = 0; k < terms.size(); ++k) {
                if (k == 0 || terms[k] != terms[k - 1]) {
                    result.of.items[at++] = terms[k];
                    ++result.in.offsets[terms[k] + 1];
                }
                ++result.count[at - 1];
            }
        }
    }
    for (std::size_t term = 0; term < numbers.size(); ++term) {
        result.in.offsets[term + 1] += result.in.offsets[term];
    }
    result.in.items = Buffer<std::uint32_t>(pairs);
    result.place = Buffer<std::uint32_t>(pairs);
    std::vector<ArcId> next(result.in.offsets.begin(), result.in.offsets.end() - 1);
    for (document = 0; document < texts.size(); ++document) {
        for (auto pair = result.of.offsets[document]; pair < result.of.offsets[document + 1]; ++pair) {
            const auto to = next[result.of.items[pair]]++;
            result.in.items[to] = static_cast<std::uint32_t>(document);
            result.place[to] = pair;
        }
    }
    return result;
}

} // namespace longmen::indicators
