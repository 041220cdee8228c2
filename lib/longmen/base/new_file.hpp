// SPDX-License-Identifier: GPL-3.0-or-later
// A file that appears under its name only when it is whole.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace longmen {

/// Written beside its place as `<path>.part` and renamed by `keep`; without `keep` nothing is left behind.
/// Every function throws DataError naming the file and what the system said.
class NewFile {
    std::string path_, part_;
    int handle_ = -1;

    [[noreturn]] void fail() const;

public:
    explicit NewFile(const std::string& path);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(std::uint64_t offset, std::span<const char> bytes) const;
    /// Gives the file this size, flushes it to the disk and puts it in its place, over an older one.
    void keep(std::uint64_t size);
};

} // namespace longmen
