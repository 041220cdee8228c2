// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding in pieces through iconv; UTF-8 passes through untouched.
#include <longmen/ingest/detail/text_source.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/encoding.hpp>

#include <fmt/format.h>
#include <iconv.h>

#include <cerrno>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 20;
constexpr char no_text = '\xff';

} // namespace

TextSource::TextSource(std::string path, std::unique_ptr<ByteSource> bytes, std::string head)
    : path_{std::move(path)}, bytes_{std::move(bytes)}, raw_{std::move(head)} {}

TextSource::~TextSource() {
    if (converter_ != nullptr) {
        iconv_close(converter_);
    }
}

void TextSource::fill(std::size_t wanted) {
    while (!ended_ && raw_.size() < wanted) {
        const auto before = raw_.size();
        raw_.resize(wanted);
        const auto got = bytes_->read(raw_.data() + before, wanted - before);
        raw_.resize(before + got);
        ended_ = got == 0;
    }
}

void TextSource::decide() {
    const auto found = find_encoding(raw_, ended_);
    if (!found) {
        throw DataError(
            sentence("{}：内容不是 UTF-8、UTF-16、GB18030 或其他已知编码的文本；应为 XLSX、CSV、TSV 或 JSONL "
                     "文件，请另存为 UTF-8",
                     "{}: the bytes are no text in UTF-8, UTF-16, GB18030 or another known encoding; "
                     "expected an XLSX, CSV, TSV or JSONL file (save it again as UTF-8)",
                     path_));
    }
    encoding_ = found->name;
    raw_.erase(0, found->mark);
    if (encoding_ != "UTF-8") {
        const iconv_t opened = iconv_open("UTF-8", encoding_.c_str());
        if (opened == reinterpret_cast<iconv_t>(-1)) {
            throw DataError(sentence("{}：无法从 {} 转换；请将文件另存为 UTF-8",
                                     "{}: cannot convert from {}; save the file again as UTF-8", path_,
                                     encoding_));
        }
        converter_ = opened;
    }
}

void TextSource::decode(std::string& text) {
    text.resize(raw_.size() * 3 + 16); // no supported encoding grows more than two bytes to six
    char* from = raw_.data();
    std::size_t from_left = raw_.size();
    std::size_t done = 0;
    while (from_left > 0) {
        char* to = text.data() + done;
        std::size_t to_left = text.size() - done;
        const bool failed =
            iconv(converter_, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1);
        const int why = errno;
        done = text.size() - to_left;
        if (!failed) {
            break;
        }
        if (why == E2BIG) {
            text.resize(text.size() * 2);
        } else if (why == EINVAL && !ended_) {
            break; // a character goes on in the next piece
        } else {
            if (done == text.size()) {
                text.resize(text.size() + 16);
            }
            text[done++] = no_text;
            ++from;
            --from_left;
        }
    }
    text.resize(done);
    raw_.erase(0, raw_.size() - from_left);
}

bool TextSource::next(std::string& text) {
    text.clear();
    while (text.empty()) {
        fill(piece_bytes);
        if (raw_.empty()) {
            return false;
        }
        if (encoding_.empty() && !is_ascii_text(raw_)) {
            decide();
        }
        if (converter_ != nullptr) {
            decode(text);
            if (text.empty() && ended_) {
                return false;
            }
        } else {
            text.swap(raw_);
            raw_.clear();
        }
    }
    return true;
}

} // namespace longmen::ingest::detail
