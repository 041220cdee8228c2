// SPDX-License-Identifier: GPL-3.0-or-later
// A stream of text cut into documents, one in memory at a time.
#pragma once

#include <longmen/ingest/detail/doc_rules.hpp>
#include <longmen/ingest/detail/text_source.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// One document as it lies in the file, or what stands where one should be.
struct FoundDocument {
    enum class Fault : std::uint8_t {
        none,
        unknown,   ///< an element that no profile knows; `bytes` is its beginning
        too_large, ///< beyond the limit; `bytes` is its beginning
        cut_off,   ///< the file ends inside it, or the next document begins there
    };
    const DocumentProfile* profile = nullptr;
    std::string name;       ///< of its element
    std::string_view bytes; ///< until the next one is taken
    Fault fault = Fault::none;
};

/// The part of a text that is in memory; what lies before `begin` is given back when more is read.
class TextWindow {
    TextSource& source_;
    std::string buffer_, piece_;
    std::size_t begin_ = 0;
    std::uint64_t behind_ = 0; ///< bytes given back

public:
    explicit TextWindow(TextSource& source) : source_{source} {}
    [[nodiscard]] std::string_view view() const { return std::string_view{buffer_}.substr(begin_); }
    /// Reads on; false at the end.
    bool more();
    void skip(std::size_t bytes) { begin_ += bytes; }
    /// Bytes of the text before the window.
    [[nodiscard]] std::uint64_t offset() const { return behind_ + begin_; }
    /// Position of `needle` at or behind `from`, reading on while the window stays below `most` bytes; npos
    /// when it is not there.
    std::size_t find(std::string_view needle, std::size_t from, std::size_t most);
    /// Goes behind the next `needle`, whatever its distance, keeping nothing; false at the end.
    bool skip_past(std::string_view needle);
    /// True when it holds `size` bytes or all there are.
    bool has(std::size_t size);
};

/// Position of `needle` at or behind `from`; `needle` is not empty.
[[nodiscard]] std::size_t find_text(std::string_view text, std::string_view needle, std::size_t from);

/// Cuts a text into documents.
class DocumentSource {
public:
    virtual ~DocumentSource() = default;
    /// Profile of the first document, null when the text does not begin as one.
    virtual const DocumentProfile* peek() = 0;
    virtual bool next(FoundDocument& found) = 0;
};

using DocumentProfiles = std::vector<DocumentProfile>;

/// Elements of XML and SGML, one root after another, each with or without its declarations.
std::unique_ptr<DocumentSource> split_elements(TextSource& text, const DocumentProfiles& profiles,
                                               std::size_t most);
/// Lines that begin with tags, a document from each `PATN`.
std::unique_ptr<DocumentSource> split_tagged(TextSource& text, const DocumentProfiles& profiles,
                                             std::size_t most);
/// JSON objects, one after another.
std::unique_ptr<DocumentSource> split_json(TextSource& text, const DocumentProfiles& profiles,
                                           std::size_t most);

/// What a path of elements is to the profiles.
struct PathMeaning {
    const DocumentProfile* profile = nullptr; ///< null: nothing
    bool document = false;                    ///< else one that documents lie in
};
[[nodiscard]] PathMeaning meaning_of(const DocumentProfiles& profiles, std::string_view path);

} // namespace longmen::ingest::detail
