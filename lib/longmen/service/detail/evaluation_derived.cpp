// SPDX-License-Identifier: GPL-3.0-or-later
// Works derived stand-ins out, each once.
#include <longmen/service/detail/evaluation_derived.hpp>

#include <longmen/programme/evaluation_proxies.hpp>
#include <longmen/service/high_value_inputs.hpp>
#include <longmen/store/field_values.hpp>

namespace longmen::service::detail {
namespace {

using programme::DerivedValue;

std::vector<std::string> claims_of(const store::Workspace& workspace, const Corpus& corpus) {
    const auto claims = store::load_field_values(workspace, Field::first_claim);
    std::vector<std::string> texts;
    for (const auto& patent : corpus.patents) {
        const auto found = claims.find(patent.id);
        texts.push_back(found == claims.end() ? std::string{} : found->second);
    }
    return texts;
}

/// Position in `industry_kinds`. Of a table that is not whole nothing is known of what it does not list, nor
/// of a symbol that is too coarse for it.
Measured<double> industry_of(const programme::IndustryTable& table, const Patent& patent) {
    enum Kind : std::uint8_t { listed, candidate, not_listed };
    const std::vector<std::string_view> texts{patent.title, patent.title_en, patent.abstract};
    const auto match = table.match(patent.ipc, texts);
    if (!match.hits.empty()) {
        return static_cast<double>(listed);
    }
    if (!match.candidates.empty()) {
        return static_cast<double>(candidate);
    }
    if (!match.readable) {
        return Undefined::no_classes;
    }
    return table.whole() && !match.too_coarse ? Measured<double>{static_cast<double>(not_listed)}
                                              : Measured<double>{Undefined::no_data};
}

} // namespace

DerivedValues::DerivedValues(const store::Workspace& workspace, const std::string& models_folder,
                             const Corpus& corpus, const programme::EvaluationRule& rule) {
    if (!rule.derived) {
        return;
    }
    const auto& rules = *rule.derived;
    const auto of = [&](DerivedValue value) -> std::vector<Measured<double>>& {
        return values_.at(static_cast<std::size_t>(value));
    };
    const bool kinds = rule.derives(DerivedValue::claim_kind),
               lengths = rule.derives(DerivedValue::claim_length);
    if (kinds || lengths) {
        const auto claims = claims_of(workspace, corpus);
        if (kinds) {
            for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
                of(DerivedValue::claim_kind)
                    .push_back(programme::claim_kind(corpus.patents[i], claims[i], rules));
            }
        }
        if (lengths) {
            of(DerivedValue::claim_length) = programme::claim_lengths(corpus.patents, claims, rules);
        }
    }
    if (rule.derives(DerivedValue::class_growth)) {
        of(DerivedValue::class_growth) = programme::class_growth(corpus, rules);
    }
    if (rule.derives(DerivedValue::strategic_industry)) {
        const auto table = read_industries(models_folder + "/classification/" + rules.industries + ".toml");
        for (const auto& patent : corpus.patents) {
            of(DerivedValue::strategic_industry).push_back(industry_of(table, patent));
        }
    }
}

} // namespace longmen::service::detail
