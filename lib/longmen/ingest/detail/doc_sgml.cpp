// SPDX-License-Identifier: GPL-3.0-or-later
// SGML read leniently, by its tags alone.
#include <longmen/ingest/detail/doc_markup.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

class SgmlParser {
    std::string_view rest_;
    const std::vector<std::string>& empty_;
    const Characters& characters_;
    XmlHandler& handler_;
    std::vector<std::string> open_;
    std::string text_;

    std::string_view take(std::size_t size) {
        const auto part = rest_.substr(0, size);
        rest_.remove_prefix(part.size());
        return part;
    }

    void flush() {
        if (!text_.empty()) {
            handler_.text(text_);
            text_.clear();
        }
    }

    /// At an `&`.
    void entity() {
        constexpr std::size_t longest_name = 40;
        const auto end = rest_.substr(0, longest_name).find(';');
        if (end == std::string_view::npos) {
            text_ += take(1);
            return;
        }
        const auto name = rest_.substr(1, end - 1);
        if (const auto numbered = numbered_character(name); !numbered.empty()) {
            text_ += numbered;
            take(end + 1);
            return;
        }
        if (const auto text = characters_.find(name); !text.empty()) {
            text_ += text;
            take(end + 1);
            return;
        }
        text_ += take(1);
    }

    void close(std::string_view name) {
        const auto found = std::ranges::find(open_.rbegin(), open_.rend(), name);
        if (found == open_.rend()) {
            return;
        }
        const auto left = static_cast<std::size_t>(open_.rend() - found) - 1;
        while (open_.size() > left) {
            handler_.end(open_.back());
            open_.pop_back();
        }
    }

    /// At a `<` that begins a tag.
    void tag() {
        flush();
        char quote = 0;
        std::size_t end = 1;
        while (end < rest_.size() && (quote != 0 || rest_[end] != '>')) {
            const char c = rest_[end++];
            quote = quote == 0 && (c == '"' || c == '\'') ? c : quote == c ? '\0' : quote;
        }
        auto body = rest_.substr(1, end - 1);
        take(std::min(rest_.size(), end + 1));
        const bool ends = body.starts_with('/');
        body.remove_prefix(ends ? 1 : 0);
        const auto at = std::ranges::find_if(body, [](char c) { return is_blank(c) || c == '/'; });
        const std::string name{local_name(body.substr(0, static_cast<std::size_t>(at - body.begin())))};
        if (ends) {
            close(name);
            return;
        }
        handler_.start(name, {});
        if (body.ends_with('/') || std::ranges::find(empty_, name) != empty_.end()) {
            handler_.end(name);
        } else {
            open_.push_back(name);
        }
    }

    /// Goes behind a comment, declaration or instruction.
    void pass() {
        const auto past = [&](std::string_view mark) {
            const auto end = rest_.find(mark);
            take(end == std::string_view::npos ? rest_.size() : end + mark.size());
        };
        if (rest_.starts_with("<!--")) {
            past("-->");
        } else if (rest_.starts_with("<![CDATA[")) {
            take(9);
            const auto end = rest_.find("]]>");
            text_ += take(end);
            take(3);
        } else if (const auto open = rest_.find('[');
                   rest_.starts_with("<!DOCTYPE") && open < rest_.find('>')) {
            past("]");
            past(">");
        } else {
            past(">");
        }
    }

public:
    SgmlParser(std::string_view document, const std::vector<std::string>& empty, const Characters& characters,
               XmlHandler& handler)
        : rest_{document}, empty_{empty}, characters_{characters}, handler_{handler} {}

    void run() {
        while (!rest_.empty()) {
            const auto plain = rest_.find_first_of("<&");
            text_ += take(plain);
            if (rest_.empty()) {
                break;
            }
            const char next = rest_.size() > 1 ? rest_[1] : ' ';
            if (rest_[0] == '&') {
                entity();
            } else if (next == '!' || next == '?') {
                pass();
            } else if (is_letter(next) || next == '/') {
                tag();
            } else {
                text_ += take(1);
            }
        }
        flush();
        while (!open_.empty()) {
            handler_.end(open_.back());
            open_.pop_back();
        }
    }
};

} // namespace

void parse_sgml(std::string_view document, const std::vector<std::string>& empty,
                const Characters& characters, XmlHandler& handler) {
    SgmlParser{document, empty, characters, handler}.run();
}

} // namespace longmen::ingest::detail
