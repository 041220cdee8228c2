// SPDX-License-Identifier: GPL-3.0-or-later
// Assets out of the workspace.
#include <longmen/store/assets.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/store/detail/origin.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

namespace longmen::store {

std::vector<Asset> load_assets(const Workspace& workspace) {
    std::map<std::int64_t, std::string> files;
    auto imports = workspace.database().prepare("SELECT id, path FROM import");
    while (imports.step()) {
        files[imports.integer(0)] = std::filesystem::path(imports.text(1)).filename().string();
    }
    auto query = workspace.database().prepare("SELECT kind, number, name, owner, uscc, filed, registered, "
                                              "expires, state, classes, countries, standard,"
                                              " quantity, city, county, origin FROM asset");
    const auto date = [&](int at) {
        return query.is_null(at) ? std::nullopt : Date::from_iso(query.view(at));
    };
    std::vector<Asset> assets;
    while (query.step()) {
        const auto kind = asset_kind_by_key(query.view(0));
        if (!kind) {
            continue; // of a newer program: migrate() has refused such a workspace already
        }
        Asset asset;
        asset.kind = *kind;
        asset.number = query.text(1);
        asset.name = query.text(2);
        asset.owner = query.text(3);
        asset.uscc = query.text(4);
        asset.filed = date(5);
        asset.registered = date(6);
        asset.expires = date(7);
        asset.state = asset_state_by_key(query.view(8));
        asset.classes = split_trimmed(query.view(9), "\n");
        asset.countries = split_trimmed(query.view(10), "\n");
        asset.standard = query.text(11);
        asset.count = query.optional_integer(12).value_or(1);
        asset.city = query.text(13);
        asset.county = query.text(14);
        const auto place = detail::Origin::parse(query.view(15)).of("");
        asset.source = fmt::format("{}:{}", files[place.import], place.row);
        assets.push_back(std::move(asset));
    }
    std::ranges::sort(assets, [](const Asset& a, const Asset& b) {
        return std::tuple{a.kind, std::string_view{a.number}, organisation_key(a.owner),
                          std::string_view{a.name}} < std::tuple{b.kind, std::string_view{b.number},
                                                                 organisation_key(b.owner),
                                                                 std::string_view{b.name}};
    });
    return assets;
}

} // namespace longmen::store
