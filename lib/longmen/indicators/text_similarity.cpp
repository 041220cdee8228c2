// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs with a term in common, met along the documents of each term.
#include <longmen/indicators/text_similarity.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/new_words.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace longmen::indicators {
namespace {

using graph::NodeId;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t documents_of_piece = 256;
constexpr int longest_window = 20; // years

/// Calendar years of the documents with a day, and what lies before each.
struct Calendar {
    int first = 0;                     ///< year
    std::vector<NodeId> begins;        ///< first id of each year and of those behind
    std::vector<std::uint32_t> before; ///< documents with a text in the years before
    Buffer<std::uint16_t> year;        ///< of each document, from `first`

    Calendar(const TextTerms& terms, const graph::CitationGraph& graph, const graph::DayIndex& index)
        : year(terms.documents()) {
        std::uint32_t texts = 0;
        for (std::size_t node = index.first_known(); node < terms.documents(); ++node) {
            if (begins.empty() || graph.day[node] >= next_) {
                const auto now = Date::from_days(graph.day[node]).year();
                first = begins.empty() ? now : first;
                while (first + static_cast<int>(begins.size()) <= now) {
                    begins.push_back(static_cast<NodeId>(node));
                    before.push_back(texts);
                }
                next_ = Date::from_ymd(now + 1, 1, 1)->days();
            }
            year[node] = static_cast<std::uint16_t>(begins.size() - 1);
            texts += terms.has_text(node) ? 1 : 0;
        }
    }

private:
    graph::Day next_ = 0;
};

double bidf(std::uint32_t documents, std::uint32_t with, double most_common) {
    return documents == 0 || with > most_common * documents
               ? 0.0
               : std::max(0.0, std::log(static_cast<double>(documents) / (1.0 + with)));
}

/// Of each pair of document and term: its share, and its weight were the document the earlier of two.
struct Weights {
    Buffer<double> share, earlier;
};

Weights weigh(const TextTerms& terms, const Calendar& calendar, double most_common, Threads& threads) {
    constexpr std::size_t terms_of_piece = std::size_t{1} << 11;
    const auto of = terms.of.view();
    const auto in = terms.in.view();
    Weights weights{Buffer<double>(of.items.size()), Buffer<double>(of.items.size())};
    threads.ranges(terms.documents(), documents_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            double all = 0;
            for (auto at = of.offsets[node]; at < of.offsets[node + 1]; ++at) {
                all += terms.count[at];
            }
            for (auto at = of.offsets[node]; at < of.offsets[node + 1]; ++at) {
                weights.share[at] = terms.count[at] / all;
            }
        }
    });
    threads.ranges(terms.terms(), terms_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto term = begin; term < end; ++term) {
            std::uint32_t before = 0; // documents with the term in the years before
            for (auto at = in.offsets[term]; at < in.offsets[term + 1]; ++at) {
                const auto year = calendar.year[in.items[at]];
                if (at == in.offsets[term] || year != calendar.year[in.items[at - 1]]) {
                    before = at - in.offsets[term];
                }
                const auto weight = bidf(calendar.before[year], before, most_common);
                const auto place = terms.place[at];
                weights.earlier[place] = weights.share[place] * weight * weight;
            }
        }
    });
    return weights;
}

/// Lengths of the vectors of each document with the weights of its year and of those before it: that of
/// `back` years before stands at document * (window + 1) + back.
Buffer<double> lengths(const TextTerms& terms, const Calendar& calendar, const Weights& weights, int window,
                       double most_common, Threads& threads) {
    const auto of = terms.of.view();
    const auto in = terms.in.view();
    const auto years = static_cast<std::size_t>(window) + 1;
    Buffer<double> result(terms.documents() * years);
    threads.ranges(terms.documents(), documents_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            const std::size_t year = calendar.year[node];
            for (std::size_t back = 0; back < years && back <= year && terms.has_text(node); ++back) {
                const auto documents = calendar.before[year - back];
                double sum = 0;
                for (auto at = of.offsets[node]; at < of.offsets[node + 1]; ++at) {
                    const auto list = in[of.items[at]];
                    const auto with = static_cast<std::uint32_t>(
                        std::ranges::lower_bound(list, calendar.begins[year - back]) - list.begin());
                    const auto part = weights.share[at] * bidf(documents, with, most_common);
                    sum += part * part;
                }
                result[node * years + back] = std::sqrt(sum);
            }
        }
    });
    return result;
}

/// The other side of the pairs: documents of each term with their value, those of value 0 left out.
struct Others {
    std::vector<ArcId> offsets{0};
    Buffer<NodeId> nodes;
    Buffer<double> values;

    Others(const TextTerms& terms, const Buffer<double>& of_pair)
        : nodes(of_pair.size()), values(of_pair.size()) {
        const auto in = terms.in.view();
        ArcId next = 0;
        for (std::size_t term = 0; term < terms.terms(); ++term) {
            for (auto at = in.offsets[term]; at < in.offsets[term + 1]; ++at) {
                const auto value = of_pair[terms.place[at]];
                nodes[next] = in.items[at];
                values[next] = value;
                next += value > 0 ? 1 : 0;
            }
            offsets.push_back(next);
        }
    }
};

} // namespace

Buffer<double> text_similarity(const TextTerms& terms, const graph::CitationGraph& graph,
                               const graph::DayIndex& index, TextSide side, int window_years,
                               const TextRules& rules, Threads& threads) {
    if (window_years < 1 || window_years > longest_window) {
        throw UsageError(sentence("文本相似度的窗口应为 1 至 {} 年",
                                  "windows of text similarity have 1 to {} years", longest_window));
    }
    std::size_t texts = 0;
    for (std::size_t node = 0; node < terms.documents(); ++node) {
        texts += terms.has_text(node) ? 1 : 0;
    }
    if (texts > rules.most_documents) {
        throw UsageError(
            sentence("有文本的文献共 {} 件，超过可两两比较的 {} 件（models/indicators/texts.toml）",
                     "{} documents have a text, more than the {} that are compared in pairs "
                     "(models/indicators/texts.toml)",
                     texts, rules.most_documents));
    }

    // --- weights
    // ---------------------------------------------------------------------------------------------
    const Calendar calendar{terms, graph, index};
    const auto weights = weigh(terms, calendar, rules.most_common, threads);
    const auto length = lengths(terms, calendar, weights, window_years, rules.most_common, threads);
    const auto later = graph::later_begins(graph, index);
    const auto ends = graph::window_ends(graph, index, window_years);
    const bool forward = side == TextSide::forward;
    const auto& own = forward ? weights.earlier : weights.share;
    const Others others{terms, forward ? weights.share : weights.earlier};

    // --- pairs
    // -----------------------------------------------------------------------------------------------
    const auto years = static_cast<std::size_t>(window_years) + 1;
    const auto similarity = [&](NodeId earlier, NodeId after, double product) {
        const auto back = static_cast<std::size_t>(calendar.year[after] - calendar.year[earlier]);
        const auto cosine = product / (length[earlier * years] * length[after * years + back]);
        return cosine < rules.floor ? 0.0 : cosine;
    };
    const auto first = first_text(terms, index);
    const auto of = terms.of.view();
    std::vector<Buffer<double>> products;
    std::vector<std::vector<NodeId>> met(threads.count());
    for (unsigned thread = 0; thread < threads.count(); ++thread) {
        products.emplace_back(terms.documents());
    }
    Buffer<double> result(terms.documents());
    threads.ranges(
        terms.documents(), documents_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
            auto& product = products[thread];
            auto& pairs = met[thread];
            for (auto at = begin; at < end; ++at) {
                const auto node = static_cast<NodeId>(at);
                const auto year = calendar.year[node];
                const bool known =
                    node >= index.first_known() && terms.has_text(node) &&
                    (forward ? calendar.before[year] > 0 : reaches_back(graph, first, node, window_years));
                result[node] = known ? 0 : undefined;
                if (!known) {
                    continue;
                }
                // Earlier documents that have the node in their window are at most `window_years` calendar
                // years back.
                const auto from =
                    forward ? later[node] : calendar.begins[year < window_years ? 0 : year - window_years];
                const auto to = forward ? ends[node] : node;
                pairs.clear();
                for (auto pair = of.offsets[node]; pair < of.offsets[node + 1]; ++pair) {
                    if (!(own[pair] > 0)) {
                        continue;
                    }
                    const auto term = of.items[pair];
                    const auto* const last = others.nodes.begin() + others.offsets[term + 1];
                    const auto* other =
                        std::lower_bound(others.nodes.begin() + others.offsets[term], last, from);
                    for (; other != last && *other < to; ++other) {
                        if (product[*other] == 0) {
                            pairs.push_back(*other);
                        }
                        product[*other] +=
                            own[pair] * others.values[static_cast<std::size_t>(other - others.nodes.begin())];
                    }
                }
                double sum = 0;
                for (const auto other : pairs) {
                    const bool within = forward || (later[other] <= node && node < ends[other]);
                    sum += !within   ? 0
                           : forward ? similarity(node, other, product[other])
                                     : similarity(other, node, product[other]);
                    product[other] = 0;
                }
                result[node] = sum;
            }
        });
    return result;
}

Buffer<double> text_importance(const Buffer<double>& forward, const Buffer<double>& backward) {
    Buffer<double> result(forward.size());
    for (std::size_t node = 0; node < result.size(); ++node) {
        result[node] = backward[node] > 0 ? forward[node] / backward[node] : undefined;
    }
    return result;
}

} // namespace longmen::indicators
