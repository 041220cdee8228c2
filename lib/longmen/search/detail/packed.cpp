// SPDX-License-Identifier: GPL-3.0-or-later
// Packs texts.
#include <longmen/search/detail/packed.hpp>

#include <charconv>

namespace longmen::search::detail {

void pack(std::string& packed, std::string_view text) {
    packed += std::to_string(text.size());
    packed += ':';
    packed += text;
}

std::vector<std::string_view> unpack(std::string_view packed) {
    std::vector<std::string_view> texts;
    while (!packed.empty()) {
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(packed.data(), packed.data() + packed.size(), size);
        const auto head = static_cast<std::size_t>(end - packed.data()) + 1;
        if (error != std::errc{} || head > packed.size() || *end != ':' || packed.size() - head < size) {
            break;
        }
        texts.push_back(packed.substr(head, size));
        packed.remove_prefix(head + size);
    }
    return texts;
}

} // namespace longmen::search::detail
