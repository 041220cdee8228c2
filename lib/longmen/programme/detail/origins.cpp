// SPDX-License-Identifier: GPL-3.0-or-later
// Reads sources and what refers to them.
#include <longmen/programme/detail/origins.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/programme/detail/values.hpp>

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace longmen::programme::detail {
namespace {

constexpr std::array<std::string_view, 4> standing_keys{"primary", "secondary", "general", "default"};

} // namespace

std::string Ids::take(const ConfigNode& table) {
    const auto& node = table.at("id");
    if (node.string().empty() || !taken_.insert(node.string()).second) {
        node.fail(sentence("标识“{}”为空或重复", "the id `{}` is empty or used twice", node.string()));
    }
    return node.string();
}

Source read_source(const ConfigNode& table, Ids& ids) {
    table.allow({"id", "title", "issuer", "date", "standing", "note"});
    return {ids.take(table),
            table.at("title").string(),
            table.string_or("issuer", ""),
            table.string_or("note", ""),
            date_of(table.at("date")),
            one_of<Standing>(table.at("standing"), standing_keys, {"依据级别", "standing"})};
}

const Source& source_named(const ConfigNode& node, const std::vector<Source>& sources) {
    const auto found = std::ranges::find(sources, node.string(), &Source::id);
    if (found == sources.end()) {
        std::vector<std::string> ids;
        for (const auto& known : sources) {
            ids.push_back(known.id);
        }
        node.fail(sentence("未知的依据“{}”；本文件中有：{}", "unknown source `{}`; in this file: {}",
                           node.string(), fmt::join(ids, ", ")));
    }
    return *found;
}

Origin read_origin(const ConfigNode& table, const std::vector<Source>& sources, const std::string& stem) {
    const auto& source = source_named(table.at(stem + "source"), sources);
    return {source.id, table.at(stem + "clause").string(), source.date};
}

} // namespace longmen::programme::detail
