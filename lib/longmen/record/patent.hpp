// SPDX-License-Identifier: GPL-3.0-or-later
// A patent and an enterprise as analytics see them: plain values loaded from the workspace.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/money.hpp>
#include <longmen/record/asset.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/patent_type.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace longmen {

/// One application (the record). Lists keep the order of the source; absent is empty or nothing.
struct Patent {
    std::int64_t id = 0; ///< row id of the workspace; never printed, never a tie-break
    std::string number;  ///< best document: grant, else latest publication, else application
    std::string app_no;  ///< canonical, empty while provisional
    std::string office;  ///< `CN`, ...
    PatentType type = PatentType::unknown;
    std::string title, title_en, abstract;
    std::vector<std::string> applicants, owners, inventors;
    std::vector<std::string> ipc, cpc; ///< main symbol first
    std::optional<Date> app_date, pub_date, grant_date, priority_date;
    std::optional<Date> expiry_date; ///< first day after the full term: as given, else by TermRules (CN only)
    LegalState status = LegalState::unknown;
    std::string province, city, county;
    std::optional<std::int64_t> n_claims, vendor_forward_citations, vendor_backward_citations,
        vendor_family_size;
    std::vector<std::string> publications, priorities; ///< canonical numbers
    std::vector<std::string>
        active_priorities; ///< those that define its simple family, from a source that marks them
    std::string international_application, parent_application;
    std::vector<std::string> family_members, extended_family_members; ///< as the vendor gives them
    /// Names of its families: the number of the smallest member, its own when it stands alone. As loaded from
    /// the store, `family` is the vendor's id.
    std::string family, extended_family;
    std::optional<std::int64_t> transfers, licences, pledges, litigations;
    std::vector<std::uint32_t> enterprises; ///< positions in Corpus::enterprises of the joint applicants tied
};

/// Figures of one year.
struct YearFigures {
    int year = 0;
    std::optional<Money> sales_revenue, main_revenue, rd_expense, conversion_revenue;
    std::optional<std::int64_t> staff, rd_staff;
    std::string source; ///< `file row n` for evidence
};

struct Enterprise {
    std::int64_t id = 0;
    std::string name, uscc, name_en, park, county, industry;
    std::vector<std::string> former_names, aliases;
    std::vector<YearFigures> figures; ///< by year, ascending
};

/// Everything analytics reads, ordered: patents by number, enterprises by name then code.
struct Corpus {
    std::vector<Patent> patents;
    std::vector<Enterprise> enterprises;
    std::vector<Asset> assets; ///< besides patents, by kind, number, owner, name
    /// Written names that are another spelling of an applicant: the name under which it is counted.
    std::unordered_map<std::string, std::string> same_as;
    Date as_of;
    std::string generation; ///< of the workspace it was loaded from
};

} // namespace longmen
