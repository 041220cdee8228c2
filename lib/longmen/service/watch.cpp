// SPDX-License-Identifier: GPL-3.0-or-later
// Compares what a saved query finds with the last look.
#include <longmen/service/watch.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/query_print.hpp>
#include <longmen/search/run.hpp>
#include <longmen/service/search_query.hpp>
#include <longmen/store/lookup.hpp>
#include <longmen/store/searches.hpp>
#include <longmen/store/texts.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace longmen::service {
namespace {

using store::WatchChange;

/// Numbers of all records, to go from rows to numbers and back.
struct Numbers {
    std::vector<std::pair<std::int64_t, std::string>> by_row;
    std::unordered_map<std::string, std::int64_t> rows;

    explicit Numbers(const store::Workspace& workspace) : by_row(store::text_numbers(workspace)) {
        for (const auto& [row, number] : by_row) {
            rows.emplace(number, row);
        }
    }
    [[nodiscard]] std::optional<std::int64_t> row(const store::Workspace& workspace,
                                                  const std::string& number) const {
        const auto found = rows.find(number); // else it has a better number by now, or is one with another
        return found != rows.end() ? std::optional{found->second} : store::find_patent(workspace, number);
    }
    [[nodiscard]] const std::string& number(std::int64_t row) const {
        const auto found =
            std::ranges::lower_bound(by_row, row, {}, &std::pair<std::int64_t, std::string>::first);
        if (found == by_row.end() || found->first != row) {
            throw DataError("", 0,
                            Sentence{"检索期间工作区有改动；请重新查看",
                                     "the workspace has changed meanwhile; look again"});
        }
        return found->second;
    }
};

/// Fills in a record as it is now, with what changed in (`after`, `up_to`].
WatchedHit hit_of(const store::Workspace& workspace, std::optional<std::int64_t> row,
                  const store::WatchedRecord& record, std::int64_t after, std::int64_t up_to) {
    WatchedHit hit;
    hit.change = record.change;
    hit.number = record.number;
    const auto text = row ? store::text_of(workspace, *row) : std::nullopt;
    if (!text) {
        return hit;
    }
    hit.number = record.change == WatchChange::joined ? record.number : text->number;
    hit.title = text->title.empty() ? text->title_en : text->title;
    hit.date = text->app_date;
    hit.status = text->status.empty() ? "unknown" : text->status;
    hit.applicants = split_trimmed(text->applicants, "\n");
    if (record.change != WatchChange::added) {
        hit.fields = store::fields_changed(workspace, *row, after, up_to);
    }
    return hit;
}

void sort_hits(std::vector<WatchedHit>& hits) {
    std::ranges::sort(hits, [](const WatchedHit& a, const WatchedHit& b) {
        return std::tie(a.change, b.date, a.number) < std::tie(b.change, a.date, b.number);
    });
}

/// What the rows found say beside the last look.
void compare(const store::Workspace& workspace, const std::vector<std::int64_t>& found,
             const std::vector<std::string>& watched, WatchReport& report) {
    const Numbers numbers(workspace);
    auto& changes = report.look.changes;
    if (!report.before) {
        for (const auto row : found) {
            changes.push_back({numbers.number(row), WatchChange::first});
        }
        return;
    }
    std::set<std::int64_t> known;
    const auto after = report.before->generation;
    const auto tell = [&](std::optional<std::int64_t> row, const std::string& number, WatchChange change) {
        changes.push_back({number, change});
        report.hits.push_back(
            hit_of(workspace, row, changes.back(), after, std::numeric_limits<std::int64_t>::max()));
    };
    for (const auto& number : watched) {
        const auto row = numbers.row(workspace, number);
        if (row && !known.insert(*row).second) {
            tell(row, number, WatchChange::joined);
        } else if (!row || !std::ranges::binary_search(found, *row)) {
            tell(row, number, WatchChange::gone);
        }
    }
    for (const auto row : found) {
        if (!known.contains(row)) {
            tell(row, numbers.number(row),
                 row > report.before->last_row ? WatchChange::added : WatchChange::changed);
        }
    }
    sort_hits(report.hits);
}

std::optional<store::WatchLook> last_look(const store::Workspace& workspace,
                                          const std::optional<store::Watch>& watch) {
    if (!watch) {
        return std::nullopt;
    }
    auto looks = store::looks_of(workspace, watch->id);
    return looks.empty() ? std::nullopt : std::optional{std::move(looks.back())};
}

/// Searches for the saved query and compares. The index is up to date.
WatchReport compared(store::Workspace& workspace, const std::string& name, const std::string& saved,
                     std::int64_t last_row, const std::string& models_folder) {
    WatchReport report;
    report.name = name;
    report.query = saved;
    const auto date = workspace.data_date();
    report.as_of = date ? date->iso() : std::string{};
    SearchRequest request;
    request.models_folder = models_folder;
    request.query = "@" + name;
    const auto read = read_query(&workspace, request);
    search::Searcher searcher(workspace, search::load_settings(models_folder));
    search::SearchOptions count;
    count.limit = 0;
    const auto result = searcher.run(read.query, count);
    const auto found = searcher.ids(read.query);
    const auto watch = store::watch_of(workspace, name);
    report.before = last_look(workspace, watch);
    report.families = result.families;
    report.publications = store::count_publications(workspace, found);
    report.look.place = report.before ? report.before->place + 1 : 1;
    report.look.query = search::print_query(read.query);
    report.look.generation = result.generation;
    report.look.last_row = last_row;
    report.look.records = static_cast<std::int64_t>(found.size());
    compare(workspace, found,
            watch ? store::watched_numbers(workspace, watch->id) : std::vector<std::string>{}, report);
    return report;
}

} // namespace

std::size_t WatchReport::count(WatchChange change) const {
    return static_cast<std::size_t>(std::ranges::count(hits, change, &WatchedHit::change));
}

WatchReport look_at_watch(store::Workspace& workspace, const WatchRequest& request, Progress& progress) {
    const auto saved = store::saved_search(workspace, request.name);
    if (!saved) {
        throw UsageError(sentence("没有名为“{0}”的已存检索式；先用 search 检索式 --save {0} 保存",
                                  "no query is saved as {0}; save one first: search QUERY --save {0}",
                                  request.name));
    }
    // Before the search: what is taken in meanwhile is new at the next look, or at this one if it is found.
    const auto last_row = store::last_row(workspace);
    search::update_index(workspace, search::load_settings(request.models_folder), progress);
    auto report = compared(workspace, request.name, saved->query, last_row, request.models_folder);
    store::LoggedSearch run;
    run.at = request.at;
    run.person = request.person;
    run.query = "@" + request.name;
    run.canonical = report.look.query;
    run.scope = "watch";
    run.as_of = report.as_of;
    run.hits = report.look.records;
    run.publications = report.publications;
    run.families = static_cast<std::int64_t>(report.families);
    report.look.run = store::log_search(workspace, run);
    report.look.at = request.at;
    report.look.person = request.person;
    return report;
}

WatchReport earlier_look(const store::Workspace& workspace, const std::string& name, std::int64_t place) {
    const auto watch = store::watch_of(workspace, name);
    auto look = watch ? store::look_of(workspace, watch->id, place) : std::nullopt;
    if (!look) {
        const auto looks = watch ? store::looks_of(workspace, watch->id).size() : 0;
        throw UsageError(looks == 0 ? sentence("“{0}”没有被监视；watch @{0} 开始监视",
                                               "`{0}` is not watched; watch @{0} begins a watch", name)
                                    : sentence("没有第 {} 次查看；“{}”共查看 {} 次",
                                               "there is no look {}; {} has been looked at {} times", place,
                                               name, looks));
    }
    WatchReport report;
    report.name = name;
    if (const auto saved = store::saved_search(workspace, name)) {
        report.query = saved->query;
    }
    const auto date = workspace.data_date();
    report.as_of = date ? date->iso() : std::string{};
    report.look = std::move(*look);
    report.before = store::look_of(workspace, watch->id, place - 1);
    if (const auto run = store::logged_search(workspace, report.look.run)) {
        report.families = static_cast<std::size_t>(run->families);
    }
    for (const auto& change : report.look.changes) {
        report.hits.push_back(hit_of(workspace, store::find_patent(workspace, change.number), change,
                                     report.before->generation, report.look.generation));
    }
    sort_hits(report.hits);
    return report;
}

std::vector<WatchState> list_watches(store::Workspace& workspace, const std::string& models_folder,
                                     Progress& progress) {
    std::vector<WatchState> states;
    const auto all = store::watches(workspace);
    const auto last_row = store::last_row(workspace);
    if (!all.empty()) {
        search::update_index(workspace, search::load_settings(models_folder), progress);
    }
    for (const auto& watch : all) {
        auto& state = states.emplace_back();
        state.watch = watch;
        state.last = last_look(workspace, watch).value();
        const auto saved = store::saved_search(workspace, watch.name);
        if (!saved) {
            continue;
        }
        state.query = saved->query;
        try {
            state.report = compared(workspace, watch.name, saved->query, last_row, models_folder);
        } catch (const UsageError&) {
            state.report.reset(); // told as such
        }
    }
    return states;
}

} // namespace longmen::service
