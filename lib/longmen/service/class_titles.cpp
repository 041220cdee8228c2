// SPDX-License-Identifier: GPL-3.0-or-later
// Titles are long lists of what belongs into a class; their first words name it.
#include <longmen/service/class_titles.hpp>

#include <longmen/base/text.hpp>
#include <longmen/store/referents.hpp>

#include <algorithm>
#include <array>

namespace longmen::service {

ClassTitles class_titles(const store::Workspace& workspace) {
    constexpr std::size_t subclass = 4;
    constexpr std::array<std::string_view, 6> ends{"；", ";", "（", "(", "[", "〔"};
    ClassTitles titles;
    store::each_referent(workspace, store::class_title_space,
                         [&](const std::string& id, const std::string& name) {
                             if (id.size() != subclass) {
                                 return;
                             }
                             auto end = name.size();
                             for (const auto mark : ends) {
                                 end = std::min(end, name.find(mark));
                             }
                             std::string title{trim(std::string_view{name}.substr(0, end))};
                             if (!title.empty()) {
                                 titles.emplace(id, std::move(title));
                             }
                         });
    return titles;
}

std::string with_title(std::string_view symbol, const ClassTitles& titles) {
    const auto found = titles.find(symbol);
    return found == titles.end() ? std::string{symbol} : std::string{symbol} + ' ' + found->second;
}

} // namespace longmen::service
