// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the field table and looks symbols up in it.
#include <longmen/indicators/technology_field.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/ipc.hpp>

#include <fmt/format.h>

namespace longmen::indicators {
namespace {

constexpr Text unclassified{"未分类", "unclassified"};

/// Numbers run 1, 2, 3 ... in the order of the file, so that a number is a position.
int read_number(const ConfigNode& node, std::size_t position) {
    const auto number = node.at("number").integer();
    if (number != static_cast<std::int64_t>(position + 1)) {
        node.at("number").fail(sentence("此处应为 {}，编号须从 1 起连续",
                                        "{} is expected here, numbers run from 1 without gaps",
                                        position + 1));
    }
    return static_cast<int>(number);
}

} // namespace

TechnologyFields TechnologyFields::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "source", "sector", "field"});
    TechnologyFields table;
    table.checksum_ = config.checksum();
    for (const auto* node : root.tables("sector")) {
        node->allow({"number", "zh", "en"});
        table.sectors_.push_back(
            {read_number(*node, table.sectors_.size()), node->at("zh").string(), node->at("en").string()});
    }
    for (const auto* node : root.tables("field")) {
        node->allow({"number", "sector", "zh", "en", "ipc", "later"});
        const int number = read_number(*node, table.fields_.size());
        const auto sector = node->at("sector").integer();
        if (sector < 1 || sector > static_cast<std::int64_t>(table.sectors_.size())) {
            node->at("sector").fail(sentence("没有部门 {}", "there is no sector {}", sector));
        }
        table.fields_.push_back(
            {number, static_cast<int>(sector), node->at("zh").string(), node->at("en").string()});
        for (const auto* key : {"ipc", "later"}) {
            const auto* list = node->find(key);
            if (!list) {
                continue;
            }
            for (const auto& item : list->array()) {
                const auto symbol = parse_ipc(item.string());
                if (!symbol) {
                    item.fail(sentence("“{}”既不是小类（如 A61K）也不是大组（如 A61K 8）",
                                       "`{}` is no subclass such as A61K, or main group such as A61K 8",
                                       item.string()));
                }
                const bool fresh =
                    symbol->group == 0
                        ? table.by_subclass_.try_emplace(symbol->subclass, number).second
                        : table.by_group_[symbol->subclass].try_emplace(symbol->group, number).second;
                if (!fresh) {
                    item.fail(
                        sentence("“{}”在表中出现了两次", "`{}` stands in the table twice", item.string()));
                }
            }
        }
    }
    return table;
}

TechnologyFields TechnologyFields::load(const std::string& models_folder) {
    return read(Config::read(models_folder + "/classification/technology_fields.toml"));
}

int TechnologyFields::find(std::string_view text) const {
    const auto symbol = parse_ipc(text);
    if (!symbol) {
        return 0;
    }
    if (const auto groups = by_group_.find(symbol->subclass); groups != by_group_.end()) {
        if (const auto group = groups->second.find(symbol->group); group != groups->second.end()) {
            return group->second;
        }
    }
    const auto subclass = by_subclass_.find(symbol->subclass);
    return subclass == by_subclass_.end() ? 0 : subclass->second;
}

int TechnologyFields::of(const Patent& patent) const {
    for (const auto* symbols : {&patent.ipc, &patent.cpc}) {
        for (const auto& symbol : *symbols) {
            if (const int field = find(symbol)) {
                return field;
            }
        }
    }
    return 0;
}

int TechnologyFields::sector_of(int field) const {
    return field == 0 ? 0 : fields_.at(static_cast<std::size_t>(field - 1)).sector;
}

std::string_view TechnologyFields::field_name(int field, Lang lang) const {
    if (field == 0) {
        return unclassified.in(lang);
    }
    const auto& f = fields_.at(static_cast<std::size_t>(field - 1));
    return lang == Lang::zh ? f.zh : f.en;
}

std::string_view TechnologyFields::sector_name(int sector, Lang lang) const {
    if (sector == 0) {
        return unclassified.in(lang);
    }
    const auto& s = sectors_.at(static_cast<std::size_t>(sector - 1));
    return lang == Lang::zh ? s.zh : s.en;
}

} // namespace longmen::indicators
