// SPDX-License-Identifier: GPL-3.0-or-later
// Records into plain values.
#include <longmen/store/load.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/number.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/record/source_id.hpp>
#include <longmen/store/assets.hpp>
#include <longmen/store/detail/named_records.hpp>
#include <longmen/store/detail/origin.hpp>
#include <longmen/store/detail/patent_terms.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace longmen::store {
namespace {

using detail::Statement;

std::vector<std::string> lines(std::string_view text) {
    return split_trimmed(text, "\n");
}

void load_enterprises(const Workspace& workspace, Corpus& corpus) {
    auto query = workspace.database().prepare(
        "SELECT id, name, uscc, name_en, park, county, industry, former_names, aliases FROM enterprise");
    while (query.step()) {
        Enterprise enterprise;
        enterprise.id = query.integer(0);
        enterprise.name = query.text(1);
        enterprise.uscc = query.text(2);
        enterprise.name_en = query.text(3);
        enterprise.park = query.text(4);
        enterprise.county = query.text(5);
        enterprise.industry = query.text(6);
        enterprise.former_names = lines(query.view(7));
        enterprise.aliases = lines(query.view(8));
        corpus.enterprises.push_back(std::move(enterprise));
    }
    std::ranges::sort(corpus.enterprises, [](const Enterprise& a, const Enterprise& b) {
        return std::tuple{organisation_key(a.name), a.uscc} < std::tuple{organisation_key(b.name), b.uscc};
    });
    std::map<std::int64_t, std::string> files;
    auto imports = workspace.database().prepare("SELECT id, path FROM import");
    while (imports.step()) {
        files[imports.integer(0)] = std::filesystem::path(imports.text(1)).filename().string();
    }
    auto figures = workspace.database().prepare(
        "SELECT year, sales_revenue, main_revenue, rd_expense, conversion_revenue, staff, rd_staff, origin"
        " FROM figures WHERE enterprise_id = ? ORDER BY year");
    for (auto& enterprise : corpus.enterprises) {
        figures.bind(1, enterprise.id);
        while (figures.step()) {
            YearFigures year;
            const auto money = [&](int at) {
                const auto fen = figures.optional_integer(at);
                return fen ? std::optional{Money{*fen}} : std::nullopt;
            };
            year.year = static_cast<int>(figures.integer(0));
            year.sales_revenue = money(1);
            year.main_revenue = money(2);
            year.rd_expense = money(3);
            year.conversion_revenue = money(4);
            year.staff = figures.optional_integer(5);
            year.rd_staff = figures.optional_integer(6);
            const auto place = detail::Origin::parse(figures.view(7)).of("");
            year.source = fmt::format("{}:{}", files[place.import], place.row);
            enterprise.figures.push_back(std::move(year));
        }
        figures.reset();
    }
}

/// Ties applicants to enterprises.
class Ties {
    std::unordered_map<std::string, std::uint32_t> by_name_, by_code_;

public:
    explicit Ties(const std::vector<Enterprise>& enterprises) {
        for (std::uint32_t i = 0; i < enterprises.size(); ++i) {
            const auto& enterprise = enterprises[i];
            if (!enterprise.uscc.empty()) {
                by_code_.try_emplace(enterprise.uscc, i);
            }
            by_name_.insert_or_assign(organisation_key(enterprise.name),
                                      i); // a present name wins over another's former one
        }
        for (std::uint32_t i = 0; i < enterprises.size(); ++i) {
            for (const auto* names : {&enterprises[i].former_names, &enterprises[i].aliases}) {
                for (const auto& name : *names) {
                    by_name_.try_emplace(organisation_key(name), i);
                }
            }
            if (!enterprises[i].name_en.empty()) {
                by_name_.try_emplace(organisation_key(enterprises[i].name_en), i);
            }
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> of(const std::vector<std::string>& names,
                                                const std::vector<std::string>& codes) const {
        std::vector<std::uint32_t> found;
        const auto add = [&](const auto& map, const std::string& key) {
            const auto at = map.find(key);
            if (at != map.end() && std::ranges::find(found, at->second) == found.end()) {
                found.push_back(at->second);
            }
        };
        for (const auto& code : codes) {
            add(by_code_, code);
        }
        for (const auto& name : names) {
            add(by_name_, organisation_key(name));
        }
        std::ranges::sort(found);
        return found;
    }
};

std::optional<Date> date(const Statement& query, int at) {
    return query.is_null(at) ? std::nullopt : Date::from_iso(query.view(at));
}

PatentType type_of(std::string_view key, const std::string& app_no, const std::string& kind,
                   const std::optional<Date>& published) {
    if (const auto given = patent_type_by_key(key); given != PatentType::unknown) {
        return given;
    }
    if (const auto number = parse_number(app_no, NumberHint::application);
        number && number->type() != PatentType::unknown) {
        return number->type();
    }
    const auto meaning = cn_kind_meaning(kind, published);
    return meaning ? meaning->type : PatentType::unknown;
}

Patent read_patent(const Statement& query, const Ties& ties, std::int64_t& compensation_days) {
    Patent patent;
    int at = 0;
    patent.id = query.integer(at++);
    patent.number = query.text(at++);
    patent.app_no = query.text(at++);
    patent.office = query.text(at++);
    const auto type = query.text(at++);
    const auto kind = query.text(at++);
    patent.title = query.text(at++);
    patent.title_en = query.text(at++);
    patent.abstract = query.text(at++);
    patent.applicants = lines(query.view(at++));
    patent.owners = lines(query.view(at++));
    patent.inventors = lines(query.view(at++));
    const auto main_symbol = query.text(at++);
    patent.ipc = lines(query.view(at++));
    patent.cpc = lines(query.view(at++));
    patent.app_date = date(query, at++);
    patent.pub_date = date(query, at++);
    patent.grant_date = date(query, at++);
    patent.priority_date = date(query, at++);
    patent.expiry_date = date(query, at++);
    patent.status = legal_state_by_key(query.view(at++));
    patent.province = query.text(at++);
    patent.city = query.text(at++);
    patent.county = query.text(at++);
    patent.n_claims = query.optional_integer(at++);
    patent.vendor_forward_citations = query.optional_integer(at++);
    patent.vendor_backward_citations = query.optional_integer(at++);
    patent.vendor_family_size = query.optional_integer(at++);
    patent.family = query.text(at++);
    patent.family_members = lines(query.view(at++));
    patent.extended_family_members = lines(query.view(at++));
    patent.priorities = lines(query.view(at++));
    patent.active_priorities = lines(query.view(at++));
    patent.international_application = query.text(at++);
    patent.parent_application = query.text(at++);
    patent.transfers = query.optional_integer(at++);
    patent.licences = query.optional_integer(at++);
    patent.pledges = query.optional_integer(at++);
    patent.litigations = query.optional_integer(at++);
    const auto codes = lines(query.view(at++));
    compensation_days = query.optional_integer(at).value_or(0) + query.optional_integer(at + 1).value_or(0);

    if (patent.office.empty() && !is_source_id(patent.number)) {
        patent.office = patent.number.substr(0, 2);
    }
    const bool chinese = patent.office == "CN";
    if (chinese) {
        patent.type = type_of(type, patent.app_no, kind, patent.pub_date);
    } else {
        patent.type = patent_type_by_key(type);
    }
    if (!main_symbol.empty()) {
        const auto known = std::ranges::find(patent.ipc, main_symbol);
        if (known != patent.ipc.end()) {
            patent.ipc.erase(known);
        }
        patent.ipc.insert(patent.ipc.begin(), main_symbol);
    }
    patent.enterprises = ties.of(patent.applicants, codes);
    return patent;
}

/// Every publication of each record, in one pass.
void load_publications(const Workspace& workspace, std::vector<Patent>& patents) {
    std::unordered_map<std::int64_t, Patent*> by_id;
    by_id.reserve(patents.size());
    for (auto& patent : patents) {
        by_id.emplace(patent.id, &patent);
    }
    auto query =
        workspace.database().prepare("SELECT patent_id, number FROM publication ORDER BY patent_id, number");
    while (query.step()) {
        if (const auto found = by_id.find(query.integer(0)); found != by_id.end()) {
            found->second->publications.push_back(query.text(1));
        }
    }
}

/// A record is large: positions are sorted, and each record moves once.
void sort_by_number(std::vector<Patent>& patents) {
    std::vector<std::uint32_t> from(patents.size()); // place i takes the record at from[i]
    std::iota(from.begin(), from.end(), 0U);
    std::ranges::sort(from, {}, [&](std::uint32_t i) -> const std::string& { return patents[i].number; });
    for (std::uint32_t start = 0; start < from.size(); ++start) {
        if (from[start] == start) {
            continue;
        }
        Patent first = std::move(patents[start]);
        std::uint32_t at = start;
        while (from[at] != start) {
            const auto next = from[at];
            patents[at] = std::move(patents[next]);
            from[at] = at;
            at = next;
        }
        patents[at] = std::move(first);
        from[at] = at;
    }
}

} // namespace

Corpus load_corpus(const Workspace& workspace, const TermRules& terms, std::optional<Date> as_of) {
    Corpus corpus;
    const auto data_date = as_of ? as_of : workspace.data_date();
    if (!data_date) {
        throw DataError(workspace.folder(), 0,
                        Sentence{"工作区中还没有专利；请用 longmen import 导入文件",
                                 "the workspace holds no patents yet; `longmen import FILE` takes them in"});
    }
    corpus.as_of = *data_date;
    corpus.generation = std::to_string(workspace.generation());
    load_enterprises(workspace, corpus);
    const Ties ties{corpus.enterprises};
    auto query =
        workspace.database().prepare("SELECT id, number, app_no, office, patent_type, kind, title, title_en, "
                                     "abstract, applicants, owners, inventors, ipc_main, ipc, cpc,"
                                     " app_date, pub_date, grant_date, priority_date, expiry_date, status, "
                                     "province, city, county, n_claims, vendor_forward_citations,"
                                     " vendor_backward_citations, vendor_family_size, vendor_family_id, "
                                     "family_members, extended_family_members, priority_numbers, "
                                     "active_priorities, pct_app_no, parent_app_no,"
                                     " transfers, licences, pledges, litigations,"
                                     " credit_codes, pta_days, pte_days FROM patent");
    std::vector<std::int64_t> compensation;
    auto count = workspace.database().prepare("SELECT count(*) FROM patent");
    if (count.step()) {
        corpus.patents.reserve(static_cast<std::size_t>(count.integer(0)));
    }
    while (query.step()) {
        corpus.patents.push_back(read_patent(query, ties, compensation.emplace_back()));
    }
    detail::name_by_application(workspace.database(), corpus.patents);
    const detail::PatentTerms ends{terms, corpus.patents};
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        ends.settle(corpus.patents[i], compensation[i], corpus.as_of);
    }
    sort_by_number(corpus.patents);
    load_publications(workspace, corpus.patents);
    corpus.assets = load_assets(workspace);
    for (auto& asset : corpus.assets) {
        const auto owners = ties.of({asset.owner}, asset.uscc.empty() ? std::vector<std::string>{}
                                                                      : std::vector<std::string>{asset.uscc});
        if (!owners.empty()) {
            asset.enterprise = owners[0];
        }
    }
    return corpus;
}

} // namespace longmen::store
