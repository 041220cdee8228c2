// SPDX-License-Identifier: GPL-3.0-or-later
// JSON made from XML, walked as the elements it was.
#include <longmen/ingest/detail/doc_markup.hpp>

#include <simdjson.h>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

class ObjectSource final : public DocumentSource {
    TextWindow window_;
    const DocumentProfiles& profiles_;
    std::size_t most_;
    std::size_t last_ = 0;
    std::string beginning_;

    bool find_object() {
        while (window_.has(1) && window_.view()[0] != '{') {
            window_.skip(1);
        }
        return window_.has(1);
    }

    /// Behind the object at the beginning of the window; npos when it does not end in time.
    std::size_t end_of_object() {
        int depth = 0;
        bool quoted = false;
        for (std::size_t i = 0; i < most_ && window_.has(i + 1);) {
            const auto view = window_.view();
            for (; i < view.size(); ++i) {
                const char c = view[i];
                if (quoted) {
                    if (c == '\\') {
                        ++i;
                    } else if (c == '"') {
                        quoted = false;
                    }
                } else if (c == '"') {
                    quoted = true;
                } else if (c == '{') {
                    ++depth;
                } else if (c == '}' && --depth == 0) {
                    return i + 1;
                }
            }
        }
        return std::string_view::npos;
    }

public:
    ObjectSource(TextSource& text, const DocumentProfiles& profiles, std::size_t most)
        : window_{text}, profiles_{profiles}, most_{most} {}

    const DocumentProfile* peek() override {
        // The first key tells: {"ops:world-patent-data": ...
        constexpr std::size_t longest_key = 80;
        if (!find_object()) {
            return nullptr;
        }
        window_.has(longest_key);
        const auto head = window_.view().substr(0, longest_key);
        const auto open = head.find('"');
        const auto close = open == std::string_view::npos ? open : head.find('"', open + 1);
        if (close == std::string_view::npos) {
            return nullptr;
        }
        const auto key = local_name(head.substr(open + 1, close - open - 1));
        return meaning_of(profiles_, key).profile;
    }

    bool next(FoundDocument& found) override {
        window_.skip(last_);
        last_ = 0;
        if (!find_object()) {
            return false;
        }
        found = {};
        found.profile = peek();
        const auto end = end_of_object();
        if (end == std::string_view::npos) {
            found.fault = window_.view().size() < most_ ? FoundDocument::Fault::cut_off
                                                        : FoundDocument::Fault::too_large;
            beginning_.assign(window_.view().substr(0, 256));
            found.bytes = beginning_;
            while (window_.more()) { // its end cannot be told any more
                window_.skip(window_.view().size());
            }
            window_.skip(window_.view().size());
            return true;
        }
        found.bytes = window_.view().substr(0, end);
        found.fault = found.profile ? FoundDocument::Fault::none : FoundDocument::Fault::unknown;
        last_ = end;
        return true;
    }
};

class JsonWalker {
    const DocumentProfiles& profiles_;
    const JsonDocuments& documents_;
    std::size_t found_ = 0;

    using Element = simdjson::dom::element;

    static std::string scalar(Element value) {
        if (value.is_string()) {
            return std::string{std::string_view{value.get_string()}};
        }
        return value.is_null() ? std::string{} : simdjson::to_string(value);
    }

    static void element(std::string_view name, Element value, XmlHandler& handler) {
        if (value.is_array()) {
            for (const auto each : simdjson::dom::array{value.get_array()}) {
                element(name, each, handler);
            }
            return;
        }
        std::vector<std::string> values;
        std::vector<XmlAttribute> attributes;
        if (value.is_object()) {
            for (const auto [key, member] : simdjson::dom::object{value.get_object()}) {
                if (key.starts_with('@') && !member.is_object() && !member.is_array()) {
                    values.push_back(scalar(member));
                    attributes.push_back({local_name(key.substr(1)), {}});
                }
            }
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            attributes[i].value = values[i];
        }
        handler.start(name, XmlAttributes{attributes});
        if (value.is_object()) {
            for (const auto [key, member] : simdjson::dom::object{value.get_object()}) {
                if (key == "$") {
                    handler.text(scalar(member));
                } else if (!key.starts_with('@')) {
                    element(local_name(key), member, handler);
                }
            }
        } else {
            handler.text(scalar(value));
        }
        handler.end(name);
    }

public:
    JsonWalker(const DocumentProfiles& profiles, const JsonDocuments& documents)
        : profiles_{profiles}, documents_{documents} {}
    [[nodiscard]] std::size_t found() const { return found_; }

    void member(const std::string& above, std::string_view key, Element value) {
        if (value.is_array()) {
            for (const auto each : simdjson::dom::array{value.get_array()}) {
                member(above, key, each);
            }
            return;
        }
        const auto name = local_name(key);
        const auto path = above.empty() ? std::string{name} : above + "/" + std::string{name};
        const auto meaning = meaning_of(profiles_, path);
        if (meaning.document) {
            ++found_;
            element(name, value, documents_.begin(*meaning.profile, name));
            documents_.finish();
        } else if (meaning.profile && value.is_object()) {
            for (const auto [inner, each] : simdjson::dom::object{value.get_object()}) {
                member(path, inner, each);
            }
        }
    }
};

} // namespace

bool parse_json(std::string_view text, const DocumentProfiles& profiles, const JsonDocuments& documents) {
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(text.data(), text.size()).get_object().get(object) != simdjson::SUCCESS) {
        return false;
    }
    JsonWalker walker{profiles, documents};
    std::string_view first;
    for (const auto [key, value] : object) {
        first = first.empty() ? key : first;
        walker.member({}, key, value);
    }
    if (walker.found() == 0) {
        documents.unknown(first);
    }
    return true;
}

std::unique_ptr<DocumentSource> split_json(TextSource& text, const DocumentProfiles& profiles,
                                           std::size_t most) {
    return std::make_unique<ObjectSource>(text, profiles, most);
}

} // namespace longmen::ingest::detail
