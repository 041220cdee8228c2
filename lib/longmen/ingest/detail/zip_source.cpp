// SPDX-License-Identifier: GPL-3.0-or-later
// The one table inside a zip, through libzip (its names do not depend on the locale).
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/byte_source.hpp>

#include <fmt/format.h>
#include <zip.h>

#include <string_view>

namespace longmen::ingest::detail {
namespace {

struct CloseZip {
    void operator()(zip_t* z) const { zip_discard(z); }
};
struct CloseFile {
    void operator()(zip_file_t* f) const { zip_fclose(f); }
};

[[noreturn]] void fail_reading(const std::string& path, const char* why) {
    throw DataError(sentence("{}：zip 文件损坏或不完整（{}）；请重新复制或下载完整的文件",
                             "{}: the zip is damaged or cut off ({}); expected a complete one; copy or "
                             "download it again",
                             path, why));
}

class ZipSource final : public ByteSource {
    std::string path_;
    Limits limits_;
    std::unique_ptr<zip_t, CloseZip> zip_;
    std::unique_ptr<zip_file_t, CloseFile> file_;
    std::uint64_t packed_bytes_;
    std::uint64_t size_;
    std::uint64_t unpacked_ = 0;

public:
    ZipSource(std::string path, const Limits& limits, std::unique_ptr<zip_t, CloseZip> zip,
              std::unique_ptr<zip_file_t, CloseFile> file, const zip_stat_t& status)
        : path_{std::move(path)}, limits_{limits}, zip_{std::move(zip)}, file_{std::move(file)},
          packed_bytes_{status.comp_size}, size_{status.size} {}

    std::size_t read(char* buffer, std::size_t size) override {
        const auto got = zip_fread(file_.get(), buffer, size);
        if (got < 0) {
            fail_reading(path_, zip_file_strerror(file_.get()));
        }
        unpacked_ += static_cast<std::uint64_t>(got);
        check_unpacked(path_, unpacked_, packed_bytes_, limits_);
        return static_cast<std::size_t>(got);
    }
    [[nodiscard]] std::uint64_t consumed() const override {
        return size_ == 0
                   ? 0
                   : static_cast<std::uint64_t>(static_cast<double>(packed_bytes_) *
                                                static_cast<double>(unpacked_) / static_cast<double>(size_));
    }
};

/// A file of a zip; the zip stays with its owner.
class ZipEntry final : public ByteSource {
    const std::string& path_;
    const Limits& limits_;
    std::unique_ptr<zip_file_t, CloseFile> file_;
    std::uint64_t packed_bytes_, before_;
    std::uint64_t unpacked_ = 0;
    std::uint64_t& all_;

public:
    ZipEntry(const std::string& path, const Limits& limits, std::unique_ptr<zip_file_t, CloseFile> file,
             std::uint64_t packed_bytes, std::uint64_t before, std::uint64_t& all)
        : path_{path}, limits_{limits}, file_{std::move(file)}, packed_bytes_{packed_bytes}, before_{before},
          all_{all} {}

    std::size_t read(char* buffer, std::size_t size) override {
        const auto got = zip_fread(file_.get(), buffer, size);
        if (got < 0) {
            fail_reading(path_, zip_file_strerror(file_.get()));
        }
        unpacked_ += static_cast<std::uint64_t>(got);
        all_ += static_cast<std::uint64_t>(got);
        check_unpacked(path_, unpacked_, packed_bytes_, limits_);
        check_unpacked(path_, all_, all_, limits_);
        return static_cast<std::size_t>(got);
    }
    [[nodiscard]] std::uint64_t consumed() const override { return before_; }
};

bool is_table_name(std::string_view path) {
    const auto slash = path.rfind('/');
    const auto base = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return !base.empty() && base[0] != '.' && !path.starts_with("__MACOSX/");
}

using ZipPtr = std::unique_ptr<zip_t, CloseZip>;

ZipPtr open_zip(const std::string& path) {
    int code = 0;
    ZipPtr zip{zip_open(path.c_str(), ZIP_RDONLY, &code)};
    if (!zip) {
        throw DataError(
            sentence("{}：zip 文件损坏或不完整；请重新复制或下载完整的文件",
                     "{}: the zip is damaged or cut off; expected a complete one; copy or download it "
                     "again",
                     path));
    }
    return zip;
}

std::unique_ptr<zip_file_t, CloseFile> open_file(const std::string& path, zip_t* zip, zip_uint64_t index,
                                                 const char* name) {
    std::unique_ptr<zip_file_t, CloseFile> file{zip_fopen_index(zip, index, 0)};
    if (!file) {
        throw DataError(sentence("{}：无法打开 zip 中的 {}（{}）；应为未加密的 zip 文件",
                                 "{}: cannot open {} in the zip ({}); expected one without a password", path,
                                 name, zip_strerror(zip)));
    }
    return file;
}

class ZipMembers final : public Members {
    std::string path_;
    Limits limits_;
    ZipPtr zip_;
    zip_int64_t at_ = 0;
    std::uint64_t packed_before_ = 0;
    std::uint64_t unpacked_ = 0;

public:
    ZipMembers(std::string path, const Limits& limits, ZipPtr zip)
        : path_{std::move(path)}, limits_{limits}, zip_{std::move(zip)} {}

    std::unique_ptr<ByteSource> next(std::string& name) override {
        while (at_ < zip_get_num_entries(zip_.get(), 0)) {
            const auto index = static_cast<zip_uint64_t>(at_++);
            zip_stat_t status;
            zip_stat_init(&status);
            if (zip_stat_index(zip_.get(), index, 0, &status) != 0 || status.name == nullptr ||
                !is_table_name(status.name)) {
                continue;
            }
            name = status.name;
            const auto before = packed_before_;
            packed_before_ += status.comp_size;
            return std::make_unique<ZipEntry>(path_, limits_,
                                              open_file(path_, zip_.get(), index, status.name),
                                              status.comp_size, before, unpacked_);
        }
        return nullptr;
    }
};

} // namespace

std::unique_ptr<Members> open_zip_members(const std::string& path, const Limits& limits) {
    auto zip = open_zip(path);
    for (const char* part : {"[Content_Types].xml", "content.xml"}) {
        if (zip_name_locate(zip.get(), part, 0) >= 0) {
            return nullptr;
        }
    }
    return std::make_unique<ZipMembers>(path, limits, std::move(zip));
}

OpenedBytes open_zipped(const std::string& path, const Limits& limits) {
    auto zip = open_zip(path);
    std::size_t tables = 0;
    zip_stat_t status;
    zip_stat_init(&status);
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip.get(), 0); ++i) {
        const char* name = zip_get_name(zip.get(), static_cast<zip_uint64_t>(i), 0);
        if (name != nullptr && is_table_name(name) && tables++ == 0) {
            zip_stat_index(zip.get(), static_cast<zip_uint64_t>(i), 0, &status);
        }
    }
    if (tables != 1) {
        refuse_entries(path, tables);
    }
    auto file = open_file(path, zip.get(), status.index, status.name);
    OpenedBytes opened;
    opened.inner = status.name;
    opened.packed = true;
    opened.bytes = std::make_unique<ZipSource>(path, limits, std::move(zip), std::move(file), status);
    return opened;
}

} // namespace longmen::ingest::detail
