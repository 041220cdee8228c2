// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the tree of known paths along with the document, in one pass.
#include <longmen/ingest/detail/doc_reader.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/doc_text.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

bool holds(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// Texts whose paragraphs stand on lines of their own.
bool has_lines(Make make) {
    return make == Make::description || make == Make::abstract || make == Make::claim;
}

/// Parts that may come several times, and what stands between.
std::string_view joint_of(DocumentPart part) {
    switch (part) {
    case DocumentPart::category:
        return ",";
    case DocumentPart::detail:
        return "; ";
    case DocumentPart::text:
    case DocumentPart::first:
    case DocumentPart::address:
        return " ";
    default:
        return {};
    }
}

} // namespace

void DocumentReader::begin() {
    frames_.clear();
    path_.clear();
    text_.clear();
    opened_ = capturing_ = omitted_ = lines_ = seen_ = 0;
    records_inside_ = false;
    items_.begin_document();
    items_.begin_record();
}

void DocumentReader::finish() {
    if (!records_inside_) {
        items_.end_record();
    }
    items_.end_document();
}

void DocumentReader::put(const PartPlace& place, std::string_view value) {
    if (place.to != 0) {
        const auto from = std::min<std::size_t>(place.from, value.size());
        value = value.substr(from, std::min<std::size_t>(place.to, value.size()) - from);
    }
    if (value.empty() || holds(profile_.nothing, value)) {
        return;
    }
    for (auto i = opened_; i-- > 0;) {
        if (open_[i].rule == place.rule) {
            auto& part = open_[i].parts[static_cast<std::size_t>(place.part)];
            auto& order = open_[i].orders[static_cast<std::size_t>(place.part)];
            const auto joint = joint_of(place.part);
            if (!part.empty() && !joint.empty()) {
                part.append(joint).append(value);
            } else if (part.empty() || place.order < order) {
                part = value;
                order = place.order;
            }
            return;
        }
    }
}

void DocumentReader::open_items(Frame& frame) {
    for (const auto& [rule, path] : profile_.tree.node(frame.node).items) {
        if (open_.size() == opened_) {
            open_.emplace_back();
        }
        auto& open = open_[opened_++];
        open.rule = rule;
        open.path = path;
        open.marked = false;
        std::ranges::for_each(open.parts, [](std::string& part) { part.clear(); });
        ++frame.items;
        for (const auto& [part, value] : profile_.rules[rule].set) {
            open.parts[static_cast<std::size_t>(part)] = value;
        }
    }
}

void DocumentReader::start(std::string_view name, const XmlAttributes& attributes) {
    Frame frame;
    frame.path = path_.size();
    if (!path_.empty()) {
        path_ += '/';
    }
    path_ += name;
    if (!profile_.named_by.empty()) {
        if (const auto own = attributes[profile_.named_by]; !own.empty()) {
            path_.append("[@").append(profile_.named_by).append("=").append(own).append("]");
        }
    }
    constexpr std::size_t deepest = 1000;
    constexpr std::size_t longest_path = 4096;
    if (frames_.size() >= deepest || path_.size() > longest_path) {
        throw DocumentTooLarge{};
    }
    if (omitted_ > 0 || (lines_ > 0 && holds(profile_.omit, name))) {
        ++omitted_;
        frames_.push_back(frame);
        return;
    }
    const bool root = frames_.empty();
    if (!root) {
        const auto& parent = frames_.back();
        frame.extras = parent.extras;
        if (parent.node != ElementTree::none) {
            frame.node = profile_.tree.child(parent.node, name, attributes);
        }
    } else {
        frame.node = profile_.tree.child(ElementTree::none, name, attributes);
    }
    if (lines_ > 0 && holds(profile_.breaks, name)) {
        text_ += line_mark;
    }
    if (opened_ > 0 && holds(profile_.marks, name)) {
        open_[opened_ - 1].marked = true;
    }
    if (frame.node != ElementTree::none) {
        const auto& node = profile_.tree.node(frame.node);
        frame.extras = (frame.extras || node.extras) && !node.dropped;
        if (node.record) {
            items_.begin_record();
            records_inside_ = true;
        }
        open_items(frame);
        for (const auto& [attribute, place] : node.attributes) {
            put(place, attributes[attribute]);
        }
        for (const auto& place : node.texts) {
            if (!place.label.empty()) {
                label_ = attributes[place.label];
            }
            if (!place.constant.empty()) {
                put(place, place.constant);
            } else {
                frame.captures = true;
                frame.lines = frame.lines || has_lines(profile_.rules[place.rule].make);
            }
        }
    }
    const bool known =
        frame.captures || (frame.node != ElementTree::none && !profile_.tree.node(frame.node).texts.empty());
    frame.keeps = frame.extras && !known && capturing_ == 0;
    if (frame.captures || frame.keeps) {
        frame.captured = text_.size();
        capturing_ += frame.captures ? 1 : 0;
    }
    lines_ += frame.lines ? 1 : 0;
    frames_.push_back(frame);
}

void DocumentReader::text(std::string_view piece) {
    seen_ += piece.size();
    if (seen_ > most_text_) {
        throw DocumentTooLarge{};
    }
    if (omitted_ == 0 && (capturing_ > 0 || (!frames_.empty() && frames_.back().keeps))) {
        text_ += piece;
    }
}

void DocumentReader::take_text(Frame& frame) {
    const auto own = std::string_view{text_}.substr(std::min(frame.captured, text_.size()));
    if (frame.captures) {
        const auto value = squeezed(own, frame.lines);
        for (const auto& place : profile_.tree.node(frame.node).texts) {
            if (place.part == DocumentPart::symbol) {
                put(place, trim(own)); // blanks count in some
            } else if (!place.label.empty() && !label_.empty() && !value.empty()) {
                put(place, label_ + ": " + value);
            } else if (place.constant.empty()) {
                put(place, value);
            }
        }
        --capturing_;
    } else if (const auto value = squeezed(own, false); !value.empty() && !holds(profile_.nothing, value)) {
        items_.extra(path_, value); // its own text; elements inside have taken theirs
    }
    if (capturing_ == 0) {
        text_.resize(std::min(frame.captured, text_.size()));
    }
}

void DocumentReader::close_items(const Frame& frame) {
    for (std::size_t i = 0; i < frame.items; ++i) {
        auto& open = open_[--opened_];
        items_.item(profile_.rules[open.rule], open.path, open.parts, open.marked);
        if (open.marked && opened_ > 0) {
            open_[opened_ - 1].marked = true;
        }
    }
}

void DocumentReader::end(std::string_view name) {
    if (frames_.empty()) {
        return;
    }
    auto& frame = frames_.back();
    if (omitted_ > 0) {
        --omitted_;
    } else {
        lines_ -= frame.lines ? 1 : 0;
        if (frame.captures || frame.keeps) {
            take_text(frame);
        }
        if (lines_ > 0 && holds(profile_.breaks, name)) {
            text_ += line_mark;
        }
        close_items(frame);
        if (frame.node != ElementTree::none && profile_.tree.node(frame.node).record) {
            items_.end_record();
        }
    }
    path_.resize(frame.path);
    frames_.pop_back();
}

} // namespace longmen::ingest::detail
