// SPDX-License-Identifier: GPL-3.0-or-later
// Files to tables of one source, then to its reader.
#include <longmen/ingest/relational_tables.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/record_columns.hpp>
#include <longmen/ingest/file_kind.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

namespace longmen::ingest {
namespace {

/// A source that can be read, the table of its documents, and the tables of which something is made.
struct Source {
    std::string_view id, unit, documents;
    std::string_view documents_name; ///< for people
    std::span<const std::string_view> tables;
    decltype(&detail::read_patstat) read;
};

constexpr auto patstat_tables =
    std::to_array<std::string_view>({"patstat_appln", "patstat_publn", "patstat_citation", "patstat_ipc",
                                     "patstat_cpc", "patstat_person", "patstat_pers_appln"});
constexpr auto patentsview_tables = std::to_array<std::string_view>(
    {"patentsview_patent", "patentsview_application", "patentsview_us_citation", "patentsview_cpc",
     "patentsview_ipc", "patentsview_assignee", "patentsview_inventor", "patentsview_other_reference"});
const std::array<Source, 2> sources{
    {{"patstat", "application", "patstat_appln", "tls201_appln", patstat_tables, &detail::read_patstat},
     {"patentsview", "grant", "patentsview_patent", "g_patent", patentsview_tables,
      &detail::read_patentsview}}};

const Source* source_of(std::string_view table) {
    const auto found = std::ranges::find_if(sources, [&](const Source& source) {
        return table.starts_with(source.id) && table.substr(source.id.size()).starts_with('_');
    });
    return found == sources.end() ? nullptr : &*found;
}

struct Given {
    std::string path;
    bool named = false; ///< by itself, not with its folder
};

/// Files in the order of their paths, each once.
std::vector<Given> files_of(const std::vector<std::string>& paths) {
    std::map<std::string, bool> named;
    for (const auto& path : paths) {
        if (!std::filesystem::is_directory(path)) {
            named[path] = true;
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator{path}) {
            if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.')) {
                named.try_emplace(entry.path().string(), false);
            }
        }
    }
    std::vector<Given> files;
    for (const auto& [path, alone] : named) {
        files.push_back({path, alone});
    }
    return files;
}

} // namespace

std::string_view bulk_clock_key(BulkClock clock) {
    constexpr std::array<std::string_view, 3> keys{"filing", "priority", "publication"};
    return keys.at(static_cast<std::size_t>(clock));
}

ScratchTexts::ScratchTexts(const Scratch& scratch) : offsets(scratch), bytes(scratch) {
    offsets.push_back(0);
}

void ScratchTexts::add(std::string_view text) {
    bytes.append({text.data(), text.size()});
    offsets.push_back(bytes.size());
}

ScratchLists::ScratchLists(const Scratch& scratch) : offsets(scratch), items(scratch), names(scratch) {}

RelationalTables::RelationalTables(const Scratch& scratch)
    : numbers(scratch), texts(scratch), day(scratch), year_only(scratch), classes(scratch),
      applicants(scratch), inventors(scratch), family(scratch), field(scratch), measures(scratch) {}

std::string RelationalTables::number(NodeId node) {
    const auto number = numbers.view()[node];
    if (number < first_unpacked()) {
        return unpack_number(number);
    }
    const auto* const offset = texts.offsets.view().data() + (number - first_unpacked());
    return {texts.bytes.view().data() + offset[0], static_cast<std::size_t>(offset[1] - offset[0])};
}

void RelationalTables::drop(std::span<const char> part) noexcept {
    numbers.drop(part);
    day.drop(part);
    year_only.drop(part);
    family.drop(part);
    field.drop(part);
    measures.drop(part);
    texts.offsets.drop(part);
    texts.bytes.drop(part);
    for (auto* lists : {&classes, &applicants, &inventors}) {
        lists->offsets.drop(part);
        lists->items.drop(part);
        lists->names.offsets.drop(part);
        lists->names.bytes.drop(part);
    }
}

RelationalTables read_relational_tables(const std::vector<std::string>& paths, BulkClock clock,
                                        const Profiles& profiles, const FieldOf& field_of, Threads& threads,
                                        Progress& progress, const RelationalRoom& room) {
    RelationalTables result{room.scratch};
    const Source* source = nullptr;
    std::string first_file;
    detail::FilesByTable files;
    ReadOptions options;
    options.limits.unpacked_bytes = ~std::uint64_t{0};
    for (const auto& [path, named] : files_of(paths)) {
        const Profile* profile = nullptr;
        try {
            profile = first_profile(path, profiles, options);
        } catch (const DataError&) {
            if (named) {
                throw;
            }
        }
        const auto* its = profile == nullptr ? nullptr : source_of(profile->id);
        if (its == nullptr || std::ranges::find(its->tables, profile->id) == its->tables.end()) {
            result.passed_over.push_back(path);
            continue;
        }
        if (source != nullptr && its != source) {
            throw DataError(sentence("{} 是 {} 的表，{} 是 {} 的表；一次只能用一个来源",
                                     "{} is a table of {}, {} one of {}; give the tables of one source",
                                     first_file, source->id, path, its->id));
        }
        source = its;
        first_file = first_file.empty() ? path : first_file;
        files[profile->id].push_back(path);
    }
    if (source == nullptr) {
        throw DataError(Sentence{"所给文件中没有 PATSTAT 或 PatentsView 的表",
                                 "none of these files is a table of PATSTAT or PatentsView"});
    }
    if (!files.contains(std::string{source->documents})) {
        throw DataError(
            sentence("缺少文献表 {}", "the table of documents, {}, is missing", source->documents_name));
    }
    result.source = source->id;
    result.unit = source->unit;
    source->read({files, clock, field_of, threads, progress, room}, result);
    return result;
}

} // namespace longmen::ingest
