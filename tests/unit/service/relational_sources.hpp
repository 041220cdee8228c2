// SPDX-License-Identifier: GPL-3.0-or-later
// Small tables of PATSTAT and PatentsView, drawn at random.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace longmen::test {

using Tables = std::map<std::string, std::string>; ///< text by name of the file

/// Numbers drawn one after another.
class Draw {
    std::mt19937_64 random_;

public:
    explicit Draw(std::uint64_t seed) : random_(seed) {}
    int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
    bool chance(int percent) { return below(100) < percent; }
    std::string day(int from_year, int years) {
        return fmt::format("{:04}-{:02}-{:02}", from_year + below(years), 1 + below(12), 1 + below(28));
    }
};

inline constexpr std::array<const char*, 7> names{
    "Quercus Werke", "Zhongtian Huagong", "Olivetree Motors",   "李傲",
    "Baikal Optics", "Müller, Jürgen",    "Kappa \"K\" Systems"};
inline constexpr std::array<const char*, 6> symbols{"A61K   8/02", "A61K  31/00", "H01M  10/0525",
                                                    "H01M   4/00", "G06F  17/30", "Z99Z   1/00"};

/// Applications with publications, citations, classes, persons and families.
inline Tables random_patstat(std::uint64_t seed, int applications) {
    Draw draw{seed};
    std::string appln = "appln_id\tappln_auth\tappln_nr\tappln_kind\tappln_filing_date\tappln_filing_year\t"
                        "docdb_family_id\tdocdb_family_size\tnb_citing_docdb_fam\n";
    std::string publn = "pat_publn_id\tpubln_auth\tpubln_nr\tpubln_kind\tappln_id\tpubln_date\t"
                        "publn_first_grant\tpubln_claims\n";
    std::string citation =
        "pat_publn_id\tcitn_id\tcitn_origin\tcited_pat_publn_id\tcited_appln_id\tpat_citn_seq_nr\n";
    std::string ipc = "appln_id\tipc_class_symbol\tipc_position\n";
    std::string cpc = "appln_id\tcpc_class_symbol\n";
    std::string links = "person_id\tappln_id\tapplt_seq_nr\tinvt_seq_nr\n";
    std::string persons = "person_id\tperson_name\tperson_ctry_code\n";
    for (std::size_t i = 0; i < 2 * names.size(); ++i) { // two ids of each name
        persons +=
            fmt::format("{}\t\"{}\"\tCN\n", 500 + i,
                        i % names.size() == 6 ? "Kappa \"\"K\"\" Systems" : names.at(i % names.size()));
    }
    std::vector<int> published;
    for (int i = 0; i < applications; ++i) {
        const int id = 1000 + 7 * i;
        const std::string office = std::array{"CN", "EP", "DE"}.at(static_cast<std::size_t>(draw.below(3)));
        const bool made_up = draw.chance(5);
        const int year = 2000 + draw.below(14);
        const auto number = office == "CN"   ? fmt::format("{}1{:07}", year, 1000 + i)
                            : office == "EP" ? fmt::format("{:02}7{:05}", year % 100, i)
                                             : fmt::format("10{}0{:05}", year, i);
        const bool dated = draw.chance(90);
        appln += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t1\t{}\n", id, office, made_up ? "" : number,
                             made_up ? "D2" : "A", dated ? draw.day(year, 1) : "9999-12-31",
                             dated || draw.chance(50) ? year : 9999, draw.chance(10) ? 0 : 1 + draw.below(40),
                             draw.below(20));
        for (const bool grant : {false, true}) {
            if (!made_up && draw.chance(grant ? 50 : 90)) {
                const auto serial = office == "CN"   ? fmt::format("1{:08}", 1700000 + i)
                                    : office == "EP" ? fmt::format("{:07}", 1200000 + i)
                                                     : fmt::format("10{}0{:05}", year, i);
                const auto kind = office == "CN"   ? (grant ? "B" : "A")
                                  : office == "EP" ? (grant ? "B1" : "A1")
                                                   : (grant ? "B4" : "A1");
                const int publication = 9000 + 2 * i + (grant ? 1 : 0);
                published.push_back(publication);
                publn += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", publication, office, serial, kind,
                                     id, draw.day(grant ? 2017 : 2014, 2), grant ? "Y" : "N", draw.below(25));
            }
        }
        for (int n = draw.below(4); n > 0; --n) {
            ipc += fmt::format("{}\t{}\t{}\n", id, symbols.at(static_cast<std::size_t>(draw.below(6))),
                               n == 1 ? "F" : "L");
        }
        for (int n = draw.below(3); n > 0; --n) {
            cpc += fmt::format("{}\t{}\n", id, symbols.at(static_cast<std::size_t>(draw.below(6))));
        }
        std::set<int> drawn;
        for (int n = 0; n < 4; ++n) {
            drawn.insert(500 + draw.below(14));
        }
        int order = 0;
        for (const int person : drawn) {
            ++order;
            const bool invents = draw.chance(60);
            links += fmt::format("{}\t{}\t{}\t{}\n", person, id, invents && draw.chance(80) ? 0 : 5 - order,
                                 invents ? order : 0);
        }
    }
    for (int i = 0; i < applications * 3; ++i) {
        const auto any = [&] {
            return published.at(static_cast<std::size_t>(draw.below(static_cast<int>(published.size()))));
        };
        const int kind = draw.below(10);
        citation += fmt::format("{}\t{}\tSEA\t{}\t{}\t{}\n", any(), i,
                                kind < 7    ? any()
                                : kind == 7 ? 20000 + draw.below(9)
                                            : 0,
                                kind == 8 ? 1000 + 7 * draw.below(applications + 5) : 0, 1 + i);
    }
    return {{"a_tls212.tsv", citation}, {"b_tls207.tsv", links},   {"c_tls209.tsv", ipc},
            {"d_tls224.tsv", cpc},      {"e_tls206.tsv", persons}, {"f_tls211.tsv", publn},
            {"g_tls201.tsv", appln}};
}

/// Grants; every cell quoted, as PatentsView has them.
inline Tables random_patentsview(std::uint64_t seed, int grants) {
    Draw draw{seed};
    const auto quoted = [](std::initializer_list<std::string> cells) {
        std::string line;
        for (const auto& cell : cells) {
            line += (line.empty() ? "\"" : "\t\"") + cell + "\"";
        }
        return line + "\n";
    };
    Tables tables{
        {"g_patent.tsv", quoted({"patent_id", "patent_type", "patent_date", "patent_title", "wipo_kind",
                                 "num_claims", "withdrawn", "filename"})},
        {"g_application.tsv", quoted({"application_id", "patent_id", "patent_application_type", "filing_date",
                                      "series_code", "rule_47_flag"})},
        {"g_us_patent_citation.tsv",
         quoted({"patent_id", "citation_sequence", "citation_patent_id", "citation_date", "record_name",
                 "wipo_kind", "citation_category"})},
        {"g_cpc_current.tsv", quoted({"patent_id", "cpc_sequence", "cpc_section", "cpc_class", "cpc_subclass",
                                      "cpc_group", "cpc_type"})},
        {"g_assignee_disambiguated.tsv",
         quoted({"patent_id", "assignee_sequence", "assignee_id", "disambig_assignee_individual_name_first",
                 "disambig_assignee_individual_name_last", "disambig_assignee_organization", "assignee_type",
                 "location_id"})},
        {"g_inventor_disambiguated.tsv",
         quoted({"patent_id", "inventor_sequence", "inventor_id", "disambig_inventor_name_first",
                 "disambig_inventor_name_last", "gender_code", "location_id"})},
        {"g_other_reference.tsv", quoted({"patent_id", "other_reference_sequence", "other_reference_text"})}};
    const auto id_of = [&](int i) {
        return i % 9 == 8   ? fmt::format("D{}", 600000 + i)
               : i % 9 == 7 ? fmt::format("RE{}", 40000 + i)
                            : std::to_string(7000000 + 13 * i);
    };
    for (int i = 0; i < grants; ++i) {
        const auto id = id_of(i);
        tables["g_patent.tsv"] += quoted({id, "utility", draw.day(2008, 6), "A title\nof two lines",
                                          i % 9 == 8   ? "S1"
                                          : i % 9 == 7 ? "E1"
                                                       : "B2",
                                          std::to_string(1 + draw.below(30)), "0", "x.xml"});
        if (draw.chance(90)) {
            tables["g_application.tsv"] +=
                quoted({std::to_string(11000000 + i), id, "utility", draw.day(2002, 5), "11", "0"});
        }
        for (int n = draw.below(6); n > 0; --n) {
            const bool old = draw.chance(20);
            tables["g_us_patent_citation.tsv"] +=
                quoted({id, std::to_string(n),
                        old ? std::to_string(3000000 + draw.below(9)) : id_of(draw.below(grants)),
                        "1999-01-01", "Smith", old ? "A" : "", "cited by applicant"});
        }
        for (int n = draw.below(4); n > 0; --n) {
            auto symbol = std::string{symbols.at(static_cast<std::size_t>(draw.below(6)))};
            std::erase(symbol, ' ');
            tables["g_cpc_current.tsv"] +=
                quoted({id, std::to_string(n), symbol.substr(0, 1), symbol.substr(0, 3), symbol.substr(0, 4),
                        symbol, "inventional"});
        }
        for (int n = draw.below(3); n > 0; --n) {
            const auto name = std::string{names.at(static_cast<std::size_t>(draw.below(4)))};
            const bool person = draw.chance(20);
            tables["g_assignee_disambiguated.tsv"] +=
                quoted({id, std::to_string(n - 1), "a", person ? "Ada" : "", person ? "Lovelace" : "",
                        person ? "" : name, "2", ""});
        }
        for (int n = draw.below(4); n > 0; --n) {
            tables["g_inventor_disambiguated.tsv"] +=
                quoted({id, std::to_string(n - 1), "i", draw.chance(80) ? "Bo" : "",
                        "Nr" + std::to_string(draw.below(20)), "F", ""});
        }
    }
    return tables;
}

} // namespace longmen::test
