// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is unlinked as soon as it is made.
#include <longmen/base/scratch_file.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace longmen {
namespace {

std::string folder_of(const Scratch& where) {
    std::error_code none;
    return !where.folder.empty() ? where.folder : std::filesystem::temp_directory_path(none).string();
}

} // namespace

void ScratchFile::fail() const {
    const auto why = errno;
    throw DataError(folder_of(where_), 0,
                    why == ENOSPC || why == EDQUOT
                        ? Sentence{"磁盘空间不足，临时文件无法写入；请腾出空间，或用 --scratch 另选文件夹",
                                   "the disk is full, a temporary file cannot be written; make room, or give "
                                   "another folder with --scratch"}
                        : sentence("临时文件无法使用：{}；可用 --scratch 另选文件夹",
                                   "a temporary file cannot be used: {}; --scratch gives another folder",
                                   std::strerror(why)));
}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : where_(std::move(other.where_)), held_(std::move(other.held_)),
      written_(std::exchange(other.written_, 0)), handle_(std::exchange(other.handle_, -1)),
      mapped_(std::exchange(other.mapped_, nullptr)) {}

ScratchFile& ScratchFile::operator=(ScratchFile&& other) noexcept {
    if (this != &other) {
        close();
        where_ = std::move(other.where_);
        held_ = std::move(other.held_);
        written_ = std::exchange(other.written_, 0);
        handle_ = std::exchange(other.handle_, -1);
        mapped_ = std::exchange(other.mapped_, nullptr);
    }
    return *this;
}

void ScratchFile::close() noexcept {
    if (mapped_ != nullptr) {
        munmap(mapped_, written_);
        mapped_ = nullptr;
    }
    if (handle_ >= 0) {
        ::close(std::exchange(handle_, -1));
    }
}

void ScratchFile::write() {
    if (handle_ < 0) {
        auto name = (std::filesystem::path{folder_of(where_)} / ".longmen-XXXXXX").string();
        handle_ = mkostemp(name.data(), O_CLOEXEC);
        if (handle_ < 0) {
            fail();
        }
        unlink(name.c_str());
    }
    for (std::span<const char> rest{held_}; !rest.empty();) {
        const auto done = pwrite(handle_, rest.data(), rest.size(), static_cast<off_t>(written_));
        if (done <= 0) {
            fail();
        }
        written_ += static_cast<std::uint64_t>(done);
        rest = rest.subspan(static_cast<std::size_t>(done));
    }
    held_.clear();
}

void ScratchFile::read(std::uint64_t begin, std::span<char> bytes) const {
    while (!bytes.empty()) {
        if (begin >= written_) {
            const auto from = static_cast<std::size_t>(begin - written_);
            std::copy_n(held_.data() + from, bytes.size(), bytes.data());
            return;
        }
        const auto part = std::min<std::uint64_t>(bytes.size(), written_ - begin);
        const auto done = pread(handle_, bytes.data(), part, static_cast<off_t>(begin));
        if (done <= 0) {
            fail();
        }
        begin += static_cast<std::uint64_t>(done);
        bytes = bytes.subspan(static_cast<std::size_t>(done));
    }
}

std::span<const char> ScratchFile::view() {
    if (handle_ < 0) {
        return held_;
    }
    if (mapped_ == nullptr) {
        write();
        std::vector<char>{}.swap(held_);
        auto* const pages = mmap(nullptr, written_, PROT_READ, MAP_SHARED, handle_, 0);
        if (pages == MAP_FAILED) {
            fail();
        }
        mapped_ = static_cast<char*>(pages);
    }
    return {mapped_, written_};
}

void ScratchFile::drop(std::span<const char> part) noexcept {
    if (mapped_ == nullptr || part.data() < mapped_ || part.data() + part.size() > mapped_ + written_) {
        return;
    }
    const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    const auto begin = (static_cast<std::uint64_t>(part.data() - mapped_) + page - 1) / page * page;
    const auto end = static_cast<std::uint64_t>(part.data() + part.size() - mapped_) / page * page;
    if (begin < end) {
        madvise(mapped_ + begin, end - begin, MADV_DONTNEED);
        // A wish: where the file system cannot do it, the room is given back with the file.
        (void)fallocate(handle_, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(begin),
                        static_cast<off_t>(end - begin));
    }
}

} // namespace longmen
