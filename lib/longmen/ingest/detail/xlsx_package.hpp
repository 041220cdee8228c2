// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an XLSX file: a zip, read through libzip, each part parsed as XML through expat.
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
class XlsxPackage {
    struct Close {
        void operator()(zip* z) const;
    };
    std::string path_;
    std::string memory_; // the package itself, when it was inside a compressed file
    std::unique_ptr<zip, Close> zip_;
    Limits limits_;
    std::uint64_t unpacked_ = 0;

public:
    /// Opens `path`, or the bytes of `memory` when it is not empty.
    XlsxPackage(std::string path, std::string memory, const Limits& limits);

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] bool has(const std::string& part) const;
    /// Unpacked size as the package states it.
    [[nodiscard]] std::uint64_t size(const std::string& part) const;
    /// False when there is no such part. Document types are refused (entity expansion).
    bool parse(const std::string& part, XmlHandler& handler, Progress* progress = nullptr);
};

} // namespace longmen::ingest::detail
