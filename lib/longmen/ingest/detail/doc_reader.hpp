// SPDX-License-Identifier: GPL-3.0-or-later
// The elements of one document, gathered into items by the rules of its profile.
#pragma once

#include <longmen/ingest/detail/doc_rules.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

using DocumentParts = std::array<std::string, part_count>;
[[nodiscard]] inline const std::string& part_of(const DocumentParts& parts, DocumentPart which) {
    return parts[static_cast<std::size_t>(which)];
}

/// Receives what a document holds, in its order.
class DocumentItems {
public:
    virtual ~DocumentItems() = default;
    virtual void begin_document() = 0;
    virtual void begin_record() = 0;
    /// `path` counts the paths of the rule. `marked`: an element of `marks` was in it.
    virtual void item(const DocumentRule& rule, std::size_t path, DocumentParts& parts, bool marked) = 0;
    virtual void extra(const std::string& path, std::string_view value) = 0;
    virtual void end_record() = 0;
    virtual void end_document() = 0;
};

/// Thrown for a document that unpacks its entities to more than its limit.
struct DocumentTooLarge {};

class DocumentReader final : public XmlHandler {
    struct Frame {
        std::uint32_t node = ElementTree::none;
        std::size_t path = 0;     ///< length of the path above
        std::size_t captured = 0; ///< where its text begins
        std::size_t items = 0;    ///< opened by it
        bool captures = false;    ///< parts want its text
        bool lines = false;       ///< line ends of its text count
        bool extras = false;      ///< unknown elements below are kept
        bool keeps = false;       ///< is such an unknown element itself
    };
    struct Open {
        std::size_t rule = 0, path = 0;
        bool marked = false;
        DocumentParts parts;
        std::array<std::uint8_t, part_count> orders{};
    };
    const DocumentProfile& profile_;
    DocumentItems& items_;
    std::size_t most_text_;
    std::vector<Frame> frames_;
    std::vector<Open> open_; ///< kept for reuse; the first `opened_` are in use
    std::size_t opened_ = 0;
    std::string path_, text_, label_;
    std::size_t capturing_ = 0, omitted_ = 0, lines_ = 0, seen_ = 0;
    bool records_inside_ = false;

    void put(const PartPlace& place, std::string_view value);
    void open_items(Frame& frame);
    void close_items(const Frame& frame);
    void take_text(Frame& frame);

public:
    DocumentReader(const DocumentProfile& profile, DocumentItems& items, std::size_t most_text)
        : profile_{profile}, items_{items}, most_text_{most_text} {}

    /// A new document; what is left of a broken one is forgotten.
    void begin();
    void finish();
    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;
    /// Path of the element in hand, for a message.
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::size_t depth() const { return frames_.size(); }
};

} // namespace longmen::ingest::detail
