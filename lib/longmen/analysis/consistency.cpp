// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of records against themselves and each other.
#include <longmen/analysis/consistency.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/organisation.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

namespace longmen::analysis {
namespace {

std::optional<std::int64_t> day_of(const std::optional<Date>& date) {
    return date && date->precision() == DatePrecision::day ? std::optional<std::int64_t>{date->days()}
                                                           : std::nullopt;
}

/// Days from `first` to `second`; nothing when either is not known to the day.
std::optional<std::int64_t> days_between(const std::optional<Date>& first,
                                         const std::optional<Date>& second) {
    const auto from = day_of(first);
    const auto to = day_of(second);
    return from && to ? std::optional{*to - *from} : std::nullopt;
}

bool is_before(const std::optional<Date>& one, const std::optional<Date>& other) {
    const auto days = days_between(one, other);
    return days && *days > 0;
}

constexpr double days_of_year = 365.25;

struct Check {
    std::string_view key;
    Text what;
    bool (*met)(const Patent& patent, const Corpus& corpus, const Rules& rules);
};

const std::array checks{
    Check{"published_before_filing",
          {"公开日早于申请日", "published before filing"},
          [](const Patent& p, const Corpus&, const Rules&) { return is_before(p.pub_date, p.app_date); }},
    Check{"granted_before_filing",
          {"授权日早于申请日", "granted before filing"},
          [](const Patent& p, const Corpus&, const Rules&) { return is_before(p.grant_date, p.app_date); }},
    Check{
        "priority_after_filing",
        {"优先权日晚于申请日", "priority after filing"},
        [](const Patent& p, const Corpus&, const Rules&) { return is_before(p.app_date, p.priority_date); }},
    Check{"after_cut_off",
          {"日期晚于数据截止日", "dated after the data's date"},
          [](const Patent& p, const Corpus& corpus, const Rules&) {
              return std::ranges::any_of(std::array{p.app_date, p.pub_date, p.grant_date},
                                         [&](const auto& date) { return is_before(corpus.as_of, date); });
          }},
    Check{"grant_lag",
          {"申请到授权的时间超出合理范围", "time from filing to grant out of range"},
          [](const Patent& p, const Corpus&, const Rules& rules) {
              const auto days = days_between(p.app_date, p.grant_date);
              return days && static_cast<double>(*days) > rules.longest_grant_lag * days_of_year;
          }},
    Check{"publication_lag",
          {"申请到公开的时间超出合理范围", "time from filing to publication out of range"},
          [](const Patent& p, const Corpus&, const Rules& rules) {
              const auto days = p.pub_date == p.grant_date
                                    ? std::nullopt // the first publication is not known
                                    : days_between(p.app_date, p.pub_date);
              return days && static_cast<double>(*days) > rules.longest_publication_lag * days_of_year;
          }},
};

void note(Finding& finding, const std::string& who, std::size_t most) {
    ++finding.count;
    if (finding.examples.size() < most) {
        finding.examples.push_back(who);
    }
}

Finding find_doubles(const Corpus& corpus, std::span<const std::uint32_t> selection, std::size_t most) {
    Finding finding{"doubles", {"疑似重复记录", "records that look like doubles"}, 0, {}};
    std::unordered_set<std::string> seen;
    for (const auto position : selection) { // by number: the first of a group is its smallest
        const auto& patent = corpus.patents[position];
        const auto day = day_of(patent.app_date);
        if (!day || patent.applicants.empty() || patent.title.empty()) {
            continue;
        }
        auto key = patent.office + '\n' + std::string{patent_type_key(patent.type)} + '\n' +
                   std::to_string(*day) + '\n' + organisation_key(patent.applicants[0]) + '\n' +
                   fold_key(patent.title);
        if (!seen.insert(std::move(key)).second) {
            note(finding, patent.number, most);
        }
    }
    return finding;
}

} // namespace

std::vector<Finding> check_consistency(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                       const Rules& rules, std::size_t most) {
    std::vector<Finding> findings{find_doubles(corpus, selection, most)};
    for (const auto& check : checks) {
        Finding finding{check.key, check.what, 0, {}};
        for (const auto position : selection) {
            if (check.met(corpus.patents[position], corpus, rules)) {
                note(finding, corpus.patents[position].number, most);
            }
        }
        findings.push_back(std::move(finding));
    }
    Finding silent{"enterprise_without_patents", {"企业没有专利", "enterprises without patents"}, 0, {}};
    Finding unread{
        "enterprise_without_figures", {"企业没有年度数据", "enterprises without yearly figures"}, 0, {}};
    std::vector<bool> has(corpus.enterprises.size());
    for (const auto& patent : corpus.patents) {
        for (const auto enterprise : patent.enterprises) {
            has[enterprise] = true;
        }
    }
    for (std::size_t i = 0; i < corpus.enterprises.size(); ++i) {
        if (!has[i]) {
            note(silent, corpus.enterprises[i].name, most);
        }
        if (corpus.enterprises[i].figures.empty()) {
            note(unread, corpus.enterprises[i].name, most);
        }
    }
    findings.push_back(std::move(silent));
    findings.push_back(std::move(unread));
    std::erase_if(findings, [](const Finding& finding) { return finding.count == 0; });
    return findings;
}

} // namespace longmen::analysis
