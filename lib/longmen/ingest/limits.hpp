// SPDX-License-Identifier: GPL-3.0-or-later
// How large what a file unpacks to may become before it is refused.
#pragma once

#include <cstddef>
#include <cstdint>

namespace longmen::ingest {

/// Bounds of reading; the defaults lie far above any real export.
struct Limits {
    std::uint64_t unpacked_bytes = std::uint64_t{16} << 30; ///< of the whole content
    /// Unpacked bytes per packed byte, looked at once `ratio_from` bytes have come out.
    std::uint64_t ratio = 250;
    std::uint64_t ratio_from = std::uint64_t{32} << 20;
    std::size_t cell_bytes = std::size_t{8} << 20; ///< a longer cell is cut and its row marked
    std::size_t columns = 16384;
    std::size_t document_bytes = std::size_t{128} << 20; ///< of one document of an office
    /// A workbook that lies inside a compressed file is unpacked to memory, up to this.
    std::uint64_t workbook_in_memory = std::uint64_t{256} << 20;
};

} // namespace longmen::ingest
