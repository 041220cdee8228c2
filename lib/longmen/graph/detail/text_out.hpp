// SPDX-License-Identifier: GPL-3.0-or-later
// Text handed to a sink in pieces of some size; values as text; XML escaped.
#pragma once

#include <longmen/graph/network.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace longmen::graph::detail {

inline constexpr std::size_t bytes_of_piece = std::size_t{1} << 16;

class TextOut {
    fmt::memory_buffer buffer_;
    const TextSink& sink_;

public:
    explicit TextOut(const TextSink& sink) : sink_(sink) {}

    template <class... Args>
    void put(fmt::format_string<Args...> form, Args&&... args) {
        fmt::format_to(std::back_inserter(buffer_), form, std::forward<Args>(args)...);
        if (buffer_.size() >= bytes_of_piece) {
            finish();
        }
    }
    /// Hands over what is left.
    void finish() {
        sink_({buffer_.data(), buffer_.size()});
        buffer_.clear();
    }
};

/// Numbers with the fewest digits that give them back, `true` and `false`; nothing for an undefined value.
[[nodiscard]] std::string value_text(const NetworkValue& value);

/// Text as content or attribute value of XML; characters XML cannot hold become U+FFFD and are counted.
[[nodiscard]] std::string xml_text(std::string_view text, std::uint64_t& replaced);

/// The name GraphML and GEXF share for a type.
[[nodiscard]] std::string_view xml_type(NetworkType type);

} // namespace longmen::graph::detail
