// SPDX-License-Identifier: GPL-3.0-or-later
// Names in Chinese, Japanese or Korean characters: brackets, legal forms, places, branches and departments.
#include <longmen/resolve/detail/org_digits.hpp>
#include <longmen/resolve/detail/org_reading.hpp>

#include <algorithm>
#include <vector>

namespace longmen::resolve::detail {
namespace {

constexpr std::size_t han_bytes = 3;

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; // not a trailing byte
    }));
}

class HanReader {
    const OrgTables& tables_;
    OrganisationName name_;
    std::string text_;

public:
    explicit HanReader(const OrgTables& tables) : tables_(tables) {}

    OrganisationName read(std::string_view folded) {
        plain_text(folded);
        mend_front();
        name_.type = type_of(text_);
        if (name_.type == PartyType::unknown && !name_.legal_form.empty()) {
            name_.type = PartyType::enterprise;
        }
        if (name_.type == PartyType::unknown && is_person(folded)) {
            name_.type = PartyType::individual;
            name_.words.push_back({text_, WordClass::plain});
            return std::move(name_);
        }
        auto rest = std::string_view{text_};
        find_unit(rest);
        if (name_.unit != NameUnit::branch) {
            rest = without_legal_form(rest);
        }
        auto core = without_places(rest);
        for (const auto& [short_form, full] : tables_.han_words) {
            if (const auto at = core.find(short_form); at != std::string::npos) {
                core.replace(at, short_form.size(), full);
            }
        }
        core = without_doubles(with_digits(core, tables_.han_counted));
        name_.words.push_back({core.empty() ? std::string{rest} : core, WordClass::plain});
        if (core.empty()) {
            name_.places.clear();
        }
        return std::move(name_);
    }

private:
    // --- brackets and marks --------------------------------------------------------------------------------

    /// Letters and digits; brackets opened up, but a former name in them or a second name taken out.
    void plain_text(std::string_view folded) {
        for (std::size_t at = 0; at < folded.size();) {
            if (folded[at] != '(') {
                const auto begin = at;
                (void)next_character(folded, at);
                text_ += letters_and_digits(folded.substr(begin, at - begin));
                continue;
            }
            const auto close = folded.find(')', at);
            const auto content =
                folded.substr(at + 1, close == std::string_view::npos ? close : close - at - 1);
            at = close == std::string_view::npos ? folded.size() : close + 1;
            if (!take_former(content) && !take_bracketed_form(content) && !is_second_name(content)) {
                const auto inner = letters_and_digits(content);
                name_.bracketed = name_.bracketed || !inner.empty();
                text_ += inner;
            }
        }
    }

    /// `中科院` and the like in full; a foreign firm's country as Taiwan writes it is left out.
    void mend_front() {
        for (const auto& [written, meant] : tables_.han_fronts) {
            if (text_.starts_with(written)) {
                text_.replace(0, written.size(), meant);
            }
        }
        const auto foreign = std::ranges::find_if(tables_.han_foreign,
                                                  [&](const auto& word) { return text_.starts_with(word); });
        if (foreign != tables_.han_foreign.end() && text_.size() > foreign->size() + 2 * han_bytes &&
            any_form(text_)) {
            text_.erase(0, foreign->size());
        }
    }

    bool take_former(std::string_view content) {
        for (const auto& mark : tables_.former_marks) {
            constexpr std::size_t shortest_name = 4 * han_bytes;
            if (content.starts_with(mark) && content.size() >= mark.size() + shortest_name) {
                name_.former.emplace_back(content.substr(mark.size()));
                return true;
            }
        }
        return false;
    }

    /// `(株)`, as U+3231 folds to.
    bool take_bracketed_form(std::string_view content) {
        const auto found = std::ranges::find_if(tables_.han_forms, [&](const auto& form) {
            return form.first.size() == content.size() + 2 && form.first.front() == '(' &&
                   std::string_view{form.first}.substr(1, content.size()) == content;
        });
        if (found == tables_.han_forms.end()) {
            return false;
        }
        take_form(found->second);
        return true;
    }

    /// A whole organisation's name in brackets, behind another: 甲医院（某省人民医院）.
    [[nodiscard]] bool is_second_name(std::string_view content) const {
        constexpr std::size_t shortest_name = 5;
        if (text_.empty() || count_characters(content) < shortest_name) {
            return false;
        }
        const auto inner = letters_and_digits(content);
        const bool only_form = std::ranges::any_of(
            tables_.han_forms, [&](const auto& form) { return std::string_view{form.first} == inner; });
        return !only_form && type_of(inner) != PartyType::unknown && type_of(text_) != PartyType::unknown;
    }

    // --- what it is ----------------------------------------------------------------------------------------

    /// The word that ends last decides; the list is sorted by length, so the longest comes first.
    [[nodiscard]] PartyType type_of(std::string_view text) const {
        constexpr std::size_t longest_short_name = 3; // 王某行 is a person
        PartyType type = PartyType::unknown;
        std::size_t best_end = 0;
        for (const auto& [word, kind] : tables_.han_kinds) {
            // One character means something at the end only, and not in a name of so few.
            if (word.size() <= han_bytes) {
                if (text.ends_with(word) && best_end < text.size() &&
                    count_characters(text) > longest_short_name) {
                    best_end = text.size();
                    type = kind;
                }
                continue;
            }
            const auto at = text.rfind(word);
            if (at != std::string_view::npos && at + word.size() > best_end) {
                best_end = at + word.size();
                type = kind;
            }
        }
        if (type == PartyType::unknown && any_form(text)) {
            type = PartyType::enterprise;
        }
        return type;
    }

    [[nodiscard]] bool any_form(std::string_view text) const {
        return std::ranges::any_of(tables_.han_forms, [&](const auto& form) {
            return text.starts_with(form.first) || text.ends_with(form.first);
        });
    }

    [[nodiscard]] bool is_person(std::string_view folded) const {
        constexpr std::size_t fewest = 2;
        constexpr std::size_t most = 4;
        constexpr std::size_t most_foreign = 16; // H·戴维·迪恩
        const auto count = count_characters(text_);
        const bool foreign =
            folded.find("·") != std::string_view::npos || folded.find("・") != std::string_view::npos;
        return count >= fewest && count <= (foreign ? most_foreign : most) &&
               std::ranges::none_of(text_, is_ascii_digit);
    }

    // --- departments and branches --------------------------------------------------------------------------

    void find_unit(std::string_view text) {
        if (find_department(text)) {
            return;
        }
        // A firm's name ends with its legal form; what stands behind that is a part of the firm.
        for (const auto& [form, index] : tables_.han_forms) {
            const auto at = text.find(form);
            const auto end = at + form.size();
            if (at == std::string_view::npos || at == 0 || end >= text.size()) {
                continue;
            }
            const auto behind = text.substr(end);
            const bool is_form = std::ranges::any_of(
                tables_.han_forms, [&](const auto& other) { return behind == other.first; });
            if (!is_form && type_of(behind) != PartyType::unknown) {
                name_.unit = NameUnit::branch;
                name_.parent = text.substr(0, end);
                return;
            }
        }
        for (const auto& branch : tables_.branches) {
            if (text.ends_with(branch)) {
                name_.unit = NameUnit::branch;
                return;
            }
        }
    }

    bool find_department(std::string_view text) {
        constexpr std::size_t shortest_university = 4 * han_bytes;
        std::size_t end = std::string_view::npos;
        for (const auto& word : tables_.universities) { // 大学 before 学院
            const auto at = text.find(word);
            const bool academy = at != std::string_view::npos && text.substr(0, at).ends_with("科"); // 科学院
            if (at != std::string_view::npos && !academy) {
                end = at + word.size();
                break;
            }
        }
        if (end == std::string_view::npos || end < shortest_university || end >= text.size()) {
            return false;
        }
        const auto whole = text.substr(0, end);
        const auto part = text.substr(end);
        const auto holds = [&](const auto& word) { return part.find(word) != std::string_view::npos; };
        const bool named = std::ranges::any_of(tables_.departments, [&](const auto& word) {
            return part.ends_with(word) && part.size() > word.size();
        });
        if (!named || std::ranges::any_of(tables_.own_bodies, holds) || place_at(part, 0).second > 0) {
            return false;
        }
        name_.unit = NameUnit::department;
        name_.parent = whole;
        name_.type = PartyType::university;
        return true;
    }

    // --- legal form and places -----------------------------------------------------------------------------

    void take_form(std::uint32_t index) {
        name_.legal_form = tables_.forms[index].key;
        name_.countries = tables_.forms[index].countries;
    }

    std::string_view without_legal_form(std::string_view text) {
        for (const auto& [form, index] : tables_.han_forms) {
            if (text.size() > form.size() && text.ends_with(form)) {
                take_form(index);
                return text.substr(0, text.size() - form.size());
            }
            // 株式会社X, 주식회사 X: in front, but never 公司.
            const bool in_front = tables_.forms[index].countries == tables_.country_bit("JP") ||
                                  tables_.forms[index].countries == tables_.country_bit("KR");
            if (in_front && text.size() > form.size() && text.starts_with(form)) {
                take_form(index);
                return text.substr(form.size());
            }
        }
        return text;
    }

    /// The longest place that begins at `at`, and its length in bytes; length 0 without one.
    [[nodiscard]] std::pair<const PlaceName*, std::size_t> place_at(std::string_view text,
                                                                    std::size_t at) const {
        const auto most = std::min(tables_.longest_han_place, text.size() - at);
        for (auto length = most; length >= 2 * han_bytes; length -= han_bytes) {
            if (const auto found = tables_.han_places.find(text.substr(at, length));
                found != tables_.han_places.end()) {
                return {&found->second, length};
            }
        }
        return {nullptr, 0};
    }

    /// Places in front go to `places`; `市` and the like behind a place are left out.
    std::string without_places(std::string_view text) {
        std::vector<PlaceName> places;
        std::size_t at = 0;
        while (at < text.size()) {
            const auto [place, length] = place_at(text, at);
            if (!place) {
                break;
            }
            // 吉林 and 吉林: a second province is a name.
            if (!places.empty() && (place->province != places.back().province || place->is_province)) {
                break;
            }
            places.push_back(*place);
            at += length;
            at += suffix_length(text, at);
        }
        name_.places = settle_places(places);
        auto rest = text.substr(at);
        if (places.empty()) {
            return without_unknown_city(rest);
        }
        return std::string{rest};
    }

    /// 起重机机械 is read as 起重机械: a character written twice side by side counts once.
    [[nodiscard]] static std::string without_doubles(std::string_view text) {
        std::string result;
        std::string_view last;
        for (std::size_t at = 0; at < text.size();) {
            const auto begin = at;
            (void)next_character(text, at);
            const auto character = text.substr(begin, at - begin);
            if (character != last || character.size() < han_bytes) {
                result += character;
            }
            last = character;
        }
        return result;
    }

    [[nodiscard]] std::size_t suffix_length(std::string_view text, std::size_t at) const {
        const auto rest = text.substr(at);
        for (const auto& no : tables_.not_place_suffixes) {
            if (rest.starts_with(no)) {
                return 0;
            }
        }
        for (const auto& suffix : tables_.place_suffixes_han) {
            if (rest.starts_with(suffix) && rest.size() > suffix.size()) {
                return suffix.size();
            }
        }
        return 0;
    }

    /// A place that no table knows, told by its 市 or 县 in the third or fourth position: 建瓯市X is 建瓯X.
    [[nodiscard]] std::string without_unknown_city(std::string_view text) const {
        for (const auto length : {2 * han_bytes, 3 * han_bytes}) {
            if (text.size() > length + 3 * han_bytes) {
                const auto suffix = text.substr(length, han_bytes);
                if ((suffix == "市" || suffix == "县") && suffix_length(text, length) > 0 &&
                    !text.substr(0, length).ends_with("城") && !text.substr(0, length).ends_with("都")) {
                    return std::string{text.substr(0, length)} + std::string{text.substr(length + han_bytes)};
                }
            }
        }
        return std::string{text};
    }
};

} // namespace

OrganisationName read_han_name(std::string_view folded, const OrgTables& tables) {
    return HanReader{tables}.read(folded);
}

} // namespace longmen::resolve::detail
