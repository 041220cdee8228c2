// SPDX-License-Identifier: GPL-3.0-or-later
// Pearson's correlation in whole numbers: no cancellation, and a zero variance is seen exactly.
#include <longmen/graph/assortativity.hpp>

#include <cstdint>

namespace longmen::graph {

Measured<double> degree_assortativity(const Lists& neighbours) {
    // Over the N ends of edges: N sum(jk) - sum(j)^2 over N sum(j^2) - sum(j)^2, where N and all degrees are
    // below 2^32, so that every product is below 2^128.
    __extension__ using Wide = unsigned __int128;
    const Wide ends = neighbours.items.size();
    Wide sum = 0;
    Wide squares = 0;
    Wide products = 0;
    for (std::size_t node = 0; node < neighbours.size(); ++node) {
        const Wide degree = neighbours.count(node);
        Wide of_neighbours = 0;
        for (const auto other : neighbours[node]) {
            of_neighbours += neighbours.count(other);
        }
        sum += degree * degree;
        squares += degree * degree * degree;
        products += degree * of_neighbours;
    }
    const auto variance = ends * squares - sum * sum; // never below 0 (Cauchy and Schwarz)
    if (variance == 0) {
        return Undefined::zero_denominator;
    }
    const auto with = ends * products;
    const auto without = sum * sum;
    const auto covariance =
        with >= without ? static_cast<double>(with - without) : -static_cast<double>(without - with);
    return covariance / static_cast<double>(variance);
}

} // namespace longmen::graph
