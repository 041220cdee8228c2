// SPDX-License-Identifier: GPL-3.0-or-later
// Looks names and numbers up.
#include <longmen/search/detail/directory.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/credit_code.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/detail/packed.hpp>
#include <longmen/store/inventory.hpp>
#include <longmen/store/lookup.hpp>

#include <algorithm>
#include <vector>

namespace longmen::search::detail {
namespace {

using Names = std::optional<std::set<std::string>>;

class OfWorkspace final : public Directory {
    const store::Workspace& workspace_;

    void add(std::int64_t id, std::set<std::string>& keys) const {
        for (const auto& place : store::view_enterprise(workspace_, id).fields) {
            if (place.field == "name" || place.field == "former_names" || place.field == "aliases" ||
                place.field == "name_en") {
                for (const auto& name : split_trimmed(place.value, "\n")) {
                    keys.insert(organisation_key(name));
                }
            }
        }
    }

public:
    explicit OfWorkspace(const store::Workspace& workspace) : workspace_(workspace) {}

    Names enterprise(std::string_view name_or_code) const override {
        const auto id = store::find_enterprise(workspace_, name_or_code);
        if (!id) {
            return std::nullopt;
        }
        std::set<std::string> keys;
        add(*id, keys);
        return keys;
    }
    Names park(std::string_view name) const override {
        const auto ids = store::enterprises_of_park(workspace_, name);
        std::set<std::string> keys;
        for (const auto id : ids) {
            add(id, keys);
        }
        return ids.empty() ? std::nullopt : Names{std::move(keys)};
    }
    std::string number(std::string_view number) const override {
        const auto id = store::find_patent(workspace_, number);
        return id ? cut_term(std::string{number_prefix} + store::view_patent(workspace_, *id).name)
                  : std::string{};
    }
};

/// Each enterprise is packed by itself: code, name, park, other names.
class OfShards final : public Directory {
    Xapian::Database shards_;
    std::vector<store::EnterpriseKeys> enterprises_;

    static void add(const store::EnterpriseKeys& enterprise, std::set<std::string>& keys) {
        keys.insert(enterprise.name);
        keys.insert(enterprise.others.begin(), enterprise.others.end());
    }

public:
    OfShards(Xapian::Database shards, const std::string& packed) : shards_(std::move(shards)) {
        constexpr std::size_t fixed = 3;
        for (const auto one : unpack(packed)) {
            const auto texts = unpack(one);
            if (texts.size() >= fixed) {
                auto& keys = enterprises_.emplace_back();
                keys.code = texts[0];
                keys.name = texts[1];
                keys.park = texts[2];
                keys.others.assign(texts.begin() + fixed, texts.end());
            }
        }
    }

    Names enterprise(std::string_view name_or_code) const override {
        const auto code = parse_credit_code(name_or_code);
        const auto key = organisation_key(name_or_code);
        auto found = enterprises_.end();
        if (code) {
            found = std::ranges::find(enterprises_, *code, &store::EnterpriseKeys::code);
        }
        if (found == enterprises_.end()) {
            found = std::ranges::find(enterprises_, key, &store::EnterpriseKeys::name);
        }
        if (found == enterprises_.end()) {
            found = std::ranges::find_if(enterprises_, [&](const store::EnterpriseKeys& each) {
                return std::ranges::find(each.others, key) != each.others.end();
            });
        }
        if (found == enterprises_.end()) {
            return std::nullopt;
        }
        std::set<std::string> keys;
        add(*found, keys);
        return keys;
    }
    Names park(std::string_view name) const override {
        const auto key = fold_key(name);
        std::set<std::string> keys;
        for (const auto& enterprise : enterprises_) {
            if (!enterprise.park.empty() && enterprise.park == key) {
                add(enterprise, keys);
            }
        }
        return keys.empty() ? std::nullopt : Names{std::move(keys)};
    }
    std::string number(std::string_view number) const override {
        for (const auto& key : store::number_keys(number)) {
            auto term = cut_term(std::string{known_prefix} + key);
            if (shards_.term_exists(term)) {
                return term;
            }
        }
        return {};
    }
};

} // namespace

std::unique_ptr<Directory> directory_of(const store::Workspace& workspace) {
    return std::make_unique<OfWorkspace>(workspace);
}

std::string packed_directory(const store::Workspace& workspace) {
    std::string packed;
    for (const auto& enterprise : store::enterprise_keys(workspace)) {
        std::string one;
        for (const auto* text : {&enterprise.code, &enterprise.name, &enterprise.park}) {
            pack(one, *text);
        }
        for (const auto& other : enterprise.others) {
            pack(one, other);
        }
        pack(packed, one);
    }
    return packed;
}

std::unique_ptr<Directory> directory_of(const Xapian::Database& shards, const std::string& packed) {
    return std::make_unique<OfShards>(shards, packed);
}

} // namespace longmen::search::detail
