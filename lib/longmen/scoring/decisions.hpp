// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions at a line, each with what would turn it and how often it stands: what an appeal is answered with.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/table.hpp>
#include <longmen/scoring/decision_margin.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/input_flip.hpp>
#include <longmen/scoring/rank_acceptability.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::scoring {

/// `best:20`: the best twenty; `at-least:60`: all with a value of 60 or more, on the scale of the values.
struct Line {
    std::optional<std::size_t> best;
    std::optional<double> at_least;
};
/// UsageError when the text is neither.
[[nodiscard]] Line parse_line(std::string_view text);

/// A choice with the names a reader knows.
struct NamedChoice {
    Choice choice;
    double scale = 100;             ///< of values and thresholds shown
    std::vector<std::string> names; ///< by candidate
    struct Term {
        std::string key;
        Sentence heading;
    };
    std::vector<Term> terms;              ///< by term
    std::vector<std::uint32_t> positions; ///< by candidate: where the caller finds it
    /// By term: the figures behind its values; empty: not told. May refer to what the choice was made of.
    std::vector<TermInput> inputs{};
};

/// The patents that have a value, their terms and weights; zeros by rule are 0, what is left out is
/// undefined. The model's least coverage holds under other weights too, where zeros by rule count as
/// measured. Between equal values the smaller number goes first. UsageError when the model's value is no
/// weighted mean, or when the line is out of range. Its inputs refer to model and scores: these must outlive
/// `decide`.
[[nodiscard]] NamedChoice patent_choice(const Corpus& corpus, const ValueModel& model, const Scores& scores,
                                        const Line& line);

struct DecideOptions {
    std::vector<std::uint32_t> asked{}; ///< candidates; empty: `near` on each side of the line
    std::size_t near = 10;
    std::size_t weightings = 1'000'000; ///< at most; fewer where the work would pass `most_products`
    std::uint64_t seed = 1;
    double most_products = 1e10; ///< weightings x candidates x terms
    double most_visits = 2e7;    ///< nodes x candidates of the search over all weights, for one candidate
};

struct Decisions {
    NamedChoice of;
    Chosen chosen;
    std::vector<DecisionMargin> margins; ///< by place, of those asked or near
    /// By margin and term: the nearest figure of its own that turns the decision; empty without `of.inputs`.
    std::vector<std::vector<std::optional<InputFlip>>> inputs{};
    std::vector<RankAcceptability> acceptability; ///< by candidate
    std::size_t weightings = 0;                   ///< drawn
    std::uint64_t seed = 0;
};

/// Cost as decision_margins and rank_acceptability. Same bits for any number of threads.
[[nodiscard]] Decisions decide(NamedChoice choice, const DecideOptions& options, Threads& threads);

/// One row a candidate with a margin: `place name value chosen share_chosen weights_distance nearest_change`.
/// `weights_distance` is the least sum of changes of all weights that turns the decision.
[[nodiscard]] Table decision_table(const Decisions& decisions, Lang lang);
/// One row for each thing that alone turns a decision: `place name chosen change from to boundary value line
/// rival`. Changes are `weight:<term>`, `input:<term>` (a figure, in its unit) or, where figures are not
/// told, `value:<term>` (normalised, 0..1), `rule`, `all_weights`.
[[nodiscard]] Table certificate_table(const Decisions& decisions, Lang lang);
/// How the rows are to be read and checked by hand, in sentences.
[[nodiscard]] std::vector<std::string> certificate_notes(const Decisions& decisions, Lang lang);
/// The same with all weights of each change, and both figures and normalised values, indented by two.
[[nodiscard]] std::string decisions_json(const Decisions& decisions);

} // namespace longmen::scoring
