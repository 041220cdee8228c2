// SPDX-License-Identifier: GPL-3.0-or-later
// Reads programme files strictly: what the program does not know it refuses.
#include <longmen/programme/programme.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/programme/detail/origins.hpp>
#include <longmen/programme/detail/values.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace longmen::programme {

namespace {

// --- closed lists ------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 4> metric_keys{"rd_intensity", "conversion_share", "expert",
                                                      "external"};
constexpr std::array<std::string_view, 3> growth_keys{"sales_revenue", "rd_expense", "portfolio_value"};
constexpr std::array<std::string_view, 3> target_rule_keys{">=", "grow", "qualitative"};
constexpr std::array<std::string_view, 9> target_metric_keys{
    "valid_inventions",         "valid_inventions_per_10k", "registered_trademarks",
    "geographical_indications", "copyright_registrations",  "plant_varieties",
    "ip_management_certified",  "advantage_enterprises",    "provincial_standing"};
constexpr std::array<std::string_view, 8> guard_rule_keys{
    "no_filing_subsidy",        "granted_inventions_only",
    "share_of_official_fees",   "no_annual_fees",
    "no_agency_fees",           "grant_subsidy_ends",
    "abnormal_filers_excluded", "abnormal_filings_not_counted"};

using namespace detail;
constexpr std::int64_t first_year = 1985, last_year = 2200;
constexpr std::int64_t most_tasks = 1000, most_quota = 1'000'000, most_years = 50;

// --- the file ----------------------------------------------------------------------------------------------

class Reader {
public:
    explicit Reader(const Config& config) : root_(config.root()) { programme_.checksum = config.checksum(); }

    Programme read() {
        root_.allow({"id", "version", "name_zh", "name_en", "issuer", "source", "clause", "bases", "valid",
                     "region", "sources", "tasks", "targets", "schemes", "subsidies", "guards", "grant_fees",
                     "checklist"});
        for (const auto* node : root_.tables("sources")) {
            programme_.sources.push_back(read_source(*node, ids_));
        }
        programme_.id = root_.at("id").string();
        programme_.version = root_.at("version").string();
        programme_.name = pair_of(root_, "name");
        programme_.issuer = root_.string_or("issuer", "");
        programme_.bases = root_.strings_or_empty("bases");
        programme_.origin = origin(root_);
        head();
        for (const auto* node : root_.tables("tasks")) {
            programme_.tasks.push_back(task(*node));
        }
        for (const auto* node : root_.tables("targets")) {
            programme_.targets.push_back(target(*node));
        }
        for (const auto* node : root_.tables("guards")) {
            programme_.guards.push_back(guard(*node));
        }
        for (const auto* node : root_.tables("schemes")) {
            programme_.schemes.push_back(scheme(*node));
        }
        for (const auto* node : root_.tables("subsidies")) {
            programme_.subsidies.push_back(subsidy(*node));
        }
        if (const auto* node = root_.find("grant_fees")) {
            programme_.grant_fees = grant_fees(*node);
        }
        return std::move(programme_);
    }

private:
    const ConfigNode& root_;
    Programme programme_;
    Ids ids_;

    std::string new_id(const ConfigNode& table) { return ids_.take(table); }
    Origin origin(const ConfigNode& table) const { return read_origin(table, programme_.sources); }

    int task_number(const ConfigNode& node) const {
        const int number = small_of(node, 1, most_tasks);
        if (std::ranges::find(programme_.tasks, number, &Task::number) == programme_.tasks.end()) {
            node.fail(sentence("本文件中没有任务 {}", "there is no task {} in this file", number));
        }
        return number;
    }

    void head() {
        const auto& valid = root_.at("valid");
        valid.allow({"from", "to", "source", "clause"});
        programme_.valid_from = date_of(valid.at("from"));
        programme_.valid_to = date_of(valid.at("to"));
        if (programme_.valid_to < programme_.valid_from) {
            valid.at("to").fail(Sentence{"结束日早于开始日", "the end lies before the beginning"});
        }
        programme_.validity_origin = origin(valid);
        if (const auto* region = root_.find("region")) {
            region->allow({"code", "province", "city", "counties", "source", "clause"});
            programme_.region = {region->at("code").string(), region->at("province").string(),
                                 region->at("city").string(), region->strings_or_empty("counties"),
                                 origin(*region)};
        }
        if (const auto* list = root_.find("checklist")) {
            list->allow({"items", "source", "clause"});
            programme_.checklist = list->at("items").strings();
            programme_.checklist_origin = origin(*list);
        }
    }

    Task task(const ConfigNode& table) const {
        table.allow({"number", "name_zh", "name_en", "departments", "content", "source", "clause"});
        Task result;
        result.number = small_of(table.at("number"), 1, most_tasks);
        if (std::ranges::find(programme_.tasks, result.number, &Task::number) != programme_.tasks.end()) {
            table.at("number").fail(Sentence{"该任务在文件中出现了两次", "this task is in the file twice"});
        }
        result.name = pair_of(table, "name");
        result.departments = table.at("departments").strings();
        result.content = table.strings_or_empty("content");
        result.origin = origin(table);
        return result;
    }

    Target target(const ConfigNode& table) {
        table.allow({"id", "year", "metric", "name_zh", "name_en", "op", "value", "unit", "note", "source",
                     "clause"});
        Target result;
        result.id = new_id(table);
        result.year = small_of(table.at("year"), first_year, last_year);
        result.metric =
            one_of<TargetMetric>(table.at("metric"), target_metric_keys, {"目标指标", "target metric"});
        result.name = pair_of(table, "name");
        result.rule = one_of<TargetRule>(table.at("op"), target_rule_keys, {"比较方式", "op"});
        if (result.rule == TargetRule::at_least) {
            result.value = table.at("value").real();
            if (!(result.value > 0)) {
                table.at("value").fail(Sentence{"此处应为正数", "a positive number is expected"});
            }
        } else if (const auto* value = table.find("value")) {
            value->fail(Sentence{"只有 op 为 `>=` 的目标才有数值", "only a target with op `>=` has a value"});
        }
        result.unit = table.string_or("unit", "");
        result.note = table.string_or("note", "");
        result.origin = origin(table);
        return result;
    }

    Guard guard(const ConfigNode& table) {
        table.allow({"id", "rule", "text_zh", "text_en", "share", "from", "source", "clause"});
        Guard result;
        result.id = new_id(table);
        result.rule = one_of<GuardRule>(table.at("rule"), guard_rule_keys, {"限制规则", "rule"});
        result.text = pair_of(table, "text");
        if (result.rule == GuardRule::share_of_official_fees) {
            result.share_millionths = share_of(table.at("share"));
        } else if (const auto* share = table.find("share")) {
            share->fail(Sentence{"只有规则 `share_of_official_fees` 才有比例",
                                 "only the rule `share_of_official_fees` has a share"});
        }
        result.from = date_of(table.at("from"));
        result.origin = origin(table);
        return result;
    }

    Criterion criterion(const ConfigNode& table) {
        table.allow({"id", "metric", "name_zh", "name_en", "op", "threshold", "source", "clause",
                     "definition_zh", "definition_en", "definition_source", "proofs"});
        Criterion result;
        result.id = new_id(table);
        result.metric = one_of<Metric>(table.at("metric"), metric_keys, {"指标", "metric"});
        result.name = pair_of(table, "name");
        if (computable(result.metric)) {
            constexpr std::array<std::string_view, 2> ops{">=", ">"};
            result.strict = one_of<int>(table.at("op"), ops, {"比较方式", "op"}) == 1;
            result.threshold_millionths = share_of(table.at("threshold"));
            if (result.threshold_millionths == 0) {
                table.at("threshold")
                    .fail(Sentence{"此处应为大于 0 的阈值", "a threshold above 0 is expected"});
            }
        } else {
            for (const auto* key : {"op", "threshold"}) {
                if (const auto* node = table.find(key)) {
                    node->fail(sentence("“{}”类的条件没有此项", "a criterion that is `{}` has none",
                                        metric_key(result.metric)));
                }
            }
        }
        result.definition = pair_of(table, "definition", false);
        if (const auto* node = table.find("definition_source")) {
            result.definition_source = source_named(*node, programme_.sources).id;
        } else if (!result.definition.zh.empty()) {
            table.at("definition_zh")
                .fail(Sentence{"缺少键“definition_source”", "the key `definition_source` is missing"});
        }
        result.proofs = table.strings_or_empty("proofs");
        result.origin = origin(table);
        return result;
    }

    Ranking ranking(const ConfigNode& table) const {
        table.allow({"years", "weights", "source", "clause"});
        constexpr double tolerance = 1e-9;
        Ranking result;
        result.years = small_of(table.at("years"), 2, most_years);
        const auto& weights = table.at("weights");
        weights.allow({growth_keys[0], growth_keys[1], growth_keys[2]});
        double sum = 0;
        for (const auto& key : weights.keys()) {
            const auto& node = weights.at(key);
            if (!(node.real() > 0)) {
                node.fail(Sentence{"此处应为大于 0 的权重", "a weight above 0 is expected"});
            }
            const auto place = std::ranges::find(growth_keys, std::string_view{key}) - growth_keys.begin();
            result.weights.push_back({static_cast<Growth>(place), node.real()});
            sum += node.real();
        }
        if (std::abs(sum - 1) > tolerance) {
            weights.fail(sentence("权重之和为 {:.6g}，应为 1", "the weights add up to {:.6g}, not 1", sum));
        }
        result.origin = origin(table);
        return result;
    }

    Scheme scheme(const ConfigNode& table) {
        table.allow({"id",          "name_zh",    "name_en", "meaning_zh",    "meaning_en",    "task",
                     "logic",       "amount_cny", "quota",   "kind",          "sector",        "use",
                     "departments", "applies_to", "tools",   "deadline_year", "horizon_years", "criteria",
                     "ranking",     "source",     "clause"});
        Scheme result;
        result.id = new_id(table);
        result.name = pair_of(table, "name");
        result.meaning = pair_of(table, "meaning", false);
        if (const auto* node = table.find("task")) {
            result.task = task_number(*node);
        }
        if (const auto* node = table.find("logic")) {
            constexpr std::array<std::string_view, 1> known{"all"};
            (void)one_of<int>(*node, known, {"组合逻辑", "logic"});
        }
        result.amount_cny = yuan_of(table.at("amount_cny"));
        result.quota = small_or_none(table, "quota", 1, most_quota);
        result.kind = table.string_or("kind", "");
        result.sector = table.string_or("sector", "");
        result.use = table.strings_or_empty("use");
        result.departments = table.at("departments").strings();
        result.applies_to = table.strings_or_empty("applies_to");
        result.tools = table.strings_or_empty("tools");
        result.deadline_year = small_or_none(table, "deadline_year", first_year, last_year);
        result.horizon_years = small_or_none(table, "horizon_years", 1, most_years);
        for (const auto* node : table.tables("criteria")) {
            result.criteria.push_back(criterion(*node));
        }
        if (const auto* node = table.find("ranking")) {
            result.ranking = ranking(*node);
        }
        result.origin = origin(table);
        return result;
    }

    Subsidy subsidy(const ConfigNode& table) {
        table.allow({"id", "task", "name_zh", "name_en", "condition_zh", "condition_en", "at_least",
                     "amount_cny", "kind", "discretion", "limited_by", "source", "clause"});
        Subsidy result;
        result.id = new_id(table);
        result.name = pair_of(table, "name");
        result.condition = pair_of(table, "condition");
        result.task = task_number(table.at("task"));
        if (const auto* node = table.find("amount_cny")) {
            result.amount_cny = yuan_of(*node);
        }
        result.kind = table.at("kind").string();
        if (const auto* node = table.find("at_least")) {
            node->allow({"applications", "countries"});
            for (const auto& key : node->keys()) {
                result.at_least.push_back({key, small_of(node->at(key), 1, most_quota)});
            }
        }
        result.discretion = table.strings_or_empty("discretion");
        if (const auto* node = table.find("limited_by")) {
            for (const auto& item : node->array()) {
                if (std::ranges::find(programme_.guards, item.string(), &Guard::id) ==
                    programme_.guards.end()) {
                    item.fail(sentence("本文件中没有限制条款“{}”", "there is no guard `{}` in this file",
                                       item.string()));
                }
                result.limited_by.push_back(item.string());
            }
        }
        result.origin = origin(table);
        return result;
    }

    GrantFees grant_fees(const ConfigNode& table) const {
        table.allow({"source", "clause", "reductions", "items"});
        GrantFees result;
        result.origin = origin(table);
        for (const auto& node : table.at("reductions").array()) {
            result.reductions_millionths.push_back(share_of(node));
        }
        for (const auto* node : table.tables("items")) {
            node->allow({"id", "name_zh", "name_en", "cny", "reducible", "subsidisable"});
            result.items.push_back({node->at("id").string(), pair_of(*node, "name"), yuan_of(node->at("cny")),
                                    node->at("reducible").boolean(), node->at("subsidisable").boolean()});
        }
        return result;
    }
};

} // namespace

std::string_view metric_key(Metric metric) {
    return metric_keys.at(static_cast<std::size_t>(metric));
}
std::string_view growth_key(Growth growth) {
    return growth_keys.at(static_cast<std::size_t>(growth));
}
std::string_view target_metric_key(TargetMetric metric) {
    return target_metric_keys.at(static_cast<std::size_t>(metric));
}
std::string_view target_rule_key(TargetRule rule) {
    return target_rule_keys.at(static_cast<std::size_t>(rule));
}
std::string_view guard_rule_key(GuardRule rule) {
    return guard_rule_keys.at(static_cast<std::size_t>(rule));
}

const Scheme& Programme::scheme(std::string_view scheme_id) const {
    const auto found = std::ranges::find(schemes, scheme_id, &Scheme::id);
    if (found == schemes.end()) {
        std::vector<std::string> ids;
        for (const auto& known : schemes) {
            ids.push_back(known.id);
        }
        throw UsageError(sentence("政策 {} 中没有方案“{}”；已有：{}",
                                  "the programme `{}` has no scheme `{}`; it has: {}", id, scheme_id,
                                  fmt::join(ids, ", ")));
    }
    return *found;
}

Programme read_programme(const Config& config) {
    return Reader{config}.read();
}

std::int64_t grant_fees_fen(const GrantFees& fees, std::int64_t reduction_millionths) {
    constexpr std::int64_t fen_per_yuan = 100;
    std::int64_t sum = 0;
    for (const auto& fee : fees.items) {
        if (fee.subsidisable) {
            const std::int64_t kept =
                fee.reducible ? millionths_per_one - reduction_millionths : millionths_per_one;
            sum += fee.cny * fen_per_yuan * kept / millionths_per_one;
        }
    }
    return sum;
}

} // namespace longmen::programme
