// SPDX-License-Identifier: GPL-3.0-or-later
// Takes an entry apart by its punctuation.
#include <longmen/ingest/detail/reference_entry.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/number.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace longmen::ingest::detail {
namespace {

using namespace std::string_view_literals;

constexpr std::array stops{"."sv, "．"sv, "。"sv};
constexpr std::array separators{","sv, "，"sv, ";"sv, "；"sv, "["sv, "]"sv, "［"sv, "］"sv};
constexpr std::array colons{":"sv, "："sv};
constexpr auto china = "中国"sv;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Length of the sign of `signs` that stands at `at`; 0 when none does.
std::size_t sign_at(std::string_view text, std::size_t at, std::span<const std::string_view> signs) {
    for (const auto sign : signs) {
        if (text.substr(at).starts_with(sign)) {
            return sign.size();
        }
    }
    return 0;
}

struct Mark {
    std::size_t begin = 0, end = 0;
    bool patent = false;
};

/// The first mark of a kind of document.
std::optional<Mark> find_mark(std::string_view text) {
    constexpr std::array opens{"["sv, "［"sv};
    constexpr std::array closes{"]"sv, "］"sv};
    constexpr std::size_t longest = 24; // EB/OL, in full width
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto open = sign_at(text, at, opens);
        if (open == 0) {
            continue;
        }
        for (auto end = at + open; end < std::min(text.size(), at + longest); ++end) {
            const auto close = sign_at(text, end, closes);
            if (close == 0) {
                continue;
            }
            const auto kind = fold_key(text.substr(at + open, end - at - open));
            const bool letters = !kind.empty() && std::ranges::all_of(kind, [](char c) {
                return (c >= 'a' && c <= 'z') || c == '/';
            });
            if (letters) {
                return Mark{at, end + close, kind == "p" || kind.starts_with("p/")};
            }
            break;
        }
    }
    return std::nullopt;
}

/// True for a stop inside a number or a date: `201710601862.3`, `2018.01.01`.
bool is_inside_number(std::string_view text, std::size_t at, std::size_t length) {
    const auto next = at + length;
    return at > 0 && is_digit(text[at - 1]) && next < text.size() &&
           (is_digit(text[next]) || text[next] == 'X');
}

/// Splits at commas, brackets, the signs of `colon`, and at stops that end something.
std::vector<std::string_view> pieces_of(std::string_view text, std::span<const std::string_view> colon) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    const auto end_piece = [&](std::size_t end) {
        if (const auto piece = trim(text.substr(begin, end - begin)); !piece.empty()) {
            pieces.push_back(piece);
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto stop = sign_at(text, at, stops);
        const auto sign = stop > 0 && !is_inside_number(text, at, stop)
                              ? stop
                              : std::max(sign_at(text, at, separators), sign_at(text, at, colon));
        if (sign > 0) {
            end_piece(at);
            begin = at + sign;
        }
        at += std::max<std::size_t>(sign, 1);
    }
    end_piece(text.size());
    return pieces;
}

/// A number, and the words of a country in front of it: `中国专利CN201310123456.7`, `申请号 201310123456.7`.
struct WrittenNumber {
    DocNumber number;
    std::string_view words, text;
};

std::optional<WrittenNumber> find_number(std::string_view piece) {
    const auto begin = piece.find_first_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (begin == std::string_view::npos) {
        return std::nullopt;
    }
    const auto text = piece.substr(begin);
    if (text.size() >= 5 && text[4] == '-') {
        return std::nullopt; // 2018-01-01
    }
    auto number = parse_number(text);
    return number ? std::optional{WrittenNumber{std::move(*number), trim(piece.substr(0, begin)), text}}
                  : std::nullopt;
}

void take_number(ReferenceEntry& entry, const WrittenNumber& found) {
    const bool bare = is_digit(found.text.front());
    const auto country = std::string{found.words.empty() ? std::string_view{entry.place} : found.words};
    const bool foreign = bare && has_han(country) && country.find(china) == std::string::npos &&
                         country.find("号") == std::string::npos;
    auto& place = found.number.number_kind == NumberKind::application ? entry.application : entry.publication;
    place = foreign ? country + " " + std::string{found.text} : std::string{found.text};
    if (entry.place.empty() && country.find("号") == std::string::npos) {
        entry.place = country;
    }
}

bool has_number(const ReferenceEntry& entry) {
    return !entry.application.empty() || !entry.publication.empty();
}

/// What stands behind the mark: place, number and date in any order.
void read_behind(ReferenceEntry& entry, std::string_view text) {
    for (const auto piece : pieces_of(text, colons)) {
        if (const auto date = entry.date.empty() ? parse_date(piece) : std::nullopt;
            date && piece.find_first_of("-./年") != std::string_view::npos) {
            entry.date = piece;
        } else if (const auto number = has_number(entry) ? std::nullopt : find_number(piece)) {
            take_number(entry, *number);
        } else if (entry.place.empty() && has_han(piece) && !has_number(entry)) {
            entry.place = piece;
        }
    }
}

/// `一种…: 中国, 201710601862.3` of the standard: place and number leave the title.
void read_title(ReferenceEntry& entry, std::string_view text) {
    entry.title = text;
    std::size_t colon = std::string_view::npos;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const auto sign = sign_at(text, at, colons); sign > 0) {
            colon = at;
            length = sign;
        }
    }
    if (colon == std::string_view::npos) {
        return;
    }
    const auto pieces = pieces_of(text.substr(colon + length), {});
    const auto number = pieces.empty() ? std::nullopt : find_number(pieces.back());
    if (!number) {
        return;
    }
    if (pieces.size() > 1) {
        entry.place = pieces.front();
    }
    take_number(entry, *number);
    entry.title = trim(text.substr(0, colon));
}

/// True for the stop behind an initial in front of its name (`J. Smith`, not `SMITH J.`), inside `2.0`, and
/// in `Co., Ltd.`.
bool belongs_to_word(std::string_view text, std::size_t at) {
    if (text[at] != '.') {
        return false;
    }
    const auto before = trim(text.substr(0, at - std::min<std::size_t>(at, 1)));
    const bool initial = at > 0 && is_upper(text[at - 1]) &&
                         (before.empty() || before.ends_with(',') || before.ends_with('.'));
    return initial || (at + 1 < text.size() && (is_digit(text[at + 1]) || text[at + 1] == ','));
}

} // namespace

bool has_document_mark(std::string_view text) {
    return find_mark(text).has_value();
}

ReferenceEntry read_reference(std::string_view text) {
    ReferenceEntry entry;
    const auto mark = find_mark(text);
    if (!mark || !mark->patent) {
        return entry;
    }
    entry.patent = true;
    auto before = trim(text.substr(0, mark->begin));
    for (std::size_t at = 0; at < before.size(); ++at) {
        const auto stop = sign_at(before, at, stops);
        if (stop > 0 && !belongs_to_word(before, at)) {
            entry.people = trim(before.substr(0, at));
            before = trim(before.substr(at + stop));
            break;
        }
    }
    read_title(entry, before);
    read_behind(entry, text.substr(mark->end));
    return entry;
}

} // namespace longmen::ingest::detail
