// SPDX-License-Identifier: GPL-3.0-or-later
// Names in Latin letters: words, legal forms wherever they stand, places, canonical words, persons.
#include <longmen/resolve/detail/org_reading.hpp>

#include <algorithm>
#include <optional>
#include <span>

namespace longmen::resolve::detail {
namespace {

constexpr std::string_view article_word = "de"; ///< canonical form of articles in the vocabulary

struct RawWord {
    std::string text;
    std::uint32_t segment = 0; ///< counted by commas
    bool bracketed = false;
    bool joins = false; ///< nothing but blanks and dots between it and the word before
};

/// Longest run of words, from `at` on, that stands in a table; nullptr without one.
template <class Table>
auto longest_match(const Table& table, std::span<const RawWord> words, std::size_t at, std::size_t most,
                   std::size_t& length) -> decltype(&table.begin()->second) {
    std::string key;
    decltype(&table.begin()->second) found = nullptr;
    for (std::size_t count = 1; count <= most && at + count <= words.size(); ++count) {
        if (count > 1) {
            key += ' ';
        }
        key += words[at + count - 1].text;
        if (const auto row = table.find(key); row != table.end()) {
            found = &row->second;
            length = count;
        }
    }
    return found;
}

class LatinReader {
    const OrgTables& tables_;
    std::string_view country_;
    std::vector<RawWord> words_;
    OrganisationName name_;
    std::size_t commas_ = 0;
    std::vector<std::string> segments_;
    std::vector<std::uint32_t> place_segments_;
    std::size_t front_place_index_ = 0;
    std::string front_place_; ///< the last place before any other word, as written

public:
    LatinReader(const OrgTables& tables, std::string_view country) : tables_(tables), country_(country) {}

    OrganisationName read(std::string_view folded) {
        split(folded);
        join_initials();
        cut_trading_as();
        if (words_.empty()) {
            return std::move(name_);
        }
        if (is_person()) {
            read_person();
            return std::move(name_);
        }
        const auto university_order = order_of_university();
        std::erase_if(words_, [&](const auto& word) { return tables_.connectives.contains(word.text); });
        drop_acronym();
        const auto everything = words_;
        auto places = take_places_and_forms();
        name_.type = type_of_organisation(everything);
        if (name_.type == PartyType::university) {
            name_.order = university_order;
            find_department();
        }
        mend_words();
        canonical_words(words_);
        keep_place_as_name(places);
        drop_articles();
        drop_words_of_form(places);
        name_.places = settle_places(places);
        if (name_.words.empty()) { // nothing but form and place
            canonical_words(everything);
            name_.places.clear();
        }
        settle_countries(places);
        return std::move(name_);
    }

private:
    // --- words ---------------------------------------------------------------------------------------------

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
                words_.push_back(std::move(word));
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
                if (begin_former(text, at)) {
                    continue;
                }
                ++depth;
                joins = false;
                name_.bracketed = true;
            } else if (c == ')' || c == ']') {
                depth = std::max(0, depth - 1);
                joins = false;
            } else if (c == ',') {
                ++segment;
                ++commas_;
                joins = false;
                segment_text.pop_back();
                segments_.push_back(std::move(segment_text));
                segment_text.clear();
            } else if (c == '&' || c == '+' || c == '/' || c == '-') {
                joins = false;
            }
        }
        finish();
        segments_.push_back(std::move(segment_text));
    }

    /// `(formerly X)`: notes X; `at` moves behind the bracket.
    bool begin_former(std::string_view text, std::size_t& at) {
        const auto close = text.find_first_of(")]", at);
        const auto content = text.substr(at, close == std::string_view::npos ? close : close - at);
        for (const auto& mark : tables_.former_marks) {
            if (content.starts_with(mark) && content.size() > mark.size() && content[mark.size()] == ' ') {
                name_.former.emplace_back(content.substr(mark.size() + 1));
                at = close == std::string_view::npos ? text.size() : close + 1;
                return true;
            }
        }
        return false;
    }

    /// `S. p. A.` and `l l c` become one word.
    void join_initials() {
        std::vector<RawWord> joined;
        bool run = false;
        for (auto& word : words_) {
            const bool single = word.text.size() == 1 && is_ascii_letter(word.text[0]);
            if (single && run && word.joins) {
                joined.back().text += word.text;
            } else {
                joined.push_back(std::move(word));
            }
            run = single;
        }
        words_ = std::move(joined);
    }

    void cut_trading_as() {
        for (std::size_t at = 1; at < words_.size(); ++at) {
            std::size_t length = 0;
            constexpr std::size_t longest_trading_as = 3;
            if (longest_match(tables_.trading_as, words_, at, longest_trading_as, length)) {
                words_.resize(at);
            }
        }
    }

    // --- persons -------------------------------------------------------------------------------------------

    [[nodiscard]] bool tells_organisation(std::size_t at) const {
        const auto& text = words_[at].text;
        if (tables_.connectives.contains(text)) {
            return true;
        }
        if (tables_.also_names.contains(text)) {
            return false;
        }
        return (at > 0 && tables_.latin_forms.contains(text)) || tables_.words.contains(text) ||
               tables_.firm_words.contains(text) || tables_.latin_kind_words.contains(text);
    }

    [[nodiscard]] bool is_person() const {
        constexpr std::size_t most_names = 5;
        if (words_.size() < 2 || words_.size() > most_names || commas_ > 2) {
            return false;
        }
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const auto& text = words_[at].text;
            if (words_[at].bracketed || std::ranges::any_of(text, is_ascii_digit) || tells_organisation(at)) {
                return false;
            }
        }
        return true;
    }

    void read_person() {
        name_.type = PartyType::individual;
        for (const auto& word : words_) {
            if (!tables_.titles.contains(word.text)) {
                name_.words.push_back({word.text, WordClass::plain});
            }
        }
    }

    // --- organisations -------------------------------------------------------------------------------------

    [[nodiscard]] bool is_university_word(const RawWord& word) const {
        const auto found = tables_.words.find(word.text);
        return found != tables_.words.end() && found->second.canonical.front() == "univ";
    }

    [[nodiscard]] std::uint8_t order_of_university() const {
        constexpr std::uint8_t university_of = 1;
        constexpr std::uint8_t of_university = 2;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (is_university_word(words_[at])) {
                const bool first = std::all_of(words_.begin(), words_.begin() + at, [&](const auto& word) {
                    return tables_.connectives.contains(word.text);
                });
                const bool of = at + 1 < words_.size() && words_[at + 1].text == "of";
                return !first ? of_university : of ? university_of : university_of | of_university;
            }
        }
        return university_of | of_university;
    }

    /// Takes legal forms and places out of `words_`.
    std::vector<PlaceName> take_places_and_forms() {
        std::vector<PlaceName> places;
        std::vector<RawWord> rest;
        const LegalForm* form = nullptr;
        bool apart = true;
        constexpr std::size_t general_form_length = 3; // shorter ones (as, sa) only at the end
        for (std::size_t at = 0; at < words_.size();) {
            std::size_t length = 1;
            if (const auto* place = place_at(at, length)) {
                places.push_back(*place);
                place_segments_.push_back(words_[at].segment);
                name_.bracketed = name_.bracketed || words_[at].bracketed;
                apart = apart && !words_[at].bracketed && (rest.empty() || form);
                if (rest.empty() && !form) {
                    front_place_ = words_[at].text;
                    front_place_index_ = places.size() - 1;
                }
                at += length;
                while (at < words_.size() && tables_.place_suffixes_latin.contains(words_[at].text)) {
                    ++at;
                }
                continue;
            }
            const auto* index =
                at > 0 ? longest_match(tables_.latin_forms, words_, at, tables_.longest_form, length)
                       : nullptr;
            const bool short_form = index && length == 1 && words_[at].text.size() < general_form_length &&
                                    words_[at].text != "co";
            if (index && (!short_form || only_forms_and_places_behind(at + length))) {
                const auto& found = tables_.forms[*index];
                form = form && found.key == "company" ? form : &found;
                at += length;
                continue;
            }
            rest.push_back(words_[at]);
            ++at;
        }
        words_ = std::move(rest);
        name_.place_apart = apart && !places.empty();
        if (form) {
            name_.legal_form = form->key;
        }
        return places;
    }

    [[nodiscard]] const PlaceName* place_at(std::size_t at, std::size_t& length) const {
        constexpr std::size_t longest_place = 3;
        std::string key;
        const PlaceName* found = nullptr;
        for (std::size_t count = 1; count <= longest_place && at + count <= words_.size(); ++count) {
            key += words_[at + count - 1].text;
            if (const auto row = tables_.latin_places.find(key); row != tables_.latin_places.end()) {
                found = &row->second;
                length = count;
            }
        }
        return found ? found : misspelt_place(words_[at]);
    }

    /// `Jiagnxi`; where it reads as Chinese, only between brackets or behind a comma: `..., Tianjing`.
    [[nodiscard]] const PlaceName* misspelt_place(const RawWord& word) const {
        const bool apart = word.bracketed || word.segment > 0;
        if (word.text.size() < tables_.similarity.vocabulary_slip_length || !unknown_word(word) ||
            (!apart && tables_.reads_as_pinyin(word.text))) {
            return nullptr;
        }
        const auto near = tables_.nearest(tables_.place_slips, word.text);
        return near.empty() ? nullptr : &tables_.latin_places.find(near)->second;
    }

    [[nodiscard]] bool only_forms_and_places_behind(std::size_t at) const {
        while (at < words_.size()) {
            std::size_t length = 1;
            if (!place_at(at, length) &&
                !longest_match(tables_.latin_forms, words_, at, tables_.longest_form, length)) {
                return false;
            }
            at += length;
        }
        return true;
    }

    [[nodiscard]] PartyType type_of_organisation(const std::vector<RawWord>& all) const {
        if (!name_.legal_form.empty()) {
            return name_.legal_form == "public_body_jp" ? PartyType::university : PartyType::enterprise;
        }
        for (const auto& [word, type] : tables_.latin_kinds) {
            for (const auto& raw : all) {
                const auto found = tables_.words.find(raw.text);
                if (raw.text == word ||
                    (found != tables_.words.end() && found->second.canonical.size() == 1 &&
                     found->second.canonical.front() == word)) {
                    return type;
                }
            }
        }
        for (const auto& raw : all) {
            if (tables_.words.contains(raw.text) || tables_.firm_words.contains(raw.text)) {
                return PartyType::enterprise;
            }
        }
        return PartyType::unknown;
    }

    /// `Sharp Laboratories of America (SLA)`: one word in brackets made of first letters of those before it.
    void drop_acronym() {
        for (std::size_t at = 2; at < words_.size(); ++at) {
            const bool alone = words_[at].bracketed && !words_[at - 1].bracketed &&
                               (at + 1 == words_.size() || !words_[at + 1].bracketed);
            if (!alone || words_[at].text.size() < 2) {
                continue;
            }
            std::size_t before = 0;
            const bool initials = std::ranges::all_of(words_[at].text, [&](char letter) {
                while (before < at && words_[before].text.front() != letter) {
                    ++before;
                }
                return before++ < at;
            });
            if (initials) {
                words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(at));
                return;
            }
        }
    }

    [[nodiscard]] bool unknown_word(const RawWord& word) const {
        return !tables_.words.contains(word.text) && !tables_.firm_words.contains(word.text) &&
               !tables_.latin_kind_words.contains(word.text);
    }

    /// `Sceince` is read as `science` where another word tells who it is.
    void mend_words() {
        const auto unknown =
            std::ranges::count_if(words_, [&](const auto& word) { return unknown_word(word); });
        if (unknown < 2) {
            return;
        }
        for (auto& word : words_) {
            if (word.text.size() >= tables_.similarity.vocabulary_slip_length && unknown_word(word) &&
                !tables_.reads_as_pinyin(word.text)) {
                if (const auto near = tables_.nearest(tables_.word_slips, word.text); !near.empty()) {
                    word.text = near;
                }
            }
        }
    }

    /// `Yaan Electronic Technology Co.`: where no other word tells who it is, the place in front is the name.
    void keep_place_as_name(std::vector<PlaceName>& places) {
        const bool tells = std::ranges::any_of(
            name_.words, [](const auto& word) { return word.word_class == WordClass::plain; });
        if (tells || front_place_.empty() || name_.words.empty() || name_.type != PartyType::enterprise) {
            return;
        }
        name_.words.insert(name_.words.begin(), {front_place_, WordClass::plain});
        places.erase(places.begin() + static_cast<std::ptrdiff_t>(front_place_index_));
        name_.place_apart = name_.place_apart && !places.empty();
    }

    /// Articles are written or left out at will, but `LE HOLDINGS` is no holding.
    void drop_articles() {
        const auto article = [](const NameWord& word) { return word.text == article_word; };
        const auto articles = std::ranges::count_if(name_.words, article);
        constexpr std::ptrdiff_t fewest_left = 2;
        if (std::ssize(name_.words) - articles >= fewest_left) {
            std::erase_if(name_.words, article);
        }
    }

    void drop_words_of_form(const std::vector<PlaceName>& places) {
        constexpr std::size_t fewest_words = 2;
        if (name_.legal_form.empty() || !has_chinese_place(places) || name_.words.size() < fewest_words) {
            return;
        }
        const auto form = std::ranges::find(tables_.forms, name_.legal_form, &LegalForm::key);
        const auto& last = name_.words.back().text;
        if (std::ranges::find(form->before_in_china, last) != form->before_in_china.end()) {
            name_.words.pop_back();
        }
    }

    void canonical_words(const std::vector<RawWord>& words) {
        const bool firm = name_.type != PartyType::university && name_.type != PartyType::institute &&
                          name_.type != PartyType::hospital;
        for (std::size_t at = 0; at < words.size();) {
            std::size_t length = 1;
            std::size_t firm_length = 1;
            const auto* row = longest_match(tables_.words, words, at, tables_.longest_words, length);
            if (firm) {
                const auto* firm_row =
                    longest_match(tables_.firm_words, words, at, tables_.longest_words, firm_length);
                if (firm_row && (!row || firm_length >= length)) {
                    row = firm_row;
                    length = firm_length;
                }
            }
            if (!row) {
                name_.words.push_back({words[at].text, WordClass::plain});
            } else {
                for (const auto& text : row->canonical) {
                    const auto own = tables_.words.find(text);
                    const bool firm_word = firm && tables_.firm_words.contains(text);
                    name_.words.push_back({text, firm_word                    ? WordClass::weak
                                                 : own != tables_.words.end() ? own->second.word_class
                                                                              : row->word_class});
                }
            }
            at += length;
        }
    }

    /// `College of Chemistry, Univ. of Shanxi`: the part of the text between commas that names the
    /// university.
    void find_department() {
        if (segments_.size() < 2) {
            return;
        }
        const std::string* university = nullptr;
        std::uint32_t university_segment = 0;
        bool department = false;
        for (std::uint32_t index = 0; index < segments_.size(); ++index) {
            bool is_university = false;
            bool is_department = false;
            for (const auto& word : words_) {
                if (word.segment == index) {
                    const auto found = tables_.words.find(word.text);
                    const auto& text =
                        found == tables_.words.end() ? word.text : found->second.canonical.front();
                    is_university = is_university || text == "univ";
                    is_department = is_department || tables_.department_words.contains(text);
                }
            }
            if (is_university && university) {
                return;
            }
            university = is_university ? &segments_[index] : university;
            university_segment = is_university ? index : university_segment;
            department = department || (is_department && !is_university);
        }
        // A school in another city is a body of its own.
        const bool elsewhere = std::ranges::any_of(
            place_segments_, [&](std::uint32_t segment) { return segment != university_segment; });
        if (university && department && !elsewhere) {
            name_.unit = NameUnit::department;
            name_.parent = *university;
        }
    }

    /// Codes from 7 on are Taiwan, Hong Kong and Macao, which have company laws of their own.
    [[nodiscard]] static bool has_chinese_place(const std::vector<PlaceName>& places) {
        return std::ranges::any_of(
            places, [](const auto& place) { return !place.province.empty() && place.province < "7"; });
    }

    /// By country, by place, or by a long word that reads as Chinese.
    [[nodiscard]] bool is_chinese() const {
        if (!country_.empty()) {
            return country_ == "CN";
        }
        return name_.chinese_place || std::ranges::any_of(name_.words, [&](const auto& word) {
                   return word.word_class == WordClass::plain &&
                          word.text.size() >= tables_.similarity.lone_word_length &&
                          tables_.reads_as_pinyin(word.text);
               });
    }

    /// The legal form's countries, narrowed to the country the name or the mention speaks of.
    void settle_countries(const std::vector<PlaceName>& places) {
        name_.chinese_place = has_chinese_place(places);
        name_.chinese = is_chinese();
        if (name_.legal_form.empty()) {
            return;
        }
        const auto form = std::ranges::find(tables_.forms, name_.legal_form, &LegalForm::key);
        auto known = tables_.country_bit(country_);
        if (known == 0 && name_.chinese_place) {
            known = tables_.country_bit("CN");
        }
        name_.country_known = ((form->countries | form->also) & known) != 0;
        name_.countries = name_.country_known ? known : form->countries;
        name_.also = form->also;
    }
};

} // namespace

OrganisationName read_latin_name(std::string_view folded, std::string_view country, const OrgTables& tables) {
    return LatinReader{tables, country}.read(folded);
}

} // namespace longmen::resolve::detail
