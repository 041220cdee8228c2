// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's help formatter with labels in both languages.
#include "help_format.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace longmen::tools {
namespace {

class HelpFormat final : public CLI::Formatter {
    static std::string value_kind(std::string_view type) {
        if (const auto set = type.find('{'); set != std::string_view::npos) {
            return std::string{type.substr(set)};
        }
        const bool number = type == "INT" || type == "UINT" || type.find("0..") != std::string_view::npos;
        return number ? "N" : "TEXT";
    }

public:
    explicit HelpFormat(Lang lang) {
        if (lang == Lang::zh) {
            for (const auto& [key, text] : {std::pair{"Usage", "用法"},
                                            {"Positionals", "参数"},
                                            {"OPTIONS", "选项"},
                                            {"SUBCOMMAND", "命令"}}) {
                label(key, text);
            }
        }
    }

    std::string make_option_opts(const CLI::Option* option) const override {
        std::string text;
        if (option->get_positional() || option->get_type_name().empty()) { // a flag has no kind of value
            return text;
        }
        text += " " + value_kind(option->get_type_name());
        if (!option->get_default_str().empty()) {
            text += "=" + option->get_default_str();
        }
        return text;
    }
};

} // namespace

std::shared_ptr<CLI::FormatterBase> help_format(Lang lang) {
    return std::make_shared<HelpFormat>(lang);
}

} // namespace longmen::tools
