// SPDX-License-Identifier: GPL-3.0-or-later
// The table of which indicators carry their dates.
#include <longmen/indicators/dating.hpp>

#include <longmen/indicators/columns.hpp>

#include <algorithm>
#include <array>

namespace longmen::indicators {
namespace {

struct Row {
    std::string_view key;
    Dating dating;
};

constexpr auto dated = Dating::dated;
constexpr auto settled = Dating::settled;
constexpr auto undated = Dating::undated;

constexpr std::array table{
    // citations by documents until the day
    Row{"forward_citations_Ny", dated},
    Row{"relative_citations_Ny", dated},
    Row{"breakthrough_Ny", dated},
    Row{"breakthrough_share_Ny", dated},
    Row{"generality", dated},
    Row{"generality_hall", dated},
    Row{"cd_Ny", dated},
    Row{"mcd_Ny", dated},
    Row{"pagerank_aN", dated},
    Row{"pagerank_rescaled_aN", dated},
    Row{"citerank_aN_tM", dated},
    Row{"spc_log", dated},
    Row{"spnp_log", dated},
    Row{"component_size", dated},
    Row{"citation_lag_forward", dated},
    Row{"self_citation_share_forward", dated},
    Row{"self_citations_Ny", dated},
    Row{"forward_citations_external_Ny", dated},
    Row{"partners", dated},
    // texts of documents until the day
    Row{"new_words", dated},
    Row{"new_word_reuse_Ny", dated},
    Row{"backward_similarity_Ny", dated},
    Row{"forward_similarity_Ny", dated},
    Row{"text_importance_Ny", dated},
    // dates of the record
    Row{"age", dated},
    Row{"grant_lag", dated},
    Row{"publication_lag", dated},
    Row{"status", dated},
    Row{"remaining_life", dated},
    // what the document itself says: examination may add to it
    Row{"backward_citations", settled},
    Row{"originality", settled},
    Row{"originality_hall", settled},
    Row{"radicalness", settled},
    Row{"radicalness_documents", settled},
    Row{"citation_lag_backward", settled},
    Row{"cycle_time", settled},
    Row{"self_citation_share_backward", settled},
    Row{"npl_citations", settled},
    Row{"npl_share", settled},
    Row{"claims", settled},
    Row{"scope", settled},
    Row{"inventors", settled},
    // of the day of the export
    Row{"vendor_forward_citations", undated},
    Row{"vendor_backward_citations", undated},
    Row{"vendor_family_size", undated},
    Row{"family_offices", undated},
    Row{"transfers", undated},
    Row{"licences", undated},
    Row{"pledges", undated},
    Row{"litigations", undated},
    // families and states of their members as the data have them today
    Row{"technology_relevance_Ny", undated},
    Row{"market_coverage", undated},
    Row{"competitive_impact_Ny", undated},
    // whether a right is known to be alive on the day depends on when it lapsed later
    Row{"renewal_years", undated},
};

const Row* row_of(std::string_view key) {
    const auto named = find_column(key);
    const auto wanted = named ? named->indicator->info.key : key;
    const auto* const found = std::ranges::find(table, wanted, &Row::key);
    return found == table.end() ? nullptr : found;
}

} // namespace

std::string_view dating_key(Dating dating) {
    constexpr std::array<std::string_view, 3> keys{"dated", "settled", "undated"};
    return keys[static_cast<std::size_t>(dating)];
}

Dating dating_of(std::string_view key) {
    const auto* const row = row_of(key);
    return row == nullptr ? Dating::undated : row->dating;
}

bool dating_told(std::string_view key) {
    return row_of(key) != nullptr;
}

} // namespace longmen::indicators
