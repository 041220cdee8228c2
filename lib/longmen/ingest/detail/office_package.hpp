// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an office document (XLSX, ODS): a zip, read through libzip, each part parsed as XML through
// expat.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/ingest/detail/xml_stream.hpp>
#include <longmen/ingest/limits.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace longmen::ingest::detail {

/// An opened package; every failure is a DataError naming the file.
class OfficePackage {
    struct Close {
        void operator()(zip* z) const;
    };
    struct OpenPart; ///< a part being read
    std::string path_;
    std::string memory_; // the package itself, when it was inside a compressed file
    std::unique_ptr<zip, Close> zip_;
    Limits limits_;
    std::uint64_t unpacked_ = 0;

    [[nodiscard]] OpenPart open(const std::string& part) const;
    /// Reads the next block, 0 at the end, and holds the part to the limits.
    std::size_t read(OpenPart& part, void* buffer, std::size_t size);

public:
    /// Opens `path`, or the bytes of `memory` when it is not empty.
    OfficePackage(std::string path, std::string memory, const Limits& limits);

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] bool has(const std::string& part) const;
    /// Unpacked size as the package states it.
    [[nodiscard]] std::uint64_t size(const std::string& part) const;
    /// Bytes of the package as it lies on disk or in memory.
    [[nodiscard]] std::uint64_t packed_size() const;
    /// False when there is no such part. Document types are refused (entity expansion).
    bool parse(const std::string& part, XmlHandler& handler, Progress* progress = nullptr);
    /// True when the bytes of a part hold `word`: asked before a part is parsed for something rare.
    bool holds(const std::string& part, std::string_view word);
};

} // namespace longmen::ingest::detail
