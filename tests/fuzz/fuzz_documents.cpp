// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of office documents: rows with valid text, or one DataError.
#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/documents.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Every row is what its description promises.
class Checking final : public longmen::ingest::TableSink {
    bool open_ = false;
    std::size_t columns_ = 0;

public:
    void begin_table() override {
        require(!open_);
        open_ = true;
        columns_ = 0;
    }
    void end_table(const longmen::ingest::TableReport& table) override {
        require(open_ && columns_ <= table.columns.size() && !table.source.empty());
        open_ = false;
    }
    void patent(longmen::PatentRow row) override {
        require(open_ && row.row > 0);
        bool number = false;
        for (const auto& value : row.values) {
            require(!value.value.empty() && value.column > 0);
            columns_ = std::max<std::size_t>(columns_, value.column);
            number = number || value.field == longmen::Field::app_no ||
                     value.field == longmen::Field::pub_no || value.field == longmen::Field::grant_no;
        }
        require(number);
    }
    void enterprise(longmen::EnterpriseRow /*row*/) override { require(false); }
    void figures(longmen::FiguresRow /*row*/) override { require(false); }
    void event(longmen::EventRow row) override { require(open_ && !row.number.empty() && !row.code.empty()); }
    void reject(longmen::RejectedRow row) override { require(open_ && row.why.row > 0); }
    void warn(longmen::Diagnostic /*diagnostic*/) override { require(open_); }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string path =
        (std::filesystem::temp_directory_path() / ("longmen-fuzz-documents-" + std::to_string(getpid())))
            .string();
    std::ofstream{path, std::ios::binary | std::ios::trunc}.write(reinterpret_cast<const char*>(data),
                                                                  static_cast<std::streamsize>(size));
    static const auto models = longmen::ingest::DocumentModels::read(LONGMEN_MODELS_FOLDER);
    Checking sink;
    longmen::Progress silent;
    longmen::ingest::ReadOptions options;
    options.limits.unpacked_bytes = std::uint64_t{64} << 20;
    options.limits.document_bytes = std::size_t{1} << 16;
    try {
        (void)longmen::ingest::read_documents(path, options, models, sink, silent);
    } catch (const longmen::DataError&) {
    }
    return 0;
}
