// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the profiles of documents, strictly.
#include <longmen/ingest/detail/doc_rules.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/patent_type.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

namespace longmen::ingest::detail {
namespace {

struct MakeInfo {
    std::string_view key;
    std::vector<Field> fields;
};

const MakeInfo& make_info(Make make) {
    using enum Field;
    static const std::array<MakeInfo, static_cast<std::size_t>(Make::count_)> infos{
        MakeInfo{"publication", {pub_no, pub_date, grant_no, grant_date}},
        {"related", {pub_no, pub_date}},
        {"application", {app_no, app_date}},
        {"priority", {priority_numbers, priority_date}},
        {"parent", {parent_app_no}},
        {"pct_application", {pct_app_no}},
        {"pct_publication", {pct_pub_no}},
        {"member", {family_members}},
        {"citation", {cited}},
        {"literature", {npl_cited}},
        {"title", {title, title_en}},
        {"abstract", {abstract, abstract_en}},
        {"claim", {claims, first_claim, n_claims, n_indep_claims}},
        {"description", {description}},
        {"applicant", {applicants, applicants_std, country, province, city, county, address}},
        {"inventor", {inventors, applicants}},
        {"owner", {owners, applicants, country, province, city, county, address}},
        {"agent", {agents}},
        {"agency", {agency}},
        {"ipc", {ipc, ipc_main}},
        {"cpc", {cpc}},
        {"type", {patent_type}},
        {"value", {}},
        {"event", {}},
        {"relative", {extended_family_members}},
    };
    return infos.at(static_cast<std::size_t>(make));
}

template <typename Enum, typename KeyOf>
Enum by_key(const ConfigNode& node, const std::string& key, KeyOf key_of) {
    std::string allowed;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Enum::count_); ++i) {
        const auto each = key_of(static_cast<Enum>(i));
        if (each == key) {
            return static_cast<Enum>(i);
        }
        allowed += allowed.empty() ? "" : ", ";
        allowed += each;
    }
    node.fail(sentence("不认识 `{}`；应为：{}", "`{}` is not known; expected one of: {}", key, allowed));
}

std::vector<std::string> strings_of(const ConfigNode& node) {
    return node.kind() == ConfigNode::Kind::string ? std::vector{node.string()} : node.strings();
}

/// `a/b{0:8}`, `a/b=word`, `a/b^attribute`: what stands behind the path of a part.
PartPlace take_options(std::string& path, const ConfigNode& node) {
    PartPlace place;
    if (const auto mark = path.rfind('^'); mark != std::string::npos) {
        place.label = path.substr(mark + 1);
        path.resize(mark);
    }
    if (const auto open = path.rfind('{'); path.ends_with('}') && open != std::string::npos) {
        const auto* begin = path.data() + open + 1;
        const auto* end = path.data() + path.size() - 1;
        const auto first = std::from_chars(begin, end, place.from);
        if (first.ec != std::errc{} || first.ptr == end || *first.ptr != ':' ||
            std::from_chars(first.ptr + 1, end, place.to).ptr != end || place.to <= place.from) {
            node.fail(
                sentence("`{}` 中的截取应写作 {{起:止}}", "a cut in `{}` is written {{from:to}}", path));
        }
        path.resize(open);
    }
    if (const auto equals = path.rfind('=');
        equals != std::string::npos && path.find(']', equals) == std::string::npos) {
        place.constant = path.substr(equals + 1);
        path.resize(equals);
    }
    return place;
}

void add_part(DocumentProfile& profile, const std::string& base, std::string path, PartPlace place) {
    const auto cut = path.rfind('@');
    const bool attribute = cut != std::string::npos && path.find(']', cut) == std::string::npos;
    std::string name;
    if (attribute) {
        name = path.substr(cut + 1);
        path.resize(cut == 0 ? 0 : cut - 1);
    }
    const auto at = profile.tree.at(path.empty() || path == "." ? base : base + "/" + path);
    auto& node = profile.tree.node(at);
    if (attribute) {
        node.attributes.emplace_back(std::move(name), std::move(place));
    } else {
        node.texts.push_back(std::move(place));
    }
}

void read_rule(DocumentProfile& profile, const ConfigNode& node) {
    DocumentRule rule;
    rule.make = by_key<Make>(node.at("make"), node.at("make").string(),
                             [](Make make) { return make_info(make).key; });
    rule.at = strings_of(node.at("at"));
    rule.fields = make_info(rule.make).fields;
    if (rule.make == Make::value) {
        const auto& key = node.at("field");
        rule.field = field_by_key(key.string());
        if (!rule.field) {
            key.fail(sentence("没有字段 `{}`", "there is no field `{}`", key.string()));
        }
        rule.fields = {*rule.field};
    }
    rule.column = profile.columns.size();
    const auto index = static_cast<std::uint16_t>(profile.rules.size());
    for (std::size_t i = 0; i < rule.at.size(); ++i) {
        const auto item = profile.tree.at(rule.at[i]);
        profile.tree.node(item).items.emplace_back(index, static_cast<std::uint16_t>(i));
        for (const auto field : rule.fields) {
            profile.columns.push_back({rule.at[i], field});
        }
    }
    for (const auto& key : node.keys()) {
        if (key == "make" || key == "at" || key == "field") {
            continue;
        }
        const auto& value = node.at(key);
        if (key == "set") {
            for (const auto& part : value.keys()) {
                rule.set.emplace_back(by_key<DocumentPart>(value.at(part), part, part_key),
                                      value.at(part).string());
            }
            continue;
        }
        const auto part = by_key<DocumentPart>(value, key, part_key);
        std::uint8_t order = 0;
        for (auto path : strings_of(value)) {
            auto place = take_options(path, value);
            place.order = order++;
            place.rule = index;
            place.part = part;
            for (const auto& base : rule.at) {
                add_part(profile, base, path, place);
            }
        }
    }
    profile.rules.push_back(std::move(rule));
}

std::vector<std::pair<std::string, std::string>> read_words(const ConfigNode& root, std::string_view key) {
    std::vector<std::pair<std::string, std::string>> words;
    if (const auto* table = root.find(key)) {
        for (const auto& word : table->keys()) {
            words.emplace_back(fold_key(word), table->at(word).string());
        }
    }
    return words;
}

constexpr std::array<std::string_view, 6> origin_keys{"applicant",  "examiner",    "search",
                                                      "opposition", "third_party", "other"};

DocumentSyntax read_syntax(const ConfigNode& root) {
    const auto word = root.string_or("syntax", "xml");
    if (word != "xml" && word != "sgml" && word != "tagged") {
        root.at("syntax").fail(sentence("不认识 `{}`；应为：xml、sgml、tagged",
                                        "`{}` is not known; expected one of: xml, sgml, tagged", word));
    }
    return word == "xml"    ? DocumentSyntax::xml
           : word == "sgml" ? DocumentSyntax::sgml
                            : DocumentSyntax::tagged;
}

} // namespace

bool DocumentProfile::is_grant(std::string_view document) const {
    return std::ranges::find(grants, document) != grants.end();
}

DocumentProfile read_document_profile(const Config& config) {
    const auto& root = config.root();
    root.allow({"id",
                "version",
                "kind",
                "name_zh",
                "name_en",
                "source",
                "source_date",
                "syntax",
                "office",
                "documents",
                "records",
                "grants",
                "marks",
                "breaks",
                "omit",
                "empty",
                "nothing",
                "original_offices",
                "dependent_beginnings",
                "numbered_claims",
                "separator",
                "named_by",
                "number_from_path",
                "origins",
                "types",
                "extras",
                "dropped",
                "same",
                "item"});
    DocumentProfile profile;
    profile.id = root.at("id").string();
    profile.syntax = read_syntax(root);
    profile.office = root.string_or("office", "");
    profile.documents = root.at("documents").strings();
    profile.grants = root.strings_or_empty("grants");
    profile.marks = root.strings_or_empty("marks");
    profile.breaks = root.strings_or_empty("breaks");
    profile.omit = root.strings_or_empty("omit");
    profile.empty = root.strings_or_empty("empty");
    profile.nothing = root.strings_or_empty("nothing");
    profile.original_offices = root.strings_or_empty("original_offices");
    profile.claims.dependent_beginnings = root.strings_or_empty("dependent_beginnings");
    profile.claims.numbered = root.boolean_or("numbered_claims", false);
    profile.named_by = root.string_or("named_by", "");
    profile.separator = root.string_or("separator", "");
    profile.number_from_path = root.boolean_or("number_from_path", false);
    profile.origins = read_words(root, "origins");
    for (const auto& [word, origin] : profile.origins) {
        if (std::ranges::find(origin_keys, origin) == origin_keys.end()) {
            root.at("origins").fail(
                sentence("引证来源 `{}` 不存在", "there is no origin `{}` of a citation", origin));
        }
    }
    profile.types = read_words(root, "types");
    for (const auto& [word, type] : profile.types) {
        if (type != patent_type_key(patent_type_by_key(type))) {
            root.at("types").fail(sentence("专利类型 `{}` 不存在", "there is no type of patent `{}`", type));
        }
    }
    for (const auto* item : root.tables("item")) {
        read_rule(profile, *item);
    }
    for (const auto& path : root.strings_or_empty("extras")) {
        profile.tree.node(profile.tree.at(path)).extras = true;
    }
    for (const auto& path : root.strings_or_empty("dropped")) {
        profile.tree.node(profile.tree.at(path)).dropped = true;
    }
    for (const auto& path : root.strings_or_empty("records")) {
        profile.tree.node(profile.tree.at(path)).record = true;
    }
    if (const auto* same = root.find("same")) {
        for (const auto& path : same->keys()) {
            profile.tree.mount(path, same->at(path).string());
        }
    }
    profile.table.id = profile.id;
    profile.table.kind = TableKind::patents;
    profile.table.separators = {"\n"};
    return profile;
}

std::vector<DocumentProfile> read_document_profiles(const std::string& models_folder) {
    namespace fs = std::filesystem;
    std::vector<std::string> paths;
    const fs::path folder = fs::path{models_folder} / "sources" / "documents";
    if (fs::is_directory(folder)) {
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".toml") {
                paths.push_back(entry.path().string());
            }
        }
    }
    std::ranges::sort(paths);
    std::vector<DocumentProfile> profiles;
    profiles.reserve(paths.size());
    for (const auto& path : paths) {
        profiles.push_back(read_document_profile(Config::read(path)));
    }
    return profiles;
}

} // namespace longmen::ingest::detail
