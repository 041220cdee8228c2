// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage, capabilities and conspicuous years.
#include <longmen/analysis/data_quality.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <map>

namespace longmen::analysis {

namespace {

struct Probe {
    Field field;
    bool (*present)(const Patent&);
};

const std::array probes{
    Probe{Field::app_no, [](const Patent& p) { return !p.app_no.empty(); }},
    Probe{Field::patent_type, [](const Patent& p) { return p.type != PatentType::unknown; }},
    Probe{Field::title, [](const Patent& p) { return !p.title.empty() || !p.title_en.empty(); }},
    Probe{Field::abstract, [](const Patent& p) { return !p.abstract.empty(); }},
    Probe{Field::app_date, [](const Patent& p) { return p.app_date.has_value(); }},
    Probe{Field::pub_date, [](const Patent& p) { return p.pub_date.has_value(); }},
    Probe{Field::grant_date, [](const Patent& p) { return p.grant_date.has_value(); }},
    Probe{Field::priority_date, [](const Patent& p) { return p.priority_date.has_value(); }},
    Probe{Field::applicants, [](const Patent& p) { return !p.applicants.empty(); }},
    Probe{Field::owners, [](const Patent& p) { return !p.owners.empty(); }},
    Probe{Field::inventors, [](const Patent& p) { return !p.inventors.empty(); }},
    Probe{Field::province, [](const Patent& p) { return !p.province.empty(); }},
    Probe{Field::city, [](const Patent& p) { return !p.city.empty(); }},
    Probe{Field::ipc, [](const Patent& p) { return !p.ipc.empty(); }},
    Probe{Field::cpc, [](const Patent& p) { return !p.cpc.empty(); }},
    Probe{Field::status, [](const Patent& p) { return p.status != LegalState::unknown; }},
    Probe{Field::n_claims, [](const Patent& p) { return p.n_claims.has_value(); }},
    Probe{Field::family_members, [](const Patent& p) { return !p.family_members.empty(); }},
    Probe{Field::vendor_family_size, [](const Patent& p) { return p.vendor_family_size.has_value(); }},
    Probe{Field::vendor_forward_citations,
          [](const Patent& p) { return p.vendor_forward_citations.has_value(); }},
    Probe{Field::vendor_backward_citations,
          [](const Patent& p) { return p.vendor_backward_citations.has_value(); }},
    Probe{Field::transfers, [](const Patent& p) { return p.transfers.has_value(); }},
    Probe{Field::licences, [](const Patent& p) { return p.licences.has_value(); }},
    Probe{Field::pledges, [](const Patent& p) { return p.pledges.has_value(); }},
    Probe{Field::litigations, [](const Patent& p) { return p.litigations.has_value(); }},
};

struct Need {
    std::string_view key;
    Text name;
    bool (*met)(const Patent&);
    Text absent;  ///< what is absent
    Text follows; ///< what cannot be said then
};

const std::array needs{
    Need{"types",
         {"类型构成", "patent types"},
         [](const Patent& p) { return p.type != PatentType::unknown; },
         {"没有专利类型", "no patent type"},
         {"不能区分发明、实用新型和外观设计", "inventions, utility models and designs cannot be told apart"}},
    Need{"filing_trend",
         {"申请趋势", "filing trend"},
         [](const Patent& p) { return p.app_date.has_value(); },
         {"没有申请日", "no filing date"},
         {"不能画趋势，也不能计算年龄", "there is no trend and no age"}},
    Need{"applicants",
         {"申请人排名与集中度", "applicants and their concentration"},
         [](const Patent& p) { return !p.applicants.empty(); },
         {"没有申请人", "no applicants"},
         {"不能按企业统计", "nothing can be said by enterprise"}},
    Need{"inventors",
         {"发明人与人才", "inventors"},
         [](const Patent& p) { return !p.inventors.empty(); },
         {"没有发明人", "no inventors"},
         {"不能分析人才与团队", "people and teams cannot be analysed"}},
    Need{"technology",
         {"技术构成与空白点", "technology structure and white spots"},
         [](const Patent& p) { return !all_subclasses(p).empty(); },
         {"没有IPC分类", "no IPC classes"},
         {"不能分析技术构成、比较优势和空白点", "no structure, no specialisation, no white spots"}},
    Need{"text",
         {"摘要检索与相似专利", "search in abstracts, similar patents"},
         [](const Patent& p) { return !p.abstract.empty(); },
         {"没有摘要", "no abstracts"},
         {"只能检索名称", "only titles can be searched"}},
    Need{"regions",
         {"地区分布", "regions"},
         [](const Patent& p) { return !p.city.empty() || !p.county.empty() || !p.province.empty(); },
         {"没有地址或地区", "no addresses or regions"},
         {"不能按第一专利权人地址统计", "nothing can be counted by the first patentee's address"}},
    Need{"legal_status",
         {"法律状态与有效专利", "legal status and rights in force"},
         [](const Patent& p) { return p.status != LegalState::unknown; },
         {"没有法律状态", "no legal status"},
         {"不能区分有效与失效，不能统计有效发明专利拥有量",
          "rights in force cannot be told from dead ones, inventions in force cannot be counted"}},
    Need{"expiry",
         {"年龄结构与到期", "ages and expiry"},
         [](const Patent& p) { return p.status != LegalState::unknown && p.app_date.has_value(); },
         {"没有法律状态或申请日", "no legal status or no filing date"},
         {"不能列出到期专利和年费", "expiring rights and fees cannot be listed"}},
    Need{"families",
         {"同族与海外布局", "families and foreign filing"},
         [](const Patent& p) { return !p.family_members.empty() || p.vendor_family_size.has_value(); },
         {"没有同族数据", "no families"},
         {"每件申请单独成族，看不出海外布局", "each application stands alone, foreign filing is not seen"}},
    Need{"citations",
         {"引证与影响", "citations and impact"},
         [](const Patent& p) { return p.vendor_forward_citations.has_value(); },
         {"没有引证数据", "no citations"},
         {"不能评价被引影响和核心专利", "impact and key patents cannot be judged by citations"}},
    Need{"operations",
         {"转让、许可、质押", "transfers, licences, pledges"},
         [](const Patent& p) { return p.transfers || p.licences || p.pledges; },
         {"没有运营事件", "no events of use"},
         {"不能评价转化运用", "use and transfer cannot be judged"}},
    Need{"claims",
         {"权利要求与保护范围", "claims and scope"},
         [](const Patent& p) { return p.n_claims.has_value(); },
         {"没有权利要求数", "no claim counts"},
         {"不能比较保护范围", "scope cannot be compared"}},
};

double share_of(std::size_t part, std::size_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

template <class GroupOf>
std::vector<GroupCoverage> coverage_by(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                       GroupOf&& group_of) {
    std::map<std::string, std::pair<std::size_t, std::array<std::size_t, std::size(probes)>>> counts;
    for (const auto position : selection) {
        const auto& patent = corpus.patents[position];
        auto& [records, present] = counts[group_of(patent)];
        ++records;
        for (std::size_t i = 0; i < probes.size(); ++i) {
            present[i] += probes[i].present(patent) ? 1 : 0;
        }
    }
    std::vector<GroupCoverage> result;
    for (const auto& [group, count] : counts) {
        GroupCoverage coverage{group, count.first, {}};
        for (const auto present : count.second) {
            coverage.shares.push_back(share_of(present, count.first));
        }
        result.push_back(std::move(coverage));
    }
    return result;
}

Capability judge(const Need& need, std::size_t present, std::size_t n, const Rules& rules) {
    constexpr double percent = 100;
    Capability result{need.key, need.name, Carried::none, share_of(present, n), {}};
    if (n > 0 && result.share >= rules.coverage_full) {
        result.carried = Carried::full;
    } else if (n > 0 && result.share >= rules.coverage_partial) {
        result.carried = Carried::partial;
        result.reason = {fmt::format("只有{:.1f}%的记录可用", result.share * percent),
                         fmt::format("only {:.1f} % of the records can be used", result.share * percent)};
    } else {
        const bool some = present > 0;
        result.reason = {some ? fmt::format("只有{}件（{:.1f}%）有所需数据，{}", present,
                                            result.share * percent, need.follows.zh)
                              : fmt::format("{}，{}", need.absent.zh, need.follows.zh),
                         some ? fmt::format("only {} records ({:.1f} %) have what it takes: {}", present,
                                            result.share * percent, need.follows.en)
                              : fmt::format("{}: {}", need.absent.en, need.follows.en)};
    }
    return result;
}

Capability cooperation(const Corpus& corpus, std::span<const std::uint32_t> selection, const Rules& rules) {
    std::size_t named = 0, joint = 0;
    for (const auto position : selection) {
        const auto& applicants = corpus.patents[position].applicants;
        named += applicants.empty() ? 0 : 1;
        joint += applicants.size() > 1 ? 1 : 0;
    }
    Capability result{"cooperation",
                      {"合作申请", "joint applications"},
                      Carried::none,
                      share_of(named, selection.size()),
                      {}};
    if (joint > 0 && result.share >= rules.coverage_full) {
        result.carried = Carried::full;
    } else if (joint > 0) {
        result.carried = Carried::partial;
        result.reason = {"部分记录没有申请人", "some records have no applicants"};
    } else {
        result.reason = {
            "没有一件共同申请：来源很可能只给出第一申请人，不能分析合作",
            "not one joint application: the source probably gives the first applicant only, cooperation "
            "cannot be analysed"};
    }
    return result;
}

double median(std::vector<std::size_t> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? static_cast<double>(values[middle])
                                  : static_cast<double>(values[middle - 1] + values[middle]) / 2;
}

Sentence worded(const YearJump& entry) {
    const auto& [year, count, previous, neighbours] = entry.jump;
    const bool more = static_cast<double>(count) > neighbours || (previous && count > *previous);
    Sentence line{fmt::format("{}年{}件", year, count), fmt::format("{}: {} records", year, count)};
    if (more) {
        const Text type = patent_type_text(entry.type);
        line.zh += fmt::format("（其中{}{}件）", type.zh, entry.of_type);
        line.en += fmt::format(" ({}: {})", type.en, entry.of_type);
    }
    if (previous) {
        line.zh += fmt::format("，上年{}件", *previous);
        line.en += fmt::format(", the year before {}", *previous);
    }
    line.zh += fmt::format("，相邻年份中位数{:g}件", neighbours);
    line.en += fmt::format(", median of the years around {:g}", neighbours);
    return line;
}

std::vector<YearJump> worded_jumps(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                   const Date& as_of, const Rules& rules) {
    const auto split = by_year_and(corpus, selection, type_category, Clock::filing, as_of, rules.grey_years);
    std::vector<YearJump> result;
    for (const auto& jump : find_jumps(split.years, rules)) {
        YearJump entry{jump, PatentType::unknown, 0, {}};
        const auto column = static_cast<std::size_t>(jump.year - split.years.front().year);
        for (std::size_t row = 0; row < split.keys.size(); ++row) {
            if (split.counts[row][column] > entry.of_type) {
                entry.of_type = split.counts[row][column];
                entry.type = patent_type_by_key(split.keys[row]);
            }
        }
        entry.sentence = worded(entry);
        result.push_back(std::move(entry));
    }
    return result;
}

void list(DataQuality& quality, Carried carried, Text lead) {
    Sentence line;
    for (const auto& capability : quality.capabilities) {
        if (capability.carried != carried) {
            continue;
        }
        line.zh += (line.zh.empty() ? "" : "、") + std::string{capability.name.zh};
        line.en += (line.en.empty() ? "" : "; ") + std::string{capability.name.en};
        if (carried != Carried::full) {
            line.zh += fmt::format("（{}）", capability.reason.zh);
            line.en += fmt::format(" ({})", capability.reason.en);
        }
    }
    if (!line.zh.empty()) {
        quality.summary.push_back(
            {fmt::format("{}：{}", lead.zh, line.zh), fmt::format("{}: {}", lead.en, line.en)});
    }
}

constexpr std::array<std::string_view, 3> carried_keys{"full", "partial", "none"};

} // namespace

std::string_view carried_key(Carried carried) {
    return carried_keys.at(static_cast<std::size_t>(carried));
}

std::vector<Jump> find_jumps(const std::vector<YearCount>& years, const Rules& rules) {
    const auto apart = [&](double a, double b) {
        return std::max(a, b) >= static_cast<double>(rules.jump_min_records) &&
               (a > rules.jump_factor * b || b > rules.jump_factor * a);
    };
    std::vector<Jump> result;
    for (const auto& focal : years) {
        if (focal.grey) {
            continue;
        }
        Jump jump{focal.year, focal.count, {}, 0};
        std::vector<std::size_t> around;
        for (const auto& other : years) {
            const int distance = std::abs(other.year - focal.year);
            if (distance == 0 || distance > rules.jump_neighbours || other.grey) {
                continue;
            }
            around.push_back(other.count);
            if (other.year == focal.year - 1) {
                jump.previous = other.count;
            }
        }
        if (around.empty()) {
            continue;
        }
        jump.neighbours = median(around);
        const auto count = static_cast<double>(focal.count);
        if (apart(count, jump.neighbours) ||
            (jump.previous && apart(count, static_cast<double>(*jump.previous)))) {
            result.push_back(jump);
        }
    }
    return result;
}

DataQuality data_quality(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of,
                         const Rules& rules, std::size_t citation_links) {
    DataQuality result;
    const std::size_t n = selection.size();
    result.basis = make_basis({}, as_of, n, 0);
    for (const auto& probe : probes) {
        std::size_t present = 0;
        for (const auto position : selection) {
            present += probe.present(corpus.patents[position]) ? 1 : 0;
        }
        const auto& info = field_info(probe.field);
        result.coverage.push_back({info.key, info.heading, present, share_of(present, n)});
    }
    result.by_office =
        coverage_by(corpus, selection, [](const Patent& p) { return p.office.empty() ? "-" : p.office; });
    std::ranges::stable_sort(result.by_office, std::greater{}, &GroupCoverage::records);
    result.by_year = coverage_by(corpus, selection, [](const Patent& p) {
        return p.app_date ? fmt::format("{:04}", p.app_date->year()) : std::string{"-"};
    });
    for (const auto& need : needs) {
        std::size_t present = 0;
        for (const auto position : selection) {
            present += need.met(corpus.patents[position]) ? 1 : 0;
        }
        auto capability = judge(need, present, n, rules);
        if (need.key == "citations" && citation_links > 0 && n > 0) {
            capability.carried = Carried::full;
            capability.reason = {};
        }
        result.capabilities.push_back(std::move(capability));
        if (need.key == "applicants") {
            result.capabilities.push_back(cooperation(corpus, selection, rules));
        }
    }
    if (n == 0) {
        result.summary.push_back({"没有记录", "there are no records"});
        return result;
    }
    result.jumps = worded_jumps(corpus, selection, as_of, rules);
    result.yearly_counts_suspect = !result.jumps.empty();
    list(result, Carried::full, {"数据可以支持", "The data carry"});
    list(result, Carried::partial, {"部分支持", "In part"});
    list(result, Carried::none, {"不能支持", "Not carried"});
    if (result.yearly_counts_suspect) {
        Sentence line;
        for (const auto& jump : result.jumps) {
            line.zh += (line.zh.empty() ? "" : "；") + jump.sentence.zh;
            line.en += (line.en.empty() ? "" : "; ") + jump.sentence.en;
        }
        result.summary.push_back(
            {fmt::format("逐年数量起伏异常，数据可能不完整，趋势不宜直接采用：{}", line.zh),
             fmt::format("Yearly counts look incomplete, a trend drawn from them may be wrong: {}",
                         line.en)});
    }
    return result;
}

} // namespace longmen::analysis
