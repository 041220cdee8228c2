// SPDX-License-Identifier: GPL-3.0-or-later
// Progress on targets from patents and other assets.
#include <longmen/programme/targets.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/programme/detail/asset_targets.hpp>
#include <longmen/programme/detail/bounds.hpp>
#include <longmen/programme/detail/region.hpp>
#include <longmen/record/in_force.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace longmen::programme {

namespace {

constexpr std::array<std::string_view, 3> state_keys{"reached", "not_reached", "missing"};

/// Applications inside the region, and those of which nobody knows where they are.
struct Inside {
    std::vector<const Patent*> patents;
    std::size_t outside = 0;
    std::size_t by_tie = 0;
};

bool inside(const Patent& patent, const Region& region, bool& by_tie) {
    by_tie = false;
    if (const auto told = detail::lies_in(region, patent.city, patent.county)) {
        return *told;
    }
    if (!patent.province.empty() && !detail::names_place(patent.province, region.province)) {
        return false;
    }
    by_tie = !patent.enterprises.empty();
    return by_tie;
}

Inside split(const Corpus& corpus, const Region& region) {
    Inside result;
    for (const auto& patent : corpus.patents) {
        bool by_tie = false;
        if (inside(patent, region, by_tie)) {
            result.patents.push_back(&patent);
            result.by_tie += by_tie ? 1 : 0;
        } else {
            ++result.outside;
        }
    }
    return result;
}

struct Count {
    std::size_t known = 0, unknown = 0;
};

Count valid_inventions(const Inside& inside, const Date& as_of, const Date& data_date) {
    Count count;
    for (const auto* patent : inside.patents) {
        if (patent->type != PatentType::invention && patent->type != PatentType::unknown) {
            continue;
        }
        const auto in_force = in_force_on(*patent, as_of, data_date);
        if (in_force && !*in_force) {
            continue;
        }
        (in_force && patent->type == PatentType::invention ? count.known : count.unknown) += 1;
    }
    return count;
}

void judge_valid_inventions(TargetProgress& progress, const Target& target, const Inside& inside,
                            const Count& count) {
    if (inside.patents.empty()) {
        progress.reason = {
            "没有本地区的专利记录（缺少地址或申请人与企业的对应）",
            "there are no patent records of the region (no addresses, no ties to enterprises)"};
        return;
    }
    detail::judge_bounds(progress, target, count.known, count.unknown);
    if (count.unknown == 0) {
        progress.reason = {
            fmt::format("有效发明专利{}件，目标{:g}件", count.known, target.value),
            fmt::format("{} invention patents in force, target {:g}", count.known, target.value)};
    } else {
        progress.reason = {
            fmt::format("可确认有效{}件，另有{}件的类型或法律状态不明；目标{:g}件", count.known,
                        count.unknown, target.value),
            fmt::format("{} are known to be in force, type or status of {} more is unknown; target {:g}",
                        count.known, count.unknown, target.value)};
    }
}

Sentence what_is_needed(TargetMetric metric) {
    switch (metric) {
    case TargetMetric::valid_inventions_per_10k:
        return {"缺少常住人口数，不能计算", "the number of inhabitants is absent"};
    case TargetMetric::registered_trademarks:
        return {"没有商标清单；需商标登记数据", "no list of trade marks: trademark registrations are needed"};
    case TargetMetric::geographical_indications:
        return {"没有地理标志商标清单；需地理标志名录",
                "no list of geographical-indication marks: their register is needed"};
    case TargetMetric::copyright_registrations:
        return {"没有作品著作权清单；需版权登记数据",
                "no list of copyrights: copyright registrations are needed"};
    case TargetMetric::plant_varieties:
        return {"没有植物新品种清单；需品种权数据", "no list of plant varieties: variety grants are needed"};
    case TargetMetric::ip_management_certified:
        return {"需贯标认证企业名单",
                "a list of enterprises certified to the IP management standard is needed"};
    case TargetMetric::advantage_enterprises:
        return {"需省级以上优势企业名单及上年数",
                "the list of advantage enterprises, this year's and last year's, is needed"};
    case TargetMetric::provincial_standing:
        return {"定性目标，需全省可比数据，由人工判断",
                "a qualitative target: needs comparable figures of the province and a person's judgement"};
    case TargetMetric::valid_inventions:
        break;
    }
    throw InternalError("a computable target has no list of what is needed");
}

} // namespace

std::string_view target_state_key(TargetState state) {
    return state_keys.at(static_cast<std::size_t>(state));
}

TargetReport target_progress(const Corpus& corpus, const Programme& programme, const Date& as_of, int year) {
    const Inside in = split(corpus, programme.region);
    TargetReport report;
    report.as_of = as_of;
    report.year = year;
    report.inside = in.patents.size();
    report.outside = in.outside;
    bool from_assets = false;
    for (const auto& target : programme.targets) {
        if (target.year != year) {
            continue;
        }
        TargetProgress progress;
        progress.id = target.id;
        if (target.metric == TargetMetric::valid_inventions && target.rule == TargetRule::at_least) {
            judge_valid_inventions(progress, target, in, valid_inventions(in, as_of, corpus.as_of));
        } else if (target.metric == TargetMetric::valid_inventions) {
            progress.reason = {"该目标没有数值", "this target has no number"};
        } else if (const auto count = detail::count_assets(corpus, programme.region, target.metric, as_of);
                   count && target.rule == TargetRule::at_least) {
            detail::judge_assets(progress, target, *count);
            from_assets = true;
        } else {
            progress.reason = what_is_needed(target.metric);
        }
        report.targets.push_back(std::move(progress));
    }
    if (report.targets.empty()) {
        throw UsageError(sentence("政策 {} 中没有 {} 年的目标", "the programme `{}` has no targets of {}",
                                  programme.id, year));
    }
    report.notes.push_back(
        {fmt::format("口径：申请（件），按第一专利权人地址属{}计入{}件，地区以外{}件不计",
                     programme.region.city, report.inside, report.outside),
         fmt::format(
             "unit: applications; {} with the first patentee's address in {} are counted, {} outside are not",
             report.inside, programme.region.city, report.outside)});
    if (from_assets) {
        report.notes.push_back({"商标、地理标志、著作权、植物新品种和贯标企业按已导入的清单计；未说明地区、也"
                                "对不上企业的，以及状态不明的，只计入上限",
                                "marks, geographical indications, copyrights, plant varieties and certified "
                                "enterprises count as "
                                "imported; those of no known place or enterprise, and of unknown state, "
                                "widen the upper bound only"});
    }
    if (in.by_tie > 0) {
        report.notes.push_back(
            {fmt::format("其中{}件没有地址，按申请人与企业的对应计入", in.by_tie),
             fmt::format("{} of them have no address and count through their enterprise", in.by_tie)});
    }
    if (as_of > corpus.as_of) {
        report.notes.push_back(
            {fmt::format("数据截止于{}，此后的变化没有反映", corpus.as_of.iso()),
             fmt::format("the records end with {}: later changes are not in them", corpus.as_of.iso())});
    }
    if (const auto& to = programme.valid_to; as_of > to) {
        report.notes.push_back(
            {fmt::format("方案期限已于{}届满，目标值仅作参照线", to.iso()),
             fmt::format("the plan's period ended on {}: targets serve as benchmark lines", to.iso())});
    }
    return report;
}

} // namespace longmen::programme
