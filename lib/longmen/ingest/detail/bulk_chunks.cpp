// SPDX-License-Identifier: GPL-3.0-or-later
// Plain files by position, packed ones in rounds of pieces.
#include <longmen/ingest/detail/bulk_chunks.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/byte_source.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <vector>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{4} << 20;
constexpr std::size_t plain_bytes = std::size_t{1} << 20; // a piece of a plain file: stays in the cache
constexpr std::size_t longest_line = std::size_t{16} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[noreturn]] void fail_long_line(const std::string& path) {
    throw DataError(path, 0,
                    Sentence{"有一行超过 16 MB；应为每行一条记录的文本表",
                             "a line has more than 16 MB; expected a text table with one record a line"});
}

Limits unlimited() {
    Limits limits;
    limits.unpacked_bytes = ~std::uint64_t{0};
    return limits;
}

/// An open file that can be read at any place.
class PlainFile {
    const std::string& path_;
    int handle_ = -1;
    std::uint64_t size_ = 0;

public:
    explicit PlainFile(const std::string& path)
        : path_(path), handle_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        struct stat status {};
        if (handle_ < 0 || fstat(handle_, &status) != 0) {
            throw DataError(path, 0, Sentence{"无法作为文件读取", "cannot be read as a file"});
        }
        size_ = static_cast<std::uint64_t>(status.st_size);
        posix_fadvise(handle_, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    ~PlainFile() {
        if (handle_ >= 0) {
            close(handle_);
        }
    }
    PlainFile(const PlainFile&) = delete;
    PlainFile& operator=(const PlainFile&) = delete;

    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// Appends up to `bytes` from `at`.
    void read(std::string& to, std::uint64_t at, std::size_t bytes) const {
        const auto before = to.size();
        bytes = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, size_ - std::min(size_, at)));
        to.resize(before + bytes);
        std::size_t filled = 0;
        while (filled < bytes) {
            const auto got =
                pread(handle_, to.data() + before + filled, bytes - filled, static_cast<off_t>(at + filled));
            if (got <= 0) {
                throw DataError(path_, 0, Sentence{"读取中断", "reading broke off"});
            }
            filled += static_cast<std::size_t>(got);
        }
    }
};

/// A piece of the plain file belongs to the block in which its first line begins.
void plain_chunks(const std::string& path, Threads& threads, Progress& progress,
                  const std::function<void(const Chunk&)>& work) {
    const PlainFile file{path};
    progress.begin(path, file.size());
    std::atomic<std::uint64_t> done{0};
    std::vector<std::string> buffers(threads.count());
    const auto blocks = static_cast<std::size_t>((file.size() + plain_bytes - 1) / plain_bytes);
    threads.each(blocks, [&](std::size_t block, unsigned thread) {
        auto& text = buffers[thread];
        text.clear();
        const auto begin = std::uint64_t{block} * plain_bytes;
        const auto from = block == 0 ? 0 : begin - 1; // the byte before tells whether a line begins here
        file.read(text, from, plain_bytes + (block == 0 ? 0 : 1));
        std::size_t first = 0;
        if (block > 0) {
            const auto end = text.find('\n');
            if (end == std::string::npos) {
                return; // inside a line that began before
            }
            first = end + 1;
        }
        if (first >= text.size()) {
            return; // the next line begins in the next block, or there is none
        }
        while (from + text.size() < file.size() && text.back() != '\n') { // the rest of the last line
            const auto before = text.size();
            file.read(text, from + before, std::size_t{1} << 16);
            if (const auto end = text.find('\n', before); end != std::string::npos) {
                text.resize(end + 1);
            } else if (text.size() - first > plain_bytes + longest_line) {
                fail_long_line(path);
            }
        }
        auto lines = std::string_view{text}.substr(first);
        auto byte = from + first;
        if (byte == 0 && lines.starts_with(byte_order_mark)) {
            lines.remove_prefix(byte_order_mark.size());
            byte += byte_order_mark.size();
        }
        work({block, byte, lines, thread});
        done += plain_bytes;
        if (thread == 0) {
            progress.at(std::min<std::uint64_t>(done, file.size()));
        }
    });
    progress.end();
}

void packed_chunks(const std::string& path, std::unique_ptr<ByteSource> bytes, Threads& threads,
                   Progress& progress, const std::function<void(const Chunk&)>& work) {
    progress.begin(path, 0);
    auto source = read_ahead(std::move(bytes));
    const std::size_t round = std::size_t{2} * threads.count();
    std::vector<std::string> texts(round);
    std::vector<std::uint64_t> begins(round);
    std::string rest;
    std::uint64_t at = 0;
    std::size_t number = 0;
    bool more = true;
    while (more) {
        std::size_t filled = 0;
        for (; filled < round && more; ++filled) {
            auto& text = texts[filled];
            text.swap(rest);
            rest.clear();
            begins[filled] = at;
            std::size_t line_end = std::string::npos;
            while (more && (text.size() < chunk_bytes || line_end == std::string::npos)) {
                const auto before = text.size();
                if (before > chunk_bytes + longest_line) {
                    fail_long_line(path);
                }
                text.resize(before + chunk_bytes);
                const auto got = source->read(text.data() + before, chunk_bytes);
                text.resize(before + got);
                more = got > 0;
                if (text.size() >= chunk_bytes) {
                    line_end = text.rfind('\n');
                }
            }
            if (more) {
                rest.assign(text, line_end + 1);
                text.resize(line_end + 1);
            }
            at += text.size();
            if (begins[filled] == 0 && text.starts_with(byte_order_mark)) {
                text.erase(0, byte_order_mark.size());
            }
        }
        threads.each(filled, [&](std::size_t i, unsigned thread) {
            if (!texts[i].empty()) {
                work({number + i, begins[i], texts[i], thread});
            }
        });
        number += filled;
        progress.at(source->consumed());
    }
    progress.end();
}

} // namespace

void each_chunk(const std::string& path, Threads& threads, Progress& progress,
                const std::function<void(const Chunk&)>& work) {
    auto opened = open_bytes(path, unlimited());
    if (opened.packed) {
        packed_chunks(path, std::move(opened.bytes), threads, progress, work);
    } else {
        opened.bytes.reset();
        plain_chunks(path, threads, progress, work);
    }
}

std::string first_line(const std::string& path) {
    const auto opened = open_bytes(path, unlimited());
    std::string text(std::size_t{1} << 16, '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const auto got = opened.bytes->read(text.data() + filled, text.size() - filled);
        if (got == 0) {
            break;
        }
        filled += got;
    }
    text.resize(filled);
    if (text.starts_with(byte_order_mark)) {
        text.erase(0, byte_order_mark.size());
    }
    text.resize(std::min(text.size(), text.find('\n')));
    if (text.ends_with('\r')) {
        text.pop_back();
    }
    return text;
}

} // namespace longmen::ingest::detail
