// SPDX-License-Identifier: GPL-3.0-or-later
// Madrid registrations by owner.
#include <longmen/programme/madrid.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/organisation.hpp>

#include <map>

namespace longmen::programme {

std::vector<MadridStanding> madrid_standings(const Corpus& corpus, const Date& as_of) {
    std::map<std::string, MadridStanding> owners;
    std::map<std::string, std::map<std::string, std::string>>
        countries; ///< by owner: folded name, as written
    for (const auto& asset : corpus.assets) {
        const auto begun = asset.filed ? asset.filed : asset.registered;
        if (asset.kind != AssetKind::madrid || (begun && begun->days() > as_of.days())) {
            continue;
        }
        const auto* enterprise = asset.enterprise ? &corpus.enterprises[*asset.enterprise] : nullptr;
        const auto key = organisation_key(enterprise ? enterprise->name : asset.owner);
        auto& standing = owners[key];
        if (standing.applications == 0) {
            standing.owner = enterprise ? enterprise->name : asset.owner;
            standing.enterprise = asset.enterprise;
        }
        ++standing.applications;
        standing.sources.push_back(asset.source);
        standing.without_countries += asset.countries.empty() ? 1 : 0;
        for (const auto& country : asset.countries) {
            countries[key].emplace(fold_key(country), country);
        }
    }
    std::vector<MadridStanding> result;
    for (auto& [key, standing] : owners) {
        for (const auto& [folded, country] : countries[key]) {
            standing.countries.push_back(country);
        }
        result.push_back(std::move(standing));
    }
    return result;
}

} // namespace longmen::programme
