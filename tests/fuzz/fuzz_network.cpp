// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of networks: any bytes are a sound network or a DataError, and what was read can be written and
// read again.
#include <longmen/base/errors.hpp>
#include <longmen/graph/graphml.hpp>
#include <longmen/graph/pajek.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace longmen;
using namespace longmen::graph;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size}; // NOLINT: bytes as characters
    for (const auto read : {read_graphml, read_pajek}) {
        try {
            const auto network = read(text, "fuzz").network;
            check_network(network);
            std::string written;
            write_graphml(network, [&](std::string_view piece) { written += piece; });
            if (read_graphml(written, "again").network.edges != network.edges) {
                __builtin_trap();
            }
        } catch (const DataError&) { // NOLINT: expected
        }
    }
    return 0;
}
