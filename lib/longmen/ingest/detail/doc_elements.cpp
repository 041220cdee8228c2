// SPDX-License-Identifier: GPL-3.0-or-later
// Finds where elements that are documents begin and end; the bytes between are only searched.
#include <longmen/ingest/detail/byte_lanes.hpp>
#include <longmen/ingest/detail/doc_source.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t shown_bytes = 256;

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool ends_name(char c) {
    return is_blank(c) || c == '>' || c == '/';
}

/// What may end a tag, or hide its end.
struct TagMark {
    static bool holds(char c) {
        return c == '<' || c == '>' || c == '"' || c == '\'' || c == '[' || c == ']';
    }
#ifdef __SSE2__
    static __m128i lanes(__m128i bytes) {
        const auto ends = _mm_or_si128(lanes_of(bytes, '<'), lanes_of(bytes, '>'));
        const auto quotes = _mm_or_si128(lanes_of(bytes, '"'), lanes_of(bytes, '\''));
        const auto brackets = _mm_or_si128(lanes_of(bytes, '['), lanes_of(bytes, ']'));
        return _mm_or_si128(_mm_or_si128(ends, quotes), brackets);
    }
#endif
};

class ElementSource final : public DocumentSource {
    TextWindow window_;
    const DocumentProfiles& profiles_;
    std::size_t most_;
    std::vector<std::string> containers_; // as written
    std::string path_;
    std::string tag_;           // of the element found, as written
    std::size_t tag_begin_ = 0; // in the window; a document type before it belongs to it
    std::size_t tag_end_ = 0;   // behind its start
    bool tag_closed_ = false;   // <x/>
    bool ready_ = false;        // an element was found and not taken
    std::size_t last_ = 0;      // bytes of the last document, still in the window

    /// End of a tag or declaration that begins at `at`; npos when there is none.
    std::size_t end_of_tag(std::size_t at) {
        char quote = 0;
        int depth = 0;
        for (std::size_t i = at; i - at < most_; ++i) {
            i = find_first<TagMark>(window_.view(), i);
            if (!window_.has(i + 1)) {
                return std::string_view::npos;
            }
            const char c = window_.view()[i]; // another than a mark where more was read
            if (quote == 0 && depth > 0 && c == '<' && window_.has(i + 4) &&
                window_.view().substr(i, 4) == "<!--") {
                const auto end = window_.find("-->", i + 4, most_);
                if (end == std::string_view::npos) {
                    return end;
                }
                i = end + 2;
            } else if (quote != 0) {
                quote = c == quote ? '\0' : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                ++depth;
            } else if (c == ']') {
                --depth;
            } else if (c == '>' && depth <= 0) {
                return i + 1;
            }
        }
        return std::string_view::npos;
    }

    void pass(std::size_t end) {
        window_.skip(end == std::string_view::npos ? window_.view().size() : end);
        tag_begin_ = 0;
    }

    [[nodiscard]] std::string path_with(std::string_view name) const {
        return path_.empty() ? std::string{name} : path_ + "/" + std::string{name};
    }

    void leave_container() {
        if (!containers_.empty()) {
            containers_.pop_back();
            const auto cut = path_.rfind('/');
            path_.resize(cut == std::string::npos ? 0 : cut);
        }
    }

    /// Goes to the next element that is a document or unknown; false at the end of the file.
    bool find_element() {
        if (ready_) {
            return true;
        }
        std::size_t at = 0; // a document type stands before it in the window
        for (;;) {
            while (window_.has(at + 1) && window_.view()[at] != '<') {
                if (at == 0) {
                    window_.skip(1);
                } else {
                    ++at;
                }
            }
            constexpr std::size_t longest_opening = 9; // <!DOCTYPE
            if (!window_.has(at + 2)) {
                return false;
            }
            window_.has(at + longest_opening);
            const auto rest = window_.view().substr(at);
            if (rest.starts_with("<?")) {
                if (rest.starts_with("<?xml") && rest.size() > 5 && is_blank(rest[5])) {
                    containers_.clear();
                    path_.clear();
                }
                const bool declared = rest.starts_with("<?xml ");
                const auto end = window_.find("?>", at, most_); // may move what `rest` shows
                if (at > 0 && !declared && end != std::string_view::npos) {
                    at = end + 2;
                } else {
                    pass(end == std::string_view::npos ? end : end + 2);
                    at = 0;
                }
            } else if (rest.starts_with("<!--")) {
                const auto end = window_.find("-->", at + 4, most_);
                if (at == 0 || end == std::string_view::npos) {
                    pass(end == std::string_view::npos ? end : end + 3);
                    at = 0;
                } else {
                    at = end + 3;
                }
            } else if (rest.starts_with("<!")) {
                const auto end = end_of_tag(at);
                if (end == std::string_view::npos) {
                    pass(end);
                    at = 0;
                } else {
                    at = end; // kept: it may declare what the document uses
                }
            } else if (rest.starts_with("</")) {
                leave_container();
                pass(end_of_tag(at));
                at = 0;
            } else if (!take_start(at)) {
                at = 0;
            } else {
                return true;
            }
        }
    }

    /// A start tag: true when it is a document or unknown, false when it was a container or no tag.
    bool take_start(std::size_t at) {
        const auto end = end_of_tag(at);
        // Reading on may have moved the window: taken anew.
        const auto tag = window_.view().substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
        const auto name =
            tag.substr(0, static_cast<std::size_t>(std::ranges::find_if(tag, ends_name) - tag.begin()));
        if (end == std::string_view::npos || name.empty() || name.size() > shown_bytes) {
            pass(end == std::string_view::npos ? end : at + 1);
            return false;
        }
        tag_ = name;
        tag_begin_ = at;
        tag_end_ = end;
        tag_closed_ = tag.size() > 1 && tag[tag.size() - 2] == '/';
        const auto meaning = meaning_of(profiles_, path_with(local_name(tag_)));
        if (meaning.profile && !meaning.document) {
            if (!tag_closed_) {
                path_ = path_with(local_name(tag_));
                containers_.push_back(tag_);
            }
            pass(end);
            return false;
        }
        if (!meaning.profile && !containers_.empty()) { // beside the documents: an echo of the query and such
            pass(end);
            if (!tag_closed_ && skip_element()) {
                pass(end_of_tag(0));
            }
            return false;
        }
        ready_ = true;
        return true;
    }

    bool skip_element() {
        const auto needle = "</" + tag_;
        while (window_.skip_past(needle)) {
            if (window_.has(1) && ends_name(window_.view()[0])) {
                return true;
            }
        }
        return false;
    }

public:
    ElementSource(TextSource& text, const DocumentProfiles& profiles, std::size_t most)
        : window_{text}, profiles_{profiles}, most_{most} {}

    const DocumentProfile* peek() override {
        return find_element() ? meaning_of(profiles_, path_with(local_name(tag_))).profile : nullptr;
    }

    bool next(FoundDocument& found) override {
        window_.skip(last_);
        last_ = 0;
        if (!find_element()) {
            return false;
        }
        ready_ = false;
        found = {};
        found.name = local_name(tag_);
        found.profile = meaning_of(profiles_, path_with(found.name)).profile;
        if (!found.profile) {
            found.fault = FoundDocument::Fault::unknown;
            beginning_.assign(
                window_.view().substr(tag_begin_, std::min(tag_end_ - tag_begin_, shown_bytes)));
            found.bytes = beginning_;
            window_.skip(tag_end_);
            if (!tag_closed_ && skip_element()) {
                pass(end_of_tag(0));
            }
            return true;
        }
        const auto end = tag_closed_ ? tag_end_ : end_of_document();
        if (end == std::string_view::npos) {
            return end_missing(found);
        }
        found.bytes = window_.view().substr(0, end);
        last_ = end;
        return true;
    }

private:
    std::string beginning_;

    std::uint64_t searched_ = 0; // offset up to which declarations were looked for
    std::size_t stop_ = 0;       // in the window: where the next document begins, or what is in memory ends

    /// Offset in the window of the next declaration behind the start of the element, or the end of the
    /// window.
    std::size_t next_declaration() {
        constexpr std::string_view declaration = "<?xml ";
        const auto view = window_.view();
        const auto from = std::max<std::uint64_t>(searched_, window_.offset() + tag_end_) - window_.offset();
        const auto at = find_text(view, declaration, from);
        if (at != std::string_view::npos) {
            return at;
        }
        const auto overlap = std::min(view.size(), declaration.size() - 1);
        searched_ = std::max<std::uint64_t>(searched_, window_.offset() + view.size() - overlap);
        return view.size();
    }

    /// Behind the end of the element found; npos when it does not come before the next declaration, the limit
    /// or the end of the file. Each byte is searched once, however many documents lack their end.
    std::size_t end_of_document() {
        const auto needle = "</" + tag_;
        auto at = tag_end_;
        for (;;) {
            stop_ = next_declaration();
            auto found = find_text(window_.view().substr(0, stop_), needle, at);
            while (found != std::string_view::npos) {
                at = found + needle.size();
                if (window_.has(at + 1) && ends_name(window_.view()[at])) {
                    return end_of_tag(at);
                }
                found = find_text(window_.view().substr(0, stop_), needle, at);
            }
            at = std::max(at, stop_ - std::min(stop_, needle.size()));
            if (stop_ < window_.view().size() || window_.view().size() >= most_ || !window_.more()) {
                return std::string_view::npos;
            }
        }
    }

    bool end_missing(FoundDocument& found) {
        const bool cut = stop_ < window_.view().size() || window_.view().size() < most_;
        found.fault = cut ? FoundDocument::Fault::cut_off : FoundDocument::Fault::too_large;
        beginning_.assign(window_.view().substr(tag_begin_, shown_bytes));
        found.bytes = beginning_;
        if (cut) {
            last_ = stop_;
        } else {
            window_.skip(tag_end_);
            if (skip_element()) {
                pass(end_of_tag(0));
            }
        }
        return true;
    }
};

} // namespace

std::unique_ptr<DocumentSource> split_elements(TextSource& text, const DocumentProfiles& profiles,
                                               std::size_t most) {
    return std::make_unique<ElementSource>(text, profiles, most);
}

} // namespace longmen::ingest::detail
