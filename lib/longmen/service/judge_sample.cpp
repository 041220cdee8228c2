// SPDX-License-Identifier: GPL-3.0-or-later
// Draws samples of searches.
#include <longmen/service/judge_sample.hpp>

#include <longmen/base/config.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/report/judge_form.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>
#include <longmen/service/judge_rules.hpp>
#include <longmen/service/search.hpp>
#include <longmen/service/search_query.hpp>
#include <longmen/stats/draw.hpp>
#include <longmen/store/texts.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace longmen::service {
namespace {

std::int64_t run_of(store::Workspace& workspace, const SampleRequest& request, Progress& progress) {
    if (const auto number = run_number(request.search)) {
        return *number;
    }
    SearchRequest search;
    search.models_folder = request.models_folder;
    search.query = request.search;
    search.options.limit = 0;
    search.person = request.person;
    search.at = request.at;
    return search_workspace(workspace, search, progress).run;
}

/// By number: rows stand in the order of imports, which must not matter.
std::vector<std::pair<std::string, std::int64_t>> by_number(const store::Workspace& workspace,
                                                            const std::vector<std::int64_t>& ids) {
    std::vector<std::pair<std::string, std::int64_t>> records;
    records.reserve(ids.size());
    for (auto& [id, number] : store::text_numbers(workspace)) {
        if (std::ranges::binary_search(ids, id)) {
            records.emplace_back(std::move(number), id);
        }
    }
    std::ranges::sort(records);
    return records;
}

report::JudgeFormRow form_row(const store::TextRecord& record) {
    return {record.number, record.title.empty() ? record.title_en : record.title,
            record.abstract.empty() ? record.abstract_en : record.abstract,
            join(split_trimmed(record.applicants, "\n"), "; ")};
}

} // namespace

std::optional<std::int64_t> run_number(std::string_view text) {
    if (!text.starts_with('#')) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + 1, end, number);
    return error == std::errc{} && stop == end && number > 0 ? std::optional{number} : std::nullopt;
}

RunSet run_set(const store::Workspace& workspace, std::int64_t run, const std::string& models_folder,
               Progress& progress) {
    auto logged = store::logged_search(workspace, run);
    if (!logged) {
        throw UsageError(sentence("没有编号为 #{} 的检索；search --log 列出全部检索",
                                  "there is no run #{}; search --log lists all", run));
    }
    const auto query =
        read_canonical(logged->canonical.empty() ? logged->query : logged->canonical, models_folder);
    const auto settings = search::load_settings(models_folder);
    search::update_index(workspace, settings, progress);
    search::Searcher searcher(workspace, settings);
    RunSet set;
    set.run = std::move(*logged);
    set.ids = searcher.ids(query);
    set.generation = workspace.generation();
    return set;
}

DrawnSample draw_sample(store::Workspace& workspace, const SampleRequest& request, Lang lang,
                        Progress& progress) {
    if (request.size && *request.size == 0) {
        throw UsageError(Sentence{"样本至少要有一件", "a sample has one record at least"});
    }
    const auto rules = JudgeRules::load(request.models_folder);
    auto set = run_set(workspace, run_of(workspace, request, progress), request.models_folder, progress);
    if (set.ids.empty()) {
        throw UsageError(
            sentence("检索 #{} 没有命中，无从抽样", "run #{} finds nothing to draw from", set.run.id));
    }
    DrawnSample drawn;
    drawn.smallest = rules.smallest_sample(set.ids.size());
    drawn.changed = std::cmp_not_equal(set.run.hits, set.ids.size());
    const auto records = by_number(workspace, set.ids);
    auto& sample = drawn.sample;
    sample.run = set.run.id;
    sample.seed = request.seed;
    sample.set_size = static_cast<std::int64_t>(records.size());
    sample.at = request.at;
    sample.person = request.person;
    report::JudgeForm form;
    for (const auto at :
         stats::draw_without_replacement(records.size(), request.size.value_or(drawn.smallest),
                                         static_cast<std::uint64_t>(request.seed))) {
        const auto record = store::text_of(workspace, records[at].second);
        if (!record) {
            throw InternalError("a record of the index is not in the workspace");
        }
        sample.numbers.push_back(record->number);
        form.rows.push_back(form_row(*record));
    }
    sample.id = store::keep_sample(workspace, sample);
    sample.generation = set.generation;
    form.query = set.run.canonical.empty() ? set.run.query : set.run.canonical;
    form.run = sample.run;
    form.sample = sample.id;
    form.seed = sample.seed;
    form.set_size = sample.set_size;
    form.generation = sample.generation;
    drawn.sheet = report::judge_form(form, lang);
    drawn.run = std::move(set.run);
    return drawn;
}

} // namespace longmen::service
