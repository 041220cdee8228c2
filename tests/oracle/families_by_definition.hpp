// SPDX-License-Identifier: GPL-3.0-or-later
// Families straight from the definition: every two documents are compared, sets are found by walking. Slow.
#pragma once

#include <longmen/record/number.hpp>
#include <longmen/resolve/families.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace longmen::oracle {

/// Expects distinct `number`s and publications, applications in one spelling, no publication claimed as
/// priority.
class FamiliesByDefinition {
    using Set = std::set<std::string>;
    const std::vector<resolve::FamilyDocument>& documents_;
    const resolve::FamilyCuts& cuts_;
    resolve::FamilyBasis basis_;

    static std::string key(const std::string& text) {
        return parse_number(text, NumberHint::application).value().key();
    }
    [[nodiscard]] std::string own(std::size_t i) const { return key(documents_[i].application.text); }

    [[nodiscard]] bool names(const std::string& text, std::size_t i) const {
        const auto& d = documents_[i];
        return text == d.application.text || std::ranges::count(d.publications, text) > 0;
    }
    /// A cut speaks of an application, whichever of its documents it names.
    [[nodiscard]] bool concerns(const std::string& text, std::size_t i) const {
        for (std::size_t j = 0; j < documents_.size(); ++j) {
            if (names(text, j) && own(j) == own(i)) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool cut(std::size_t i, const std::string& number) const {
        return std::ranges::any_of(cuts_.cuts, [&](const auto& c) {
            return !c.number.empty() && key(c.number) == number &&
                   (c.document.empty() || concerns(c.document, i));
        });
    }
    [[nodiscard]] bool cut_pair(std::size_t i, std::size_t j) const {
        return std::ranges::any_of(cuts_.cuts, [&](const auto& c) {
            return c.number.empty() && ((concerns(c.document, i) && concerns(c.other, j)) ||
                                        (concerns(c.document, j) && concerns(c.other, i)));
        });
    }
    [[nodiscard]] bool owner(std::size_t i) const {
        return std::ranges::none_of(cuts_.cuts, [&](const auto& c) {
            return c.document.empty() && !c.number.empty() && key(c.number) == own(i);
        });
    }
    [[nodiscard]] Set keys(std::size_t i, const std::vector<resolve::WrittenNumber>& list) const {
        Set result;
        for (const auto& written : list) {
            if (!cut(i, key(written.text))) {
                result.insert(key(written.text));
            }
        }
        return result;
    }
    [[nodiscard]] Set vendor(std::size_t i, const resolve::VendorFamily& family) const {
        Set result;
        for (const auto& member : family.members) {
            auto name = member;
            for (std::size_t j = 0; j < documents_.size(); ++j) {
                name = names(member, j) ? own(j) : name;
            }
            if (!cut(i, name)) {
                result.insert(name);
            }
        }
        if (owner(i)) {
            result.insert(own(i));
        }
        if (!family.id.empty()) {
            result.insert("id:" + family.id);
        }
        return result;
    }

    struct Application {
        Set priorities, parents, direct, next;
        bool active = true;
    };
    std::map<std::string, Application> applications_;

    [[nodiscard]] bool claims(const std::string& own) const {
        const auto found = applications_.find(own);
        if (found == applications_.end()) {
            return false;
        }
        auto others = found->second.priorities;
        others.erase(own);
        return !others.empty() || !found->second.parents.empty();
    }
    void take(Application& application, const std::string& number) {
        (claims(number) ? application.next : application.direct).insert(number);
    }
    void read_applications() {
        for (std::size_t i = 0; i < documents_.size(); ++i) {
            auto& application = applications_[own(i)];
            const auto priorities = keys(i, documents_[i].priorities);
            application.priorities.insert(priorities.begin(), priorities.end());
            const auto parents = keys(i, documents_[i].parents);
            application.parents.insert(parents.begin(), parents.end());
            application.parents.erase(own(i));
            application.active =
                application.active &&
                (priorities.empty() || documents_[i].priority_list == resolve::PriorityList::active);
        }
        for (auto& [number, application] : applications_) {
            for (const auto& parent : application.parents) {
                if (applications_.contains(parent)) {
                    take(application, parent);
                }
            }
            if (!application.next.empty() || !application.direct.empty()) {
                continue;
            }
            if (application.active && application.parents.empty() && !application.priorities.empty()) {
                application.direct = application.priorities;
                continue;
            }
            Set rest;
            Set first_hand;
            for (const auto& priority : application.priorities) {
                if (priority != number && !application.parents.contains(priority)) {
                    rest.insert(priority);
                    if (!priority.starts_with("a:WO") || applications_.contains(priority)) {
                        first_hand.insert(priority);
                    }
                }
            }
            for (const auto& priority : first_hand.empty() ? rest : first_hand) {
                take(application, priority);
            }
            if (rest.empty()) {
                application.direct = application.parents.empty() ? Set{number} : application.parents;
            }
        }
    }
    [[nodiscard]] Set reach(const std::string& from) const {
        Set seen{from};
        std::vector<std::string> left{from};
        while (!left.empty()) {
            const auto at = left.back();
            left.pop_back();
            for (const auto& next : applications_.at(at).next) {
                if (seen.insert(next).second) {
                    left.push_back(next);
                }
            }
        }
        return seen;
    }
    [[nodiscard]] Set active(std::size_t i) const {
        Set result;
        for (const auto& at : reach(own(i))) {
            const auto& direct = applications_.at(at).direct;
            result.insert(direct.begin(), direct.end());
            const auto beyond = reach(at);
            const bool circle = std::ranges::all_of(beyond, [&](const auto& other) {
                return applications_.at(other).direct.empty() && reach(other).contains(at);
            });
            if (circle) {
                result.insert("circle:" + *beyond.begin());
            }
        }
        return result;
    }

    static bool meet(const Set& a, const Set& b) {
        return std::ranges::any_of(a, [&](const auto& x) { return b.contains(x); });
    }
    [[nodiscard]] Set said(std::size_t i) const {
        auto result = keys(i, documents_[i].priorities);
        result.merge(keys(i, documents_[i].parents));
        if (owner(i)) {
            result.insert(own(i));
        }
        return result;
    }
    [[nodiscard]] bool simple_link(std::size_t i, std::size_t j) const {
        const bool application = owner(i) && own(i) == own(j);
        const auto set = active(i);
        const bool alone = set == Set{own(i)} && !owner(i);
        const bool same = basis_ != resolve::FamilyBasis::vendor && set == active(j) && !alone;
        const bool vendors =
            basis_ != resolve::FamilyBasis::priorities &&
            meet(vendor(i, documents_[i].vendor_simple), vendor(j, documents_[j].vendor_simple));
        return application || same || vendors;
    }
    [[nodiscard]] bool extended_link(std::size_t i, std::size_t j) const {
        const bool shared = basis_ != resolve::FamilyBasis::vendor && meet(said(i), said(j));
        const bool vendors =
            basis_ != resolve::FamilyBasis::priorities &&
            meet(vendor(i, documents_[i].vendor_extended), vendor(j, documents_[j].vendor_extended));
        return shared || vendors;
    }

    /// Name of the smallest document that can be reached.
    template <class Link>
    [[nodiscard]] std::vector<std::string> components(const Link& linked) const {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < documents_.size(); ++i) {
            std::set<std::size_t> seen{i};
            std::vector<std::size_t> left{i};
            while (!left.empty()) {
                const auto at = left.back();
                left.pop_back();
                for (std::size_t j = 0; j < documents_.size(); ++j) {
                    if (!seen.contains(j) && !cut_pair(at, j) && linked(at, j)) {
                        seen.insert(j);
                        left.push_back(j);
                    }
                }
            }
            auto name = documents_[i].number;
            for (const auto j : seen) {
                name = std::min(name, documents_[j].number);
            }
            names.push_back(name);
        }
        return names;
    }

public:
    FamiliesByDefinition(const std::vector<resolve::FamilyDocument>& documents, resolve::FamilyBasis basis,
                         const resolve::FamilyCuts& cuts)
        : documents_(documents), cuts_(cuts), basis_(basis) {
        read_applications();
    }
    [[nodiscard]] std::vector<std::string> simple() const {
        return components([&](auto i, auto j) { return simple_link(i, j); });
    }
    [[nodiscard]] std::vector<std::string> extended() const {
        return components([&](auto i, auto j) { return simple_link(i, j) || extended_link(i, j); });
    }
};

} // namespace longmen::oracle
