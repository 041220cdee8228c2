// SPDX-License-Identifier: GPL-3.0-or-later
// A large text file in pieces of whole lines, worked on by all threads.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace longmen::ingest::detail {

/// A piece: whole lines, the last one with or without its line end.
struct Chunk {
    std::size_t number = 0; ///< from 0, in the order of the file
    std::uint64_t byte = 0; ///< where it begins in the text
    std::string_view lines;
    unsigned thread = 0;
};

/// Calls `work` for each piece, several at a time. Pieces are the same for any number of threads. The bytes
/// after a byte-order mark are passed on as they are. DataError: the file cannot be read, or has a line of
/// more than 16 MB.
void each_chunk(const std::string& path, Threads& threads, Progress& progress,
                const std::function<void(const Chunk&)>& work);

/// The first line of a file, without its end.
[[nodiscard]] std::string first_line(const std::string& path);

} // namespace longmen::ingest::detail
