// SPDX-License-Identifier: GPL-3.0-or-later
// Unpacking through libarchive, with bounds on what comes out.
#include <longmen/ingest/detail/byte_source.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 18;

struct CloseArchive {
    void operator()(archive* a) const { archive_read_free(a); }
};
using ArchivePtr = std::unique_ptr<archive, CloseArchive>;

[[noreturn]] void fail_reading(const std::string& path, archive* a) {
    const char* why = archive_error_string(a);
    throw DataError(sentence("{}：文件损坏或不完整（{}）；应为完整的 gz、xz、zst、bz2、zip、tar "
                             "文件或未压缩的表格，请重新复制或下载",
                             "{}: the file is damaged or cut off ({}); expected a complete gz, xz, zst, bz2, "
                             "zip or tar file or a plain table; copy or download it again",
                             path, why != nullptr ? why : "unreadable"));
}

ArchivePtr open_archive(const std::string& path) {
    ArchivePtr a{archive_read_new()};
    archive_read_support_filter_gzip(a.get());
    archive_read_support_filter_xz(a.get());
    archive_read_support_filter_zstd(a.get());
    archive_read_support_filter_bzip2(a.get());
    archive_read_support_format_tar(a.get());
    archive_read_support_format_raw(a.get());
    if (archive_read_open_filename(a.get(), path.c_str(), block_bytes) != ARCHIVE_OK) {
        fail_reading(path, a.get());
    }
    return a;
}

/// As UTF-8; the bytes as stored where they are in no known encoding.
std::string entry_name(archive_entry* entry) {
    if (const char* name = archive_entry_pathname_utf8(entry)) {
        return name;
    }
    const char* name = archive_entry_pathname(entry);
    return name != nullptr ? name : "?";
}

bool is_table_entry(archive_entry* entry) {
    const auto name = entry_name(entry);
    const std::string_view path = name;
    const auto base = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
    const auto type = archive_entry_filetype(entry); // 0 where the archive does not say
    return (type == AE_IFREG || type == 0) && !base.empty() && base[0] != '.' &&
           !path.starts_with("__MACOSX/");
}

bool is_tar(archive* a) {
    return (archive_format(a) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;
}

/// Position of the only table in a tar; DataError when there is none or more than one.
std::size_t only_entry(const std::string& path) {
    const auto a = open_archive(path);
    archive_entry* entry = nullptr;
    std::size_t at = 0;
    std::size_t found = 0;
    std::size_t tables = 0;
    int status = ARCHIVE_OK;
    for (; (status = archive_read_next_header(a.get(), &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN;
         ++at) {
        if (is_table_entry(entry) && tables++ == 0) {
            found = at;
        }
    }
    if (status != ARCHIVE_EOF) {
        fail_reading(path, a.get());
    }
    if (tables != 1) {
        refuse_entries(path, tables);
    }
    return found;
}

class ArchiveSource final : public ByteSource {
    std::string path_;
    Limits limits_;
    ArchivePtr archive_;
    std::uint64_t unpacked_ = 0;
    bool packed_;

public:
    ArchiveSource(std::string path, const Limits& limits, ArchivePtr a, bool packed)
        : path_{std::move(path)}, limits_{limits}, archive_{std::move(a)}, packed_{packed} {}

    std::size_t read(char* buffer, std::size_t size) override {
        const auto got = archive_read_data(archive_.get(), buffer, size);
        if (got < 0) {
            fail_reading(path_, archive_.get());
        }
        unpacked_ += static_cast<std::uint64_t>(got);
        check_unpacked(path_, unpacked_, packed_ ? consumed() : unpacked_, limits_);
        return static_cast<std::size_t>(got);
    }
    [[nodiscard]] std::uint64_t consumed() const override {
        return static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(archive_.get(), -1)));
    }
};

/// Entries of a tar, or the one of a packed or plain file, all out of one stream.
class ArchiveMembers final : public Members {
    struct Shared {
        std::string path;
        Limits limits;
        ArchivePtr archive;
        std::uint64_t unpacked = 0;
        bool packed = false;
    };
    class Entry final : public ByteSource {
        Shared& shared_;

    public:
        explicit Entry(Shared& shared) : shared_{shared} {}
        std::size_t read(char* buffer, std::size_t size) override {
            const auto got = archive_read_data(shared_.archive.get(), buffer, size);
            if (got < 0) {
                fail_reading(shared_.path, shared_.archive.get());
            }
            shared_.unpacked += static_cast<std::uint64_t>(got);
            check_unpacked(shared_.path, shared_.unpacked, shared_.packed ? consumed() : shared_.unpacked,
                           shared_.limits);
            return static_cast<std::size_t>(got);
        }
        [[nodiscard]] std::uint64_t consumed() const override {
            return static_cast<std::uint64_t>(
                std::max<la_int64_t>(0, archive_filter_bytes(shared_.archive.get(), -1)));
        }
    };
    Shared shared_;
    bool tar_ = false;

public:
    ArchiveMembers(const std::string& path, const Limits& limits)
        : shared_{path, limits, open_archive(path)} {}

    std::unique_ptr<ByteSource> next(std::string& name) override {
        archive_entry* entry = nullptr;
        int status = ARCHIVE_OK;
        while ((status = archive_read_next_header(shared_.archive.get(), &entry)) == ARCHIVE_OK ||
               status == ARCHIVE_WARN) {
            tar_ = is_tar(shared_.archive.get());
            shared_.packed = tar_ || archive_filter_count(shared_.archive.get()) > 1;
            if (!tar_) {
                name.clear();
            } else if (is_table_entry(entry)) {
                name = entry_name(entry);
            } else {
                continue;
            }
            return std::make_unique<Entry>(shared_);
        }
        if (status != ARCHIVE_EOF) {
            fail_reading(shared_.path, shared_.archive.get());
        }
        return nullptr;
    }
    [[nodiscard]] bool packed() const override { return !tar_ && shared_.packed; }
};

} // namespace

std::unique_ptr<Members> open_members(const std::string& path, const Limits& limits) {
    constexpr std::string_view zip_magic = "PK\x03\x04";
    std::array<char, zip_magic.size()> head{};
    std::ifstream{path, std::ios::binary}.read(head.data(), head.size());
    if (std::string_view{head.data(), head.size()} == zip_magic) {
        return open_zip_members(path, limits);
    }
    return std::make_unique<ArchiveMembers>(path, limits);
}

void check_unpacked(const std::string& path, std::uint64_t unpacked, std::uint64_t packed,
                    const Limits& limits) {
    if (unpacked > limits.unpacked_bytes ||
        (unpacked > limits.ratio_from && unpacked / (packed + 1) > limits.ratio)) {
        throw DataError(
            sentence("{}：解压后超过 {} MiB（压缩前 {} KiB），超出上限；应为表格，此文件疑似压缩炸弹",
                     "{}: unpacks to more than {} MiB from {} KiB, beyond the limit; expected a table, "
                     "this looks like a decompression bomb",
                     path, unpacked >> 20, packed >> 10));
    }
}

void refuse_entries(const std::string& path, std::size_t count) {
    throw DataError(
        sentence("{}：压缩包内有 {} 个文件；应只含一个表格，请解压后逐个导入",
                 "{}: the archive holds {} files; expected one table in it (unpack it and import the "
                 "files one by one)",
                 path, count));
}

OpenedBytes open_bytes(const std::string& path, const Limits& limits) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        throw DataError(sentence("{}：文件不存在", "{}: there is no such file", path));
    }
    if (std::filesystem::is_directory(status)) {
        throw DataError(sentence("{}：是文件夹；应为含有表格的文件",
                                 "{}: is a folder; expected a file with a table", path));
    }
    if (std::filesystem::is_regular_file(status) && std::filesystem::file_size(path, error) == 0) {
        throw DataError(sentence("{}：文件为空；应为表格（XLSX、ODS、CSV、TSV 或 JSONL）",
                                 "{}: the file is empty; expected a table (XLSX, ODS, CSV, TSV or JSONL)",
                                 path));
    }
    auto a = open_archive(path);
    archive_entry* entry = nullptr;
    const int first = archive_read_next_header(a.get(), &entry);
    if (first == ARCHIVE_EOF) {
        throw DataError(sentence("{}：压缩包为空；应含一个表格",
                                 "{}: the archive is empty; expected one table in it", path));
    }
    if (first != ARCHIVE_OK && first != ARCHIVE_WARN) {
        fail_reading(path, a.get());
    }
    OpenedBytes opened;
    opened.packed = archive_filter_count(a.get()) > 1;
    if (is_tar(a.get())) {
        opened.packed = true;
        const auto wanted = only_entry(path);
        for (std::size_t at = 0; at < wanted; ++at) {
            if (archive_read_next_header(a.get(), &entry) < ARCHIVE_WARN) {
                fail_reading(path, a.get());
            }
        }
        opened.inner = entry_name(entry);
    }
    opened.bytes = std::make_unique<ArchiveSource>(path, limits, std::move(a), opened.packed);
    return opened;
}

} // namespace longmen::ingest::detail
