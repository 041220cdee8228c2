// SPDX-License-Identifier: GPL-3.0-or-later
// Values and escapes.
#include <longmen/graph/detail/text_out.hpp>

namespace longmen::graph::detail {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

struct AsText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return fmt::format("{}", value); }
    std::string operator()(const std::string& value) const { return value; }
};

} // namespace

std::string value_text(const NetworkValue& value) {
    return std::visit(AsText{}, value);
}

std::string_view xml_type(NetworkType type) {
    switch (type) {
    case NetworkType::yes_no:
        return "boolean";
    case NetworkType::integer:
        return "long";
    case NetworkType::number:
        return "double";
    case NetworkType::text:
        break;
    }
    return "string";
}

std::string xml_text(std::string_view text, std::uint64_t& replaced) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char each = text[at];
        switch (each) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\t': // blanks of an attribute value would be read as spaces
            out += "&#9;";
            break;
        case '\n':
            out += "&#10;";
            break;
        case '\r':
            out += "&#13;";
            break;
        default:
            const auto rest = text.substr(at, 3);
            if (static_cast<unsigned char>(each) < 0x20) {
                out += replacement;
                ++replaced;
            } else if (rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF") { // U+FFFE, U+FFFF
                out += replacement;
                ++replaced;
                at += 2;
            } else {
                out += each;
            }
        }
    }
    return out;
}

} // namespace longmen::graph::detail
