// SPDX-License-Identifier: GPL-3.0-or-later
// Counts assets for targets.
#include <longmen/programme/detail/asset_targets.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/programme/detail/bounds.hpp>
#include <longmen/programme/detail/region.hpp>
#include <longmen/record/organisation.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace longmen::programme::detail {
namespace {

struct Counted {
    std::vector<AssetKind> kinds;
    std::optional<AssetKind> perhaps; ///< may be of one of these kinds
};

Counted counted(TargetMetric metric) {
    switch (metric) {
    case TargetMetric::registered_trademarks:
        return {{AssetKind::trademark, AssetKind::gi_trademark}, {}};
    case TargetMetric::geographical_indications:
        return {{AssetKind::gi_trademark}, {}};
    case TargetMetric::copyright_registrations:
        return {{AssetKind::copyright_work}, {}};
    case TargetMetric::plant_varieties:
        return {{AssetKind::plant_variety_forest}, AssetKind::plant_variety};
    case TargetMetric::ip_management_certified:
        return {{AssetKind::ip_management}, {}};
    case TargetMetric::valid_inventions:
    case TargetMetric::valid_inventions_per_10k:
    case TargetMetric::advantage_enterprises:
    case TargetMetric::provincial_standing:
        break;
    }
    return {};
}

std::optional<bool> inside(const Asset& asset, const Region& region) {
    if (const auto told = lies_in(region, asset.city, asset.county)) {
        return told;
    }
    return asset.enterprise ? std::optional{true} : std::nullopt;
}

std::string owner_of(const Asset& asset, const Corpus& corpus) {
    if (asset.enterprise) {
        const auto& enterprise = corpus.enterprises[*asset.enterprise];
        return enterprise.uscc.empty() ? organisation_key(enterprise.name) : enterprise.uscc;
    }
    return asset.uscc.empty() ? organisation_key(asset.owner) : asset.uscc;
}

} // namespace

std::optional<AssetCount> count_assets(const Corpus& corpus, const Region& region, TargetMetric metric,
                                       const Date& as_of) {
    const auto what = counted(metric);
    AssetCount count;
    std::map<std::string, bool> owners; ///< certified for certain?
    bool any = false;
    for (const auto& asset : corpus.assets) {
        const bool sure = std::ranges::find(what.kinds, asset.kind) != what.kinds.end();
        if (!sure && what.perhaps != asset.kind) {
            continue;
        }
        any = true;
        const auto state = asset_state_on(asset, as_of);
        const auto here = inside(asset, region);
        if ((state != AssetState::valid && state != AssetState::unknown) || (here && !*here)) {
            continue;
        }
        const bool known = sure && here && state == AssetState::valid;
        if (metric == TargetMetric::ip_management_certified) {
            auto& certain = owners[owner_of(asset, corpus)];
            certain = certain || known;
        } else {
            ++(known ? count.known : count.unknown);
        }
    }
    for (const auto& [owner, certain] : owners) {
        ++(certain ? count.known : count.unknown);
    }
    return any ? std::optional{count} : std::nullopt;
}

void judge_assets(TargetProgress& progress, const Target& target, const AssetCount& count) {
    judge_bounds(progress, target, count.known, count.unknown);
    progress.reason =
        count.unknown == 0
            ? sentence("已导入清单中有效的{}{}，目标{:g}{}", "{0} valid on the lists imported, target {2:g}",
                       count.known, target.unit, target.value, target.unit)
            : sentence("已导入清单中可确认的{}{}，另有{}{}的状态、地区或类别不明；目标{:g}{}",
                       "{0} on the lists imported are known to count, state, place or branch of {2} more is "
                       "unknown; target {4:g}",
                       count.known, target.unit, count.unknown, target.unit, target.value, target.unit);
}

} // namespace longmen::programme::detail
