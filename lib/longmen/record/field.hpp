// SPDX-License-Identifier: GPL-3.0-or-later
// The field dictionary: every canonical field of a patent record, its type and its names.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace longmen {

/// What the canonical text of a field looks like.
enum class FieldType : std::uint8_t {
    text,   ///< UTF-8, trimmed
    list,   ///< values joined by '\n'
    date,   ///< ISO, cut to the precision
    count,  ///< decimal digits
    number, ///< a document number (see number.hpp), canonical
    state,  ///< key of an enumeration
};

enum class Field : std::uint8_t {
    // identity
    app_no,
    pub_no,
    pub_date,
    app_date,
    grant_no,
    grant_date,
    kind,
    office,
    patent_type,
    source_ids, ///< as source_id.hpp has them
    // text
    title,
    title_en,
    abstract,
    abstract_en,
    first_claim,
    claims,
    description,
    // size
    n_claims,
    n_indep_claims,
    pages,
    // people
    applicants,
    applicants_std,
    owners,
    owners_std,
    applicant_types,
    credit_codes,
    inventors,
    agency,
    agents,
    // place
    country,
    province,
    city,
    county,
    address,
    // classes
    ipc_main,
    ipc,
    cpc,
    locarno,
    industry,
    sei,
    // status
    status,
    status_text,
    status_date,
    expiry_date,
    exam_request_date,
    pta_days,
    pte_days,
    // priority and family
    priority_numbers,
    active_priorities,
    priority_date,
    pct_app_no,
    pct_pub_no,
    national_phase_date,
    parent_app_no,
    vendor_family_id,
    family_members,
    family_countries,
    extended_family_members,
    // citations: items of lists as citation.hpp writes them
    cited,
    citing,
    npl_cited,
    // the vendor's own counts and scores
    vendor_forward_citations,
    vendor_backward_citations,
    vendor_npl_citations,
    vendor_family_size,
    vendor_extended_family_size,
    vendor_score,
    // events as an export counts or lists them
    transfers,
    licences,
    pledges,
    litigations,
    invalidations,
    count_
};

inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::count_);

struct FieldInfo {
    Field field;
    std::string_view key; ///< stable name: column of the workspace, allowed name in a profile
    FieldType type;
    Text heading; ///< for people, and for the generic import profile
};

[[nodiscard]] const FieldInfo& field_info(Field field);
/// By key; nothing when there is no such field.
[[nodiscard]] std::optional<Field> field_by_key(std::string_view key);

} // namespace longmen
