// SPDX-License-Identifier: GPL-3.0-or-later
// Names in Latin letters: words, legal forms wherever they stand, places, canonical words, persons.
#include <longmen/resolve/detail/org_canonical.hpp>
#include <longmen/resolve/detail/org_forms.hpp>
#include <longmen/resolve/detail/org_reading.hpp>
#include <longmen/resolve/detail/org_words.hpp>

#include <algorithm>

namespace longmen::resolve::detail {
namespace {

class LatinReader {
    const OrgTables& tables_;
    std::string country_;
    SplitName split_;
    std::vector<RawWord>& words_ = split_.words;
    FormsAndPlaces taken_;
    OrganisationName name_;

public:
    LatinReader(const OrgTables& tables, std::string_view country) : tables_(tables), country_(country) {}

    OrganisationName read(std::string_view folded) {
        split_ = split_latin(folded, tables_);
        name_.former = split_.former;
        name_.bracketed = split_.bracketed;
        country_ = country_.empty() ? split_.country : country_;
        if (words_.empty()) {
            return std::move(name_);
        }
        split_glued_forms(words_, tables_);
        split_glued_connectives(words_, tables_);
        mend_forms(words_, tables_);
        drop_doubled_words(words_, tables_);
        drop_country_behind_form();
        if (is_person()) {
            read_person();
            return std::move(name_);
        }
        drop_governing_bodies();
        const auto university_order = order_of_university();
        std::erase_if(words_, [&](const auto& word) { return tables_.connectives.contains(word.text); });
        drop_misspelt_and(words_, tables_);
        drop_acronym();
        const auto everything = words_;
        take_forms();
        name_.type = type_of_organisation(everything);
        if (name_.type == PartyType::university) {
            name_.order = university_order;
            find_department();
        }
        mend_words(words_, !taken_.places.empty(), tables_);
        join_syllables(words_, tables_);
        name_.words = canonical_words(words_, reads_as_firm(), tables_);
        keep_place_as_name();
        drop_articles(name_.words);
        drop_implied_words();
        drop_words_of_form();
        name_.places = settle_places(taken_.places);
        if (name_.words.empty()) { // nothing but form and place
            name_.words = canonical_words(everything, reads_as_firm(), tables_);
            name_.places.clear();
        }
        settle_countries();
        return std::move(name_);
    }

private:
    // --- persons -------------------------------------------------------------------------------------------

    [[nodiscard]] bool tells_organisation(std::size_t at) const {
        const auto& text = words_[at].text;
        if (tables_.connectives.contains(text)) {
            return true;
        }
        if (tables_.also_names.contains(text)) {
            return false;
        }
        constexpr std::size_t long_word = 9; // no name of a person: otvetstvennostju, gesellschaft
        return (at > 0 && tables_.latin_forms.contains(text)) ||
               (at == 0 && tables_.front_forms.contains(text)) ||
               (text.size() >= long_word && tables_.form_words.contains(text)) ||
               tables_.words.contains(text) || tables_.firm_words.contains(text) ||
               tables_.latin_kind_words.contains(text);
    }

    [[nodiscard]] bool is_person() const {
        constexpr std::size_t most_names = 5;
        if (words_.size() < 2 || words_.size() > most_names || split_.commas > 2) {
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

    /// `DANFOSS AS DK`: a country's code behind the legal form.
    void drop_country_behind_form() {
        constexpr std::size_t code = 2;
        constexpr std::size_t fewest_words = 3;
        if (words_.size() < fewest_words || words_.back().text.size() != code || words_.back().bracketed ||
            tables_.form_words.contains(words_.back().text) ||
            tables_.latin_places.contains(words_.back().text) ||
            !tables_.latin_forms.contains(words_[words_.size() - 2].text)) {
            return;
        }
        std::string country;
        for (const char letter : words_.back().text) {
            country += is_ascii_letter(letter) ? static_cast<char>(letter - 'a' + 'A') : letter;
        }
        if (tables_.country_bit(country) != 0) {
            words_.pop_back();
            country_ = country_.empty() ? country : country_;
        }
    }

    /// `The Regents of the University of California`, `Arizona Board of Regents on behalf of ...`: who acts
    /// for a university is left out.
    void drop_governing_bodies() {
        const auto governs = [&](const auto& word) { return tables_.governing.contains(word.text); };
        const bool university = std::ranges::any_of(words_, [&](const auto& word) {
            return is_university_word(word) || word.text == "college" || word.text == "institute";
        });
        if (!university || std::ranges::none_of(words_, governs)) {
            return;
        }
        for (std::size_t at = 1; at + 2 < words_.size(); ++at) {
            if (words_[at].text == "on" && words_[at + 1].text == "behalf") {
                words_.erase(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(at) + 2);
                break;
            }
        }
        std::erase_if(words_, [&](const auto& word) {
            return governs(word) || tables_.governing_with.contains(word.text);
        });
    }

    void drop_implied_words() {
        for (const auto& [implied, by] : tables_.implied) {
            const auto is = [](std::string_view text) {
                return [text](const NameWord& word) { return word.text == text; };
            };
            if (std::ranges::any_of(name_.words, is(by))) {
                std::erase_if(name_.words, is(implied));
            }
        }
    }

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

    void take_forms() {
        taken_ = take_forms_and_places(words_, tables_);
        name_.bracketed = name_.bracketed || taken_.bracketed;
        name_.place_apart = taken_.apart;
        if (taken_.form) {
            name_.legal_form = taken_.form->key;
        }
    }

    /// In names of universities, institutes and hospitals each word tells.
    [[nodiscard]] bool reads_as_firm() const {
        return name_.type != PartyType::university && name_.type != PartyType::institute &&
               name_.type != PartyType::hospital;
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
        drop_own_initials();
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

    /// `Universite Pierre et Marie Curie UPMC`: the last word is the first letters of all the others.
    void drop_own_initials() {
        constexpr std::size_t fewest_letters = 4;
        if (words_.size() <= fewest_letters || words_.back().text.size() != words_.size() - 1) {
            return;
        }
        const auto& initials = words_.back().text;
        for (std::size_t at = 0; at < initials.size(); ++at) {
            if (words_[at].text.front() != initials[at]) {
                return;
            }
        }
        words_.pop_back();
    }

    /// `Yaan Electronic Technology Co.`: where no other word tells who it is, the place in front is the name.
    void keep_place_as_name() {
        const bool tells = std::ranges::any_of(
            name_.words, [](const auto& word) { return word.word_class == WordClass::plain; });
        if (tells || taken_.front.empty() || name_.words.empty() || name_.type != PartyType::enterprise) {
            return;
        }
        name_.words.insert(name_.words.begin(), {taken_.front, WordClass::plain});
        auto& places = taken_.places;
        places.erase(places.begin() + static_cast<std::ptrdiff_t>(taken_.front_index));
        name_.place_apart = name_.place_apart && !places.empty();
    }

    void drop_words_of_form() {
        constexpr std::size_t fewest_words = 2;
        if (name_.legal_form.empty() || !has_chinese_place() || name_.words.size() < fewest_words) {
            return;
        }
        const auto* form = taken_.form;
        const auto& last = name_.words.back().text;
        if (std::ranges::find(form->before_in_china, last) != form->before_in_china.end()) {
            name_.words.pop_back();
        }
    }

    /// `College of Chemistry, Univ. of Shanxi`: the part of the text between commas that names the
    /// university.
    void find_department() {
        if (split_.segments.size() < 2) {
            return;
        }
        const std::string* university = nullptr;
        std::uint32_t university_segment = 0;
        bool department = false;
        for (std::uint32_t index = 0; index < split_.segments.size(); ++index) {
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
            university = is_university ? &split_.segments[index] : university;
            university_segment = is_university ? index : university_segment;
            department = department || (is_department && !is_university);
        }
        // A school in another city is a body of its own.
        const bool elsewhere = std::ranges::any_of(
            taken_.segments, [&](std::uint32_t segment) { return segment != university_segment; });
        if (university && department && !elsewhere) {
            name_.unit = NameUnit::department;
            name_.parent = *university;
        }
    }

    /// Codes from 7 on are Taiwan, Hong Kong and Macao, which have company laws of their own.
    [[nodiscard]] bool has_chinese_place() const {
        return std::ranges::any_of(
            taken_.places, [](const auto& place) { return !place.province.empty() && place.province < "7"; });
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
    void settle_countries() {
        name_.chinese_place = has_chinese_place();
        name_.chinese = is_chinese();
        if (name_.legal_form.empty()) {
            return;
        }
        const auto* form = taken_.form;
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
