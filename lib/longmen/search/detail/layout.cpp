// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that fit.
#include <longmen/search/detail/layout.hpp>

#include <longmen/base/text.hpp>

namespace longmen::search::detail {

std::string cut_term(std::string term) {
    if (term.size() > longest_term) {
        const auto checksum = hash_hex(term);
        term.resize(longest_term - checksum.size());
        term += checksum;
    }
    return term;
}

} // namespace longmen::search::detail
