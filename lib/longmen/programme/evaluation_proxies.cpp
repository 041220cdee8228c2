// SPDX-License-Identifier: GPL-3.0-or-later
// Works the stand-ins out.
#include <longmen/programme/evaluation_proxies.hpp>

#include <longmen/base/text.hpp>
#include <longmen/indicators/ipc.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace longmen::programme {
namespace {

std::vector<std::string> words_in(const ConfigNode& node) {
    std::vector<std::string> words;
    for (const auto& word : node.array()) {
        words.push_back(fold(word.string()));
    }
    return words;
}

std::size_t count_in(const ConfigNode& node, std::int64_t least, std::int64_t most) {
    const auto value = node.integer();
    if (value < least || value > most) {
        node.fail(Sentence{"数值超出允许范围", "the number is out of range"});
    }
    return static_cast<std::size_t>(value);
}

/// What is claimed in a text, before anything is said of how.
std::string subject_of(std::string_view text, const std::vector<std::string>& ends) {
    constexpr std::string_view mark = "、";
    const auto folded = fold(trim(text));
    std::string_view subject = folded; // without the number of the claim
    subject.remove_prefix(std::min(subject.find_first_not_of("0123456789. "), subject.size()));
    if (subject.starts_with(mark)) {
        subject.remove_prefix(mark.size());
    }
    auto end = subject.size();
    for (const auto& word : ends) {
        end = std::min(end, subject.find(word));
    }
    return std::string{subject.substr(0, end)};
}

bool ends_with_one_of(std::string_view text, const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [&](const auto& word) { return text.ends_with(word); });
}

struct Claimed {
    bool product = false, method = false, anything = false;
};

/// Adds what the parts of a subject say.
void read_parts(Claimed& claimed, const std::string& subject, const DerivedRules& rules) {
    const bool latin = !has_han(subject);
    std::size_t begin = 0;
    bool unnamed = false;
    while (begin <= subject.size()) {
        auto end = subject.size();
        std::size_t next = end + 1;
        for (const auto& word : rules.joining_words) {
            if (const auto at = subject.find(word, begin);
                at < end || (at == end && at + word.size() > next)) {
                end = at;
                next = at + word.size();
            }
        }
        const auto part = trim(std::string_view{subject}.substr(begin, end - begin));
        if (!part.empty()) {
            claimed.anything = true;
            const bool method = ends_with_one_of(part, rules.method_words);
            // `X及其制备方法`: what the method belongs to is claimed too
            claimed.product = claimed.product || ends_with_one_of(part, rules.product_words) ||
                              (latin && !method) || (method && unnamed && part.starts_with("其"));
            claimed.method = claimed.method || method;
            unnamed = !method;
        }
        begin = next;
    }
}

/// Characters but blanks and punctuation.
std::size_t length_of(std::string_view text) {
    std::size_t length = 0;
    for (const char byte : fold(text)) {
        const auto code = static_cast<unsigned char>(byte);
        const bool ascii = code < 0x80;
        const bool letter = (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
        length += ascii ? (letter ? 1 : 0) : (code >= 0xC0 ? 1 : 0); // first byte of a character
    }
    return length;
}

std::optional<std::string> subclass_of(const Patent& patent) {
    if (patent.ipc.empty()) {
        return std::nullopt;
    }
    const auto symbol = indicators::parse_ipc(patent.ipc.front());
    return symbol ? std::optional{symbol->subclass} : std::nullopt;
}

struct ClassTally {
    std::size_t before = 0, recent = 0;
    std::set<std::string> applicants;
};

} // namespace

DerivedRules read_derived_rules(const ConfigNode& node) {
    constexpr std::int64_t longest = 20, most_months = 120, most = 1000000;
    node.allow({"method_words", "product_words", "joining_words", "ends_of_subject", "ends_in_claim",
                "growth_years", "growth_lag_months", "growth_minimum", "growth_applicants", "length_minimum",
                "industries"});
    DerivedRules rules;
    rules.method_words = words_in(node.at("method_words"));
    rules.product_words = words_in(node.at("product_words"));
    rules.joining_words = words_in(node.at("joining_words"));
    rules.ends_of_subject = words_in(node.at("ends_of_subject"));
    rules.ends_in_claim = rules.ends_of_subject;
    for (auto& word : words_in(node.at("ends_in_claim"))) {
        rules.ends_in_claim.push_back(std::move(word));
    }
    rules.growth_years = static_cast<int>(count_in(node.at("growth_years"), 1, longest));
    rules.growth_lag_months = static_cast<int>(count_in(node.at("growth_lag_months"), 0, most_months));
    rules.growth_minimum = count_in(node.at("growth_minimum"), 1, most);
    rules.growth_applicants = count_in(node.at("growth_applicants"), 1, most);
    rules.length_minimum = count_in(node.at("length_minimum"), 2, most);
    rules.industries = node.at("industries").string();
    return rules;
}

Text derived_text(DerivedValue value) {
    constexpr std::array<Text, derived_keys.size()> texts{
        Text{"权利要求类型（按名称和首项权利要求的用词）",
             "Kind of claim (by the words of title and first claim)"},
        Text{"首项权利要求比同局同类型的短于几成",
             "Share of first claims of the office and type that are longer"},
        Text{"所属 IPC 小类近五年申请量与前五年之比（工作区内）",
             "Filings of its subclass, last five years over the five before (of this workspace)"},
        Text{"战略性新兴产业分类对照", "Table of strategic industries"}};
    return texts[static_cast<std::size_t>(value)];
}

std::vector<std::string_view> derived_categories(DerivedValue value) {
    switch (value) {
    case DerivedValue::claim_kind:
        return {claim_kinds.begin(), claim_kinds.end()};
    case DerivedValue::strategic_industry:
        return {industry_kinds.begin(), industry_kinds.end()};
    case DerivedValue::claim_length:
    case DerivedValue::class_growth:
        break;
    }
    return {};
}

Text derived_category_text(std::string_view category) {
    constexpr std::array<Text, 3> kinds{Text{"产品", "product"}, Text{"产品及方法", "product and method"},
                                        Text{"方法", "method"}};
    constexpr std::array<Text, 3> industries{Text{"分类号和关键词均符合", "class and word"},
                                             Text{"仅分类号符合", "class alone"},
                                             Text{"不在表中", "not in the table"}};
    if (const auto* kind = std::ranges::find(claim_kinds, category); kind != claim_kinds.end()) {
        return kinds.at(static_cast<std::size_t>(kind - claim_kinds.begin()));
    }
    if (const auto* kind = std::ranges::find(industry_kinds, category); kind != industry_kinds.end()) {
        return industries.at(static_cast<std::size_t>(kind - industry_kinds.begin()));
    }
    return {};
}

Measured<double> claim_kind(const Patent& patent, std::string_view first_claim, const DerivedRules& rules) {
    enum Kind : std::uint8_t { product, both, method };
    if (patent.type == PatentType::utility_model) {
        return static_cast<double>(product);
    }
    Claimed claimed;
    const auto& title = patent.title.empty() ? patent.title_en : patent.title;
    read_parts(claimed, subject_of(title, rules.ends_of_subject), rules);
    read_parts(claimed, subject_of(first_claim, rules.ends_in_claim), rules);
    if (!claimed.anything) {
        return Undefined::no_data;
    }
    return static_cast<double>(!claimed.method ? product : claimed.product ? both : method);
}

std::vector<Measured<double>> claim_lengths(const std::vector<Patent>& patents,
                                            const std::vector<std::string>& first_claims,
                                            const DerivedRules& rules) {
    std::map<std::pair<std::string, PatentType>, std::vector<std::size_t>> lengths;
    std::vector<std::size_t> own(patents.size());
    for (std::size_t i = 0; i < patents.size(); ++i) {
        own[i] = length_of(first_claims[i]);
        if (own[i] > 0) {
            lengths[{patents[i].office, patents[i].type}].push_back(own[i]);
        }
    }
    for (auto& [key, all] : lengths) {
        std::ranges::sort(all);
    }
    std::vector<Measured<double>> shares(patents.size(), Undefined::no_data);
    for (std::size_t i = 0; i < patents.size(); ++i) {
        if (own[i] == 0) {
            continue;
        }
        const auto& all = lengths.at({patents[i].office, patents[i].type});
        if (all.size() < rules.length_minimum) {
            shares[i] = Undefined::cohort_too_small;
            continue;
        }
        const auto [same, longer] = std::ranges::equal_range(all, own[i]);
        const auto ties = static_cast<double>(longer - same) - 1;
        shares[i] =
            (static_cast<double>(all.end() - longer) + ties / 2) / static_cast<double>(all.size() - 1);
    }
    return shares;
}

std::vector<Measured<double>> class_growth(const Corpus& corpus, const DerivedRules& rules) {
    const auto end = corpus.as_of.add_months(-rules.growth_lag_months);
    const auto middle = end.add_years(-rules.growth_years), begin = middle.add_years(-rules.growth_years);
    bool reaches_back = false;
    std::map<std::string, ClassTally> tallies;
    std::vector<std::optional<std::string>> classes;
    for (const auto& patent : corpus.patents) {
        const auto& subclass = classes.emplace_back(subclass_of(patent));
        if (!patent.app_date) {
            continue;
        }
        const auto day = patent.app_date->days();
        reaches_back = reaches_back || day <= begin.days();
        if (!subclass || day <= begin.days() || day > end.days()) {
            continue;
        }
        auto& tally = tallies[*subclass];
        ++(day > middle.days() ? tally.recent : tally.before);
        for (const auto& name : patent.applicants) {
            const auto same = corpus.same_as.find(name);
            tally.applicants.insert(same == corpus.same_as.end() ? name : same->second);
        }
    }
    std::vector<Measured<double>> growth;
    for (const auto& subclass : classes) {
        if (!subclass) {
            growth.emplace_back(Undefined::no_classes);
            continue;
        }
        const auto found = tallies.find(*subclass);
        const auto tally = found == tallies.end() ? ClassTally{} : found->second;
        growth.push_back(!reaches_back ? Measured<double>{Undefined::window_open}
                         : tally.before + tally.recent < rules.growth_minimum ||
                                 tally.applicants.size() < rules.growth_applicants
                             ? Measured<double>{Undefined::cohort_too_small}
                         : tally.before == 0 ? Measured<double>{Undefined::zero_denominator}
                                             : Measured<double>{static_cast<double>(tally.recent) /
                                                                static_cast<double>(tally.before)});
    }
    return growth;
}

} // namespace longmen::programme
