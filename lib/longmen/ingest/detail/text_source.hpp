// SPDX-License-Identifier: GPL-3.0-or-later
// A byte source as UTF-8 text in pieces.
#pragma once

#include <longmen/ingest/detail/byte_source.hpp>

#include <cstddef>
#include <memory>
#include <string>

namespace longmen::ingest::detail {

/// Decides the encoding at the first byte beyond ASCII. Bytes that do not convert come out as 0xFF, which is
/// in no UTF-8 text, so that the row that holds them can be told.
class TextSource {
    std::string path_;
    std::unique_ptr<ByteSource> bytes_;
    std::string raw_;      // read, not decoded
    std::string encoding_; // empty while all was ASCII
    void* converter_ = nullptr;
    bool ended_ = false;

    void fill(std::size_t wanted);
    void decide();
    void decode(std::string& text);

public:
    /// `head` holds bytes already taken from `bytes`.
    TextSource(std::string path, std::unique_ptr<ByteSource> bytes, std::string head);
    ~TextSource();
    TextSource(const TextSource&) = delete;
    TextSource& operator=(const TextSource&) = delete;

    /// Replaces `text` by the next piece; false at the end. DataError when the bytes are no text.
    bool next(std::string& text);
    /// `UTF-8` while nothing speaks against it.
    [[nodiscard]] std::string encoding() const { return encoding_.empty() ? "UTF-8" : encoding_; }
    [[nodiscard]] std::uint64_t consumed() const { return bytes_->consumed(); }
};

} // namespace longmen::ingest::detail
