// SPDX-License-Identifier: GPL-3.0-or-later
// Networks as files, by the ending of their names.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/dot.hpp>
#include <longmen/graph/gexf.hpp>
#include <longmen/graph/graphml.hpp>
#include <longmen/graph/pajek.hpp>
#include <longmen/graph/vosviewer.hpp>
#include <longmen/service/networks.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace longmen::service {
namespace {

constexpr std::array<std::string_view, 5> formats{"graphml", "gexf", "net", "dot", "json"};

} // namespace

std::string_view network_format(std::string_view file) {
    const auto point = file.rfind('.');
    if (point == std::string_view::npos) {
        return {};
    }
    const auto found = std::ranges::find(formats, file.substr(point + 1));
    return found == formats.end() ? std::string_view{} : *found;
}

std::vector<std::string> write_network(const graph::Network& network, std::string_view format,
                                       const std::function<void(std::string_view)>& sink, Lang lang) {
    graph::NotWritten left;
    if (format == "graphml") {
        left = graph::write_graphml(network, sink);
    } else if (format == "gexf") {
        left = graph::write_gexf(network, sink);
    } else if (format == "net") {
        left = graph::write_pajek(network, sink);
    } else if (format == "dot") {
        left = graph::write_dot(network, sink);
    } else {
        left = graph::write_vosviewer(network, {}, sink);
    }
    std::vector<std::string> notes;
    const auto note = [&](const Sentence& text) { notes.emplace_back(text.in(lang)); };
    if (!left.properties.empty()) {
        note(sentence("此格式没有位置存放：{}", "this format has no place for: {}",
                      fmt::join(left.properties, ", ")));
    }
    if (left.characters_replaced > 0) {
        note(sentence("{} 个控制字符写为 U+FFFD", "{} control characters were written as U+FFFD",
                      left.characters_replaced));
    }
    if (left.loops + left.joined > 0) {
        note(sentence("{} 条自连边未写，{} 条并行边合并", "{} loops were left out, {} parallel edges joined",
                      left.loops, left.joined));
    }
    return notes;
}

} // namespace longmen::service
