// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a document is told as, in one string, so that two parsers can be compared.
#pragma once

#include <longmen/ingest/detail/xml_handler.hpp>

#include <string>
#include <string_view>

/// `[a b=c d=e]text[/a]`; what marks the pieces cannot stand in XML, so that no text is taken for an element.
class Telling final : public longmen::ingest::detail::XmlHandler {
    std::string all_;

public:
    void start(std::string_view name, const longmen::ingest::detail::XmlAttributes& attributes) override {
        all_.append("\x01").append(name);
        for (const auto& attribute : attributes.all()) {
            all_.append("\x02").append(attribute.name).append("\x03").append(attribute.value);
        }
        all_ += '\x04';
    }
    void end(std::string_view name) override { all_.append("\x05").append(name) += '\x04'; }
    void text(std::string_view piece) override { all_ += piece; }
    [[nodiscard]] const std::string& all() const { return all_; }
    /// The marks as the comment above shows them.
    [[nodiscard]] std::string shown() const {
        std::string text;
        for (const char c : all_) {
            switch (c) {
            case '\x01':
                text += '[';
                break;
            case '\x02':
                text += ' ';
                break;
            case '\x03':
                text += '=';
                break;
            case '\x04':
                text += ']';
                break;
            case '\x05':
                text += "[/";
                break;
            default:
                text += c;
            }
        }
        return text;
    }
};
