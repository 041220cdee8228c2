// SPDX-License-Identifier: GPL-3.0-or-later
// One weight, one value or the rule changed alone.
#include <longmen/scoring/detail/flips.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::scoring::detail {
namespace {

constexpr double root_noise = 1e-12; // of places where pairs change; closer ones are one place
constexpr double zero = 1e-15;       // of coefficients made of weights and values up to 1

/// Sum of weight x value and of weight of one candidate as start + slope v.
struct Share {
    double sum = 0, sum_slope = 0, used = 0, used_slope = 0;
};

Share share_of(std::span<const double> row, std::span<const double> others, std::size_t term) {
    Share share;
    for (std::size_t t = 0; t < row.size(); ++t) {
        if (t != term && !std::isnan(row[t])) {
            share.sum += others[t] * row[t];
            share.used += others[t];
        }
    }
    const bool defined = !std::isnan(row[term]);
    share.sum_slope = (defined ? row[term] : 0) - share.sum;
    share.used_slope = (defined ? 1 : 0) - share.used;
    return share;
}

void add_mark(std::vector<double>& marks, double root) {
    if (root >= -root_noise && root <= 1 + root_noise) {
        marks.push_back(std::clamp(root, 0.0, 1.0));
    }
}

/// Roots of a + b v + c v^2; a root that only touches counts.
void add_roots(std::vector<double>& marks, double a, double b, double c) {
    if (std::abs(c) <= zero) {
        if (std::abs(b) > zero) {
            add_mark(marks, -a / b);
        }
        return;
    }
    const double inside = b * b - 4 * a * c;
    if (inside < -root_noise) {
        return;
    }
    const double q = -(b + std::copysign(std::sqrt(std::max(0.0, inside)), b)) / 2;
    add_mark(marks, q / c);
    if (std::abs(q) > zero) {
        add_mark(marks, a / q);
    }
}

void add_pair(std::vector<double>& marks, const Share& a, const Share& b) {
    add_roots(marks, a.sum * b.used - b.sum * a.used,
              a.sum * b.used_slope + a.sum_slope * b.used - b.sum * a.used_slope - b.sum_slope * a.used,
              a.sum_slope * b.used_slope - b.sum_slope * a.used_slope);
}

FigureFlip flip_at(double from, double boundary, double to, bool at_boundary, const Verdict& there) {
    return {from, boundary, to, at_boundary, there.score, there.line, there.rival};
}

/// Nearest place past `mark` towards `middle` that flips; `middle` does.
FigureFlip flip_beyond(const Line& line, double mark, double middle, const Verdict& there) {
    const double side = middle > mark ? 1 : -1;
    for (double step = line.beyond; step < std::abs(middle - mark); step *= 2) {
        const double to = mark + side * step;
        const auto seen = line.decide(to);
        if (seen.chosen == there.chosen) {
            return flip_at(line.from, mark, to, false, seen);
        }
    }
    return flip_at(line.from, mark, middle, false, there);
}

/// `marks` in walking order, ending with the end of the line.
std::optional<FigureFlip> flip_along(const Line& line, std::span<const double> marks, const Verdict& start) {
    auto here = start;
    std::size_t next = 0;
    while (next < marks.size()) {
        // No fewer than `away` pairs must change, and each mark changes one.
        next = std::min(next + std::max<std::size_t>(here.away, 1), marks.size()) - 1;
        const double mark = marks[next];
        const auto at_mark = line.decide(mark);
        if (at_mark.chosen != start.chosen) {
            return flip_at(line.from, mark, mark, true, at_mark);
        }
        while (next + 1 < marks.size() && std::abs(marks[next + 1] - mark) <= root_noise) {
            ++next;
        }
        if (next + 1 == marks.size()) {
            return std::nullopt;
        }
        const double middle = mark + (marks[next + 1] - mark) / 2;
        here = line.decide(middle);
        if (here.chosen != start.chosen) {
            return flip_beyond(line, mark, middle, here);
        }
        ++next;
    }
    return std::nullopt;
}

} // namespace

Verdict verdict(const Choice& choice, std::uint32_t candidate, std::span<const double> weights) {
    const auto n = choice.candidates();
    const auto& rule = choice.rule;
    Verdict result;
    result.score = score_of(choice, candidate, weights);
    const auto own = choice_key(choice, candidate, result.score);
    if (rule.at_least) {
        result.line = rule.at_least;
        result.chosen = has_score(own) &&
                        static_cast<double>((own >> 32U) - 1) >= std::nearbyint(*rule.at_least * rule.grain);
        return result;
    }
    std::vector<std::pair<std::uint64_t, std::uint32_t>> rivals;
    for (std::uint32_t r = 0; r < n; ++r) {
        if (r != candidate) {
            rivals.emplace_back(choice_key(choice, r, score_of(choice, r, weights)), r);
        }
    }
    const auto above = static_cast<std::size_t>(
        std::count_if(rivals.begin(), rivals.end(), [&](const auto& rival) { return rival.first > own; }));
    const auto k = *rule.best;
    result.chosen = has_score(own) && above < k;
    result.away = above < k ? k - above : above - k + 1;
    // The k-th best of the others: whom the candidate keeps out, or who keeps it out.
    if (k >= 1 && k <= rivals.size()) {
        const auto at = rivals.begin() + static_cast<std::ptrdiff_t>(k - 1);
        std::nth_element(rivals.begin(), at, rivals.end(), std::greater<>{});
        if (has_score(at->first)) {
            result.rival = at->second;
            result.line = score_of(choice, at->second, weights);
        }
    }
    return result;
}

std::optional<FigureFlip> nearest_flip(const Line& line) {
    const auto start = line.decide(line.from);
    std::vector<double> up, down;
    for (const double mark : line.marks) {
        if (mark > line.from + root_noise && mark < line.high) {
            up.push_back(mark);
        } else if (mark < line.from - root_noise && mark > line.low) {
            down.push_back(mark);
        } else if (std::abs(mark - line.from) <= root_noise) {
            up.push_back(line.from);
            down.push_back(line.from);
        }
    }
    up.push_back(line.high);
    down.push_back(line.low);
    std::sort(up.begin(), up.end());
    std::sort(down.begin(), down.end(), std::greater<>{});
    const auto above = flip_along(line, up, start);
    const auto below = flip_along(line, down, start);
    if (!above || !below) {
        return above ? above : below;
    }
    return above->boundary - line.from <= line.from - below->boundary ? above : below;
}

std::vector<double> with_weight(std::span<const double> weights, std::size_t term, double value) {
    std::vector<double> changed(weights.begin(), weights.end());
    double others = 0;
    for (std::size_t t = 0; t < weights.size(); ++t) {
        others += t != term ? weights[t] : 0;
    }
    for (std::size_t t = 0; t < weights.size(); ++t) {
        changed[t] = others > 0 ? weights[t] / others * (1 - value)
                                : (1 - value) / static_cast<double>(weights.size() - 1);
    }
    changed[term] = value;
    return changed;
}

std::optional<FigureFlip> weight_flip(const Choice& choice, std::uint32_t candidate, std::size_t term,
                                      double beyond) {
    if (choice.terms() == 1) {
        return std::nullopt;
    }
    const auto others = with_weight(choice.weights, term, 0);
    const auto own = share_of(choice.row(candidate), others, term);
    Line line{choice.weights[term], 0, 1, beyond, {}, {}};
    const auto add_coverage = [&](const Share& share) {
        add_roots(line.marks, share.used - choice.rule.least_coverage, share.used_slope, 0);
    };
    add_coverage(own);
    const bool own_coverage = !line.marks.empty();
    if (choice.rule.at_least) {
        add_roots(line.marks, own.sum - *choice.rule.at_least * own.used,
                  own.sum_slope - *choice.rule.at_least * own.used_slope, 0);
    } else {
        for (std::size_t r = 0; r < choice.candidates(); ++r) {
            if (r != candidate) {
                const auto rival = share_of(choice.row(r), others, term);
                add_pair(line.marks, own, rival);
                add_coverage(rival);
            }
        }
    }
    line.decide = [&](double value) {
        auto seen = verdict(choice, candidate,
                            value == line.from ? choice.weights : with_weight(choice.weights, term, value));
        // One mark of the candidate's own coverage changes all its pairs.
        seen.away = own_coverage ? 1 : seen.away;
        return seen;
    };
    return nearest_flip(line);
}

std::optional<FigureFlip> value_flip(const Choice& choice, std::uint32_t candidate, std::size_t term,
                                     double beyond) {
    const double from = choice.row(candidate)[term], weight = choice.weights[term];
    const auto start = verdict(choice, candidate, choice.weights);
    if (std::isnan(from) || !(weight > 0) || !start.score || !start.line) {
        return std::nullopt;
    }
    // The score rises with the value and the others stand still: one place decides.
    const auto row = choice.row(candidate);
    double used = 0;
    for (std::size_t t = 0; t < row.size(); ++t) {
        used += std::isnan(row[t]) ? 0 : choice.weights[t];
    }
    Line line{from, 0, 1, beyond, {}, {}};
    add_mark(line.marks, from + (*start.line - *start.score) * used / weight);
    auto changed = choice;
    line.decide = [&](double value) {
        changed.values[candidate * choice.terms() + term] = value;
        auto seen = verdict(changed, candidate, choice.weights);
        seen.away = 1;
        return seen;
    };
    return nearest_flip(line);
}

std::optional<FigureFlip> rule_flip(const Choice& choice, std::uint32_t candidate) {
    const auto now = chosen_under(choice, choice.weights);
    const auto score = now.scores[candidate];
    if (!score) {
        return std::nullopt;
    }
    const bool chosen = now.chosen[candidate] != 0;
    auto changed = choice;
    FigureFlip flip;
    if (choice.rule.best) {
        const std::size_t place = now.places[candidate];
        changed.rule.best = chosen ? place - 1 : place;
        flip.from = static_cast<double>(*choice.rule.best);
        flip.boundary = flip.to = static_cast<double>(*changed.rule.best);
        flip.at_boundary = true;
    } else {
        const double grain = choice.rule.grain;
        flip.from = *choice.rule.at_least;
        flip.boundary = *score;
        flip.at_boundary = !chosen;
        flip.to = chosen ? (std::nearbyint(*score * grain) + 1) / grain : *score;
        if (flip.to > 1) {
            return std::nullopt;
        }
        changed.rule.at_least = flip.to;
    }
    const auto seen = verdict(changed, candidate, choice.weights);
    flip.score = seen.score;
    flip.line = seen.line;
    flip.rival = seen.rival;
    return flip;
}

} // namespace longmen::scoring::detail
