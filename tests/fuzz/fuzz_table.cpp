// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file: tables, or one DataError.
#include <longmen/base/errors.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

class Nothing final : public longmen::ingest::TableVisitor {
public:
    void begin_table(const longmen::ingest::TableInfo& /*info*/) override {}
    void row(const longmen::ingest::TableRow& /*row*/) override {}
    void end_table() override {}
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string path =
        (std::filesystem::temp_directory_path() / ("longmen-fuzz-" + std::to_string(getpid()))).string();
    std::ofstream{path, std::ios::binary | std::ios::trunc}.write(reinterpret_cast<const char*>(data),
                                                                  static_cast<std::streamsize>(size));
    Nothing nothing;
    longmen::Progress silent;
    longmen::ingest::Limits limits;
    limits.unpacked_bytes = std::uint64_t{64} << 20;
    try {
        longmen::ingest::read_tables(path, limits, nothing, silent);
    } catch (const longmen::DataError&) {
    }
    return 0;
}
