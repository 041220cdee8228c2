// SPDX-License-Identifier: GPL-3.0-or-later
// Splits texts into words.
#include <longmen/search/tokens.hpp>

#include <longmen/base/script.hpp>
#include <longmen/base/text.hpp>

#include <unordered_map>

namespace longmen::search {
namespace {

/// Bytes of a word; of a longer one its head and a checksum of the whole.
constexpr std::size_t longest_word = 64;
constexpr std::size_t checksum_digits = 16;

void shorten(std::string& word) {
    if (word.size() > longest_word) {
        const auto checksum = hash_hex(word).substr(0, checksum_digits);
        word.resize(longest_word - checksum_digits);
        word += checksum;
    }
}

enum class Kind : std::uint8_t { blank, mark, letter, character };

/// One code point from `at`; the text is valid UTF-8, anything else is taken byte by byte.
char32_t decode(std::string_view text, std::size_t at, std::size_t& length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned lead = byte(0);
    length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > text.size()) {
        length = 1;
    }
    switch (length) {
    case 2:
        return (lead & 0x1FU) << 6U | (byte(1) & 0x3FU);
    case 3:
        return (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    case 4:
        return (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    default:
        return lead;
    }
}

bool within(char32_t code, char32_t low, char32_t high) {
    return code >= low && code <= high;
}

/// Accents of Latin and sound marks of kana that are written behind their letter.
bool combines(char32_t code) {
    return within(code, 0x300, 0x36F) || code == 0x3099 || code == 0x309A;
}

Kind kind_of(char32_t code) {
    if (code < 0x80) {
        const bool letter = within(code, '0', '9') || within(code, 'a', 'z') || within(code, 'A', 'Z');
        return letter ? Kind::letter : code <= ' ' || code == 0x7F ? Kind::blank : Kind::mark;
    }
    if (code == 0xA0 || code == 0x3000 || code == 0xFEFF || within(code, 0x2000, 0x200B)) {
        return Kind::blank;
    }
    if (code == 0x3005 || code == 0x3007 || within(code, 0x3400, 0x4DBF) || within(code, 0x4E00, 0x9FFF) ||
        within(code, 0xF900, 0xFAFF) || within(code, 0x3041, 0x30FF) || within(code, 0xAC00, 0xD7AF) ||
        within(code, 0x20000, 0x3FFFF)) {
        return code == 0x30FB || code == 0x30A0 ? Kind::mark : Kind::character; // a middle dot is none
    }
    if (within(code, 0xFF10, 0xFF19) || within(code, 0xFF21, 0xFF3A) || within(code, 0xFF41, 0xFF5A)) {
        return Kind::letter;
    }
    // Subscripts and Roman or circled numbers are part of formulas and names.
    if (within(code, 0x2070, 0x209C) || within(code, 0x2150, 0x218B) || within(code, 0x2460, 0x24FF)) {
        return Kind::letter;
    }
    const bool mark = code < 0xC0 || code == 0xD7 || code == 0xF7 || within(code, 0x200C, 0x2BFF) ||
                      within(code, 0x3001, 0x303F) || within(code, 0xFE10, 0xFE6F) ||
                      within(code, 0xFF01, 0xFFEF);
    return mark ? Kind::mark : Kind::letter;
}

/// A point, slash or hyphen with a letter or digit on either side.
bool joins(std::string_view text, std::size_t at) {
    const auto letter = [&](std::size_t i) {
        return i < text.size() && static_cast<unsigned char>(text[i]) < 0x80 &&
               kind_of(static_cast<unsigned char>(text[i])) == Kind::letter;
    };
    return std::string_view{"./-_"}.find(text[at]) != std::string_view::npos && at > 0 && letter(at - 1) &&
           letter(at + 1);
}

/// Folding one character takes microseconds: each is folded once by a thread.
const std::string& folded_character(char32_t code, std::string_view bytes) {
    thread_local std::unordered_map<char32_t, std::string> characters;
    const auto found = characters.find(code);
    return found != characters.end() ? found->second
                                     : characters.emplace(code, fold(simplified(bytes))).first->second;
}

} // namespace

std::string Tokeniser::folded(std::string_view text) {
    fold_text(text);
    return folded_;
}

/// Folds the text and keeps of each byte the place of its character in the original.
void Tokeniser::fold_text(std::string_view text) {
    folded_.clear();
    places_.clear();
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        const auto code = decode(text, at, length);
        const auto before = folded_.size();
        auto end = at + length;
        while (end < text.size()) {
            const auto lead = static_cast<unsigned char>(text[end]); // of marks: most texts have none
            std::size_t next = 0;
            if ((lead != 0xCC && lead != 0xCD && lead != 0xE3) || !combines(decode(text, end, next))) {
                break;
            }
            end += next;
        }
        if (end > at + length) { // a letter and its marks are the one letter they make
            folded_ += fold(simplified(text.substr(at, end - at)));
        } else if (code < 0x80) {
            folded_ += static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code);
        } else {
            folded_ += folded_character(code, text.substr(at, length));
        }
        places_.insert(places_.end(), folded_.size() - before, {at, end});
        at = end;
    }
}

std::vector<Token> Tokeniser::split(std::string_view text) {
    fold_text(text);
    std::vector<Token> tokens;
    std::uint32_t position = 0;
    std::size_t word = 0;
    bool in_word = false;
    const auto end_word = [&](std::size_t end) {
        if (in_word) {
            tokens.push_back({folded_.substr(word, end - word), position++, false, places_[word].first,
                              places_[end - 1].second});
            shorten(tokens.back().text);
            in_word = false;
        }
    };
    for (std::size_t at = 0; at < folded_.size();) {
        std::size_t length = 1;
        const auto code = decode(folded_, at, length);
        const auto kind = !in_word && combines(code) ? Kind::mark : kind_of(code); // begins no word
        if (kind == Kind::letter) {
            if (!in_word) {
                word = at;
                in_word = true;
            }
        } else {
            end_word(at);
            if (kind == Kind::character) {
                tokens.push_back({folded_.substr(at, length), position++, true, places_[at].first,
                                  places_[at + length - 1].second});
            } else if (kind == Kind::mark && !joins(folded_, at)) {
                ++position;
            }
        }
        at += length;
    }
    end_word(folded_.size());
    return tokens;
}

bool is_pair(const Token& token, const Token& next, const std::unordered_set<std::string>& paired) {
    return token.character && next.character && next.position == token.position + 1 &&
           paired.contains(token.text) && paired.contains(next.text);
}

std::vector<std::pair<std::size_t, std::size_t>> find_phrase(const std::vector<Token>& text,
                                                             const std::vector<Token>& phrase) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    if (phrase.empty()) {
        return places;
    }
    for (std::size_t i = 0; i + phrase.size() <= text.size(); ++i) {
        const auto offset = text[i].position - phrase[0].position;
        bool same = true;
        for (std::size_t k = 0; same && k < phrase.size(); ++k) {
            same = text[i + k].text == phrase[k].text && text[i + k].position == phrase[k].position + offset;
        }
        if (same) {
            places.emplace_back(text[i].begin, text[i + phrase.size() - 1].end);
        }
    }
    return places;
}

} // namespace longmen::search
