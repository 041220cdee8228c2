// SPDX-License-Identifier: GPL-3.0-or-later
// The known element paths of a kind of document as a tree, walked while a document is read.
#pragma once

#include <longmen/ingest/detail/xml_handler.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// Pieces of an item.
enum class DocumentPart : std::uint8_t {
    office,
    number,
    original, ///< the number as the office itself writes it
    series,   ///< of an application number
    kind,
    date,
    category,
    origin,
    lang,
    text,
    name,
    last,
    first,
    country,
    province,
    city,
    county,
    address,
    symbol,
    section,
    main_class, ///< the two digits of the class
    subclass,
    group,
    subgroup,
    code,
    detail,
    count_
};
inline constexpr std::size_t part_count = static_cast<std::size_t>(DocumentPart::count_);
[[nodiscard]] std::string_view part_key(DocumentPart part);

/// Where the text of an element goes.
struct PartPlace {
    std::uint16_t rule = 0;
    DocumentPart part{};
    std::uint16_t from = 0, to = 0; ///< bytes taken of it; all when both are 0
    std::uint8_t order = 0;         ///< of several paths of a part the first one that holds something wins
    std::string label;              ///< attribute whose value stands before the text
    std::string constant;           ///< put there because the element is present
};

/// Paths are element names joined by `/`. A name may carry one condition, `name[@attribute=value]`; `*` is
/// any element.
class ElementTree {
public:
    struct Edge {
        std::string name, attribute, value;
        std::uint32_t node = 0;
        bool as_before = false; ///< name and attribute are those of the edge before it
    };
    struct Node {
        std::vector<Edge> edges;
        std::vector<std::pair<std::uint16_t, std::uint16_t>> items; ///< rule and path of the rule
        std::vector<PartPlace> texts;
        std::vector<std::pair<std::string, PartPlace>> attributes;
        bool dropped = false; ///< known, and not kept
        bool extras = false;  ///< what is unknown below is kept
        bool record = false;  ///< each such element is a record of its own
    };
    static constexpr std::uint32_t none = 0; ///< also the node above the roots

    ElementTree() : nodes_(1) {}
    /// The node of a path, made where it is not there yet.
    std::uint32_t at(std::string_view path);
    [[nodiscard]] Node& node(std::uint32_t at) { return nodes_[at]; }
    [[nodiscard]] const Node& node(std::uint32_t at) const { return nodes_[at]; }
    /// What `path` holds is read as `root` is.
    void mount(std::string_view path, std::string_view root);
    /// The child of a node, `none` when there is none.
    [[nodiscard]] std::uint32_t child(std::uint32_t parent, std::string_view name,
                                      const XmlAttributes& attributes) const;

private:
    std::vector<Node> nodes_;
};

} // namespace longmen::ingest::detail
