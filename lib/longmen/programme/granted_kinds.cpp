// SPDX-License-Identifier: GPL-3.0-or-later
// Kind codes of granted patents by office.
#include <longmen/programme/granted_kinds.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/programme/detail/values.hpp>
#include <longmen/record/number.hpp>

#include <algorithm>

namespace longmen::programme {
namespace {

bool capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool covers(const std::string& pattern, std::string_view kind) {
    return pattern.ends_with('*') ? !kind.empty() && kind[0] == pattern[0] : kind == pattern;
}

std::vector<std::string> kinds_of(const ConfigNode& node) {
    auto kinds = node.strings();
    for (const auto& kind : kinds) {
        const bool fits = (kind.size() == 1 || kind.size() == 2) && capital(kind[0]) &&
                          (kind.size() == 1 || kind[1] == '*' || (kind[1] >= '0' && kind[1] <= '9'));
        if (!fits) {
            node.fail(sentence("“{}”不是文献种类代码；应如 B1 或 B*",
                               "`{}` is no kind code; B1 or B* is expected", kind));
        }
    }
    return kinds;
}

} // namespace

GrantedKinds GrantedKinds::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "elsewhere", "office"});
    (void)root.at("source").string();
    (void)detail::date_of(root.at("source_date"));
    GrantedKinds result;
    result.elsewhere_ = kinds_of(root.at("elsewhere"));
    for (const auto* node : root.tables("office")) {
        node->allow({"code", "granted", "note"});
        const auto& code = node->at("code");
        const auto& office = code.string();
        if (office.size() != 2 || !capital(office[0]) || !capital(office[1]) ||
            !result.granted_.emplace(office, kinds_of(node->at("granted"))).second) {
            code.fail(
                sentence("“{}”不是受理局代码，或出现了两次", "`{}` is no office, or is given twice", office));
        }
    }
    return result;
}

GrantedKinds GrantedKinds::read_folder(const std::string& models_folder) {
    return read(Config::read(models_folder + "/vocabulary/granted_kinds.toml"));
}

std::optional<bool> GrantedKinds::granted(std::string_view text) const {
    const auto number = parse_number(text, NumberHint::publication);
    if (!number || number->number_kind != NumberKind::publication || number->kind.empty()) {
        return std::nullopt;
    }
    const auto found = granted_.find(number->office);
    const auto& kinds = found == granted_.end() ? elsewhere_ : found->second;
    return std::ranges::any_of(kinds, [&](const std::string& kind) { return covers(kind, number->kind); });
}

} // namespace longmen::programme
