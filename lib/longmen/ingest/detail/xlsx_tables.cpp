// SPDX-License-Identifier: GPL-3.0-or-later
// The styles and shared strings of a workbook.
#include <longmen/ingest/detail/xlsx_values.hpp>

#include <charconv>
#include <map>

namespace longmen::ingest::detail {
namespace {

int to_int(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Formats that every spreadsheet knows by number alone (ECMA-376 part 1, 18.8.30, with the East Asian ones).
bool is_built_in_date(int format) {
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
           (format >= 50 && format <= 54) || format == 57 || format == 58;
}

class StylesHandler final : public XmlHandler {
    std::map<int, NumberFormat> own_formats_;
    bool in_cell_formats_ = false;

public:
    std::vector<NumberFormat> formats;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            const auto code = attributes["formatCode"];
            own_formats_[to_int(attributes["numFmtId"])] = {is_date_format(code), format_zeros(code)};
        } else if (name == "cellXfs") {
            in_cell_formats_ = true;
        } else if (name == "xf" && in_cell_formats_) {
            const int format = to_int(attributes["numFmtId"]);
            const auto own = own_formats_.find(format);
            formats.push_back(own != own_formats_.end() ? own->second
                                                        : NumberFormat{is_built_in_date(format), 0});
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") {
            in_cell_formats_ = false;
        }
    }
};

class StringsHandler final : public XmlHandler {
    std::string item_;
    bool in_text_ = false;
    int phonetic_ = 0;

public:
    std::string text_block;
    std::vector<std::size_t> ends;

    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "rPh") {
            ++phonetic_;
        }
        in_text_ = name == "t" && phonetic_ == 0;
    }
    void end(std::string_view name) override {
        if (name == "rPh") {
            --phonetic_;
        } else if (name == "si") {
            text_block += decode_escapes(std::move(item_));
            ends.push_back(text_block.size());
            item_.clear();
        }
        in_text_ = false;
    }
    void text(std::string_view piece) override {
        if (in_text_) {
            item_ += piece;
        }
    }
};

} // namespace

XlsxStyles XlsxStyles::read(OfficePackage& package, const std::string& part) {
    StylesHandler handler;
    package.parse(part, handler);
    XlsxStyles styles;
    styles.formats_ = std::move(handler.formats);
    return styles;
}

XlsxStrings XlsxStrings::read(OfficePackage& package, const std::string& part) {
    StringsHandler handler;
    package.parse(part, handler);
    XlsxStrings strings;
    strings.text_ = std::move(handler.text_block);
    strings.ends_ = std::move(handler.ends);
    return strings;
}

std::optional<std::string_view> XlsxStrings::at(std::size_t index) const {
    if (index >= ends_.size()) {
        return std::nullopt;
    }
    const auto begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view{text_}.substr(begin, ends_[index] - begin);
}

} // namespace longmen::ingest::detail
