// SPDX-License-Identifier: GPL-3.0-or-later
// Joins expat's callbacks to a handler.
#include <longmen/ingest/detail/xml_stream.hpp>

#include <longmen/base/errors.hpp>

#include <expat.h>

#include <algorithm>
#include <climits>
#include <exception>
#include <vector>

namespace longmen::ingest::detail {
namespace {

/// Longer than any character or word that a document declares for itself.
constexpr int longest_entity = 64;

struct CloseParser {
    void operator()(XML_ParserStruct* p) const { XML_ParserFree(p); }
};

} // namespace

struct XmlStream::State {
    Doctypes doctypes;
    std::unique_ptr<XML_ParserStruct, CloseParser> parser;
    XmlHandler* handler = nullptr;
    std::exception_ptr thrown;
    std::string written; // an entity left as it was
    std::vector<XmlAttribute> attributes;

    /// Exceptions stop the parser and are thrown on from outside it.
    template <typename Call>
    void guard(Call call) {
        if (thrown) {
            return;
        }
        try {
            call();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser.get(), XML_FALSE);
        }
    }
    static void on_start(void* user, const char* name, const char** attributes) {
        auto* self = static_cast<State*>(user);
        self->guard([&] {
            self->attributes.clear();
            for (; *attributes != nullptr; attributes += 2) {
                self->attributes.push_back({local_name(attributes[0]), attributes[1]});
            }
            self->handler->start(local_name(name), XmlAttributes{self->attributes});
        });
    }
    static void on_end(void* user, const char* name) {
        auto* self = static_cast<State*>(user);
        self->guard([&] { self->handler->end(local_name(name)); });
    }
    static void on_text(void* user, const char* text, int length) {
        auto* self = static_cast<State*>(user);
        self->guard([&] { self->handler->text({text, static_cast<std::size_t>(length)}); });
    }
    static void on_doctype(void* user, const char*, const char*, const char*, int) {
        auto* self = static_cast<State*>(user);
        self->guard([&] {
            if (!self->doctypes.allowed) {
                throw DataError(self->doctypes.refusal);
            }
        });
    }
    static void on_entity(void* user, const char* name, int, const char* value, int length, const char*,
                          const char*, const char*, const char*) {
        auto* self = static_cast<State*>(user);
        self->guard([&] {
            if (value == nullptr) {
                return; // external: declared, never loaded
            }
            const std::string_view text{value, static_cast<std::size_t>(length)};
            if (length > longest_entity || text.find_first_of("&%<") != std::string_view::npos) {
                throw ForbiddenEntity{name};
            }
        });
    }
    static void on_skipped(void* user, const char* name, int parameter) {
        auto* self = static_cast<State*>(user);
        self->guard([&] {
            if (parameter != 0) {
                return;
            }
            auto text = self->doctypes.character ? self->doctypes.character(name) : std::string_view{};
            if (text.empty()) {
                self->written.assign("&").append(name).append(";");
                text = self->written;
            }
            self->handler->text(text);
        });
    }
};

XmlStream::XmlStream(Doctypes doctypes) : state_{std::make_unique<State>()} {
    state_->doctypes = std::move(doctypes);
}
XmlStream::~XmlStream() = default;

void XmlStream::begin(XmlHandler& handler, bool declared_encoding) {
    auto& state = *state_;
    const char* encoding = declared_encoding ? nullptr : "UTF-8";
    if (!state.parser || XML_ParserReset(state.parser.get(), encoding) != XML_TRUE) {
        state.parser.reset(XML_ParserCreate(encoding));
    }
    auto* parser = state.parser.get();
    state.handler = &handler;
    state.thrown = nullptr;
    XML_SetUserData(parser, &state);
    XML_SetElementHandler(parser, &State::on_start, &State::on_end);
    XML_SetCharacterDataHandler(parser, &State::on_text);
    XML_SetStartDoctypeDeclHandler(parser, &State::on_doctype);
    if (state.doctypes.allowed) {
        XML_UseForeignDTD(parser, XML_TRUE); // so that unknown entities are told, not errors
        XML_SetEntityDeclHandler(parser, &State::on_entity);
        XML_SetSkippedEntityHandler(parser, &State::on_skipped);
    }
}

void* XmlStream::buffer(std::size_t size) {
    return XML_GetBuffer(state_->parser.get(), static_cast<int>(size));
}

bool XmlStream::parse_buffer(std::size_t size, bool last) {
    const auto result = XML_ParseBuffer(state_->parser.get(), static_cast<int>(size), last ? 1 : 0);
    if (state_->thrown) {
        std::rethrow_exception(state_->thrown);
    }
    return result == XML_STATUS_OK;
}

bool XmlStream::parse(std::string_view piece, bool last) {
    constexpr std::size_t most = INT_MAX / 4; // expat counts in int
    do {
        const auto part = piece.substr(0, most);
        piece.remove_prefix(part.size());
        const auto result = XML_Parse(state_->parser.get(), part.data(), static_cast<int>(part.size()),
                                      last && piece.empty() ? 1 : 0);
        if (state_->thrown) {
            std::rethrow_exception(state_->thrown);
        }
        if (result != XML_STATUS_OK) {
            return false;
        }
    } while (!piece.empty());
    return true;
}

const char* XmlStream::error() const {
    return XML_ErrorString(XML_GetErrorCode(state_->parser.get()));
}

std::uint64_t XmlStream::error_line() const {
    return XML_GetCurrentLineNumber(state_->parser.get());
}

std::size_t XmlStream::error_byte() const {
    return static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(state_->parser.get())));
}

} // namespace longmen::ingest::detail
