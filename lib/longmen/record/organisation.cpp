// SPDX-License-Identifier: GPL-3.0-or-later
// Folding of organisation names.
#include <longmen/record/organisation.hpp>

#include <longmen/base/text.hpp>

#include <array>

namespace longmen {

std::string organisation_key(std::string_view name) {
    auto key = fold_key(name);
    constexpr std::array<std::string_view, 16> marks{"(", ")", "[", "]", "【", "】", "〔", "〕",
                                                     ".", ",", "·", "'", "-",  "、", "。", "\""};
    for (const auto mark : marks) {
        for (auto at = key.find(mark); at != std::string::npos; at = key.find(mark, at)) {
            key.erase(at, mark.size());
        }
    }
    constexpr std::string_view longer = "有限责任公司";
    for (auto at = key.find(longer); at != std::string::npos; at = key.find(longer)) {
        key.replace(at, longer.size(), "有限公司");
    }
    return key;
}

} // namespace longmen
