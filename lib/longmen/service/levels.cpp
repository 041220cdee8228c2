// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of documents to columns of families.
#include <longmen/service/levels.hpp>

#include <longmen/base/buffer.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/fold.hpp>
#include <longmen/graph/prefix.hpp>
#include <longmen/service/detail/text_pool.hpp>
#include <longmen/service/snapshot.hpp>

#include <algorithm>
#include <array>

namespace longmen::service {
namespace {

constexpr std::size_t groups_of_piece = std::size_t{1} << 14;

/// The technology field most members have.
std::uint8_t common_field(std::span<const NodeId> members, std::span<const std::uint8_t> field) {
    std::array<std::uint32_t, 256> counts{};
    for (const auto node : members) {
        ++counts[field[node]];
    }
    counts[0] = 0; // none
    const auto most = std::ranges::max_element(counts);
    return static_cast<std::uint8_t>(*most == 0 ? 0 : most - counts.begin());
}

/// The earliest day, or the greatest number.
std::int32_t united(std::span<const NodeId> members, std::span<const std::int32_t> values, bool day) {
    auto best = missing_measure; // below every value
    for (const auto node : members) {
        const auto value = values[node];
        const bool better =
            day ? value != missing_measure && (best == missing_measure || value < best) : value > best;
        best = better ? value : best;
    }
    return best;
}

[[noreturn]] void refuse(Level level, std::string_view unit, std::string_view origin) {
    if (level == Level::publication && origin == "workspace") {
        throw DataError(Sentence{
            "工作区按申请登记引用：没有记下是该申请的哪一次公布（公开本或授权本）提出引用，因此得不到公布一级"
            "的"
            "引用网络；请用公布之间的引用表（--edges）",
            "a workspace keeps citations by application: which of its publications (as filed or as granted) "
            "cites is not recorded, so there is no graph of publications; give a table of citations between "
            "publications (--edges)"});
    }
    if (level == Level::publication) {
        throw DataError(sentence("快照以“{}”为单位，其中没有各次公布",
                                 "the unit of the snapshot is `{}`: it has no publications", unit));
    }
    throw DataError(
        sentence("快照以“{}”为单位，没有记下各件的申请号，无法归并为申请",
                 "the unit of the snapshot is `{}`, and it does not tell the application of each: "
                 "it cannot be folded into applications",
                 unit));
}

} // namespace

struct LeveledSnapshot::State {
    store::Snapshot whole;
    graph::Folding folding{};
    graph::Adjacency citations{};
    OwnedLists classes{}, applicants{}, inventors{};
    Buffer<PackedNumber> numbers{};
    Buffer<std::uint32_t> family{};
    Buffer<std::uint8_t> field{};
    Buffer<std::int32_t> measures{};
    detail::TextPool about{};
    FoldReport report{};

    explicit State(store::Snapshot snapshot) : whole(std::move(snapshot)) {}

    void fold(const graph::CitationGraph& graph, Threads& threads) {
        const auto& from = whole.columns();
        const auto nodes = graph.nodes();
        folding = graph::find_folding(graph, from.family.first(nodes), from.numbers.first(nodes), threads);
        citations = graph::fold_citations(graph, folding, threads);
        const auto lists = [&](const Lists& all) {
            return all.size() == 0 ? OwnedLists{} : graph::fold_lists(all, folding, threads);
        };
        classes = lists(from.classes);
        applicants = lists(from.applicants);
        inventors = lists(from.inventors);
        fold_numbers(threads);
        for (std::size_t i = 0; i + 1 < from.about.size(); i += 2) {
            about.add(from.about[i]);
            about.add(from.about[i] == "unit" ? "family" : from.about[i + 1]);
        }
        report = {nodes, graph.cited.items.size(), folding.groups(), citations.report.loops,
                  citations.report.duplicates};
    }

    void fold_numbers(Threads& threads) {
        const auto& from = whole.columns();
        const auto groups = folding.groups();
        const auto names = from.measure_names.size();
        numbers = Buffer<PackedNumber>(groups);
        family = Buffer<std::uint32_t>(groups);
        field = Buffer<std::uint8_t>(from.field.empty() ? 0 : groups);
        measures = Buffer<std::int32_t>(names * groups);
        const auto members = folding.members.view();
        threads.ranges(groups, groups_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            for (auto group = begin; group < end; ++group) {
                numbers[group] = from.numbers[folding.name[group]];
                family[group] = static_cast<std::uint32_t>(group);
                if (!field.empty()) {
                    field[group] = common_field(members[group], from.field);
                }
                for (std::size_t name = 0; name < names; ++name) {
                    measures[name * groups + group] =
                        united(members[group], from.measure_values.subspan(name * whole.nodes()),
                               from.measure_names[name].ends_with("_day"));
                }
            }
        });
    }

    [[nodiscard]] store::SnapshotColumns view() const {
        auto columns = whole.columns(); // texts and names stay
        columns.numbers = numbers.view();
        columns.day = folding.day.view();
        columns.year_only = folding.year_only.view();
        columns.classes = classes.view();
        columns.applicants = applicants.view();
        columns.inventors = inventors.view();
        columns.family = family.view();
        columns.field = field.view();
        columns.measure_values = measures.view();
        columns.cited = citations.cited.view();
        columns.citing = citations.citing.view();
        columns.about = about.view();
        return columns;
    }
};

std::optional<Level> level_by_key(std::string_view key) {
    if (key == "publication") {
        return Level::publication;
    }
    if (key == "application") {
        return Level::application;
    }
    return key == "family" ? std::optional{Level::family} : std::nullopt;
}

LeveledSnapshot::LeveledSnapshot(std::shared_ptr<const State> state, store::Snapshot snapshot)
    : state_(std::move(state)), snapshot_(std::move(snapshot)) {}

std::optional<FoldReport> LeveledSnapshot::report() const {
    return state_ ? std::optional{state_->report} : std::nullopt;
}

std::string LeveledSnapshot::number_of(std::string_view number) const {
    if (state_) {
        const auto node = state_->whole.find(number);
        if (node && *node < state_->folding.of.size()) {
            return snapshot_.number(state_->folding.of[*node]);
        }
    }
    return std::string{number};
}

LeveledSnapshot at_level(store::Snapshot snapshot, Level level, std::optional<Day> until, Threads& threads) {
    const std::string unit{snapshot.about("unit")};
    const bool published = unit != "application" && unit != "family"; // tables name documents as they cite
    if (level == Level::as_given || (level == Level::publication && published) ||
        (level == Level::application && unit == "application") ||
        (level == Level::family && unit == "family")) {
        return {nullptr, std::move(snapshot)};
    }
    if (level != Level::family) {
        refuse(level, unit, snapshot.about("origin"));
    }
    if (snapshot.columns().family.empty()) {
        throw DataError(
            Sentence{"数据中没有同族号，无法归并为同族（文献表可有 family 列）",
                     "the data tell no families (a table of documents may have a column `family`)"});
    }
    auto state = std::make_shared<LeveledSnapshot::State>(std::move(snapshot));
    const auto whole = citation_graph(state->whole);
    const graph::Prefix prefix{whole, until ? graph::documents_until(whole, *until) : whole.nodes(), threads};
    state->fold(prefix.graph(), threads);
    const auto columns = state->view();
    return {state, store::Snapshot::over(columns, state)};
}

} // namespace longmen::service
