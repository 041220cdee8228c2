// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the workspace joined with each other.
#include <longmen/service/near_duplicates.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/shingles.hpp>
#include <longmen/search/similar_rules.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/table_json.hpp>
#include <longmen/store/compared_texts.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_map>

namespace longmen::service {
namespace {

constexpr double whole = 10000;

/// Title and abstract of each record of the corpus.
std::vector<std::pair<std::string, std::string>> read_texts(const store::Workspace& workspace,
                                                            const Corpus& corpus) {
    std::unordered_map<std::int64_t, std::size_t> place;
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        place.emplace(corpus.patents[i].id, i);
    }
    std::vector<std::pair<std::string, std::string>> texts(corpus.patents.size());
    constexpr std::size_t at_once = 1024;
    store::ComparedTexts reader{workspace};
    for (std::vector<store::ComparedText> records; reader.next(records, at_once);) {
        for (auto& record : records) {
            if (const auto at = place.find(record.id); at != place.end()) {
                texts[at->second] = {record.title.empty() ? record.title_en : record.title,
                                     record.abstract.empty() ? record.abstract_en : record.abstract};
            }
        }
    }
    return texts;
}

std::vector<std::vector<std::uint32_t>> number_applicants(const Corpus& corpus) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    std::vector<std::vector<std::uint32_t>> result;
    for (const auto& patent : corpus.patents) {
        auto& own = result.emplace_back();
        for (const auto& name : patent.applicants) {
            const auto same = corpus.same_as.find(name);
            const std::string_view counted = same == corpus.same_as.end() ? name : same->second;
            own.push_back(
                numbers.try_emplace(counted, static_cast<std::uint32_t>(numbers.size())).first->second);
        }
        std::ranges::sort(own);
    }
    return result;
}

const char* family_key(const Patent& a, const Patent& b) {
    return a.family == b.family ? "simple" : a.extended_family == b.extended_family ? "extended" : "no";
}

Cell same_applicant(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    if (a.empty() || b.empty()) {
        return {};
    }
    const bool common =
        std::ranges::any_of(a, [&](std::uint32_t name) { return std::ranges::binary_search(b, name); });
    return std::string{common ? "yes" : "no"};
}

} // namespace

NearDuplicateTexts near_duplicate_texts(const store::Workspace& workspace,
                                        const NearDuplicatesRequest& request, Threads& threads,
                                        Progress& progress) {
    const auto rules =
        search::SimilarRules::read(Config::read(request.models_folder + "/search/similar.toml"));
    NearDuplicateTexts result;
    result.options = rules.duplicates;
    if (request.threshold) {
        result.options.threshold = search::threshold_of(*request.threshold);
    }
    result.options.shortest = request.shortest.value_or(result.options.shortest);
    progress.begin("records", 0);
    result.corpus = load_corpus(workspace, request.models_folder);
    for (auto& patent : result.corpus.patents) {
        patent.abstract = {};
    }
    result.applicants = number_applicants(result.corpus);
    progress.begin("texts", 0);
    auto texts = read_texts(workspace, result.corpus);
    const auto lists = search::shingle_lists(
        texts.size(),
        [&](std::size_t at, const auto& take) {
            take(texts[at].first);
            take(texts[at].second);
        },
        threads);
    texts = {};
    progress.begin("pairs", 0);
    const auto sets = lists.of.view();
    result.found = search::near_duplicates(sets, result.options, threads);
    for (std::size_t text = 0; text < sets.size(); ++text) {
        result.sizes.push_back(sets.count(text));
    }
    result.clusters = search::duplicate_clusters(result.found);
    std::vector<std::size_t> members(result.clusters.size());
    for (const auto cluster : result.clusters) {
        if (++members[cluster] == 2) {
            ++result.clusters_of_several;
        }
    }
    for (const auto size : members) {
        result.texts_in_clusters += size > 1 ? size : 0;
    }
    if (!result.too_many()) {
        result.pairs = search::every_pair(result.found, sets);
    }
    progress.end();
    return result;
}

Table near_pair_table(const NearDuplicateTexts& texts, Lang lang, std::size_t limit) {
    if (texts.too_many()) {
        throw UsageError(sentence(
            "达到相似度下限的文本对共 {} 个，超过一次可列出的 {} 个；请提高 --threshold，或用 --clusters "
            "按组列出",
            "{} pairs of texts reach the threshold, more than the {} that are listed; raise --threshold, or "
            "list clusters with --clusters",
            texts.found.all_pairs, texts.options.most_pairs));
    }
    auto table = table_with({{"number", {"专利号", "Number"}},
                             {"other", {"另一专利号", "Other"}},
                             {"similarity", {"相似度", "Similarity"}},
                             {"same_family", {"同族", "Same family"}},
                             {"same_applicant", {"同一申请人", "Same applicant"}}},
                            lang);
    const auto& patents = texts.corpus.patents;
    for (const auto& pair : texts.pairs) {
        if (limit != 0 && table.rows.size() == limit) {
            break;
        }
        const auto either = texts.sizes[pair.a] + texts.sizes[pair.b] - pair.shared;
        constexpr int digits = 4;
        table.rows.push_back({patents[pair.a].number, patents[pair.b].number,
                              Decimal{static_cast<double>(pair.shared) / either, digits, digits},
                              std::string{family_key(patents[pair.a], patents[pair.b])},
                              same_applicant(texts.applicants[pair.a], texts.applicants[pair.b])});
    }
    return table;
}

Table near_cluster_table(const NearDuplicateTexts& texts, Lang lang, std::size_t limit) {
    auto table = table_with({{"cluster", {"组", "Cluster"}},
                             {"members", {"件数", "Members"}},
                             {"number", {"专利号", "Number"}},
                             {"same_text_as", {"与何件文本相同", "Same text as"}},
                             {"title", {"名称", "Title"}},
                             {"applicant", {"申请人", "Applicant"}},
                             {"date", {"申请日", "Filed"}},
                             {"family", {"专利族", "Family"}}},
                            lang);
    std::vector<std::vector<std::uint32_t>> members(texts.clusters.size());
    for (std::uint32_t text = 0; text < texts.clusters.size(); ++text) {
        members[texts.clusters[text]].push_back(text);
    }
    std::erase_if(members, [](const auto& list) { return list.size() < 2; });
    std::ranges::stable_sort(members, [](const auto& a, const auto& b) { return a.size() > b.size(); });
    const auto& patents = texts.corpus.patents;
    for (const auto& cluster : members) {
        for (const auto text : cluster) {
            if (limit != 0 && table.rows.size() == limit) {
                return table;
            }
            const auto& patent = patents[text];
            const auto first = texts.found.first_of[text];
            table.rows.push_back({patents[cluster[0]].number, count_cell(cluster.size()), patent.number,
                                  first == text ? Cell{} : Cell{patents[first].number},
                                  text_cell(patent.title.empty() ? patent.title_en : patent.title),
                                  text_cell(join(patent.applicants, "; ")),
                                  patent.app_date ? Cell{patent.app_date->iso()} : Cell{}, patent.family});
        }
    }
    return table;
}

std::vector<std::string> near_duplicate_lines(const NearDuplicateTexts& texts, Lang lang) {
    const auto& found = texts.found;
    const auto similarity = texts.options.threshold / whole;
    const auto compared = texts.sizes.size() - found.too_short - found.empty;
    return {sentence("比较了 {} 件的名称和摘要（词与相邻汉字对的集合，Jaccard 相似度不低于 {}）",
                     "compared title and abstract of {} records (sets of words and of pairs of Chinese "
                     "characters, Jaccard "
                     "similarity {} or more)",
                     compared, similarity)
                .in(lang),
            sentence("未比较：没有文本的 {} 件，文本过短（少于 {} 个词或字对）的 {} 件",
                     "not compared: {0} without text, {2} too short (fewer than {1} words or pairs)",
                     found.empty, texts.options.shortest, found.too_short)
                .in(lang),
            sentence("近似重复 {} 对，涉及 {} 件，归为 {} 组；数据截至 {}",
                     "{} near-duplicate pairs of {} records, in {} clusters; data as of {}", found.all_pairs,
                     texts.texts_in_clusters, texts.clusters_of_several, texts.corpus.as_of.iso())
                .in(lang)};
}

std::string near_duplicate_json(const NearDuplicateTexts& texts, bool clusters) {
    nlohmann::ordered_json json;
    json["as_of"] = texts.corpus.as_of.iso();
    json["threshold"] = texts.options.threshold / whole;
    json["shortest"] = texts.options.shortest;
    json["texts"] = texts.sizes.size();
    json["compared"] = texts.sizes.size() - texts.found.too_short - texts.found.empty;
    json["too_short"] = texts.found.too_short;
    json["empty"] = texts.found.empty;
    json["pairs_in_all"] = texts.found.all_pairs;
    json["clusters_in_all"] = texts.clusters_of_several;
    json[clusters ? "clusters" : "pairs"] =
        rows_json(clusters ? near_cluster_table(texts, Lang::en, 0) : near_pair_table(texts, Lang::en, 0));
    return json_document(json);
}

} // namespace longmen::service
