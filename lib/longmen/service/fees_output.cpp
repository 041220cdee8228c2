// SPDX-License-Identifier: GPL-3.0-or-later
// Open fees as tables, JSON and sentences.
#include <longmen/base/text.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/fees.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace longmen::service {
namespace {

std::string yuan_text(Money money) {
    return print_money(money, MoneyUnit::yuan);
}

struct Sum {
    std::set<std::size_t> patents;
    std::size_t fees = 0, grace_fees = 0;
    Money full, payable, grace;

    void add(const OpenFee& open) {
        patents.insert(open.patent);
        ++fees;
        full.fen += open.fee.full.value_or(Money{}).fen;
        payable.fen += open.payable.fen;
        if (open.fee.grace_month > 0) {
            ++grace_fees;
            grace.fen += open.payable.fen + open.late.value_or(Money{}).fen;
        }
    }
    void write(std::vector<Cell>& row) const {
        row.push_back(count_cell(patents.size()));
        row.push_back(count_cell(fees));
        row.push_back(yuan_cell(full));
        row.push_back(yuan_cell(payable));
        row.push_back(count_cell(grace_fees));
        row.push_back(yuan_cell(grace));
    }
};

constexpr Heading year_heading{"year", {"缴费年份", "Year"}};

void add_sum_columns(Table& table, Lang lang) {
    const auto sums = table_with({{"patents", {"专利", "Patents"}},
                                  {"fees", {"年费笔数", "Fees"}},
                                  {"full_cny", {"全额（元）", "Full (CNY)"}},
                                  {"payable_cny", {"应缴（元）", "Payable (CNY)"}},
                                  {"grace_fees", {"滞纳期内笔数", "In grace"}},
                                  {"grace_cny", {"滞纳期内含滞纳金（元）", "In grace with surcharge (CNY)"}}},
                                 lang);
    table.columns.insert(table.columns.end(), sums.columns.begin(), sums.columns.end());
}

Table by_patent(const FeeList& list, Lang lang) {
    auto table = table_with({{"number", {"专利号", "Number"}},
                             {"title", {"名称", "Title"}},
                             {"applicant", {"申请人", "Applicant"}},
                             {"fee_year", {"年度", "Year of fee"}},
                             {"due", {"应缴日", "Due"}},
                             {"full_cny", {"全额（元）", "Full (CNY)"}},
                             {"payable_cny", {"应缴（元）", "Payable (CNY)"}},
                             {"state", {"状态", "State"}},
                             {"grace_end", {"滞纳期截止", "Grace ends"}},
                             {"grace_month", {"滞纳第几月", "Month of grace"}},
                             {"surcharge_cny", {"滞纳金（元）", "Surcharge (CNY)"}}},
                            lang);
    for (const auto& open : list.open) {
        const auto& patent = list.corpus.patents[open.patent];
        const auto& fee = open.fee;
        table.rows.push_back({patent.number, text_cell(patent.title.empty() ? patent.title_en : patent.title),
                              text_cell(join(patent.applicants, "; ")), static_cast<std::int64_t>(fee.year),
                              fee.due.iso(), yuan_cell(fee.full), yuan_cell(open.payable),
                              std::string{fee_state_key(fee.state)},
                              fee.grace_end ? Cell{fee.grace_end->iso()} : Cell{},
                              fee.grace_month > 0 ? Cell{static_cast<std::int64_t>(fee.grace_month)} : Cell{},
                              yuan_cell(open.late)});
    }
    return table;
}

/// Enterprises by normalised name then code, the unknown ones last.
Table by_enterprise(const FeeList& list, Lang lang) {
    auto table = table_with(
        {{"enterprise", {"企业", "Enterprise"}}, {"uscc", {"统一社会信用代码", "Credit code"}}, year_heading},
        lang);
    add_sum_columns(table, lang);
    const auto nobody = list.corpus.enterprises.size(); // they are in that order already
    std::map<std::pair<std::size_t, int>, Sum> sums;
    for (const auto& open : list.open) {
        const auto& owners = list.corpus.patents[open.patent].enterprises;
        for (const auto owner : owners) {
            sums[{owner, open.fee.due.year()}].add(open);
        }
        if (owners.empty()) {
            sums[{nobody, open.fee.due.year()}].add(open);
        }
    }
    for (const auto& [key, sum] : sums) {
        const auto* owner = key.first < nobody ? &list.corpus.enterprises[key.first] : nullptr;
        std::vector<Cell> row{owner ? text_cell(owner->name) : Cell{},
                              owner ? text_cell(owner->uscc) : Cell{}, static_cast<std::int64_t>(key.second)};
        sum.write(row);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table by_park(const FeeList& list, Lang lang) {
    auto table = table_with({{"park", {"园区", "Park"}}, year_heading}, lang);
    add_sum_columns(table, lang);
    using Key = std::tuple<bool, std::string, int>; // parks without name last
    std::map<Key, Sum> sums;
    for (const auto& open : list.open) {
        std::set<std::string> parks;
        for (const auto owner : list.corpus.patents[open.patent].enterprises) {
            parks.insert(list.corpus.enterprises[owner].park);
        }
        if (parks.empty()) {
            parks.emplace(); // insert({}) would take the empty list
        }
        for (const auto& park : parks) {
            sums[{park.empty(), park, open.fee.due.year()}].add(open);
        }
    }
    for (const auto& [key, sum] : sums) {
        std::vector<Cell> row{text_cell(std::get<1>(key)), static_cast<std::int64_t>(std::get<2>(key))};
        sum.write(row);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table by_year(const FeeList& list, Lang lang) {
    auto table = table_with({year_heading}, lang);
    add_sum_columns(table, lang);
    std::map<int, Sum> sums;
    for (const auto& open : list.open) {
        sums[open.fee.due.year()].add(open);
    }
    for (const auto& [year, sum] : sums) {
        std::vector<Cell> row{static_cast<std::int64_t>(year)};
        sum.write(row);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Sum total(const FeeList& list) {
    Sum sum;
    for (const auto& open : list.open) {
        sum.add(open);
    }
    return sum;
}

} // namespace

std::string_view payments_key(const FeeList& list) {
    return list.with_payments == 0 ? "unknown" : list.with_payments < list.in_force ? "partly" : "known";
}

Sentence payments_sentence(const FeeList& list) {
    if (list.with_payments == 0) {
        return {"缴费情况不明：没有导入缴费记录（事件 fee_paid），已过应缴日的年费不能判断是否已缴。",
                "Payments are unknown: no fee events (fee_paid) were imported, so whether a fee past its due "
                "date was paid cannot be told."};
    }
    return {fmt::format("{} 件有效专利中，{} 件有缴费记录，其余缴费情况不明。", list.in_force,
                        list.with_payments),
            fmt::format("Of {} rights in force {} have payments on record; those of the others are unknown.",
                        list.in_force, list.with_payments)};
}

Table fee_table(const FeeList& list, FeeSubject subject, Lang lang, std::size_t top) {
    Table table;
    switch (subject) {
    case FeeSubject::patent:
        table = by_patent(list, lang);
        break;
    case FeeSubject::enterprise:
        table = by_enterprise(list, lang);
        break;
    case FeeSubject::park:
        table = by_park(list, lang);
        break;
    case FeeSubject::year:
        table = by_year(list, lang);
        break;
    }
    if (top > 0 && table.rows.size() > top) {
        table.rows.resize(top);
    }
    return table;
}

std::string fee_json(const FeeList& list, FeeSubject subject) {
    constexpr const char* subjects[] = {"patent", "enterprise", "park", "year"};
    nlohmann::ordered_json json;
    json["as_of"] = list.corpus.as_of.iso();
    json["until"] = list.until.iso();
    json["reduction"] = list.request.reduction.empty() ? "none" : list.request.reduction;
    json["payments"] = payments_key(list);
    json["by"] = subjects[static_cast<std::size_t>(subject)];
    auto totals = table_with({}, Lang::en);
    add_sum_columns(totals, Lang::en);
    total(list).write(totals.rows.emplace_back());
    json["totals"] = rows_json(totals).at(0);
    json["in_force"] = list.in_force;
    json["state_unknown"] = list.state_open;
    json["not_computable"] = nlohmann::ordered_json::array();
    for (const auto& [reason, numbers] : list.unknown) {
        json["not_computable"].push_back(
            {{"reason", undefined_key(reason)}, {"count", numbers.size()}, {"numbers", numbers}});
    }
    json["lapsed_fees"] = list.lapsed;
    json["restoration_cny"] = list.restoration.fen / fen_in_yuan;
    json["rows"] = rows_json(fee_table(list, subject, Lang::en, 0));
    return json_document(json);
}

std::vector<std::string> fee_statement(const FeeList& list, Lang lang) {
    const auto sum = total(list);
    const auto& reduction = list.request.reduction;
    std::vector<Sentence> sentences;
    sentences.push_back(
        {fmt::format("截至 {}：有效中国专利 {} 件；至 {} 应缴年费 {} 笔，涉及 {} 件，全额 {} 元，{} {} 元。",
                     list.corpus.as_of.iso(), list.in_force, list.until.iso(), sum.fees, sum.patents.size(),
                     yuan_text(sum.full), reduction.empty() ? "应缴" : "按减缴 " + reduction + "% 应缴",
                     yuan_text(sum.payable)),
         fmt::format(
             "As of {}: {} Chinese rights in force; up to {} {} fees fall due for {} of them, {} CNY in "
             "full, {} CNY payable{}.",
             list.corpus.as_of.iso(), list.in_force, list.until.iso(), sum.fees, sum.patents.size(),
             yuan_text(sum.full), yuan_text(sum.payable),
             reduction.empty() ? "" : " with " + reduction + " % off")});
    if (sum.grace_fees > 0) {
        sentences.push_back(
            {fmt::format("其中 {} 笔已过应缴日、仍在滞纳期内且未见缴费，连同当日滞纳金 {} 元。",
                         sum.grace_fees, yuan_text(sum.grace)),
             fmt::format(
                 "{} of them are past their due date, in their grace and not known to be paid: {} CNY "
                 "with the surcharge of that day.",
                 sum.grace_fees, yuan_text(sum.grace))});
    }
    if (list.lapsed > 0) {
        sentences.push_back(
            {fmt::format("另有 {} 笔滞纳期已过仍未缴，权利可能已终止；恢复费每件 {} 元。", list.lapsed,
                         yuan_text(list.restoration)),
             fmt::format(
                 "{} more were unpaid when their grace ended: those rights may have lapsed; restoring "
                 "one costs {} CNY.",
                 list.lapsed, yuan_text(list.restoration))});
    }
    sentences.push_back(payments_sentence(list));
    for (const auto& [reason, numbers] : list.unknown) {
        sentences.push_back(
            {fmt::format("{} 件有效专利无法计算：{}。", numbers.size(), undefined_text(reason).zh),
             fmt::format("{} rights in force without a computable fee: {}.", numbers.size(),
                         undefined_text(reason).en)});
    }
    if (list.state_open > 0) {
        sentences.push_back(
            {fmt::format("{} 件中国专利的法律状态不明，未计入。", list.state_open),
             fmt::format("{} Chinese patents of unknown status are not counted.", list.state_open)});
    }
    std::vector<std::string> result;
    for (const auto& sentence : sentences) {
        result.push_back(sentence.in(lang));
    }
    return result;
}

} // namespace longmen::service
