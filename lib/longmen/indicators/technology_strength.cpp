// SPDX-License-Identifier: GPL-3.0-or-later
// Ratios of counts.
#include <longmen/indicators/technology_strength.hpp>

namespace longmen::indicators {

Measured<double> citations_per_document(const Impact& impact) {
    if (impact.documents == 0) {
        return Undefined::no_data;
    }
    return static_cast<double>(impact.citations) / static_cast<double>(impact.documents);
}

Measured<double> current_impact(const Impact& own, const Impact& whole) {
    const auto mean = citations_per_document(own), average = citations_per_document(whole);
    if (!mean.defined()) {
        return mean.reason();
    }
    if (!average.defined() || average.value() == 0) {
        return Undefined::zero_denominator;
    }
    return mean.value() / average.value();
}

Measured<double> technology_strength(std::size_t documents, const Measured<double>& impact) {
    if (!impact.defined()) {
        return impact.reason();
    }
    return {static_cast<double>(documents) * impact.value(), impact.complete()};
}

} // namespace longmen::indicators
