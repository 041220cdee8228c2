// SPDX-License-Identifier: GPL-3.0-or-later
// Legal forms wherever they stand, and places, also misspelt ones.
#include <longmen/resolve/detail/org_forms.hpp>

#include <utility>

namespace longmen::resolve::detail {
namespace {

class Taker {
    std::vector<RawWord>& words_;
    const OrgTables& tables_;

public:
    Taker(std::vector<RawWord>& words, const OrgTables& tables) : words_(words), tables_(tables) {}

    FormsAndPlaces run() {
        FormsAndPlaces result;
        std::vector<RawWord> rest;
        bool apart = true;
        constexpr std::size_t general_form_length = 3; // shorter ones (as, sa) only at the end
        for (std::size_t at = 0; at < words_.size();) {
            std::size_t length = 1;
            if (const auto* place = place_at(at, length)) {
                result.places.push_back(*place);
                result.segments.push_back(words_[at].segment);
                result.bracketed = result.bracketed || words_[at].bracketed;
                apart = apart && !words_[at].bracketed && (rest.empty() || result.form);
                if (rest.empty() && !result.form) {
                    result.front = words_[at].text;
                    result.front_index = result.places.size() - 1;
                }
                at += length;
                while (at < words_.size() && tables_.place_suffixes_latin.contains(words_[at].text)) {
                    ++at;
                }
                continue;
            }
            const auto* index = form_at(at, length);
            const bool short_form = index && length == 1 && words_[at].text.size() < general_form_length &&
                                    words_[at].text != "co";
            if (index && (!short_form || only_forms_and_places_behind(at + length))) {
                const auto& found = tables_.forms[*index];
                result.form = result.form && found.key == "company" ? result.form : &found;
                at += length;
                continue;
            }
            if (result.form && stray_letter(at)) {
                ++at;
                continue;
            }
            rest.push_back(words_[at]);
            ++at;
        }
        words_ = std::move(rest);
        result.apart = apart && !result.places.empty();
        return result;
    }

private:
    /// In front of a name stand forms of several words and those that are said to.
    [[nodiscard]] const std::uint32_t* form_at(std::size_t at, std::size_t& length) const {
        const auto* index = longest_match(tables_.latin_forms, words_, at, tables_.longest_form, length);
        std::string key;
        for (std::size_t step = 0; index && step < length; ++step) {
            key += (step == 0 ? "" : " ") + words_[at + step].text;
        }
        constexpr std::size_t many = 3;
        const bool stands = at > 0 || length >= many || tables_.front_forms.contains(key);
        return index && stands && length < words_.size() ? index : nullptr;
    }

    /// `Co., l Ltd.`: one letter behind a form with nothing but forms and places behind it.
    [[nodiscard]] bool stray_letter(std::size_t at) const {
        return words_[at].text.size() == 1 && is_ascii_letter(words_[at].text[0]) &&
               only_forms_and_places_behind(at + 1);
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
        if (word.text.size() < tables_.similarity.place_slip_length || !unknown_word(word, tables_)) {
            return nullptr;
        }
        const auto near = tables_.nearest(tables_.place_slips, word.text);
        if (near.empty()) {
            return nullptr;
        }
        // `Beijng` is short, but hardly anything else; `Indian` is not `India`.
        const auto& place = tables_.latin_places.find(near)->second;
        if (!apart && !place.province.empty() && tables_.reads_as_pinyin(word.text)) {
            return nullptr; // some firm's name, or a place that the table lacks
        }
        const bool long_enough =
            near.size() >= tables_.similarity.place_slip_length && !place.province.empty();
        return long_enough || word.text.size() >= tables_.similarity.vocabulary_slip_length ? &place
                                                                                            : nullptr;
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
};

} // namespace

FormsAndPlaces take_forms_and_places(std::vector<RawWord>& words, const OrgTables& tables) {
    return Taker{words, tables}.run();
}

} // namespace longmen::resolve::detail
