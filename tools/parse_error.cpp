// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's English sentences, taken apart and said in both languages.
#include "parse_error.hpp"

#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <regex>

namespace longmen::tools {
namespace {

struct Form {
    const char* pattern; ///< of the parser's message, whole
    const char* zh;      ///< `$1` ... are what the pattern captured
    const char* en;
};

/// Every form this program's options can bring about; `tests/cli/commands` meets each.
constexpr std::array forms{
    Form{"(.+) is required", "缺少 $1", "$1 is missing"},
    Form{"The following arguments? (?:was|were) not expected: (.+)", "不认识的参数：$1",
         "unknown argument: $1"},
    Form{"(.+): (.*) not in \\{(.+)\\}", "$1：“$2”不在可选值之列；可选：$3",
         "$1: `$2` is not one of the values allowed: $3"},
    Form{"Could not convert: (.+) = (.*)", "$1：“$2”不是所要求的数值",
         "$1: `$2` is not a number of the kind expected"},
    Form{"(.+): no_count (.*)", "$1：“$2”不是不小于 0 的整数", "$1: `$2` is no whole number from 0"},
    Form{"(.+): (?:\\d+ )?required .* ?missing", "$1 后面缺少值", "$1 needs a value"},
    Form{"(.+): At Most (\\d+) required but received (\\d+)", "$1 给了 $3 次，最多 $2 次",
         "$1 is given $3 times; at most $2 is allowed"},
    Form{"(.+) was given a disallowed flag override", "$1 不带值", "$1 takes no value"},
};

std::optional<Sentence> known_form(const std::string& message) {
    for (const auto& form : forms) {
        std::smatch parts;
        if (std::regex_match(message, parts, std::regex{form.pattern})) {
            return Sentence{parts.format(form.zh), parts.format(form.en)};
        }
    }
    return std::nullopt;
}

/// Levenshtein distance of bytes.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

std::optional<Sentence> unknown_command(int argc, char** argv,
                                        const std::vector<std::string_view>& commands) {
    if (argc < 2) {
        return Sentence{"缺少命令；longmen --help 列出全部命令",
                        "a command is missing; `longmen --help` lists them"};
    }
    const std::string_view word = argv[1];
    if (word.starts_with('-') || commands.empty() || std::ranges::find(commands, word) != commands.end()) {
        return std::nullopt;
    }
    const auto nearest = *std::ranges::min_element(
        commands, {}, [&](std::string_view command) { return distance(word, command); });
    constexpr std::size_t near = 3;
    if (distance(word, nearest) < std::min(near, word.size())) {
        return sentence("没有命令“{}”；是否想用 {}？longmen --help 列出全部命令",
                        "there is no command `{}`; did you mean `{}`? `longmen --help` lists them", word,
                        nearest);
    }
    return sentence("没有命令“{}”；longmen --help 列出全部命令",
                    "there is no command `{}`; `longmen --help` lists them", word);
}

} // namespace

Sentence parse_error_sentence(const CLI::ParseError& error, int argc, char** argv,
                              const std::vector<std::string_view>& commands) {
    if (auto unknown = unknown_command(argc, argv, commands)) {
        return *unknown;
    }
    const std::string message = error.what();
    if (message == "A subcommand is required") {
        return {"缺少命令；longmen --help 列出全部命令", "a command is missing; `longmen --help` lists them"};
    }
    auto said = known_form(message).value_or(Sentence{message, message});
    const auto command =
        argc > 1 && !std::string_view{argv[1]}.starts_with('-') ? std::string{argv[1]} + " " : "";
    said.zh += "；longmen " + command + "--help 显示用法";
    said.en += "; `longmen " + command + "--help` shows how it is used";
    return said;
}

} // namespace longmen::tools
