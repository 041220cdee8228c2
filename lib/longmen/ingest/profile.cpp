// SPDX-License-Identifier: GPL-3.0-or-later
// Reads source profiles and finds the one a heading fits.
#include <longmen/ingest/profile.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/money.hpp>
#include <longmen/base/script.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/heading.hpp>
#include <longmen/record/field.hpp>
#include <longmen/record/referent.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <set>

namespace longmen::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kinds{"patents", "enterprises", "figures",      "events",
                                                "assets",  "referents",   "expert_scores"};
constexpr std::array<std::string_view, 3> orders{"ymd", "dmy", "mdy"};

/// Columns that are no field of their own: the office and kind of the numbers, a second spelling of the
/// application number, a coarse status behind a precise one, the first publication of a document named by a
/// later one.
constexpr std::array<std::string_view, 6> patent_helpers{
    "_office", "_kind", "_same_app_no", "_status_coarse", "_first_pub_no", "_first_pub_date"};
constexpr std::array<std::string_view, 11> enterprise_fields{"name",     "uscc",    "former_names", "aliases",
                                                             "name_en",  "park",    "county",       "city",
                                                             "province", "address", "industry"};
constexpr std::array<std::string_view, 9> figure_fields{
    "name",  "uscc",    "year", "sales_revenue", "main_revenue", "rd_expense", "conversion_revenue",
    "staff", "rd_staff"};
constexpr std::array<std::string_view, 4> event_fields{"number", "code", "date", "detail"};
constexpr std::array<std::string_view, 15> asset_fields{
    "kind",   "number",  "name",      "owner",    "uscc",  "filed", "registered", "expires",
    "status", "classes", "countries", "standard", "count", "city",  "county"};

constexpr std::array<std::string_view, 10> expert_fields{"number", "title", "rule",  "scenario", "indicator",
                                                         "scorer", "date",  "score", "reason",   "evidence"};

template <std::size_t n>
std::size_t choose(const ConfigNode& node, const std::array<std::string_view, n>& allowed) {
    const auto found = std::ranges::find(allowed, node.string());
    if (found == allowed.end()) {
        node.fail(sentence("未知的名称“{}”；此处允许：{}", "unknown name `{}`; allowed here: {}",
                           node.string(), fmt::join(allowed, ", ")));
    }
    return static_cast<std::size_t>(found - allowed.begin());
}

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_target(TableKind kind, std::string_view name) {
    switch (kind) {
    case TableKind::patents:
        return field_by_key(name).has_value() || holds(patent_helpers, name);
    case TableKind::enterprises:
        return holds(enterprise_fields, name);
    case TableKind::figures:
        return holds(figure_fields, name);
    case TableKind::events:
        return holds(event_fields, name);
    case TableKind::assets:
        return holds(asset_fields, name);
    case TableKind::referents:
        return name == "id" || referent_field_by_key(name).has_value();
    case TableKind::expert_scores:
        return holds(expert_fields, name);
    }
    return false;
}

/// Headings by field: `title = ["标题", "标题 (中文)"]`. The generic names of the dictionary come with
/// `generic`.
void read_columns(const ConfigNode& node, Profile& profile) {
    for (const auto& key : node.keys()) {
        const auto& entry = node.at(key);
        if (!is_target(profile.kind, key)) {
            entry.fail(sentence("“{}”不是 {} 表的字段", "`{}` is no field of a table of {}", key,
                                table_kind_key(profile.kind)));
        }
        for (const auto& heading : entry.strings()) {
            const auto [at, added] = profile.columns.emplace(heading_key(heading), key);
            if (!added && at->second != key) {
                entry.fail(sentence("表头“{}”已对应“{}”", "the heading `{}` already means `{}`", heading,
                                    at->second));
            }
        }
    }
}

void read_events(const ConfigNode& node, Profile& profile) {
    if (profile.kind != TableKind::patents) {
        node.fail(Sentence{"只有专利表可以带事件列", "only tables of patents may have columns of events"});
    }
    for (const auto& key : node.keys()) {
        const auto& table = node.at(key);
        const auto kind = event_by_key(key);
        if (!kind) {
            table.fail(sentence("没有这种事件；允许：{}", "no such event; allowed: {}", event_keys()));
        }
        for (const auto& role_key : table.keys()) {
            const auto& entry = table.at(role_key);
            const auto role = event_role_by_key(role_key);
            if (!role) {
                entry.fail(sentence("事件没有这个部分；允许：{}", "no such part of an event; allowed: {}",
                                    event_role_keys()));
            }
            for (const auto& heading : entry.strings()) {
                const auto heading_of = heading_key(heading);
                if (profile.columns.contains(heading_of) ||
                    !profile.events.emplace(heading_of, EventColumn{*kind, *role}).second) {
                    entry.fail(sentence("表头“{}”已另有含义", "the heading `{}` has another meaning already",
                                        heading));
                }
                profile.keep.push_back(heading_of);
            }
        }
    }
}

void add_dictionary(Profile& profile) {
    for (std::size_t i = 0; i < field_count; ++i) {
        const auto& info = field_info(static_cast<Field>(i));
        for (const auto name : {info.key, info.heading.zh, info.heading.en}) {
            profile.columns.emplace(heading_key(name), info.key);
        }
    }
}

/// `[us,jp,kr,cn]`, folded: the offices for which a column is filled.
bool is_list_of_offices(std::string_view bracketed) {
    const auto codes = split_trimmed(bracketed.substr(1, bracketed.size() - 2), ",");
    return !codes.empty() && std::ranges::all_of(codes, [](const std::string& code) {
        return code == "pct" ||
               (code.size() == 2 && code[0] >= 'a' && code[0] <= 'z' && code[1] >= 'a' && code[1] <= 'z');
    });
}

std::vector<std::string> keys_of(const std::vector<std::string>& headings) {
    std::vector<std::string> keys;
    for (const auto& heading : headings) {
        keys.push_back(heading_key(heading));
    }
    return keys;
}

/// What a table says by itself, and what it shares with the others of its file.
Profile read_table(const ConfigNode& table, const ConfigNode& file) {
    Profile profile;
    profile.id = table.at("id").string();
    profile.kind = static_cast<TableKind>(choose(table.at("kind"), kinds));
    for (const auto& group : table.at("recognise").strings()) {
        profile.recognise.push_back(keys_of(split_trimmed(group, "|")));
    }
    profile.keep = keys_of(table.strings_or_empty("keep"));
    profile.skip = keys_of(table.strings_or_empty("skip"));
    profile.separators = file.strings_or_empty("separators");
    if (const auto* order = file.find("date_order")) {
        profile.date_order = static_cast<DateForms::Order>(choose(*order, orders));
    }
    for (const auto& word : file.strings_or_empty("null_words")) {
        profile.null_words.push_back(fold(word));
    }
    profile.fallback = table.boolean_or("fallback", false);
    if (const auto* columns = table.find("columns")) {
        read_columns(*columns, profile);
    }
    profile.relation =
        read_relation(table, file, [&](std::string_view name) { return is_target(profile.kind, name); });
    return profile;
}

} // namespace

std::string_view table_kind_key(TableKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

std::string heading_key(std::string_view heading) {
    return simplified(fold_key(heading));
}

std::string bare_heading_key(std::string_view heading) {
    auto key = heading_key(heading);
    const auto cut = [&](char close, char open, auto superfluous) {
        const auto at = key.ends_with(close) ? key.rfind(open) : std::string::npos;
        if (at != std::string::npos && at > 0 && superfluous(std::string_view{key}.substr(at))) {
            key.resize(at);
        }
    };
    cut(')', '(', [](std::string_view tail) { return find_money_unit(tail).has_value(); });
    cut(']', '[', is_list_of_offices);
    return key;
}

std::vector<Profile> read_profiles(const Config& config) {
    const auto& file = config.root();
    if (!file.find("table")) {
        return {read_profile(config)};
    }
    file.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "separators", "date_order",
                "null_words", "origins", "table"});
    std::vector<Profile> profiles;
    for (const auto* table : file.tables("table")) {
        table->allow({"id", "kind", "recognise", "keep", "skip", "columns", "composed", "gathered", "gather",
                      "order", "space", "fallback"});
        profiles.push_back(read_table(*table, file));
        if (!profiles.back().id.starts_with(file.at("id").string() + "_")) {
            table->at("id").fail(sentence("同一文件中各表的标识应以“{}_”开头",
                                          "the ids of the tables of a file begin with `{}_`",
                                          file.at("id").string()));
        }
    }
    return profiles;
}

Profile read_profile(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "kind", "name_zh", "name_en", "source", "source_date", "recognise",
                "separators", "date_order", "null_words", "keep", "skip", "dictionary", "fallback", "columns",
                "events"});
    (void)root.at("columns");
    auto profile = read_table(root, root);
    if (const auto* events = root.find("events")) {
        read_events(*events, profile);
    }
    if (root.boolean_or("dictionary", false)) {
        add_dictionary(profile);
    }
    return profile;
}

Profiles Profiles::read(const std::string& models_folder) {
    Profiles result;
    std::vector<std::string> paths;
    const auto folder = fs::path(models_folder) / "sources";
    if (fs::is_directory(folder)) {
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".toml") {
                paths.push_back(entry.path().string());
            }
        }
    }
    if (paths.empty()) {
        throw DataError(folder.string(), 0,
                        Sentence{"其中没有来源定义（*.toml）", "holds no source profiles (*.toml)"});
    }
    for (const auto& path : paths) {
        std::ranges::move(read_profiles(Config::read(path)), std::back_inserter(result.profiles_));
    }
    std::ranges::sort(result.profiles_, {}, &Profile::id);
    return result;
}

Recognition Profiles::recognise(std::span<const std::string_view> headings, std::string_view kind) const {
    std::set<std::string> present;
    for (const auto heading : headings) {
        present.insert(heading_key(heading));
        present.insert(bare_heading_key(heading));
        if (const auto dated =
                detail::year_heading(heading)) { // the year stands in the heading, not in a column
            present.insert(bare_heading_key(dated->heading));
            present.insert(heading_key("年度"));
        }
    }
    Recognition result;
    std::size_t nearest = 0;
    for (const auto& profile : profiles_) {
        if (!kind.empty() && table_kind_key(profile.kind) != kind) {
            continue;
        }
        const auto matched =
            static_cast<std::size_t>(std::ranges::count_if(present, [&](const std::string& key) {
                return profile.columns.contains(key) || profile.relation.used.contains(key) ||
                       std::ranges::find(profile.keep, key) != profile.keep.end();
            }));
        std::string missing;
        for (const auto& group : profile.recognise) {
            if (std::ranges::none_of(group, [&](const std::string& key) { return present.contains(key); })) {
                missing += fmt::format("{}{}", missing.empty() ? "" : ", ", fmt::join(group, " / "));
            }
        }
        if (missing.empty()) {
            if (!result.profile || matched > result.matched ||
                (matched == result.matched && result.profile->fallback && !profile.fallback)) {
                result.profile = &profile;
                result.matched = matched;
            }
        } else if (matched > nearest) {
            nearest = matched;
            result.nearest = &profile;
            result.missing = missing;
        }
    }
    return result;
}

const Profile& Profiles::by_id(std::string_view id) const {
    const auto found = std::ranges::find(profiles_, id, &Profile::id);
    if (found == profiles_.end()) {
        std::vector<std::string> ids;
        for (const auto& profile : profiles_) {
            ids.push_back(profile.id);
        }
        throw UsageError(sentence("没有来源“{}”；可用的有：{}", "no source `{}`; there are: {}", id,
                                  fmt::join(ids, ", ")));
    }
    return *found;
}

} // namespace longmen::ingest
