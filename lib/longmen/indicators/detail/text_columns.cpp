// SPDX-License-Identifier: GPL-3.0-or-later
// What titles and abstracts tell of novelty and of influence.
#include <longmen/indicators/column_models.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/new_words.hpp>
#include <longmen/indicators/text_similarity.hpp>

namespace longmen::indicators::detail {
namespace {

constexpr int longest_window = 20; // years

Column words(ColumnWork& work, const ColumnIndicator&, Parameters) {
    return {{},
            new_words(work.terms(), work.input.graph, work.days(), work.input.models->texts, work.threads)};
}

Column reuse(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    return {{},
            new_word_reuse(work.terms(), work.input.graph, work.days(), parameters[0],
                           work.input.models->texts, work.threads),
            work.open_windows(parameters[0])};
}

template <TextSide Side>
Column likeness(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    const auto& values = work.text_similarity(Side, parameters[0]);
    Column column{{}, work.each([&](std::size_t node) { return values[node]; })};
    if (Side == TextSide::forward) {
        column.open = work.open_windows(parameters[0]);
    }
    return column;
}

Column importance(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    const auto& forward = work.text_similarity(TextSide::forward, parameters[0]);
    const auto& backward = work.text_similarity(TextSide::backward, work.input.models->texts.years_back);
    Column column{{}, text_importance(forward, backward), work.open_windows(parameters[0])};
    column.reasons = reasons_of(work, column.values, [&](std::size_t node) {
        return forward[node] == forward[node] && backward[node] == 0 ? Undefined::zero_denominator
                                                                     : Undefined::no_data;
    });
    return column;
}

constexpr std::array list{
    ColumnIndicator{
        {"new_words",
         {"个", "terms"},
         {"新词数", "New words"},
         {"标题和摘要中此前文献未用过的词（中文按二字组计）；数据头几年不计，见模型文件",
          "Terms of title and abstract that no earlier document of the data has (pairs of characters in "
          "Chinese); not told of the first years of the data"},
         "arts-hou-gomez-2021"},
        "new_words",
        {},
        Need::texts,
        &words,
        nullptr,
        {},
        true},
    ColumnIndicator{{"new_word_reuse_Ny",
                     {"次", "uses"},
                     {"新词被沿用次数，N 年", "Reuse of new words, N years"},
                     {"本件带来的新词在其后 N 年内出现于多少件文献，逐词相加",
                      "Documents of the following N years that have its new words, added up over the words"},
                     "arts-hou-gomez-2021"},
                    "new_word_reuse_5y",
                    {{{1, graph::longest_window}}},
                    Need::texts,
                    &reuse,
                    nullptr,
                    {},
                    true},
    ColumnIndicator{
        {"backward_similarity_Ny",
         {"", ""},
         {"与此前文献的文本相似度，N 年", "Text similarity backward, N years"},
         {"与此前 N 年内各件文献标题和摘要的余弦相似度之和，词权按较早一件当时的文献计",
          "Sum of the cosine similarity of title and abstract to each document of the N years before, "
          "terms weighed by what was known before the earlier one"},
         "kelly-2021"},
        "backward_similarity_5y",
        {{{1, longest_window}}},
        Need::texts,
        &likeness<TextSide::backward>,
        nullptr,
        {},
        true},
    ColumnIndicator{
        {"forward_similarity_Ny",
         {"", ""},
         {"与其后文献的文本相似度，N 年", "Text similarity forward, N years"},
         {"与其后 N 年内各件文献标题和摘要的余弦相似度之和；窗口未满的标为不完整",
          "Sum of the cosine similarity of title and abstract to each document of the N years after; "
          "incomplete while the window is open"},
         "kelly-2021"},
        "forward_similarity_5y",
        {{{1, longest_window}}},
        Need::texts,
        &likeness<TextSide::forward>,
        nullptr,
        {},
        true},
    ColumnIndicator{
        {"text_importance_Ny",
         {"倍", "times"},
         {"文本重要性，N 年", "Importance by text, N years"},
         {"与其后 N 年文献的相似度除以与此前文献的相似度；大者与前人不同而为后人所循",
          "Similarity to the documents of N years after over that to those before; large where a document "
          "is unlike what came before and like what came after"},
         "kelly-2021"},
        "text_importance_5y",
        {{{1, longest_window}}},
        Need::texts,
        &importance,
        nullptr,
        {},
        true},
};

} // namespace

std::span<const ColumnIndicator> text_columns() {
    return list;
}

} // namespace longmen::indicators::detail
