// SPDX-License-Identifier: GPL-3.0-or-later
// Pajek's network format, line by line.
#pragma once

#include <longmen/base/sentence.hpp>
#include <longmen/graph/detail/network_builder.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace longmen::graph::detail {

class PajekReader {
public:
    explicit PajekReader(std::string_view name) : name_(name) {}
    [[nodiscard]] ReadNetwork read(std::string_view text);

private:
    enum class Section : std::uint8_t { none, vertices, arcs, edges, arcs_list, edges_list, matrix };
    struct Word {
        std::string text;
        bool quoted = false;
    };

    std::string_view name_;
    std::uint64_t line_ = 0;
    std::size_t bytes_ = 0;
    Section section_ = Section::none;
    std::size_t vertices_ = 0;
    std::size_t first_mode_ = 0; ///< vertices of the first kind in a two-mode network, else 0
    bool has_vertices_ = false;
    std::size_t matrix_row_ = 0;
    std::string relation_; ///< of the section, when it names one
    std::vector<std::string> labels_;
    NetworkBuilder builder_;
    std::map<std::tuple<bool, std::string, NetworkType>, std::size_t>
        columns_; ///< of vertices, else of edges

    [[noreturn]] void fail(const Sentence& message) const;
    [[nodiscard]] std::vector<Word> words(std::string_view line) const;
    void heading(const std::vector<Word>& line);
    void start_vertices(const std::vector<Word>& line);
    void vertex(const std::vector<Word>& line);
    void tie(const std::vector<Word>& line);
    void list(const std::vector<Word>& line);
    void matrix_row(const std::vector<Word>& line);
    void add_edge(std::size_t from, std::size_t to, bool directed);
    /// Pairs of a name and a value behind position `at`, and periods in brackets, to columns of text.
    void properties(const std::vector<Word>& line, std::size_t at, bool of_vertex, std::size_t row);
    void set(bool of_vertex, std::string_view name, NetworkType type, std::size_t row, NetworkValue value);
    [[nodiscard]] std::size_t vertex_number(const Word& word) const;
    [[nodiscard]] double number(const Word& word) const;
    void name_nodes();
};

} // namespace longmen::graph::detail
