// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON view of traces.
#include <longmen/scoring/explain.hpp>

#include <nlohmann/json.hpp>

namespace longmen::scoring {
namespace {

using Json = nlohmann::ordered_json;

constexpr int indent = 2;

Json value_or_null(const Measured<double>& value) {
    return value.defined() ? Json(value.value()) : Json(nullptr);
}

Json text(Text t) {
    return {{"zh", t.zh}, {"en", t.en}};
}

Json baseline_json(const std::optional<BaselineBasis>& baseline) {
    if (!baseline) {
        return nullptr;
    }
    return {{"name", baseline->name},        {"origin", baseline->origin},
            {"unit", baseline->unit},        {"clock", baseline->clock},
            {"as_of", baseline->as_of},      {"fields_checksum", baseline->fields_checksum},
            {"checksum", baseline->checksum}};
}

Json basis_json(const Basis& basis) {
    return {{"model", basis.model},
            {"version", basis.version},
            {"title", {{"zh", basis.title_zh}, {"en", basis.title_en}}},
            {"model_checksum", basis.model_checksum},
            {"fields_checksum", basis.fields_checksum},
            {"generation", basis.generation},
            {"as_of", basis.as_of.iso()},
            {"aggregation", aggregation_key(basis.aggregation)},
            {"scale", basis.scale},
            {"minimum_coverage", basis.minimum_coverage},
            {"weight_change", basis.weight_change},
            {"baseline", baseline_json(basis.baseline)}};
}

Json rank_json(const RankRange& rank, std::size_t of, const std::string& low, const std::string& high) {
    if (rank.rank == 0) {
        return {{"rank", nullptr}, {"of", of}};
    }
    Json json{{"rank", rank.rank}, {"of", of}, {"rank_low", rank.low}, {"rank_high", rank.high}};
    json["rank_low_by"] = low.empty() ? Json(nullptr) : Json(low);
    json["rank_high_by"] = high.empty() ? Json(nullptr) : Json(high);
    return json;
}

Json cohort_json(const CohortTrace& cohort) {
    Json json;
    json["id"] = cohort.id.empty() ? Json(nullptr) : Json(cohort.id);
    json["level"] = cohort.level ? Json(cohort_level_key(*cohort.level)) : Json(nullptr);
    if (cohort.level) {
        json["level_text"] = text(cohort_level_text(*cohort.level));
    }
    json["minimum"] = cohort.minimum;
    json["steps"] = Json::array();
    for (const auto& step : cohort.steps) {
        json["steps"].push_back({{"level", cohort_level_key(step.level)}, {"size", step.size}});
    }
    if (cohort.level) {
        json["size"] = cohort.size;
        const auto position = [](std::size_t at) { return at == 0 ? Json(nullptr) : Json(at); };
        json["p99"] = cohort.p99_known ? Json{{"value", cohort.p99.value},
                                              {"position_low", position(cohort.p99.low)},
                                              {"position_high", position(cohort.p99.high)}}
                                       : Json(nullptr);
        json["mean"] = cohort.mean;
        json["from"] = cohort.baseline ? "baseline" : "corpus";
        json["below"] = cohort.placed ? Json(cohort.below) : Json(nullptr);
        json["equal"] = cohort.placed ? Json(cohort.equal) : Json(nullptr);
        if (cohort.baseline) {
            json["hidden"] = cohort.hidden;
            json["open"] = cohort.open;
        }
    }
    return json;
}

Json step_json(const Step& step) {
    Json json;
    const auto add = [&](const char* key, const std::optional<double>& bound) {
        if (bound) {
            json[key] = *bound;
        }
    };
    add("from", step.from);
    add("over", step.over);
    add("to", step.to);
    add("under", step.under);
    json["points"] = step.points;
    return json;
}

Json term_json(const TermTrace& row) {
    const auto& term = *row.term;
    Json json;
    json["indicator"] = term.key;
    json["per"] = term.per.empty() ? Json(nullptr) : Json(term.per);
    json["name"] = term.name();
    json["heading"] = {{"zh", term.heading(Lang::zh)}, {"en", term.heading(Lang::en)}};
    json["unit"] = {{"zh", term.unit(Lang::zh)}, {"en", term.unit(Lang::en)}};
    json["raw"] = row.raw ? Json(*row.raw) : Json(nullptr);
    if (!row.category.empty()) {
        json["category"] = row.category;
    }
    json["complete"] = row.complete;
    json["state"] = term_state_key(row.state);
    json["reason"] = row.reason ? Json(undefined_key(*row.reason)) : Json(nullptr);
    if (row.state == TermState::zeroed) {
        json["label"] = {{"zh", term.zero_label_zh}, {"en", term.zero_label_en}};
    }
    json["normalisation"] = normalisation_key(term.normalisation);
    json["direction"] = term.less_is_more ? "less" : "more";
    if (term.normalisation == Normalisation::share) {
        json["full"] = term.full;
    }
    if (term.normalisation == Normalisation::points) {
        for (std::size_t c = 0; c < term.points.size(); ++c) {
            json["points"][std::string{term.info->categories[c]}] = term.points[c];
        }
    }
    for (const auto& place : term.curve) {
        json["curve"].push_back({place.at, place.value});
    }
    for (const auto& step : term.steps) {
        json["steps"].push_back(step_json(step));
    }
    if (term.most > 0) {
        json["most_points"] = term.most;
    }
    json["cohort"] = row.cohort ? cohort_json(*row.cohort) : Json(nullptr);
    json["normalised"] = row.state == TermState::dropped ? Json(nullptr) : Json(row.normalised);
    json["weight"] = term.weight;
    json["weight_used"] = row.weight_used;
    json["contribution"] = row.contribution ? Json(*row.contribution) : Json(nullptr);
    if (row.factor) {
        json["factor"] = *row.factor;
    }
    return json;
}

Json group_json(const GroupTrace& row) {
    return {{"id", row.group->id},
            {"title", {{"zh", row.group->title_zh}, {"en", row.group->title_en}}},
            {"value", value_or_null(row.value)},
            {"weight", row.weight},
            {"coverage", row.coverage},
            {"contribution", row.contribution}};
}

} // namespace

std::string to_json(const PatentTrace& trace) {
    Json json;
    json["basis"] = basis_json(trace.basis);
    json["number"] = trace.number;
    json["title"] = trace.title;
    json["family"] = trace.family;
    json["office"] = trace.office;
    json["year"] = trace.year ? Json(*trace.year) : Json(nullptr);
    json["field"] = {
        {"number", trace.field}, {"sector", trace.sector}, {"zh", trace.field_zh}, {"en", trace.field_en}};
    json["value"] = value_or_null(trace.score.value);
    if (!trace.score.value.defined()) {
        json["reason"] = undefined_key(trace.score.value.reason());
    }
    json["coverage"] = trace.score.coverage;
    json["comparable"] = trace.score.value.defined();
    json["complete"] = trace.score.complete;
    json["band"] = trace.band == nullptr ? Json(nullptr)
                                         : Json{{"id", trace.band->id},
                                                {"from", trace.band->from},
                                                {"zh", trace.band->title_zh},
                                                {"en", trace.band->title_en}};
    json.update(rank_json(trace.score.rank, trace.scored, trace.low_change, trace.high_change));
    if (!trace.groups.empty()) {
        json["groups"] = Json::array();
        for (const auto& group : trace.groups) {
            json["groups"].push_back(group_json(group));
        }
    }
    json["terms"] = Json::array();
    for (const auto& term : trace.terms) {
        json["terms"].push_back(term_json(term));
    }
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const PartyTrace& trace) {
    Json json;
    json["basis"] = basis_json(trace.basis);
    json["kind"] = trace.park ? "park" : "enterprise";
    json["name"] = trace.name;
    if (!trace.park) {
        json["uscc"] = trace.uscc;
    }
    json["value"] = value_or_null(trace.score.value);
    if (!trace.score.value.defined()) {
        json["reason"] = undefined_key(trace.score.value.reason());
    }
    json["value_rule"] = trace.value_rule;
    json["sum"] = value_or_null(trace.score.sum);
    json["top_mean"] = value_or_null(trace.score.top_mean);
    json["top"] = trace.top;
    if (trace.step > 0) {
        json["step"] = trace.step;
    }
    json["coverage"] = trace.score.coverage;
    json["complete"] = trace.score.complete;
    json.update(rank_json(trace.score.rank, trace.scored, trace.low_change, trace.high_change));
    json["families"] = trace.score.families.size();
    json["families_active"] = trace.score.active;
    json["families_counted"] = trace.score.counted;
    json["families_unknown_status"] = trace.score.unknown;
    json["parts"] = Json::array();
    for (const auto& family : trace.families) {
        Json part;
        part["family"] = family.family;
        part["representative"] = family.representative;
        part["members"] = family.members;
        part["validity"] = validity_key(family.validity);
        part["counted"] = family.counted;
        part["left_out"] = family.left_out.empty() ? Json(nullptr) : Json(family.left_out);
        part["value"] = value_or_null(family.score.value);
        part["coverage"] = family.score.coverage;
        json["parts"].push_back(std::move(part));
    }
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace longmen::scoring
