// SPDX-License-Identifier: GPL-3.0-or-later
// Characters to words: marks, brackets, commas, initials.
#include <longmen/resolve/detail/org_words.hpp>

#include <algorithm>
#include <utility>

namespace longmen::resolve::detail {
namespace {

class Splitter {
    const OrgTables& tables_;
    SplitName result_;

public:
    explicit Splitter(const OrgTables& tables) : tables_(tables) {}

    SplitName run(std::string_view text) {
        split(text);
        join_initials();
        cut_trading_as();
        return std::move(result_);
    }

private:
    void split(std::string_view text) {
        RawWord word;
        std::uint32_t segment = 0;
        int depth = 0;
        bool joins = false;
        std::string segment_text;
        const auto finish = [&] {
            if (!word.text.empty()) {
                word.segment = segment;
                word.bracketed = depth > 0;
                word.joins = joins;
                result_.words.push_back(std::move(word));
                joins = true;
            }
            word = {};
        };
        for (std::size_t at = 0; at < text.size();) {
            const auto begin = at;
            const auto character = next_character(text, at);
            const char c = character < 0x80 ? text[begin] : '\0';
            if (is_ascii_letter(c) || is_ascii_digit(c) || (character >= 0x80 && !is_mark(character))) {
                word.text.append(text, begin, at - begin);
                segment_text.append(text, begin, at - begin);
                continue;
            }
            const bool inside = !word.text.empty() && at < text.size() && is_ascii_letter(text[at]);
            // An apostrophe is no blank (xi'an), nor is a letter lost in some conversion (m?nchen).
            const bool apostrophe = c == '\'' || c == '`' || character == 0x2019 || character == 0x2018;
            if (apostrophe && (word.text == "d" || word.text == "l")) { // d'etudes: an article
                word = {};
                continue;
            }
            if (apostrophe || (c == '?' && inside)) {
                continue;
            }
            finish();
            segment_text += c == '\0' ? ' ' : c;
            if (c == '(' || c == '[') {
                if (begin_former(text, at) || skip_vendor_code(text, at) || take_country(text, at)) {
                    continue;
                }
                ++depth;
                joins = false;
                result_.bracketed = true;
            } else if (c == ')' || c == ']') {
                depth = std::max(0, depth - 1);
                joins = false;
            } else if (c == ',') {
                ++segment;
                ++result_.commas;
                joins = false;
                segment_text.pop_back();
                result_.segments.push_back(std::move(segment_text));
                segment_text.clear();
            } else if (c == '&' || c == '+' || c == '/' || c == '-') {
                const bool form = c == '/' && joins && result_.words.back().text == "a"; // A/S
                joins = joins && form;
            }
        }
        finish();
        result_.segments.push_back(std::move(segment_text));
    }

    /// `(formerly X)`: notes X; `at` moves behind the bracket.
    bool begin_former(std::string_view text, std::size_t& at) {
        const auto close = text.find_first_of(")]", at);
        const auto content = text.substr(at, close == std::string_view::npos ? close : close - at);
        for (const auto& mark : tables_.former_marks) {
            if (content.starts_with(mark) && content.size() > mark.size() && content[mark.size()] == ' ') {
                result_.former.emplace_back(content.substr(mark.size() + 1));
                at = close == std::string_view::npos ? text.size() : close + 1;
                return true;
            }
        }
        return false;
    }

    /// `(HUAW-C)`: a database's code of the applicant.
    bool skip_vendor_code(std::string_view text, std::size_t& at) const {
        constexpr std::size_t letters = 4;
        const auto close = text.find_first_of(")]", at);
        if (close == std::string_view::npos || close < at + letters + 2 || text[at + letters] != '-' ||
            !std::ranges::all_of(text.substr(at, letters),
                                 [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); }) ||
            !tables_.vendor_codes.contains(text.substr(at + letters + 1, close - at - letters - 1))) {
            return false;
        }
        at = close + 1;
        return true;
    }

    /// `[KR]` at the end, also `(KR)` behind a legal form.
    bool take_country(std::string_view text, std::size_t& at) {
        constexpr std::size_t code = 2;
        const bool ends = text.size() >= at + code + 1 &&
                          text.find_first_not_of(" .", at + code + 1) == std::string_view::npos;
        if (!ends || (text[at + code] != ')' && text[at + code] != ']') || result_.words.empty()) {
            return false;
        }
        const auto country = upper(text.substr(at, code));
        const bool behind_form = tables_.form_words.contains(result_.words.back().text);
        if (tables_.country_bit(country) == 0 || (text[at - 1] == '(' && !behind_form)) {
            return false;
        }
        result_.country = country;
        at = text.size();
        return true;
    }

    static std::string upper(std::string_view code) {
        std::string result{code};
        for (auto& c : result) {
            c = is_ascii_letter(c) ? static_cast<char>(c - 'a' + 'A') : c;
        }
        return result;
    }

    /// `S. p. A.` and `l l c` become one word.
    void join_initials() {
        std::vector<RawWord> joined;
        bool run = false;
        for (auto& word : result_.words) {
            const bool single = word.text.size() == 1 && is_ascii_letter(word.text[0]);
            if (single && run && word.joins) {
                joined.back().text += word.text;
            } else {
                joined.push_back(std::move(word));
            }
            run = single;
        }
        result_.words = std::move(joined);
    }

    void cut_trading_as() {
        for (std::size_t at = 1; at < result_.words.size(); ++at) {
            std::size_t length = 0;
            constexpr std::size_t longest_trading_as = 3;
            if (longest_match(tables_.trading_as, result_.words, at, longest_trading_as, length)) {
                result_.words.resize(at);
            }
        }
    }
};

} // namespace

SplitName split_latin(std::string_view folded, const OrgTables& tables) {
    return Splitter{tables}.run(folded);
}

} // namespace longmen::resolve::detail
