// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file, unpacked: plain, gz, xz, zst, bz2, or the one table in a tar or zip.
#pragma once

#include <longmen/ingest/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace longmen::ingest::detail {

/// A stream of bytes. All failures are DataErrors that name the file.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Fills up to `size` bytes; 0 only at the end.
    virtual std::size_t read(char* buffer, std::size_t size) = 0;
    /// Bytes taken from the file on disk so far, for progress.
    [[nodiscard]] virtual std::uint64_t consumed() const = 0;
};

/// What was opened.
struct OpenedBytes {
    std::unique_ptr<ByteSource> bytes;
    std::string inner; ///< name of the file inside a zip or tar, else empty
    bool packed = false;
};

/// Decides by magic bytes, never by name. DataError: absent, a folder, empty, an archive that holds no file
/// or several. A zip comes out as it is.
OpenedBytes open_bytes(const std::string& path, const Limits& limits);

/// The same for a zip, opened through its directory.
OpenedBytes open_zipped(const std::string& path, const Limits& limits);

/// The files of a tar or zip in turn; of anything else, the one file it is, without a name.
class Members {
public:
    virtual ~Members() = default;
    /// Null behind the last. What it gave before must not be read any more.
    virtual std::unique_ptr<ByteSource> next(std::string& name) = 0;
    /// One packed file: reading it ahead pays.
    [[nodiscard]] virtual bool packed() const { return false; }
};
/// Null for a workbook or another document that is a zip. DataError as `open_bytes`.
std::unique_ptr<Members> open_members(const std::string& path, const Limits& limits);
std::unique_ptr<Members> open_zip_members(const std::string& path, const Limits& limits);

/// DataError when `unpacked` bytes, from `packed` ones, pass the limits.
void check_unpacked(const std::string& path, std::uint64_t unpacked, std::uint64_t packed,
                    const Limits& limits);
/// DataError for an archive with no table or with several.
[[noreturn]] void refuse_entries(const std::string& path, std::size_t count);

/// `source` read ahead in a thread of its own, so that unpacking and parsing overlap.
std::unique_ptr<ByteSource> read_ahead(std::unique_ptr<ByteSource> source);

} // namespace longmen::ingest::detail
