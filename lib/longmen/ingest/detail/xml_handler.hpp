// SPDX-License-Identifier: GPL-3.0-or-later
// What a document is told as, whatever its syntax: elements with attributes, and text.
#pragma once

#include <span>
#include <string_view>

namespace longmen::ingest::detail {

/// The name without a namespace prefix.
[[nodiscard]] inline std::string_view local_name(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct XmlAttribute {
    std::string_view name; ///< without prefix
    std::string_view value;
};

/// Attributes of an element; the views hold until the call that hands them over returns.
class XmlAttributes {
    std::span<const XmlAttribute> all_;

public:
    XmlAttributes() = default;
    explicit XmlAttributes(std::span<const XmlAttribute> all) : all_{all} {}
    /// Empty when absent.
    [[nodiscard]] std::string_view operator[](std::string_view name) const {
        for (const auto& attribute : all_) {
            if (attribute.name == name) {
                return attribute.value;
            }
        }
        return {};
    }
    [[nodiscard]] std::span<const XmlAttribute> all() const { return all_; }
};

/// Receives one document; names come without their namespace prefix.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// One text may come in several pieces.
    virtual void text(std::string_view) {}
};

} // namespace longmen::ingest::detail
