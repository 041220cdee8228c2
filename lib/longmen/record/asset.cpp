// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds and states of assets, and the words that name them.
#include <longmen/record/asset.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/script.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/detail/rule_dates.hpp>

#include <algorithm>

namespace longmen {
namespace {

struct Row {
    std::string_view key;
    Text text;
};

constexpr auto kinds = std::to_array<Row>({
    {"trademark", {"商标", "trade mark"}},
    {"gi_trademark", {"地理标志商标", "GI trade mark"}},
    {"gi_product", {"地理标志产品", "GI product"}},
    {"copyright_work", {"作品著作权", "copyright of a work"}},
    {"copyright_software", {"软件著作权", "software copyright"}},
    {"plant_variety", {"植物新品种", "plant variety"}},
    {"plant_variety_forest", {"林业植物新品种", "forest plant variety"}},
    {"plant_variety_farm", {"农业植物新品种", "farm plant variety"}},
    {"madrid", {"马德里国际注册", "Madrid registration"}},
    {"trade_secret", {"商业秘密", "trade secret"}},
    {"ip_management", {"知识产权管理体系认证", "IP management certificate"}},
});
static_assert(kinds.size() == asset_kind_count);

constexpr auto states = std::to_array<Row>({
    {"unknown", {"不明", "unknown"}},
    {"pending", {"申请中", "pending"}},
    {"valid", {"有效", "valid"}},
    {"expired", {"已到期", "expired"}},
    {"ended", {"已失效", "ended"}},
});
static_assert(states.size() == static_cast<std::size_t>(AssetState::count_));

template <std::size_t n>
std::string keys_of(const std::array<Row, n>& rows) {
    std::string keys;
    for (const auto& row : rows) {
        keys += (keys.empty() ? "" : ", ") + std::string{row.key};
    }
    return keys;
}

std::string plain(std::string_view words) {
    return simplified(fold_key(words));
}

std::vector<std::string> plain_words(const ConfigNode& node) {
    std::vector<std::string> words;
    for (const auto& word : node.strings()) {
        words.push_back(plain(word));
        if (words.back().empty()) { // would be contained in everything
            node.fail(Sentence{"不能为空", "must not be empty"});
        }
    }
    return words;
}

bool holds_any(const std::string& text, const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [&](const auto& word) { return text.find(word) != std::string::npos; });
}

} // namespace

std::string_view asset_kind_key(AssetKind kind) {
    return kinds.at(static_cast<std::size_t>(kind)).key;
}
Text asset_kind_text(AssetKind kind) {
    return kinds.at(static_cast<std::size_t>(kind)).text;
}
std::optional<AssetKind> asset_kind_by_key(std::string_view key) {
    const auto found = std::ranges::find(kinds, key, &Row::key);
    return found == kinds.end() ? std::nullopt : std::optional{static_cast<AssetKind>(found - kinds.begin())};
}
std::string_view asset_state_key(AssetState state) {
    return states.at(static_cast<std::size_t>(state)).key;
}
Text asset_state_text(AssetState state) {
    return states.at(static_cast<std::size_t>(state)).text;
}
AssetState asset_state_by_key(std::string_view key) {
    const auto found = std::ranges::find(states, key, &Row::key);
    return found == states.end() ? AssetState::unknown : static_cast<AssetState>(found - states.begin());
}

AssetVocabulary AssetVocabulary::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "kind", "state", "secret"});
    AssetVocabulary result;
    std::array<bool, asset_kind_count> given{};
    for (const auto* node : root.tables("kind")) {
        node->allow({"key", "words", "years", "renewable", "source", "source_date"});
        detail::require_source(*node);
        const auto kind = asset_kind_by_key(node->at("key").string());
        if (!kind) {
            node->at("key").fail(
                sentence("没有这种类别；允许：{}", "no such kind; allowed: {}", keys_of(kinds)));
        }
        const auto at = static_cast<std::size_t>(*kind);
        if (given.at(at)) {
            node->at("key").fail(Sentence{"类别重复", "the kind is given twice"});
        }
        given.at(at) = true;
        auto& rule = result.kinds_.at(at);
        rule.words = plain_words(node->at("words"));
        if (const auto* years = node->find("years")) {
            constexpr int most_years = 100;
            rule.years = static_cast<int>(detail::integer_between(*years, 1, most_years));
        }
        rule.renewable = node->boolean_or("renewable", false);
    }
    for (std::size_t i = 0; i < asset_kind_count; ++i) {
        if (!given.at(i)) {
            root.fail(sentence("缺少类别 {}", "the kind {} is missing", kinds.at(i).key));
        }
    }
    for (const auto* node : root.tables("state")) {
        node->allow({"state", "contains"});
        const auto state = asset_state_by_key(node->at("state").string());
        if (state == AssetState::unknown || state == AssetState::expired) {
            node->at("state").fail(Sentence{"允许：pending, valid, ended", "allowed: pending, valid, ended"});
        }
        result.states_.push_back({state, plain_words(node->at("contains"))});
    }
    const auto& secret = root.at("secret");
    secret.allow({"headings"});
    result.secret_headings_ = plain_words(secret.at("headings"));
    return result;
}

AssetVocabulary AssetVocabulary::read_folder(const std::string& models_folder) {
    return read(Config::read(models_folder + "/vocabulary/assets.toml"));
}

std::optional<AssetKind> AssetVocabulary::kind_of(std::string_view words) const {
    if (const auto kind = asset_kind_by_key(words)) {
        return kind;
    }
    const auto text = plain(words);
    std::optional<AssetKind> best;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < asset_kind_count; ++i) {
        for (const auto& word : kinds_.at(i).words) {
            if (word.size() > longest && text.find(word) != std::string::npos) {
                longest = word.size();
                best = static_cast<AssetKind>(i);
            }
        }
    }
    return best;
}

AssetState AssetVocabulary::state_of(std::string_view words) const {
    const auto text = plain(words);
    for (const auto& rule : states_) {
        if (holds_any(text, rule.contains)) {
            return rule.state;
        }
    }
    return AssetState::unknown;
}

bool AssetVocabulary::tells_secrets(std::string_view heading) const {
    return holds_any(plain(heading), secret_headings_);
}

void AssetVocabulary::complete(Asset& asset) const {
    const auto& kind = kinds_.at(static_cast<std::size_t>(asset.kind));
    asset.renewable = kind.renewable;
    if (!asset.expires && kind.years && asset.registered) {
        asset.term_end = asset.registered->add_years(*kind.years);
    }
}

AssetState asset_state_on(const Asset& asset, const Date& day) {
    if (asset.registered && asset.registered->days() > day.days()) {
        return AssetState::pending;
    }
    if (asset.state == AssetState::ended) {
        return AssetState::ended;
    }
    if (asset.expires && asset.expires->days() < day.days()) {
        return AssetState::expired;
    }
    if (asset.state == AssetState::pending) {
        return AssetState::pending;
    }
    if (asset.term_end && asset.term_end->days() <= day.days()) {
        return asset.renewable ? AssetState::unknown : AssetState::expired;
    }
    const bool valid = asset.registered || asset.expires || asset.state == AssetState::valid ||
                       asset.kind == AssetKind::trade_secret;
    return valid ? AssetState::valid : AssetState::unknown;
}

} // namespace longmen
