// SPDX-License-Identifier: GPL-3.0-or-later
// All weights together: branch and bound over which rivals change sides, a linear program at each node.
#include <longmen/scoring/detail/flips.hpp>
#include <longmen/scoring/detail/rivalry.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace longmen::scoring::detail {
namespace {

constexpr double least_bracket = 1e-11; // brackets of the level are halved no further
constexpr double inner_share = 0.1;     // a bracket is cut no nearer to its ends
constexpr double nowhere = std::numeric_limits<double>::infinity();

/// What is demanded of a rival.
enum class Side : std::uint8_t {
    across,   ///< on the other side of the candidate, by score
    unscored, ///< without a score
    let_be,   ///< nothing
};
struct Settled {
    std::uint32_t rival = 0;
    Side side = Side::let_be;
};
struct Node {
    double bound = 0;
    Bracket bracket;
    std::vector<Settled> settled;
    std::size_t let_be = 0;
    std::vector<double> weights; ///< of the linear program
    std::uint64_t number = 0;    ///< of making: ties in order
};
struct Later {
    bool operator()(const Node& a, const Node& b) const {
        return a.bound != b.bound ? a.bound > b.bound : a.number > b.number;
    }
};

class Search {
    const Choice& choice_;
    const std::uint32_t own_;
    const DecisionMarginOptions& options_;
    const bool enter_; ///< not chosen now
    const Rivalry rivalry_;
    std::size_t allowed_ = 0;  ///< rivals that may be let be
    std::vector<double> pair_; ///< by rival: least distance that brings it across alone; 0 when it is across
    std::vector<std::uint32_t> hard_; ///< rivals not across now, nearest first
    std::vector<char> out_;           ///< rivals let be for good
    std::priority_queue<Node, std::vector<Node>, Later> open_;
    std::uint64_t made_ = 0;
    double unresolved_ = nowhere; ///< least bound of nodes given up to rounding
    WeightsFlip best_;

    /// Solves the linear program of a node; false when it has no solution.
    [[nodiscard]] bool solve(Node& node) const {
        std::vector<Demand> demands;
        if (enter_ && !rivalry_.whole(own_)) {
            demands.push_back(rivalry_.coverage(own_, false));
        }
        if (node.bracket.low > 0) {
            demands.push_back(rivalry_.level(own_, node.bracket.low, 1));
        }
        if (node.bracket.high < 1) {
            demands.push_back(rivalry_.level(own_, node.bracket.high, -1));
        }
        for (const auto& settled : node.settled) {
            if (settled.side == Side::across) {
                rivalry_.demand_across(demands, node.bracket, settled.rival);
            } else if (settled.side == Side::unscored) {
                demands.push_back(rivalry_.coverage(settled.rival, true));
            }
        }
        auto move = least_move(choice_.weights, demands);
        if (!move) {
            return false;
        }
        node.bound = std::max({node.bound, move->distance, pairs_bound(node)});
        node.weights = std::move(move->weights);
        return true;
    }

    /// Of the rivals not across now, those not settled cannot all be let be.
    [[nodiscard]] double pairs_bound(const Node& node) const {
        std::vector<char> settled(choice_.candidates(), 0);
        for (const auto& [rival, side] : node.settled) {
            settled[rival] = 1;
        }
        std::vector<double> left;
        for (const auto rival : hard_) {
            if (settled[rival] == 0) {
                left.push_back(pair_[rival]);
            }
        }
        const auto spare = allowed_ - node.let_be;
        return left.size() > spare ? left[left.size() - spare - 1] : 0;
    }

    void offer(const std::vector<double>& weights) {
        double distance = 0;
        for (std::size_t t = 0; t < weights.size(); ++t) {
            distance += std::abs(weights[t] - choice_.weights[t]);
        }
        if (best_.found && distance >= best_.upper_bound) {
            return;
        }
        const auto seen = verdict(choice_, own_, weights);
        if (seen.chosen == enter_) {
            best_ = {true, false, 0, distance, weights, seen.score, seen.line, seen.rival};
        }
    }

    void push(Node node) {
        if (solve(node)) {
            node.number = made_++;
            offer(node.weights);
            open_.push(std::move(node));
        }
    }

    void settle(const Node& node, std::uint32_t rival, Side side) {
        Node child = node;
        child.settled.push_back({rival, side});
        child.let_be += side == Side::let_be ? 1 : 0;
        push(std::move(child));
    }

    /// Cuts the bracket where both halves exclude the node's weights.
    void halve(const Node& node, double at) {
        const double width = node.bracket.width();
        const double cut =
            std::clamp(at, node.bracket.low + inner_share * width, node.bracket.high - inner_share * width);
        Node lower = node, upper = node;
        lower.bracket.high = upper.bracket.low = cut;
        push(std::move(lower));
        push(std::move(upper));
    }

    /// Rivals whose demand bites are settled first, the hardest before the others; only then is the bracket
    /// halved, for one that is not across although its demand is met.
    void branch(const Node& node) {
        const auto own = score_of(choice_, own_, node.weights);
        const auto own_key = choice_key(choice_, own_, own);
        const bool thin = node.bracket.width() < least_bracket;
        auto passed = out_;
        passed[own_] = 1;
        std::optional<std::uint32_t> hardest, loose;
        for (const auto& [rival, side] : node.settled) {
            passed[rival] = 1;
            if (side == Side::across && !rivalry_.across(node.weights, own_key, rival)) {
                loose = rival;
            }
        }
        for (std::uint32_t r = 0; r < choice_.candidates(); ++r) {
            if (passed[r] != 0 || rivalry_.across(node.weights, own_key, r)) {
                continue;
            }
            if (!thin && !rivalry_.alike(r) && rivalry_.meets(node.weights, node.bracket, r)) {
                loose = loose ? loose : r;
            } else if (!hardest || pair_[r] > pair_[*hardest]) {
                hardest = r;
            }
        }
        if (hardest) {
            settle(node, *hardest, Side::across);
            if (enter_ && !rivalry_.whole(*hardest)) {
                settle(node, *hardest, Side::unscored);
            }
            if (node.let_be < allowed_) {
                settle(node, *hardest, Side::let_be);
            }
        } else if (loose && !thin) {
            const auto theirs = score_of(choice_, *loose, node.weights);
            halve(node, own && theirs ? (*own + *theirs) / 2 : (node.bracket.low + node.bracket.high) / 2);
        } else {
            unresolved_ = std::min(unresolved_, node.bound);
        }
    }

    /// Distances at which each rival comes across alone.
    void measure_pairs(std::span<const std::uint64_t> keys) {
        pair_.assign(choice_.candidates(), 0);
        for (std::uint32_t r = 0; r < choice_.candidates(); ++r) {
            if (r == own_ || (enter_ ? keys[r] < keys[own_] : keys[r] > keys[own_])) {
                continue;
            }
            std::vector<Demand> demands;
            rivalry_.demand_across(demands, {}, r);
            const auto move = least_move(choice_.weights, demands);
            pair_[r] = move ? move->distance : nowhere;
            if (enter_ && !rivalry_.whole(r)) {
                const auto out = least_move(choice_.weights, std::vector{rivalry_.coverage(r, true)});
                pair_[r] = std::min(pair_[r], out ? out->distance : nowhere);
            }
            hard_.push_back(r);
        }
        std::sort(hard_.begin(), hard_.end(), [&](auto a, auto b) {
            return pair_[a] != pair_[b] ? pair_[a] < pair_[b] : choice_.tie_place(a) < choice_.tie_place(b);
        });
    }

    void search_rivals(std::span<const std::uint64_t> keys) {
        const auto others = choice_.candidates() - 1, k = *choice_.rule.best;
        if (enter_ ? k == 0 : others < k) {
            return; // no place to enter, or no one who could take it
        }
        allowed_ = enter_ ? std::min(k - 1, others) : others - k;
        measure_pairs(keys);
        dive();
        if (leave_out_the_far()) {
            push({});
        }
    }

    /// Rivals that alone cost as much as the answer known are let be in any better one; false when they are
    /// too many for that.
    [[nodiscard]] bool leave_out_the_far() {
        out_.assign(choice_.candidates(), 0);
        while (!hard_.empty() && (pair_[hard_.back()] == nowhere ||
                                  (best_.found && pair_[hard_.back()] >= best_.upper_bound))) {
            if (allowed_ == 0) {
                return false;
            }
            out_[hard_.back()] = 1;
            hard_.pop_back();
            --allowed_;
        }
        return true;
    }

    /// A first answer: brings the nearest rivals across one after another.
    void dive() {
        Node node;
        for (const auto rival : hard_) {
            node.settled.push_back({rival, Side::across});
            if (node.settled.size() + allowed_ < hard_.size()) {
                continue; // too few to change anything
            }
            if (best_.found || !solve(node)) {
                return;
            }
            offer(node.weights);
        }
    }

public:
    Search(const Choice& choice, std::uint32_t own, const DecisionMarginOptions& options, bool chosen)
        : choice_(choice), own_(own), options_(options), enter_(!chosen), rivalry_(choice, own, !chosen) {}

    WeightsFlip run(std::span<const std::vector<double>> known, std::span<const std::uint64_t> keys) {
        for (const auto& weights : known) {
            offer(weights);
        }
        double settled_bound = nowhere; // of ways that are one linear program
        const auto one_program = [&](const std::vector<Demand>& demands) {
            if (const auto move = least_move(choice_.weights, demands)) {
                settled_bound = std::min(settled_bound, move->distance);
                offer(move->weights);
            }
        };
        if (!enter_ && !rivalry_.whole(own_)) {
            one_program({rivalry_.coverage(own_, true)});
        }
        if (choice_.rule.at_least) {
            const double line = *choice_.rule.at_least;
            if (enter_) {
                one_program({rivalry_.level(own_, line, 1), rivalry_.coverage(own_, false)});
            } else {
                one_program({rivalry_.level(own_, line - rivalry_.strict(), -1)});
            }
        } else {
            search_rivals(keys);
        }
        std::size_t nodes = 0;
        while (!open_.empty() && nodes < options_.most_nodes &&
               !(best_.found && open_.top().bound >= best_.upper_bound - options_.gap)) {
            const auto node = open_.top();
            open_.pop();
            ++nodes;
            branch(node);
        }
        const double lower =
            std::min({settled_bound, unresolved_, open_.empty() ? nowhere : open_.top().bound});
        best_.lower_bound = best_.found ? std::min(lower, best_.upper_bound) : lower;
        best_.exact = best_.found ? best_.upper_bound - best_.lower_bound <= options_.gap : lower == nowhere;
        if (lower == nowhere && !best_.found) {
            best_.lower_bound = 0;
        }
        return best_;
    }
};

} // namespace

WeightsFlip weights_flip(const Choice& choice, std::uint32_t candidate,
                         std::span<const std::vector<double>> known, const DecisionMarginOptions& options) {
    const auto now = chosen_under(choice, choice.weights);
    return Search{choice, candidate, options, now.chosen[candidate] != 0}.run(known, now.keys);
}

} // namespace longmen::scoring::detail
