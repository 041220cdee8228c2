// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked, each date, and all dates together.
#include <longmen/service/detail/validation_run.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/dating.hpp>
#include <longmen/service/as_of_scores.hpp>
#include <longmen/service/detail/validation_study.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace longmen::service::detail {
namespace {

using indicators::Dating;

std::vector<scoring::ValueModel> load_models(const ValidateRequest& request) {
    std::vector<scoring::ValueModel> models;
    const auto take = [&](const std::string& name) {
        auto model = scoring::load_value_model(request.models_folder, name);
        const bool known = std::ranges::any_of(
            models, [&](const auto& one) { return one.id == model.id && one.checksum == model.checksum; });
        if (!known) {
            models.push_back(std::move(model));
        }
    };
    const auto& yardsticks = yardstick_models();
    for (const auto& name : request.models) {
        if (std::ranges::find(yardsticks, name) == yardsticks.end()) {
            take(name);
        }
    }
    for (const auto& name : yardsticks) {
        take(name);
    }
    if (!request.drop_undated) {
        for (const auto& model : models) {
            refuse_undated(model);
        }
    }
    return models;
}

void add_groups(report::ValidationData& data, const Validated& validated, const scoring::Judged& pooled,
                const std::vector<std::uint32_t>& members) {
    struct Group {
        Sentence name;
        std::vector<std::uint32_t> rows;
    };
    std::array<std::map<std::pair<int, std::string>, Group>, 3> groups;
    for (std::uint32_t row = 0; row < members.size(); ++row) {
        const auto [field, year, office] = validated.area_of(members[row]);
        const auto same = [](const std::string& name) { return Sentence{name, name}; };
        const auto put = [&](std::size_t by, int order, const std::string& key, const Sentence& name) {
            auto& group = groups[by][{order, key}];
            group.name = name;
            group.rows.push_back(row);
        };
        put(0, field, std::to_string(field),
            {std::string{validated.fields.field_name(field, Lang::zh)},
             std::string{validated.fields.field_name(field, Lang::en)}});
        put(1, year, std::to_string(year), same(std::to_string(year)));
        put(2, 0, office, same(office));
    }
    constexpr std::array names{"field", "year", "office"};
    for (std::size_t by = 0; by < groups.size(); ++by) {
        for (const auto& [key, group] : groups[by]) {
            report::ValidatedGroup told{names[by], key.second, group.name, false,
                                        scoring::validate(scoring::subset(pooled, group.rows), data.rules)};
            told.small = std::min(told.found.common_positives,
                                  told.found.common - told.found.common_positives) < data.rules.group_minimum;
            data.groups.push_back(std::move(told));
        }
    }
}

/// The windows asked for; each must end within the data.
std::vector<std::pair<Date, Date>> windows_of(const ValidateRequest& request, int usual) {
    if (request.as_of.empty()) {
        throw UsageError(Sentence{"检验需要截止日：--as-of 日期，或 --as-of-each-year 起..止",
                                  "a validation needs its cut-off date: --as-of DATE, or --as-of-each-year "
                                  "FROM..TO"});
    }
    if (request.until && request.as_of.size() > 1) {
        throw UsageError(Sentence{"有多个截止日时请用 --years 代替 --until",
                                  "with several cut-off dates --years takes the place of --until"});
    }
    std::vector<std::pair<Date, Date>> windows;
    for (const auto& as_of : request.as_of) {
        const auto until = request.until ? *request.until : as_of.add_years(request.years.value_or(usual));
        if (until.days() <= as_of.days()) {
            throw UsageError(sentence("--until {} 须晚于截止日 {}", "--until {} must be later than {}",
                                      until.iso(), as_of.iso()));
        }
        windows.emplace_back(as_of, until);
    }
    return windows;
}

} // namespace

scoring::ValidationRules validation_rules(const std::string& models_folder) {
    return scoring::read_validation_rules(Config::read(models_folder + "/validation/default.toml"));
}

ValidationPlan plan_validation(const ValidateRequest& request) {
    ValidationPlan plan;
    plan.rules = validation_rules(request.models_folder);
    plan.spec = parse_outcome(request.outcome, plan.rules);
    plan.windows = windows_of(request, usual_years(plan.spec, plan.rules));
    plan.models = load_models(request);
    return plan;
}

report::ValidationData run_validation(const ValidateRequest& request, const ValidationPlan& plan,
                                      const Validated& validated) {
    report::ValidationData data;
    data.rules = plan.rules;
    data.outcome = request.outcome;
    data.outcome_words = outcome_words(plan.spec);
    data.data_date = validated.data_date;
    for (const auto& model : plan.models) {
        const auto& yardsticks = yardstick_models();
        data.models.push_back({model.id,
                               model.version,
                               model.checksum,
                               {model.title_zh, model.title_en},
                               std::ranges::find(yardsticks, model.id) != yardsticks.end(),
                               inputs_of(model, Dating::undated),
                               inputs_of(model, Dating::settled)});
    }

    // --- each date -----------------------------------------------------------------------------------------
    const Desk desk{data.rules, plan.models, validated.values_on, validated.within};
    std::vector<Study> studies;
    std::array<std::size_t, static_cast<std::size_t>(LeftOut::count_)> left_out{};
    for (const auto& [as_of, until] : plan.windows) {
        const auto outcomes = validated.within(as_of, until);
        for (std::size_t i = 0; i < outcomes.happened.size(); ++i) {
            if (outcomes.happened[i] == Outcomes::left_out) {
                ++left_out.at(static_cast<std::size_t>(outcomes.why[i]));
            }
        }
        studies.push_back(desk.study(as_of, until, outcomes));
    }
    for (std::size_t why = 0; why < left_out.size(); ++why) {
        const auto text = left_out_text(static_cast<LeftOut>(why));
        if (left_out[why] > 0) {
            data.left_out.push_back({std::string{left_out_key(static_cast<LeftOut>(why))},
                                     {std::string{text.zh}, std::string{text.en}},
                                     left_out[why]});
        }
    }

    // --- together ------------------------------------------------------------------------------------------
    const auto [pooled, members] = pool(studies, validated.size);
    data.pooled = scoring::validate(pooled, data.rules);
    add_groups(data, validated, pooled, members);
    for (auto& study : studies) {
        data.dates.push_back(std::move(study.told));
    }
    return data;
}

void add_shared_cautions(report::ValidationData& data) {
    if (data.dates.size() > 1) {
        data.cautions.push_back(
            Sentence{"合计中每件专利只在其中一个截止日计一次；各日的数字则包含当日的全部专利",
                     "in the whole each patent counts once, at one of the dates; figures of "
                     "a date hold all patents of it"});
    }
}

void add_unpublished_caution(report::ValidationData& data) {
    const auto& last = data.dates.back().until;
    if (last.add_months(data.rules.publication_months).days() > data.data_date.days()) {
        data.cautions.push_back(
            sentence("{} 之前 {} 个月内的申请尚未公布齐全，其引用有缺漏",
                     "applications filed within {1} months before {0} are not all published: their citations "
                     "are not all there",
                     data.data_date.iso(), data.rules.publication_months));
    }
}

void add_filing_clock_caution(report::ValidationData& data) {
    data.cautions.push_back(
        Sentence{"引用按施引文献的申请日计时：截止日前申请而其后才公布的文献，其引用算作已知",
                 "citations are clocked by the filing of the citing document: those of documents filed "
                 "before the cut-off date and published after it count as known"});
}

} // namespace longmen::service::detail
