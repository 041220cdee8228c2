// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the records, citations beside it, three orders made one.
#include <longmen/service/similar.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/nearest_classes.hpp>
#include <longmen/search/nearest_texts.hpp>
#include <longmen/search/reciprocal_rank.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/detail/citation_likeness.hpp>
#include <longmen/store/compared_texts.hpp>
#include <longmen/store/lookup.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <unordered_map>
#include <utility>

namespace longmen::service {
namespace {

constexpr std::size_t records_at_once = 4096;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What is held against the records.
struct Own {
    std::optional<std::int64_t> id;
    store::ComparedText record; ///< of a file: its text as the abstract
    std::vector<search::TextPart> parts;
};

std::vector<search::TextPart> parts_of(const store::ComparedText& record) {
    return {
        {record.title, true}, {record.title_en, true}, {record.abstract, false}, {record.abstract_en, false}};
}

std::string read_idea(const std::string& file, std::size_t most_bytes) {
    std::ifstream in{file, std::ios::binary};
    std::string text(most_bytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > most_bytes) {
        throw UsageError(sentence("{} 超过 {} 字节；请只保留要比较的文字",
                                  "{} has more than {} bytes; keep the text to compare", file, most_bytes));
    }
    if (text.starts_with(byte_order_mark)) {
        text.erase(0, byte_order_mark.size());
    }
    if (!is_valid_utf8(text) || text.find('\0') != std::string::npos) {
        throw UsageError(sentence("{} 不是 UTF-8 纯文本；请将文档另存为纯文本（UTF-8）",
                                  "{} is no UTF-8 text; save the document as plain text in UTF-8", file));
    }
    return text;
}

Own find_own(const store::Workspace& workspace, const SimilarRequest& request,
             const search::SimilarRules& rules) {
    Own own;
    own.id = store::find_patent(workspace, request.what);
    if (own.id) {
        std::vector<store::ComparedText> one;
        store::ComparedTexts{workspace, *own.id}.next(one, 1);
        own.record = std::move(one.at(0));
    } else if (std::filesystem::is_regular_file(request.what)) {
        own.record.number = std::filesystem::path(request.what).filename().string();
        own.record.abstract = read_idea(request.what, rules.most_bytes);
    } else {
        throw UsageError(sentence("“{0}”既不是工作区中的专利号，也不是文件",
                                  "`{0}` is neither the number of a record in the workspace nor a file",
                                  request.what));
    }
    own.parts = parts_of(own.record);
    return own;
}

/// All records in one pass: the next ones are read while the texts of these are compared.
struct Looked {
    std::vector<std::int64_t> ids;
    std::vector<std::string> numbers;
    search::NearestClasses classes;
    bool relatives = false; ///< any record names one
    std::optional<std::size_t> own;

    Looked(const store::Workspace& workspace, const Own& one, search::NearestTexts& texts, Threads& threads,
           Progress& progress) {
        store::ComparedTexts reader{workspace};
        std::vector<store::ComparedText> now;
        std::vector<store::ComparedText> later;
        progress.begin("records", 0);
        const auto read = [&] {
            reader.next(later, records_at_once);
            for (const auto& record : later) {
                if (record.id == one.id) {
                    own = ids.size();
                }
                ids.push_back(record.id);
                numbers.push_back(record.number);
                classes.add(record.classes);
                relatives = relatives || record.names_relatives;
            }
        };
        read();
        while (!later.empty()) {
            std::swap(now, later);
            texts.add(
                now.size(),
                [&](std::size_t at, const auto& take) {
                    for (const auto& part : parts_of(now[at])) {
                        take(part);
                    }
                },
                threads, read);
            progress.at(ids.size());
        }
        progress.end();
    }
};

/// Members of the own families by their ids.
std::unordered_map<std::int64_t, Kinship> relatives_of(const store::Workspace& workspace,
                                                       const std::string& models, std::int64_t id) {
    const auto corpus = load_corpus(workspace, models);
    const auto own = std::ranges::find(corpus.patents, id, &Patent::id);
    std::unordered_map<std::int64_t, Kinship> found;
    for (const auto& patent : corpus.patents) {
        if (own != corpus.patents.end() && patent.id != id &&
            patent.extended_family == own->extended_family) {
            found.emplace(patent.id, patent.family == own->family ? Kinship::simple : Kinship::extended);
        }
    }
    return found;
}

void tell_missing(SimilarRecords& result, const Own& own, const search::NearestTexts& texts,
                  const detail::CitationLikeness& citations) {
    if (texts.own_shingles() == 0) {
        result.missing.push_back(
            {"没有名称和摘要：未按文本比较", "no title or abstract: not compared by text"});
    }
    if (own.record.classes.empty()) {
        result.missing.push_back(
            result.is_file
                ? Sentence{"文件没有分类号：未按分类比较", "a file has no classes: not compared by them"}
                : Sentence{"该件没有分类号：未按分类比较",
                           "the record has no classes: not compared by them"});
    }
    if (result.is_file) {
        result.missing.push_back(
            {"文件没有引文：未按引文比较", "a file has no citations: not compared by them"});
    } else if (!citations.any) {
        result.missing.push_back(
            {"工作区没有引文数据：未按引文比较", "the workspace has no citations: not compared by them"});
    } else if (!citations.own) {
        result.missing.push_back({"该件没有引用，也没有被引用：未按引文比较",
                                  "the record cites nothing and is not cited: not compared by citations"});
    }
}

void fill(const store::Workspace& workspace, SimilarHit& hit) {
    std::vector<store::ComparedText> one;
    store::ComparedTexts{workspace, hit.id}.next(one, 1);
    const auto& record = one.at(0);
    hit.title = record.title.empty() ? record.title_en : record.title;
    hit.date = record.app_date;
    hit.applicants = split_trimmed(record.applicants, "\n");
}

} // namespace

SimilarRecords similar_records(const store::Workspace& workspace, const SimilarRequest& request,
                               Threads& threads, Progress& progress) {
    const auto rules =
        search::SimilarRules::read(Config::read(request.models_folder + "/search/similar.toml"));
    const auto own = find_own(workspace, request, rules);
    SimilarRecords result;
    result.is_file = !own.id;
    result.number = own.record.number;
    result.title = own.record.title.empty() ? own.record.title_en : own.record.title;
    const auto date = workspace.data_date();
    result.as_of = date ? date->iso() : std::string{};

    // --- three signals
    search::NearestTexts texts{own.parts, rules.text};
    const Looked looked{workspace, own, texts, threads, progress};
    auto by_text = texts.values();
    auto by_classes = looked.classes.values(own.record.classes);
    detail::CitationLikeness citations;
    citations.values.resize(looked.ids.size());
    if (looked.own) {
        citations = detail::citation_likeness(workspace, looked.ids, looked.numbers, *looked.own,
                                              rules.citations, threads);
        by_text[*looked.own] = 0;
        by_classes[*looked.own] = 0;
        citations.values[*looked.own] = 0;
    }
    tell_missing(result, own, texts, citations);
    if (texts.own_shingles() == 0 && own.record.classes.empty() && !citations.own) {
        throw UsageError(sentence("{} 没有可比较的内容：没有词语、分类号和引文",
                                  "{} has nothing to compare: no words, no classes, no citations",
                                  request.what));
    }
    result.records = looked.ids.size() - (looked.own ? 1 : 0);
    result.with_text = texts.with_text() - (looked.own && texts.own_shingles() > 0 ? 1 : 0);
    result.with_classes = looked.classes.known() - (looked.own && !own.record.classes.empty() ? 1 : 0);
    result.with_citations = citations.records;

    // --- one order
    const std::array signals{search::RankedSignal{by_text, rules.fusion.text},
                             search::RankedSignal{by_classes, rules.fusion.classes},
                             search::RankedSignal{citations.values, rules.fusion.citations}};
    const auto fused = search::fuse_ranks(signals, rules.fusion.k);
    const auto relatives = own.id && looked.relatives
                               ? relatives_of(workspace, request.models_folder, *own.id)
                               : std::unordered_map<std::int64_t, Kinship>{};
    const auto kinship = [&](std::uint32_t record) {
        const auto found = relatives.find(looked.ids[record]);
        return found == relatives.end() ? Kinship::none : found->second;
    };
    const auto hit_of = [&](std::uint32_t record) {
        SimilarHit hit;
        hit.id = looked.ids[record];
        hit.number = looked.numbers[record];
        hit.kinship = kinship(record);
        hit.value = fused.value[record];
        if (const auto cited = citations.reasons.find(record); cited != citations.reasons.end()) {
            hit.reasons = cited->second;
        }
        hit.reasons.text_place = fused.places[0][record];
        hit.reasons.text = by_text[record];
        hit.reasons.words = texts.shared_words(record, rules.words);
        hit.reasons.classes_place = fused.places[1][record];
        hit.reasons.classes = by_classes[record];
        hit.reasons.shared_classes = looked.classes.shared(own.record.classes, record);
        hit.reasons.citations_place = fused.places[2][record];
        hit.reasons.citations = citations.values[record];
        fill(workspace, hit);
        return hit;
    };
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> family;
    for (std::uint32_t record = 0; record < looked.ids.size(); ++record) {
        if (kinship(record) != Kinship::none) {
            family.push_back(record);
        } else if (fused.value[record] > 0) {
            order.push_back(record);
        }
    }
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return fused.value[a] != fused.value[b] ? fused.value[a] > fused.value[b]
                                                : looked.numbers[a] < looked.numbers[b];
    };
    result.total = order.size();
    const auto shown = std::min(request.limit, order.size());
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(shown), before);
    order.resize(shown);
    std::ranges::sort(family, [&](std::uint32_t a, std::uint32_t b) {
        return kinship(a) != kinship(b) ? kinship(a) < kinship(b) : before(a, b);
    });
    for (const auto record : order) {
        result.hits.push_back(hit_of(record));
    }
    for (const auto record : family) {
        result.family.push_back(hit_of(record));
    }
    return result;
}

} // namespace longmen::service
