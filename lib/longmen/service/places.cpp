// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses to places while rows go in.
#include <longmen/service/places.hpp>

#include <longmen/base/config.hpp>
#include <longmen/base/text.hpp>
#include <longmen/store/referents.hpp>

#include <algorithm>
#include <array>

namespace longmen::service {
namespace {

const FieldValue* find(const PatentRow& row, Field field) {
    const auto found = std::ranges::find(row.values, field, &FieldValue::field);
    return found == row.values.end() ? nullptr : &*found;
}

struct Names {
    std::string province, city, county;
};

Names names_of(const resolve::Regions& regions, std::string_view address) {
    const auto location = regions.locate(address);
    const auto* province = regions.find(location.province);
    const auto* city = regions.find(location.city);
    const auto* county = regions.find(location.county);
    return {province ? province->short_name : "", city ? city->name : "", county ? county->name : ""};
}

} // namespace

Places::Places(const std::string& models_folder, const store::Workspace& workspace)
    : regions_(resolve::Regions::read(Config::read(models_folder + "/vocabulary/regions.toml"))) {
    store::each_referent(
        workspace, store::division_space,
        [this](const std::string& code, const std::string& name) { regions_.add(code, name); });
}

void Places::complete(PatentRow& row) const {
    const auto* address = find(row, Field::address);
    if (address == nullptr || !has_han(address->value)) {
        return;
    }
    const auto column = address->column;
    auto names = names_of(regions_, address->value);
    for (auto& [field, name] : {std::pair{Field::province, &names.province},
                                {Field::city, &names.city},
                                {Field::county, &names.county}}) {
        if (!name->empty() && find(row, field) == nullptr) {
            row.values.push_back({field, std::move(*name), column});
        }
    }
}

void Places::complete(EnterpriseRow& row) const {
    if (!row.address || !has_han(*row.address)) {
        return;
    }
    auto names = names_of(regions_, *row.address);
    for (auto& [slot, name] : {std::pair{&row.province, &names.province},
                               {&row.city, &names.city},
                               {&row.county, &names.county}}) {
        if (!name->empty() && !*slot) {
            *slot = std::move(*name);
        }
    }
}

} // namespace longmen::service
