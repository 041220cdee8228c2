// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the trace of one score from the columns of an evaluation.
#include <longmen/scoring/explain.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/stats/ranks.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace longmen::scoring {
namespace {

Basis basis_of(const std::string& generation, const ValueModel& model, const Scores& scores) {
    Basis basis;
    basis.model = model.id;
    basis.version = model.version;
    basis.model_checksum = model.checksum;
    basis.fields_checksum = model.fields.checksum();
    basis.title_zh = model.title_zh;
    basis.title_en = model.title_en;
    basis.generation = generation;
    basis.as_of = scores.as_of;
    basis.aggregation = model.aggregation;
    basis.scale = model.scale;
    basis.minimum_coverage = model.minimum_coverage;
    basis.weight_change = model.weight_change;
    basis.baseline = scores.baseline;
    return basis;
}

CohortTrace cohort_trace(const TermColumn& column, const TermCell& cell, std::size_t patent,
                         std::size_t minimum) {
    CohortTrace trace;
    trace.minimum = minimum;
    if (column.cohorts.cell_of.empty()) {
        return trace; // a baseline without this indicator
    }
    const auto& found = column.cohorts.cells[column.cohorts.cell_of[patent]];
    for (std::size_t l = 0; l < stats::cohort_levels; ++l) {
        if (found.sizes[l]) {
            trace.steps.push_back({static_cast<stats::CohortLevel>(l), *found.sizes[l]});
        }
    }
    if (cell.cohort == no_cohort) {
        return trace;
    }
    const auto& statistic = column.statistics[cell.cohort];
    trace.id = statistic.id;
    trace.level = column.cohorts.cohorts[cell.cohort].level;
    trace.size = statistic.baseline ? statistic.baseline->size : statistic.sorted.size();
    trace.p99 = statistic.p99;
    trace.mean = statistic.mean;
    if (const auto& cohort = statistic.baseline) {
        trace.baseline = true;
        trace.open = cohort->open;
        trace.p99_known = cohort->p99.has_value();
        trace.placed = cohort->values != nullptr;
        if (cell.has_raw && trace.placed) {
            const auto place = cohort->values->place(cell.raw);
            trace.below = place.below;
            trace.equal = place.equal;
            trace.hidden = place.hidden;
        }
    } else if (cell.has_raw) {
        const auto standing = stats::standing(statistic.sorted, cell.raw);
        trace.below = standing.below;
        trace.equal = standing.equal;
    }
    return trace;
}

Sentence no_such_patent() {
    return {"数据中没有这件专利", "there is no such patent in the corpus"};
}

std::string change_text(const ValueModel& model, std::uint32_t change) {
    if (change == 0) {
        return {};
    }
    return fmt::format("{} {}{}%", model.terms[(change - 1) / 2].name(), change % 2 == 1 ? '+' : '-',
                       std::round(model.weight_change * 10000) / 100);
}

GroupTrace group_trace(const ValueModel& model, const PatentTrace& trace, std::size_t group) {
    GroupTrace result;
    result.group = &model.groups[group];
    double used = 0, measured = 0, sum = 0;
    for (const auto& row : trace.terms) {
        if (row.term->group != group) {
            continue;
        }
        result.weight += row.term->weight;
        measured += row.state == TermState::measured ? row.term->weight : 0;
        if (row.state != TermState::dropped) {
            used += row.term->weight;
            sum += row.term->weight * row.normalised;
            result.contribution += row.contribution.value_or(0);
        }
    }
    if (used > 0) {
        result.value = model.scale * sum / used;
    }
    result.coverage = result.weight > 0 ? measured / result.weight : 0;
    return result;
}

std::string_view why_left_out(const FamilyShare& family) {
    if (family.counted) {
        return {};
    }
    if (family.active) {
        return "no_value";
    }
    return family.validity == Validity::unknown ? "unknown_status" : validity_key(family.validity);
}

FamilyTrace family_trace(const Corpus& corpus, const Scores& scores, const FamilyShare& share) {
    FamilyTrace trace;
    trace.family = share.family;
    trace.representative = corpus.patents[share.representative].number;
    for (const auto member : share.members) {
        trace.members.push_back(corpus.patents[member].number);
    }
    trace.validity = share.validity;
    trace.counted = share.counted;
    trace.left_out = why_left_out(share);
    trace.score = scores.patents[share.representative];
    return trace;
}

PartyTrace party_trace(const Corpus& corpus, const ValueModel& model, const Scores& scores,
                       const std::vector<PartyScore>& parties, std::size_t index) {
    PartyTrace trace;
    trace.basis = basis_of(corpus.generation, model, scores);
    trace.score = parties[index];
    trace.name = trace.score.name;
    trace.value_rule = portfolio_value_key(model.portfolio.value);
    trace.top = model.portfolio.top;
    trace.step = model.portfolio.step;
    trace.low_change = change_text(model, trace.score.rank.low_change);
    trace.high_change = change_text(model, trace.score.rank.high_change);
    trace.scored = static_cast<std::size_t>(
        std::ranges::count_if(parties, [](const PartyScore& party) { return party.value.defined(); }));
    for (const auto& share : trace.score.families) {
        trace.families.push_back(family_trace(corpus, scores, share));
    }
    std::ranges::sort(trace.families, [](const FamilyTrace& a, const FamilyTrace& b) {
        if (a.counted != b.counted) {
            return a.counted;
        }
        if (a.counted && a.score.value.value() != b.score.value.value()) {
            return a.score.value.value() > b.score.value.value();
        }
        return a.representative < b.representative;
    });
    return trace;
}

} // namespace

std::string_view cohort_level_key(stats::CohortLevel level) {
    constexpr std::array<std::string_view, stats::cohort_levels> keys{"cell", "years", "sector", "all_fields",
                                                                      "corpus"};
    return keys[static_cast<std::size_t>(level)];
}

Text cohort_level_text(stats::CohortLevel level) {
    constexpr std::array<Text, stats::cohort_levels> texts{
        Text{"同技术领域、同申请年、同受理局", "same technology field, filing year and office"},
        Text{"同技术领域、前后各一年、同受理局", "same field and office, one year either side"},
        Text{"同技术部门、前后各一年、同受理局", "same technology sector and office, one year either side"},
        Text{"全部领域、前后各一年、同受理局", "all fields, same office, one year either side"},
        Text{"全部专利", "the whole corpus"}};
    return texts[static_cast<std::size_t>(level)];
}

PatentTrace explain_patent(const Corpus& corpus, const ValueModel& model, const Scores& scores,
                           std::size_t patent) {
    if (patent >= corpus.patents.size()) {
        throw UsageError(no_such_patent());
    }
    const auto& p = corpus.patents[patent];
    return explain_patent({p.number, p.title, p.family, p.office, corpus.generation}, model, scores, patent);
}

PatentTrace explain_patent(TracedPatent named, const ValueModel& model, const Scores& scores,
                           std::size_t patent) {
    if (patent >= scores.patents.size()) {
        throw UsageError(no_such_patent());
    }
    const auto& place = scores.placement.members[patent];
    PatentTrace trace;
    trace.basis = basis_of(named.generation, model, scores);
    trace.number = std::move(named.number);
    trace.title = std::move(named.title);
    trace.family = std::move(named.family);
    trace.office = std::move(named.office);
    trace.field = place.field;
    trace.sector = place.sector;
    trace.field_zh = model.fields.field_name(place.field, Lang::zh);
    trace.field_en = model.fields.field_name(place.field, Lang::en);
    trace.year = place.year;
    trace.score = scores.patents[patent];
    trace.scored = scores.scored;
    trace.low_change = change_text(model, trace.score.rank.low_change);
    trace.high_change = change_text(model, trace.score.rank.high_change);

    double used = 0;
    for (std::size_t t = 0; t < model.terms.size(); ++t) {
        used += scores.terms[t].cells[patent].state == TermState::dropped ? 0 : model.terms[t].weight;
    }
    for (std::size_t t = 0; t < model.terms.size(); ++t) {
        const auto& term = model.terms[t];
        const auto& column = scores.terms[t];
        const auto& cell = column.cells[patent];
        TermTrace row;
        row.term = &term;
        row.complete = cell.complete;
        row.state = cell.state;
        row.normalised = cell.normalised;
        if (cell.has_raw) {
            row.raw = cell.raw;
            if (term.info->shape == indicators::Shape::category) {
                row.category = term.info->categories[static_cast<std::size_t>(cell.raw)];
            }
        }
        if (cell.state != TermState::measured) {
            row.reason = cell.reason;
        }
        if (needs_cohort(term.normalisation)) {
            row.cohort = cohort_trace(column, cell, patent, model.cohort_minimum);
        }
        if (additive(model.aggregation)) {
            row.contribution = 0;
        }
        if (cell.state != TermState::dropped) {
            row.weight_used = model.aggregation == Aggregation::product ? term.weight : term.weight / used;
            if (additive(model.aggregation)) {
                row.contribution = model.scale * row.weight_used * cell.normalised;
            } else if (model.aggregation != Aggregation::topsis) {
                row.factor = std::pow(cell.normalised, row.weight_used);
            }
        }
        trace.terms.push_back(std::move(row));
    }
    for (std::size_t g = 0; g < model.groups.size(); ++g) {
        trace.groups.push_back(group_trace(model, trace, g));
    }
    if (trace.score.value.defined()) {
        trace.band = band_of(model, trace.score.value.value());
    }
    return trace;
}

PartyTrace explain_enterprise(const Corpus& corpus, const ValueModel& model, const Scores& scores,
                              std::size_t enterprise) {
    if (enterprise >= scores.enterprises.size()) {
        throw UsageError(Sentence{"数据中没有这家企业", "there is no such enterprise in the corpus"});
    }
    auto trace = party_trace(corpus, model, scores, scores.enterprises, enterprise);
    trace.uscc = corpus.enterprises[enterprise].uscc;
    return trace;
}

PartyTrace explain_park(const Corpus& corpus, const ValueModel& model, const Scores& scores,
                        std::size_t park) {
    if (park >= scores.parks.size()) {
        throw UsageError(Sentence{"数据中没有这个园区", "there is no such park in the corpus"});
    }
    auto trace = party_trace(corpus, model, scores, scores.parks, park);
    trace.park = true;
    return trace;
}

} // namespace longmen::scoring
