// SPDX-License-Identifier: GPL-3.0-or-later
// Written beside its place, flushed, renamed.
#include <longmen/base/new_file.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace longmen {

void NewFile::fail() const {
    throw DataError(path_, 0, sentence("无法写入：{}", "cannot be written: {}", std::strerror(errno)));
}

NewFile::NewFile(const std::string& path) : path_(path), part_(path + ".part") {
    handle_ = open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (handle_ < 0) {
        fail();
    }
}

NewFile::~NewFile() {
    if (handle_ >= 0) {
        close(handle_);
        unlink(part_.c_str());
    }
}

void NewFile::write(std::uint64_t offset, std::span<const char> bytes) const {
    while (!bytes.empty()) {
        const auto written = pwrite(handle_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written <= 0) {
            fail();
        }
        offset += static_cast<std::uint64_t>(written);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void NewFile::keep(std::uint64_t size) {
    if (ftruncate(handle_, static_cast<off_t>(size)) != 0 || fsync(handle_) != 0) {
        fail();
    }
    close(std::exchange(handle_, -1));
    if (std::rename(part_.c_str(), path_.c_str()) != 0) {
        const auto why = errno;
        unlink(part_.c_str());
        errno = why;
        fail();
    }
}

} // namespace longmen
