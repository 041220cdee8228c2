// SPDX-License-Identifier: GPL-3.0-or-later
// The list, keys with their parameters, and the columns.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/page_rank.hpp>
#include <longmen/indicators/disruption.hpp>
#include <longmen/indicators/diversity.hpp>
#include <longmen/indicators/forward_citations.hpp>
#include <longmen/indicators/graph_columns.hpp>

#include <array>
#include <charconv>
#include <limits>
#include <map>

namespace longmen::indicators {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t nodes_of_piece = std::size_t{1} << 16;
constexpr Text citations{"次", "citations"};
constexpr Text none{"", ""};

constexpr std::array list{
    GraphIndicator{"forward_citations_Ny",
                   "forward_citations_5y",
                   citations,
                   {"N 年内被引次数", "Forward citations, N years"},
                   {"公开或申请后 N 年内被引用的次数；窗口未满的标为不完整",
                    "Times cited within N years; incomplete while the window is open"},
                   false},
    GraphIndicator{
        "backward_citations",
        "backward_citations",
        citations,
        {"引用次数", "Backward citations"},
        {"所引用的专利文献数；一条也没有的按无数据处理", "Documents cited; none at all counts as no data"},
        false},
    GraphIndicator{"generality",
                   "generality",
                   none,
                   {"普遍性", "Generality"},
                   {"施引文献在技术小类间的分散程度，每件施引文献计一，按其小类分摊（OECD）",
                    "Spread of the citing documents over subclasses, each counting one, shared by its "
                    "subclasses (OECD)"},
                   true},
    GraphIndicator{"generality_hall",
                   "generality_hall",
                   none,
                   {"普遍性（霍尔校正）", "Generality, Hall's correction"},
                   {"按施引文献主小类计的分散程度，校正小样本偏差",
                    "Spread over the main subclasses of citing documents, corrected for small counts"},
                   true},
    GraphIndicator{"originality",
                   "originality",
                   none,
                   {"原创性", "Originality"},
                   {"所引文献在技术小类间的分散程度，按分类号计（OECD）",
                    "Spread of the cited documents over subclasses, by their codes (OECD)"},
                   true},
    GraphIndicator{"originality_hall",
                   "originality_hall",
                   none,
                   {"原创性（霍尔校正）", "Originality, Hall's correction"},
                   {"按所引文献主小类计的分散程度，校正小样本偏差",
                    "Spread over the main subclasses of cited documents, corrected for small counts"},
                   true},
    GraphIndicator{
        "cd_Ny",
        "cd_5y",
        none,
        {"颠覆性指数，N 年", "CD index, N years"},
        {"后续文献是引用本件而不引其所引文献，还是一并引用；-1 到 1",
         "Whether later documents cite this one instead of its sources or along with them; -1 to 1"},
        false},
    GraphIndicator{"mcd_Ny",
                   "mcd_5y",
                   citations,
                   {"加权颠覆性指数，N 年", "mCD index, N years"},
                   {"颠覆性指数乘以窗口内被引次数", "The CD index times the citations within the window"},
                   false},
    GraphIndicator{"pagerank_aN",
                   "pagerank_a50",
                   none,
                   {"PageRank，阻尼 N%", "PageRank, damping N %"},
                   {"沿引用传递的重要性，全部文献之和为一",
                    "Importance that flows along citations; all documents sum to one"},
                   false},
};

/// The number in `cd_5y` under `cd_Ny`; nothing when the key has another form.
std::optional<int> parameter(std::string_view pattern, std::string_view key) {
    const auto place = pattern.find('N');
    if (place == std::string_view::npos) {
        return pattern == key ? std::optional{0} : std::nullopt;
    }
    const auto before = pattern.substr(0, place);
    const auto behind = pattern.substr(place + 1);
    if (key.size() <= before.size() + behind.size() || !key.starts_with(before) || !key.ends_with(behind)) {
        return std::nullopt;
    }
    const auto digits = key.substr(before.size(), key.size() - before.size() - behind.size());
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits[0] == '0' ||
        digits[0] == '-') {
        return std::nullopt;
    }
    constexpr int most_percent = 99;
    const bool share = behind.empty();
    return value >= 1 && value <= (share ? most_percent : graph::longest_window) ? std::optional{value}
                                                                                 : std::nullopt;
}

std::string keys_text() {
    std::string text;
    for (const auto& one : list) {
        text += text.empty() ? "" : ", ";
        text += one.example;
    }
    return text;
}

class Columns {
    const GraphInput& input_;
    Threads& threads_;
    graph::DayIndex index_;
    std::optional<graph::Topology> topology_;
    std::map<int, Buffer<DisruptionCounts>> disruption_; ///< by window

    template <typename Value>
    Buffer<double> each(Value value) {
        Buffer<double> values(input_.graph.nodes());
        threads_.ranges(values.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            for (auto node = begin; node < end; ++node) {
                values[node] = value(node);
            }
        });
        return values;
    }

    Buffer<std::uint8_t> open_windows(int years) {
        Buffer<std::uint8_t> open(input_.graph.nodes());
        for (std::size_t node = index_.first_known(); node < open.size(); ++node) {
            const bool year_only = !input_.graph.knows_day(static_cast<graph::NodeId>(node));
            open[node] = graph::window_end(input_.graph.day[node], year_only, years) > input_.as_of ? 1 : 0;
        }
        return open;
    }

    GraphColumn windowed_citations(int years) {
        const auto counts = forward_citations(input_.graph, index_, years, threads_);
        return {{},
                each([&](std::size_t node) { return counts[node] < 0 ? undefined : counts[node]; }),
                open_windows(years),
                Undefined::no_data};
    }

    GraphColumn backward() {
        return {{},
                each([&](std::size_t node) {
                    const auto count = input_.graph.cited.count(node);
                    return count == 0 ? undefined : static_cast<double>(count);
                }),
                {},
                Undefined::no_citations};
    }

    GraphColumn disrupted(int years, bool weighted) {
        const auto [counts, fresh] = disruption_.try_emplace(years);
        if (fresh) {
            counts->second = disruption(input_.graph, index_, years, threads_);
        }
        return {{},
                each([&](std::size_t node) {
                    const auto sources = input_.graph.cited.count(node);
                    return weighted ? mcd_index(counts->second[node], sources)
                                    : cd_index(counts->second[node], sources);
                }),
                open_windows(years),
                Undefined::no_citations};
    }

    GraphColumn ranked(int percent) {
        if (!topology_) {
            topology_ = graph::find_topology(input_.graph, threads_);
        }
        constexpr double hundred = 100;
        return {{},
                graph::page_rank(input_.graph, *topology_, percent / hundred, threads_),
                {},
                Undefined::no_data};
    }

    GraphColumn spread(const graph::Lists& neighbours, DiversityRule rule, bool corrected) {
        return {{},
                diversity(neighbours, input_.classes, input_.class_count, rule, corrected, threads_),
                {},
                Undefined::no_citations};
    }

public:
    Columns(const GraphInput& input, Threads& threads)
        : input_(input), threads_(threads), index_(input.graph.day) {}

    GraphColumn column(std::string_view pattern, int parameter) {
        const auto& graph = input_.graph;
        if (pattern == "forward_citations_Ny") {
            return windowed_citations(parameter);
        }
        if (pattern == "backward_citations") {
            return backward();
        }
        if (pattern == "generality") {
            return spread(graph.citing, DiversityRule::fractional, false);
        }
        if (pattern == "generality_hall") {
            return spread(graph.citing, DiversityRule::first, true);
        }
        if (pattern == "originality") {
            return spread(graph.cited, DiversityRule::pooled, false);
        }
        if (pattern == "originality_hall") {
            return spread(graph.cited, DiversityRule::first, true);
        }
        return pattern == "pagerank_aN" ? ranked(parameter) : disrupted(parameter, pattern == "mcd_Ny");
    }
};

} // namespace

std::span<const GraphIndicator> graph_indicators() {
    return list;
}

const GraphIndicator* find_graph_indicator(std::string_view key) {
    for (const auto& one : list) {
        if (parameter(one.key, key)) {
            return &one;
        }
    }
    return nullptr;
}

std::vector<GraphColumn> graph_columns(const GraphInput& input, std::span<const std::string> keys,
                                       Threads& threads) {
    Columns columns{input, threads};
    std::vector<GraphColumn> result;
    for (const auto& key : keys) {
        const auto* indicator = find_graph_indicator(key);
        if (indicator == nullptr) {
            throw UsageError(
                sentence("没有引文指标“{}”；可用的有：{}（年数和阻尼可改）",
                         "there is no citation indicator `{}`; there are: {} (years and damping may differ)",
                         key, keys_text()));
        }
        if (indicator->needs_classes && input.classes.size() == 0) {
            throw UsageError(
                sentence("{} 需要分类号，数据中没有", "{} needs classes, and the data have none", key));
        }
        result.push_back(columns.column(indicator->key, *parameter(indicator->key, key)));
        result.back().key = key;
    }
    return result;
}

} // namespace longmen::indicators
