// SPDX-License-Identifier: GPL-3.0-or-later
// Items of lists of citations.
#include <longmen/record/citation.hpp>

namespace longmen {

std::string citation_text(const Citation& citation) {
    if (citation.category.empty() && citation.origin.empty()) {
        return citation.number;
    }
    return citation.number + '\t' + citation.category + '\t' + citation.origin;
}

Citation parse_citation(std::string_view item) {
    const auto next = [&] {
        const auto tab = item.find('\t');
        const std::string part{item.substr(0, tab)};
        item = tab == std::string_view::npos ? std::string_view{} : item.substr(tab + 1);
        return part;
    };
    Citation citation;
    citation.number = next();
    citation.category = next();
    citation.origin = next();
    return citation;
}

} // namespace longmen
