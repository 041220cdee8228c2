// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of the vocabulary of organisations.
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/resolve/detail/org_config.hpp>
#include <longmen/resolve/detail/org_renderings_reader.hpp>
#include <longmen/resolve/detail/org_similarity_rule.hpp>
#include <longmen/resolve/detail/org_tables.hpp>

#include <algorithm>

namespace longmen::resolve::detail {
namespace {

constexpr std::size_t most_countries = 64;

std::vector<std::string> characters_of(std::string_view text) {
    std::vector<std::string> result;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        (void)next_character(text, at);
        result.emplace_back(text.substr(begin, at - begin));
    }
    return result;
}

char32_t only_character(const std::string& text) {
    std::size_t at = 0;
    return next_character(text, at);
}

std::vector<std::string> split_words(std::string_view text) {
    return split_trimmed(text, " ");
}

class Reader {
    OrgTables tables_;

public:
    OrgTables read(const Config& config) {
        const auto& root = config.root();
        root.allow({"id",         "version",     "name_zh",   "name_en",    "source",       "source_date",
                    "letters",    "han",         "han_words", "legal_form", "kind",         "parts",
                    "persons",    "connectives", "pinyin",    "words",      "places",       "alias",
                    "similarity", "renaming",    "near",      "meanings",   "translations", "spelling"});
        letters(root.at("letters"));
        han(root.at("han"));
        for (const auto* form : root.tables("legal_form")) {
            legal_form(*form);
        }
        std::ranges::stable_sort(tables_.han_forms, std::ranges::greater{},
                                 [](const auto& form) { return form.first.size(); });
        for (const auto* kind_table : root.tables("kind")) {
            kind(*kind_table);
        }
        std::ranges::stable_sort(tables_.han_kinds, std::ranges::greater{},
                                 [](const auto& kind_row) { return kind_row.word.size(); });
        parts(root.at("parts"));
        persons(root.at("persons"));
        auto& connectives = root.at("connectives");
        check_keys(connectives, {"words"});
        put_all(connectives.at("words"), tables_.connectives);
        read_renderings(root, tables_);
        words(root.at("words"));
        places(root.at("places"));
        tables_.similarity = read_similarity_rule(root.at("similarity"));
        for (const auto* alias : root.tables("alias")) {
            alias->allow({"names", "former", "source", "source_date"});
            (void)alias->at("source").string();
            (void)alias->at("source_date").date();
            tables_.aliases.push_back({alias->at("names").strings(), alias->boolean_or("former", false)});
            if (tables_.aliases.back().names.size() < 2) {
                alias->at("names").fail(Sentence{"至少须有两个名称", "at least two names are expected"});
            }
        }
        note_slips();
        return std::move(tables_);
    }

private:
    void put_all(const ConfigNode& node, TextMap<bool>& into) const {
        for (const auto& word : node.strings()) {
            into.emplace(tables_.fold_name(word), true);
        }
    }
    void letters(const ConfigNode& node) {
        for (const auto& key : node.keys()) {
            if (key != "source" && key != "source_date") {
                for (const auto& character : characters_of(node.at(key).string())) {
                    tables_.letters.emplace(only_character(character), key);
                }
            }
        }
        (void)node.at("source").string();
        (void)node.at("source_date").date();
    }

    void han(const ConfigNode& node) {
        check_keys(node, {"traditional", "simplified"});
        const auto from = characters_of(join(node.at("traditional").strings(), ""));
        const auto to = characters_of(join(node.at("simplified").strings(), ""));
        if (from.size() != to.size()) {
            node.at("simplified")
                .fail(sentence("应与 traditional 同为 {} 字，实为 {} 字",
                               "{} characters are expected as in `traditional`, there are {}", from.size(),
                               to.size()));
        }
        for (std::size_t at = 0; at < from.size(); ++at) {
            tables_.han.emplace(only_character(from[at]), to[at]);
        }
    }

    void note_slips() {
        for (const auto* table : {&tables_.words, &tables_.firm_words}) {
            for (const auto& [word, row] : *table) {
                note_slips_of(word, tables_.similarity.vocabulary_slip_length, tables_.word_slips);
                if (word.size() >= tables_.similarity.two_slips_length &&
                    word.find(' ') == std::string::npos) {
                    tables_.long_words.push_back(word);
                }
            }
        }
        std::ranges::sort(tables_.long_words);
        for (const auto& [word, place] : tables_.latin_places) {
            note_slips_of(word, tables_.similarity.place_slip_length, tables_.place_slips);
        }
        for (const auto& [word, known] : tables_.form_words) {
            note_slips_of(word, tables_.similarity.form_slip_length, tables_.form_slips);
        }
    }
    void note_slips_of(const std::string& target, std::size_t shortest, TextMap<std::string>& into) const {
        const auto& word = target;
        if (word.size() + 1 < shortest || word.find(' ') != std::string::npos) {
            return;
        }
        for (std::size_t at = 0; at <= word.size(); ++at) {
            const auto variant = at < word.size() ? word.substr(0, at) + word.substr(at + 1) : word;
            const auto [row, added] = into.emplace(variant, target);
            if (!added && !row->second.empty() && row->second != target) {
                // Of words of one meaning the first, so that the order of the tables does not count.
                row->second = tables_.one_meaning(row->second, target) ? std::min(row->second, target) : "";
            }
        }
    }
    std::uint64_t country_mask(const ConfigNode& node) {
        std::uint64_t mask = 0;
        for (const auto& country : node.strings()) {
            auto found = std::ranges::find(tables_.countries, country);
            if (found == tables_.countries.end()) {
                if (tables_.countries.size() == most_countries) {
                    node.fail(sentence("国家代码不得超过 {} 个", "no more than {} countries are possible",
                                       most_countries));
                }
                tables_.countries.push_back(country);
                found = tables_.countries.end() - 1;
            }
            mask |= std::uint64_t{1} << static_cast<unsigned>(found - tables_.countries.begin());
        }
        return mask;
    }

    void legal_form(const ConfigNode& node) {
        node.allow(
            {"key", "countries", "also", "before_in_china", "front", "forms", "source", "source_date"});
        (void)node.at("source").string();
        (void)node.at("source_date").date();
        LegalForm form;
        form.key = node.at("key").string();
        form.countries = country_mask(node.at("countries"));
        const auto* also = node.find("also");
        form.also = also ? country_mask(*also) : 0;
        form.before_in_china = node.strings_or_empty("before_in_china");
        for (const auto& word : node.strings_or_empty("front")) {
            tables_.front_forms.emplace(tables_.fold_name(word), true);
        }
        const auto index = static_cast<std::uint32_t>(tables_.forms.size());
        tables_.forms.push_back(form);
        for (const auto& written : folded_words(tables_, node.at("forms"))) {
            if (has_cjk(written)) {
                tables_.han_forms.emplace_back(written, index);
                continue;
            }
            const auto words = split_words(written);
            tables_.longest_form = std::max(tables_.longest_form, words.size());
            for (const auto& word : words) {
                tables_.form_words.emplace(word, true);
            }
            if (!tables_.latin_forms.emplace(written, index).second) {
                node.at("forms").fail(
                    sentence("法律形式“{}”重复出现", "the legal form `{}` stands twice", written));
            }
        }
    }

    void kind(const ConfigNode& node) {
        node.allow({"type", "han", "latin", "source", "source_date"});
        (void)node.at("source").string();
        (void)node.at("source_date").date();
        const auto type = party_type_by_key(node.at("type").string());
        if (!type) {
            node.at("type").fail(Sentence{"没有这种申请人类型", "there is no such kind of applicant"});
        }
        for (auto& word : folded_words(tables_, node.at("han"))) {
            tables_.han_kinds.push_back({std::move(word), *type});
        }
        for (auto& word : folded_words(tables_, node.at("latin"))) {
            tables_.latin_kind_words.emplace(word, true);
            tables_.latin_kinds.emplace_back(std::move(word), *type);
        }
    }

    void parts(const ConfigNode& node) {
        check_keys(node, {"university", "department", "own_body", "branch", "former", "trading_as",
                          "department_latin", "unit_words", "weak_in_brackets", "governing", "governing_with",
                          "implied"});
        tables_.universities = folded_words(tables_, node.at("university"));
        tables_.departments = folded_words(tables_, node.at("department"));
        tables_.own_bodies = folded_words(tables_, node.at("own_body"));
        tables_.branches = folded_words(tables_, node.at("branch"));
        tables_.former_marks = folded_words(tables_, node.at("former"));
        put_all(node.at("trading_as"), tables_.trading_as);
        put_all(node.at("department_latin"), tables_.department_words);
        put_all(node.at("governing"), tables_.governing);
        put_all(node.at("governing_with"), tables_.governing_with);
        for (const auto& pair : node.at("implied").strings()) {
            const auto words = split_words(tables_.fold_name(pair));
            tables_.implied.emplace_back(words.front(), words.back());
        }
        put_all(node.at("unit_words"), tables_.unit_words);
        put_all(node.at("weak_in_brackets"), tables_.weak_in_brackets);
    }

    void persons(const ConfigNode& node) {
        check_keys(node, {"titles", "generations", "also_names", "common_surnames"});
        for (const auto& line : node.at("common_surnames").strings()) {
            for (const auto& surname : split_words(line)) {
                tables_.common_surnames.emplace(surname, true);
            }
        }
        put_all(node.at("generations"), tables_.generations);
        put_all(node.at("also_names"), tables_.also_names);
        put_all(node.at("titles"), tables_.titles);
    }

    void words(const ConfigNode& node) {
        check_keys(node, {"weak", "firms", "trade", "plain"});
        word_table(node.at("weak"), WordClass::weak, tables_.words);
        word_table(node.at("trade"), WordClass::trade, tables_.words);
        word_table(node.at("plain"), WordClass::plain, tables_.words);
        word_table(node.at("firms"), WordClass::weak, tables_.firm_words);
    }
    void word_table(const ConfigNode& node, WordClass word_class, TextMap<LatinWord>& into) {
        for (const auto& key : node.keys()) {
            auto written = folded_words(tables_, node.at(key));
            written.push_back(tables_.fold_name(key));
            const auto canonical = split_words(written.back());
            for (const auto& form : written) {
                tables_.longest_words = std::max(tables_.longest_words, split_words(form).size());
                const auto [place, added] = into.emplace(form, LatinWord{canonical, word_class});
                if (!added && place->second.canonical != canonical) {
                    node.at(key).fail(
                        sentence("“{}”已属于另一词", "`{}` belongs to another word already", form));
                }
            }
        }
    }

    void places(const ConfigNode& node) {
        check_keys(node, {"suffix_han", "not_suffix", "suffix_latin", "province", "outside"});
        tables_.place_suffixes_han = folded_words(tables_, node.at("suffix_han"));
        std::ranges::stable_sort(tables_.place_suffixes_han, std::ranges::greater{}, &std::string::size);
        tables_.not_place_suffixes = folded_words(tables_, node.at("not_suffix"));
        put_all(node.at("suffix_latin"), tables_.place_suffixes_latin);
        for (const auto& province : node.at("province").keys()) {
            place_list(node.at("province").at(province), province);
        }
        node.at("outside").allow({"words"});
        place_list(node.at("outside").at("words"), "");
    }
    void place_list(const ConfigNode& node, const std::string& province) {
        bool first = !province.empty();
        std::string last;
        for (const auto& entry : node.strings()) {
            const auto names = split_words(entry);
            if (names.size() != 2) {
                node.fail(sentence("“{}”应为“中文名 拉丁字母名”", "`{}` should be `Chinese Latin`", entry));
            }
            // A dash in front: another Latin spelling of the place before; outside China a place by itself.
            const auto chinese = tables_.fold_name(names[0]);
            const auto latin = tables_.fold_name(names[1]);
            const bool spelling = chinese == "-";
            last = !spelling ? chinese : province.empty() ? latin : last;
            const PlaceName place{last, province, first};
            if (!spelling) {
                tables_.han_places.emplace(chinese, place);
                tables_.longest_han_place = std::max(tables_.longest_han_place, chinese.size());
            }
            tables_.place_spellings[last].push_back(latin);
            // Two cities of one spelling (taizhou) are one word: letters do not tell them apart.
            const auto [known, added] = tables_.latin_places.emplace(latin, place);
            if (!added && known->second.province != province) {
                known->second.canonical = latin;
                known->second.province = known->second.province.empty() ? province : known->second.province;
            }
            first = false;
        }
    }
};

} // namespace

OrgTables read_org_tables(const Config& config) {
    return Reader{}.read(config);
}

} // namespace longmen::resolve::detail
