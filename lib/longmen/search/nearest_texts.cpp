// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what each text shares with one; values follow when all are known.
#include <longmen/search/nearest_texts.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <span>

namespace longmen::search {
namespace {

constexpr std::size_t texts_of_piece = 256;
constexpr std::size_t shingles_of_words = 16; // those that words are made of

std::size_t spread(ShingleKey key) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 20U);
}

} // namespace

std::size_t NearestTexts::slot(ShingleKey key) const {
    const auto mask = table_.size() - 1;
    auto at = spread(key) & mask;
    while (table_[at] != 0 && keys_[table_[at] - 1] != key) {
        at = (at + 1) & mask;
    }
    return at;
}

NearestTexts::NearestTexts(const std::vector<TextPart>& own, const TextRules& rules)
    : parts_(own), rules_(rules) {
    std::size_t bytes = 0;
    for (const auto& part : parts_) {
        bytes += part.text.size();
    }
    table_.resize(std::bit_ceil(2 * bytes + 2)); // a shingle has a byte of its own at least
    Shingler shingler;
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
        shingler.each(parts_[i].text, [&](const Shingle& shingle) {
            auto& found = table_[slot(shingle.key)];
            if (found == 0) {
                keys_.push_back(shingle.key);
                own_.push_back(0);
                found = static_cast<std::uint32_t>(keys_.size());
            }
            own_[found - 1] += parts_[i].title ? rules_.title : 1;
            places_.push_back({i, found - 1, shingle.begin, shingle.end});
        });
    }
}

void NearestTexts::add(std::size_t texts, const Parts& parts, Threads& threads,
                       const std::function<void()>& meanwhile) {
    struct Piece {
        std::vector<Shared> shared;
        std::vector<std::uint32_t> lengths;
        std::vector<std::size_t> ends;
    };
    shinglers_.resize(std::max<std::size_t>(shinglers_.size(), threads.count()));
    std::vector<Piece> pieces((texts + texts_of_piece - 1) / texts_of_piece);
    threads.each(pieces.size() + 1, [&](std::size_t block, unsigned thread) {
        if (block == 0) {
            meanwhile();
            return;
        }
        auto& piece = pieces[block - 1];
        std::vector<std::uint32_t> count(own_.size());
        std::vector<std::uint32_t> met;
        const auto last = std::min(texts, block * texts_of_piece);
        for (auto at = (block - 1) * texts_of_piece; at < last; ++at) {
            std::uint32_t length = 0;
            parts(at, [&](const TextPart& part) {
                const auto times = part.title ? rules_.title : 1;
                shinglers_[thread].each(part.text, [&](const Shingle& shingle) {
                    length += times;
                    if (const auto found = table_[slot(shingle.key)]; found != 0) {
                        if (count[found - 1] == 0) {
                            met.push_back(found - 1);
                        }
                        count[found - 1] += times;
                    }
                });
            });
            std::ranges::sort(met); // sums run in the order of shingles
            for (const auto shingle : met) {
                piece.shared.push_back({shingle, count[shingle]});
                count[shingle] = 0;
            }
            met.clear();
            piece.lengths.push_back(length);
            piece.ends.push_back(piece.shared.size());
        }
    });
    for (const auto& piece : pieces) {
        const auto before = shared_.size();
        shared_.insert(shared_.end(), piece.shared.begin(), piece.shared.end());
        lengths_.insert(lengths_.end(), piece.lengths.begin(), piece.lengths.end());
        for (const auto end : piece.ends) {
            ends_.push_back(before + end);
        }
    }
}

double NearestTexts::part_of_value(const Shared& shared, std::uint32_t length) const {
    const auto more = rules_.k1 + 1;
    const auto own = own_[shared.shingle];
    const auto norm = rules_.k1 * (1 - rules_.b + rules_.b * length / mean_length_);
    return rarity_[shared.shingle] * own * more / (own + rules_.k1) * shared.count * more /
           (shared.count + norm);
}

std::size_t NearestTexts::with_text() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(lengths_, [](std::uint32_t length) { return length > 0; }));
}

std::vector<double> NearestTexts::values() {
    std::vector<std::size_t> with(own_.size());
    for (const auto& shared : shared_) {
        ++with[shared.shingle];
    }
    const auto known = with_text();
    const auto length = std::accumulate(lengths_.begin(), lengths_.end(), std::uint64_t{0});
    mean_length_ = known == 0 ? 1 : static_cast<double>(length) / static_cast<double>(known);
    rarity_.clear();
    for (const auto texts : with) {
        rarity_.push_back(
            std::log1p((static_cast<double>(known - texts) + 0.5) / (static_cast<double>(texts) + 0.5)));
    }
    std::vector<double> result(lengths_.size());
    for (std::size_t text = 0; text < result.size(); ++text) {
        for (auto at = ends_[text]; at < ends_[text + 1]; ++at) {
            result[text] += part_of_value(shared_[at], lengths_[text]);
        }
    }
    return result;
}

std::vector<std::string> NearestTexts::shared_words(std::size_t text, std::size_t most) const {
    std::vector<std::pair<double, std::uint32_t>> telling;
    for (auto at = ends_[text]; at < ends_[text + 1]; ++at) {
        telling.emplace_back(-part_of_value(shared_[at], lengths_[text]), shared_[at].shingle);
    }
    std::ranges::sort(telling);
    telling.resize(std::min(telling.size(), shingles_of_words));
    std::map<std::uint32_t, double> value;
    for (const auto& [part, shingle] : telling) {
        value[shingle] = part;
    }
    // Neighbours that overlap in the one text are one word; the first spelling of it stands for all.
    struct Word {
        double value;
        std::string text;
    };
    std::map<std::vector<std::uint32_t>, Word> words;
    for (std::size_t i = 0; i < places_.size();) {
        if (!value.contains(places_[i].shingle)) {
            ++i;
            continue;
        }
        const auto& start = places_[i];
        auto end = start.end;
        std::vector<std::uint32_t> run{start.shingle};
        for (++i; i < places_.size() && places_[i].part == start.part && places_[i].begin < end &&
                  value.contains(places_[i].shingle);
             ++i) {
            run.push_back(places_[i].shingle);
            end = places_[i].end;
        }
        double sum = 0;
        for (const auto shingle : std::set<std::uint32_t>(run.begin(), run.end())) {
            sum += value.at(shingle);
        }
        words.try_emplace(
            std::move(run),
            Word{sum, std::string{parts_[start.part].text.substr(start.begin, end - start.begin)}});
    }
    std::vector<std::pair<double, std::string>> best;
    for (const auto& [run, word] : words) {
        const bool within = std::ranges::any_of(words, [&, &own = run](const auto& other) {
            return other.first.size() > own.size() && !std::ranges::search(other.first, own).empty();
        });
        if (!within) {
            best.emplace_back(word.value, word.text);
        }
    }
    std::ranges::sort(best);
    std::vector<std::string> result;
    for (const auto& [part, word] : std::span{best}.first(std::min(most, best.size()))) {
        result.push_back(word);
    }
    return result;
}

} // namespace longmen::search
