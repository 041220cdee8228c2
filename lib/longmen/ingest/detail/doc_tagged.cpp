// SPDX-License-Identifier: GPL-3.0-or-later
// The green book: fixed tags at the beginning of lines.
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/doc_markup.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

constexpr std::string_view document_tag = "PATN";
constexpr std::size_t section_width = 4;
constexpr std::size_t field_width = 3;

bool is_tag(std::string_view text) {
    return std::ranges::all_of(text,
                               [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }) &&
           !text.empty() && text[0] >= 'A';
}

std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    while (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

bool is_section(std::string_view line) {
    return line.size() >= section_width && is_tag(line.substr(0, section_width)) &&
           trim(line.substr(section_width)).empty();
}

bool is_field(std::string_view line) {
    return line.size() >= field_width && is_tag(line.substr(0, field_width)) &&
           (line.size() == field_width || line[field_width] == ' ');
}

class TaggedParser {
    XmlHandler& handler_;
    std::string section_, field_;
    bool claim_ = false;

    void start(std::string_view name) { handler_.start(name, {}); }
    void end_field() {
        if (!field_.empty()) {
            handler_.end(field_);
            field_.clear();
        }
    }
    void end_claim() {
        if (claim_) {
            handler_.end("CLM");
            claim_ = false;
        }
    }
    void end_section() {
        end_field();
        end_claim();
        if (!section_.empty()) {
            handler_.end(section_);
            section_.clear();
        }
    }

public:
    explicit TaggedParser(XmlHandler& handler) : handler_{handler} {}

    void run(std::string_view document) {
        start(document_tag);
        while (!document.empty()) {
            const auto line = take_line(document);
            if (is_section(line)) {
                end_section();
                if (const auto name = line.substr(0, section_width); name != document_tag) {
                    section_ = name;
                    start(section_);
                }
                continue;
            }
            if (!is_field(line)) {
                handler_.text("\n");
                handler_.text(trim(line));
                continue;
            }
            end_field();
            const auto name = line.substr(0, field_width);
            const bool claims = section_ == "CLMS" || section_ == "DCLM";
            if (claims && name == "NUM") {
                end_claim();
            }
            if (claims && !claim_ && name != "STM") {
                start("CLM");
                claim_ = true;
            }
            field_ = name;
            start(field_);
            handler_.text(trim(line.substr(field_width)));
        }
        end_section();
        handler_.end(document_tag);
    }
};

class TaggedSource final : public DocumentSource {
    TextWindow window_;
    const DocumentProfile* profile_ = nullptr;
    std::size_t most_;
    std::size_t last_ = 0;
    bool begun_ = false;

    /// Goes to the first `PATN`.
    bool find_first() {
        if (!begun_ && profile_ != nullptr) {
            begun_ = true;
            window_.has(document_tag.size());
            if (!window_.view().starts_with(document_tag)) {
                const auto at = window_.find("\nPATN", 0, most_);
                window_.skip(at == std::string_view::npos ? window_.view().size() : at + 1);
            }
        }
        return window_.has(document_tag.size());
    }

public:
    TaggedSource(TextSource& text, const DocumentProfiles& profiles, std::size_t most)
        : window_{text}, most_{most} {
        const auto meaning = meaning_of(profiles, document_tag);
        profile_ = meaning.document ? meaning.profile : nullptr;
    }
    const DocumentProfile* peek() override {
        return profile_ != nullptr && find_first() ? profile_ : nullptr;
    }
    bool next(FoundDocument& found) override {
        window_.skip(last_);
        last_ = 0;
        if (profile_ == nullptr || !find_first()) {
            return false;
        }
        found = {};
        found.profile = profile_;
        found.name = document_tag;
        auto end = window_.find("\nPATN", 0, most_);
        if (end == std::string_view::npos && window_.view().size() >= most_) {
            found.fault = FoundDocument::Fault::too_large;
            beginning_.assign(window_.view().substr(0, 256));
            found.bytes = beginning_;
            window_.skip_past("\nPATN");
            last_ = 0;
            begun_ = true;
            return true;
        }
        end = end == std::string_view::npos ? window_.view().size() : end + 1;
        found.bytes = window_.view().substr(0, end);
        last_ = end;
        return true;
    }

private:
    std::string beginning_;
};

} // namespace

void parse_tagged(std::string_view document, XmlHandler& handler) {
    TaggedParser{handler}.run(document);
}

std::unique_ptr<DocumentSource> split_tagged(TextSource& text, const DocumentProfiles& profiles,
                                             std::size_t most) {
    return std::make_unique<TaggedSource>(text, profiles, most);
}

} // namespace longmen::ingest::detail
