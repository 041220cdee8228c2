// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns of symbols in a trie; keywords in what it lets through.
#include <longmen/programme/strategic_industries.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/programme/detail/origins.hpp>
#include <longmen/programme/detail/values.hpp>

#include <algorithm>
#include <map>

namespace longmen::programme {
namespace {

constexpr std::size_t class_size = 3, subclass_size = 4, longest_group = 4, longest_subgroup = 6;

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool letter(char c) {
    return c >= 'A' && c <= 'Z';
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
bool word_character(char c) {
    return digit(c) || letter(upper(c));
}

std::size_t step_of(char c) {
    constexpr std::size_t letters_from = 10, slash = 36;
    return digit(c)    ? static_cast<std::size_t>(c - '0')
           : letter(c) ? letters_from + static_cast<std::size_t>(c - 'A')
                       : slash;
}

/// Group and subgroup behind a subclass, in any spacing.
std::string group_text(std::string_view rest) {
    std::size_t at = 0;
    const auto skip = [&](std::string_view marks) {
        while (at < rest.size() && marks.find(rest[at]) != std::string_view::npos) {
            ++at;
        }
    };
    const auto digits = [&] {
        const auto begin = at;
        while (at < rest.size() && digit(rest[at])) {
            ++at;
        }
        return rest.substr(begin, at - begin);
    };
    skip(" -");
    auto group = digits();
    std::string subgroup;
    if (group.size() == longest_group + longest_subgroup) { // A61K0031000000
        subgroup = group.substr(longest_group);
        group = group.substr(0, longest_group);
        while (subgroup.size() > 2 && subgroup.back() == '0') {
            subgroup.pop_back();
        }
    } else if (at < rest.size() && rest[at] != '(') {
        skip(" /-");
        subgroup = digits();
    }
    while (group.size() > 1 && group.front() == '0') {
        group.remove_prefix(1);
    }
    if (group.empty() || group.size() > longest_group || group == "0") {
        return {};
    }
    return subgroup.empty() ? std::string{group} : std::string{group} + '/' + subgroup;
}

/// What a pattern of a table covers: everything that begins like `text`, or the symbol itself.
struct Covers {
    std::string text;
    bool whole = false;
};

std::optional<Covers> read_pattern(std::string_view written) {
    std::string text;
    for (const char c : fold_width(written)) {
        if (c != ' ') {
            text += upper(c);
        }
    }
    const bool open = text.ends_with('*');
    while (text.ends_with('*')) {
        text.pop_back();
    }
    const auto subgroup = text.find('/');
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool fits = i == 0            ? text[i] >= 'A' && text[i] <= 'H'
                          : i < class_size  ? digit(text[i])
                          : i == class_size ? letter(text[i])
                          : i == subgroup   ? i > subclass_size
                                            : digit(text[i]);
        if (!fits) {
            return std::nullopt;
        }
    }
    if (text.empty() || (!open && text.size() < class_size) || (!open && text.ends_with('/'))) {
        return std::nullopt;
    }
    if (!open && text.size() > subclass_size && subgroup == std::string::npos) {
        text += '/';
        return Covers{text, false};
    }
    return Covers{text, !open && text.size() > subclass_size};
}

bool holds_word(std::string_view text, std::string_view word) {
    const bool front = word_character(word.front());
    const bool back = word_character(word.back());
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if (!(front && at > 0 && word_character(text[at - 1])) &&
            !(back && end < text.size() && word_character(text[end]))) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string symbol_text(std::string_view text) {
    text = trim(text);
    if (text.size() < class_size) {
        return {};
    }
    std::string symbol{upper(text[0]), text[1], text[2]};
    if (symbol[0] < 'A' || symbol[0] > 'H' || !digit(symbol[1]) || !digit(symbol[2])) {
        return {};
    }
    if (text.size() == class_size) {
        return symbol;
    }
    if (!letter(upper(text[class_size]))) {
        return {};
    }
    symbol += upper(text[class_size]);
    return symbol + group_text(text.substr(subclass_size));
}

void read_symbol_cell(std::string_view cell, IndustryEntry& entry) {
    std::string text = fold_width(cell);
    constexpr std::string_view without = "不含";
    std::string word;
    bool except = false;
    const auto flush = [&] {
        if (!word.empty()) {
            (except ? entry.except : entry.symbols).push_back(word);
            word.clear();
        }
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (std::string_view{text}.substr(at).starts_with(without)) {
            flush();
            except = true;
            at += without.size() - 1;
        } else if (text[at] == ')') {
            flush();
            except = false;
        } else if (std::string_view{text}.substr(at).starts_with("、")) {
            flush();
            at += std::string_view{"、"}.size() - 1;
        } else if (std::string_view{",;:( \t\r\n|"}.find(text[at]) != std::string_view::npos) {
            flush();
        } else {
            word += text[at];
        }
    }
    flush();
}

IndustryTable::IndustryTable(std::vector<IndustryEntry> entries, std::string id, Sentence name,
                             std::string checksum, bool whole)
    : entries_(std::move(entries)), nodes_(1), id_(std::move(id)), checksum_(std::move(checksum)),
      name_(std::move(name)), whole_(whole) {
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        add(entries_[i], i);
    }
}

void IndustryTable::add(const IndustryEntry& entry, std::uint32_t at) {
    if (entry.symbols.empty()) {
        throw DataError(entry.file, entry.line,
                        sentence("“{}”没有 IPC 分类号", "`{}` has no IPC symbols", entry.id));
    }
    const auto put = [&](const std::vector<std::string>& patterns, bool except) {
        for (std::uint32_t i = 0; i < patterns.size(); ++i) {
            const auto covers = read_pattern(patterns[i]);
            if (!covers) {
                throw DataError(entry.file, entry.line,
                                sentence("“{}”不是 IPC 分类号；应如 G06N、G06N3/*、G06F9/44",
                                         "`{}` is no IPC symbol; G06N, G06N3/* or G06F9/44 is expected",
                                         patterns[i]));
            }
            std::uint32_t node = 0;
            for (const char c : covers->text) {
                auto next = nodes_[node].next[step_of(c)];
                if (next == 0) {
                    next = static_cast<std::uint32_t>(nodes_.size());
                    nodes_[node].next[step_of(c)] = next;
                    nodes_.emplace_back();
                }
                node = next;
            }
            nodes_[node].patterns.push_back({at, i, except, covers->whole});
        }
    };
    put(entry.symbols, false);
    put(entry.except, true);
    auto& words = keywords_.emplace_back();
    for (const auto& word : entry.keywords) {
        words.push_back(fold(trim(word)));
        if (words.back().empty()) {
            throw DataError(entry.file, entry.line,
                            sentence("“{}”有空的关键词", "`{}` has an empty keyword", entry.id));
        }
    }
}

IndustryMatch IndustryTable::match(std::span<const std::string> symbols,
                                   std::span<const std::string_view> texts) const {
    IndustryMatch result;
    std::vector<IndustryMatch::Place> found;
    std::vector<const Pattern*> in;
    std::vector<std::uint32_t> out;
    for (std::uint32_t s = 0; s < symbols.size(); ++s) {
        const auto symbol = symbol_text(symbols[s]);
        if (symbol.empty()) {
            continue;
        }
        result.readable = true;
        in.clear();
        out.clear();
        std::uint32_t node = 0;
        std::size_t at = 0;
        for (; at < symbol.size(); ++at) {
            node = nodes_[node].next[step_of(symbol[at])];
            if (node == 0) {
                break;
            }
            for (const auto& pattern : nodes_[node].patterns) {
                if (!pattern.whole || at + 1 == symbol.size()) {
                    if (pattern.except) {
                        out.push_back(pattern.entry);
                    } else {
                        in.push_back(&pattern);
                    }
                }
            }
        }
        const bool whole_symbol = symbol.find('/') != std::string::npos;
        const auto& next = nodes_[node].next;
        if (at == symbol.size() && !whole_symbol && in.empty() &&
            std::ranges::any_of(next, [](std::uint32_t below) { return below != 0; })) {
            result.too_coarse = true;
        }
        for (const auto* pattern : in) {
            const bool excluded = std::ranges::find(out, pattern->entry) != out.end();
            const bool known =
                std::ranges::find(found, pattern->entry, &IndustryMatch::Place::entry) != found.end();
            if (!excluded && !known) {
                found.push_back({pattern->entry, s, pattern->place, {}});
            }
        }
    }
    if (found.empty()) {
        return result;
    }
    std::ranges::sort(found, {}, &IndustryMatch::Place::entry);
    std::string text;
    for (const auto part : texts) {
        text += fold(part);
        text += '\n';
    }
    for (auto& place : found) {
        const auto& words = keywords_[place.entry];
        const auto word =
            std::ranges::find_if(words, [&](const std::string& each) { return holds_word(text, each); });
        if (word != words.end()) {
            place.keyword = static_cast<std::uint32_t>(word - words.begin());
        }
        (words.empty() || place.keyword ? result.hits : result.candidates).push_back(place);
    }
    return result;
}

IndustryTable IndustryTable::read(const Config& config) {
    const auto& root = config.root();
    root.allow(
        {"id", "version", "name_zh", "name_en", "source", "source_date", "coverage", "industry", "entry"});
    (void)root.at("source").string();
    (void)detail::date_of(root.at("source_date"));
    enum class Coverage : std::uint8_t { partial, whole };
    constexpr std::array<std::string_view, 2> coverage_keys{"partial", "whole"};
    const auto coverage =
        detail::one_of<Coverage>(root.at("coverage"), coverage_keys, {"覆盖范围", "coverage"});
    std::map<std::int64_t, Sentence> industries;
    for (const auto* node : root.tables("industry")) {
        node->allow({"number", "name_zh", "name_en"});
        if (!industries.emplace(node->at("number").integer(), detail::pair_of(*node, "name")).second) {
            node->at("number").fail(Sentence{"产业编号重复", "the number is used twice"});
        }
    }
    std::vector<IndustryEntry> entries;
    detail::Ids ids;
    for (const auto* node : root.tables("entry")) {
        node->allow({"id", "industry", "name_zh", "name_en", "ipc", "except", "keywords"});
        const auto industry = industries.find(node->at("industry").integer());
        if (industry == industries.end()) {
            node->at("industry").fail(Sentence{"文件中没有这个产业", "no such industry in this file"});
        }
        entries.push_back({ids.take(*node), industry->second, detail::pair_of(*node, "name"),
                           node->at("ipc").strings(), node->strings_or_empty("except"),
                           node->strings_or_empty("keywords"), node->file(), node->line()});
    }
    return {std::move(entries), root.at("id").string(), detail::pair_of(root, "name"), config.checksum(),
            coverage == Coverage::whole};
}

} // namespace longmen::programme
