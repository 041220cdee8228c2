// SPDX-License-Identifier: GPL-3.0-or-later
// A heading says what the lines below it are.
#include <longmen/graph/detail/pajek_reader.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/graph/detail/pajek_text.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_set>

namespace longmen::graph::detail {
namespace {

constexpr std::array<std::string_view, 6> shapes{"ellipse", "box", "diamond", "triangle", "cross", "empty"};
constexpr std::array<std::string_view, 3> coordinates{"x", "y", "z"};
/// Below it any file may leave vertices without a line; above it, only one that has a byte for each.
constexpr std::size_t most_vertices_unseen = 1'000'000;

bool is_number(std::string_view text) {
    const auto value = parse_value(text, NetworkType::number);
    return value && value->index() != 0;
}

} // namespace

void PajekReader::fail(const Sentence& message) const {
    throw DataError(name_, line_, message);
}

ReadNetwork PajekReader::read(std::string_view text) {
    if (!is_valid_utf8(text)) {
        throw DataError(
            name_, 0,
            sentence("文件不是 UTF-8 编码；请另存为 UTF-8", "the file is not UTF-8; save it as UTF-8"));
    }
    bytes_ = text.size();
    text.remove_prefix(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    while (!text.empty()) {
        ++line_;
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '%') {
            continue;
        }
        const auto split = words(line);
        if (line.front() == '*') {
            heading(split);
            continue;
        }
        switch (section_) {
        case Section::none:
            fail(sentence("此行之前应有 *Vertices", "there should be *Vertices before this line"));
        case Section::vertices:
            vertex(split);
            break;
        case Section::arcs:
        case Section::edges:
            tie(split);
            break;
        case Section::arcs_list:
        case Section::edges_list:
            list(split);
            break;
        case Section::matrix:
            matrix_row(split);
            break;
        }
    }
    if (!has_vertices_) {
        fail(sentence("文件中没有 *Vertices", "there is no *Vertices in the file"));
    }
    name_nodes();
    return builder_.finish();
}

std::vector<PajekReader::Word> PajekReader::words(std::string_view line) const {
    std::vector<Word> found;
    while (!(line = trim(line)).empty()) {
        const char mark = line.front() == '"' ? '"' : line.front() == '[' ? ']' : ' ';
        if (mark == ' ') {
            const auto end = std::min(line.find_first_of(" \t"), line.size());
            found.push_back({unescape_pajek(line.substr(0, end)), false});
            line.remove_prefix(end);
            continue;
        }
        const auto end = line.find(mark, 1);
        if (end == std::string_view::npos) {
            fail(sentence("此行的 {} 没有闭合", "a {} of this line is not closed", line.front()));
        }
        const bool quoted = mark == '"';
        found.push_back(
            {quoted ? unescape_pajek(line.substr(1, end - 1)) : std::string{line.substr(0, end + 1)},
             quoted});
        line.remove_prefix(end + 1);
    }
    return found;
}

void PajekReader::heading(const std::vector<Word>& line) {
    const auto title = fold(line[0].text);
    relation_.clear();
    if (title == "*network") {
        std::string name;
        for (std::size_t at = 1; at < line.size(); ++at) {
            name += (at > 1 ? " " : "") + line[at].text;
        }
        builder_.set_name(std::move(name));
        section_ = Section::none;
        return;
    }
    if (title == "*vertices") {
        start_vertices(line);
        return;
    }
    constexpr std::array<std::pair<std::string_view, Section>, 5> sections{
        {{"*arcs", Section::arcs},
         {"*edges", Section::edges},
         {"*arcslist", Section::arcs_list},
         {"*edgeslist", Section::edges_list},
         {"*matrix", Section::matrix}}};
    const auto* const found =
        std::ranges::find(sections, title, &std::pair<std::string_view, Section>::first);
    if (found == sections.end()) {
        fail(sentence("不支持 Pajek 的 {} 部分", "the section {} of Pajek is not supported here",
                      line[0].text));
    }
    if (!has_vertices_) {
        fail(sentence("{} 之前应有 *Vertices", "there should be *Vertices before {}", line[0].text));
    }
    section_ = found->second;
    matrix_row_ = 0;
    builder_.set_directed(section_ == Section::arcs || section_ == Section::arcs_list);
    for (std::size_t at = 1; at < line.size();
         ++at) { // `:2 "licences"`: the number, or the name if there is one
        const auto& text = line[at].text;
        relation_ = text.starts_with(':') ? text.substr(1) : text;
    }
}

void PajekReader::start_vertices(const std::vector<Word>& line) {
    if (has_vertices_) {
        fail(sentence("文件须恰有一个网络", "the file must hold exactly one network"));
    }
    const auto count = [&](std::size_t at) -> std::size_t {
        const auto value = at < line.size() ? parse_value(line[at].text, NetworkType::integer) : std::nullopt;
        if (!value || std::get<std::int64_t>(*value) < 0 ||
            std::get<std::int64_t>(*value) >= std::numeric_limits<NodeId>::max()) {
            fail(sentence("*Vertices 之后应为节点数",
                          "*Vertices should be followed by the number of vertices"));
        }
        return static_cast<std::size_t>(std::get<std::int64_t>(*value));
    };
    vertices_ = count(1);
    first_mode_ = line.size() > 2 ? count(2) : 0;
    if (vertices_ > std::max(most_vertices_unseen, bytes_)) {
        fail(sentence("文件只有 {1} 字节，却声明了 {0} 个节点",
                      "the file announces {} vertices but has only {} bytes", vertices_, bytes_));
    }
    if (first_mode_ > vertices_) {
        fail(sentence("第一类节点多于全部节点", "there are more vertices of the first mode than vertices"));
    }
    has_vertices_ = true;
    section_ = Section::vertices;
}

std::size_t PajekReader::vertex_number(const Word& word) const {
    const auto value = parse_value(word.text, NetworkType::integer);
    const auto number = value ? std::get<std::int64_t>(*value) : 0;
    if (number < 1 || static_cast<std::uint64_t>(number) > vertices_) {
        fail(sentence("“{}”不是 1 至 {} 的节点号", "`{}` is no number of a vertex from 1 to {}", word.text,
                      vertices_));
    }
    return static_cast<std::size_t>(number) - 1;
}

double PajekReader::number(const Word& word) const {
    if (!is_number(word.text)) {
        fail(sentence("“{}”不是数", "`{}` is not a number", word.text));
    }
    return std::get<double>(*parse_value(word.text, NetworkType::number));
}

void PajekReader::vertex(const std::vector<Word>& line) {
    const auto node = vertex_number(line[0]);
    if (line.size() < 2) {
        return;
    }
    labels_.resize(std::max(labels_.size(), node + 1));
    labels_[node] = line[1].text;
    std::size_t at = 2;
    for (std::size_t axis = 0; axis < coordinates.size() && at < line.size() && is_number(line[at].text);
         ++axis) {
        set(true, coordinates[axis], NetworkType::number, node, number(line[at++]));
    }
    if (at < line.size() && std::ranges::count(shapes, line[at].text) > 0) {
        set(true, "shape", NetworkType::text, node, line[at++].text);
    }
    properties(line, at, true, node);
}

void PajekReader::add_edge(std::size_t from, std::size_t to, bool directed) {
    builder_.add_edge(static_cast<NodeId>(from), static_cast<NodeId>(to), directed);
    if (!relation_.empty()) {
        set(false, "relation", NetworkType::text, builder_.edges() - 1, relation_);
    }
}

void PajekReader::tie(const std::vector<Word>& line) {
    if (line.size() < 2) {
        fail(sentence("此行应有两个节点号", "this line should have the numbers of two vertices"));
    }
    add_edge(vertex_number(line[0]), vertex_number(line[1]), section_ == Section::arcs);
    std::size_t at = 2;
    if (at < line.size() && !line[at].quoted && is_number(line[at].text)) {
        builder_.set_weight(builder_.edges() - 1, number(line[at++]));
    }
    properties(line, at, false, builder_.edges() - 1);
}

void PajekReader::list(const std::vector<Word>& line) {
    const auto from = vertex_number(line[0]);
    for (std::size_t at = 1; at < line.size(); ++at) {
        add_edge(from, vertex_number(line[at]), section_ == Section::arcs_list);
    }
}

void PajekReader::matrix_row(const std::vector<Word>& line) {
    const bool two_mode = first_mode_ > 0 && first_mode_ < vertices_;
    const auto rows = two_mode ? first_mode_ : vertices_;
    const auto first_column = two_mode ? first_mode_ : 0;
    if (matrix_row_ >= rows || line.size() != vertices_ - first_column) {
        fail(sentence("矩阵应有 {} 行，每行 {} 个数", "the matrix should have {} rows of {} numbers", rows,
                      vertices_ - first_column));
    }
    for (std::size_t column = 0; column < line.size(); ++column) {
        if (const auto weight = number(line[column]); weight != 0) {
            add_edge(matrix_row_, first_column + column, !two_mode);
            builder_.set_weight(builder_.edges() - 1, weight);
        }
    }
    ++matrix_row_;
}

void PajekReader::properties(const std::vector<Word>& line, std::size_t at, bool of_vertex, std::size_t row) {
    while (at < line.size()) {
        if (!line[at].quoted && line[at].text.starts_with('[')) {
            set(of_vertex, "time", NetworkType::text, row, line[at++].text);
            continue;
        }
        if (at + 1 == line.size()) {
            fail(sentence("参数“{}”没有值", "the parameter `{}` has no value", line[at].text));
        }
        set(of_vertex, line[at].text, NetworkType::text, row, line[at + 1].text);
        at += 2;
    }
}

void PajekReader::set(bool of_vertex, std::string_view name, NetworkType type, std::size_t row,
                      NetworkValue value) {
    auto& columns = of_vertex ? builder_.node_columns : builder_.edge_columns;
    const auto [known, added] = columns_.try_emplace({of_vertex, std::string{name}, type}, 0);
    if (added) {
        known->second = columns.add(std::string{name}, type);
    }
    columns.set(known->second, row, std::move(value));
}

void PajekReader::name_nodes() {
    labels_.resize(vertices_);
    std::unordered_set<std::string_view> different;
    const bool as_ids = std::ranges::all_of(
        labels_, [&](const std::string& label) { return !label.empty() && different.insert(label).second; });
    const bool any = std::ranges::any_of(labels_, [](const std::string& label) { return !label.empty(); });
    for (std::size_t node = 0; node < vertices_; ++node) {
        builder_.add_node(as_ids ? labels_[node] : std::to_string(node + 1));
        if (any && !as_ids) {
            builder_.set_label(node, labels_[node]);
        }
        if (first_mode_ > 0 && first_mode_ < vertices_) {
            set(true, "mode", NetworkType::integer, node, std::int64_t{node < first_mode_ ? 1 : 2});
        }
    }
}

} // namespace longmen::graph::detail
