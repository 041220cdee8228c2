// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants of a corpus as organisations.
#include <longmen/service/applicants.hpp>

#include <longmen/base/config.hpp>
#include <longmen/service/columns.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace longmen::service {
namespace {

struct Written {
    std::size_t records = 0;
    std::string code;            ///< of the enterprise of this name
    std::set<std::string> joint; ///< names beside it
};

/// Every written name once, in alphabetical order.
std::map<std::string, Written> written_names(const Corpus& corpus) {
    std::map<std::string, Written> names;
    for (const auto& patent : corpus.patents) {
        for (const auto& name : patent.applicants) {
            auto& written = names[name];
            ++written.records;
            for (const auto& other : patent.applicants) {
                if (other != name) {
                    written.joint.insert(other);
                }
            }
        }
    }
    for (const auto& enterprise : corpus.enterprises) {
        names[enterprise.name].code = enterprise.uscc;
    }
    return names;
}

std::vector<resolve::OrganisationOverride> overrides_of(const Corpus& corpus,
                                                        const std::vector<store::NameDecision>& decisions) {
    std::vector<resolve::OrganisationOverride> overrides;
    std::set<std::pair<std::string, std::string>> apart;
    for (const auto& decision : decisions) {
        if (decision.undone_at.empty()) {
            overrides.push_back({decision.name, decision.other, decision.same});
            if (!decision.same) {
                apart.emplace(decision.name, decision.other);
                apart.emplace(decision.other, decision.name);
            }
        }
    }
    for (const auto& enterprise :
         corpus.enterprises) { // the form the enterprise filled in is a person's word too
        for (const auto* list : {&enterprise.former_names, &enterprise.aliases}) {
            for (const auto& name : *list) {
                if (!apart.contains({enterprise.name, name})) {
                    overrides.push_back({enterprise.name, name, true});
                }
            }
        }
    }
    return overrides;
}

/// Pairs of names that the list of enterprises says are one, in alphabetical order, and how.
std::map<std::pair<std::string, std::string>, resolve::MergeReason>
names_of_enterprises(const Corpus& corpus) {
    std::map<std::pair<std::string, std::string>, resolve::MergeReason> told;
    for (const auto& enterprise : corpus.enterprises) {
        for (const auto& [list, reason] :
             {std::pair{&enterprise.former_names, resolve::MergeReason::former_name},
              {&enterprise.aliases, resolve::MergeReason::alias}}) {
            for (const auto& name : *list) {
                told.emplace(std::minmax(enterprise.name, name), reason);
            }
        }
    }
    return told;
}

/// The links of a group as seen from its representative: each further name once, beside the one it was joined
/// to.
std::vector<Applicant::Joining> joinings_of(const resolve::OrganisationGroup& group,
                                            const std::vector<resolve::OrganisationMention>& mentions) {
    std::vector<Applicant::Joining> joinings;
    std::set<std::size_t> reached{group.representative};
    std::vector<resolve::OrganisationLink> left = group.links;
    for (bool more = true; more && !left.empty();) {
        more =
            std::erase_if(left, [&](const resolve::OrganisationLink& link) {
                const bool known = reached.contains(link.mention);
                if (known == reached.contains(link.other)) {
                    return false;
                }
                const auto further = known ? link.other : link.mention;
                const auto beside = known ? link.mention : link.other;
                joinings.push_back({mentions[further].name, mentions[beside].name, link.reason, link.score});
                reached.insert(further);
                return true;
            }) > 0;
    }
    return joinings;
}

} // namespace

std::vector<Applicant> find_applicants(const Corpus& corpus, const std::string& models_folder,
                                       const std::vector<store::NameDecision>& decisions) {
    const auto vocabulary =
        resolve::OrganisationVocabulary::read(Config::read(models_folder + "/vocabulary/organisations.toml"));
    const auto names = written_names(corpus);
    std::vector<resolve::OrganisationMention> mentions;
    mentions.reserve(names.size());
    for (const auto& [name, written] : names) {
        resolve::OrganisationMention mention;
        mention.name = name;
        mention.credit_code = written.code;
        mention.joint.assign(written.joint.begin(), written.joint.end());
        mention.records = written.records;
        mentions.push_back(std::move(mention));
    }
    const auto grouped = resolve::group_organisations(mentions, vocabulary, overrides_of(corpus, decisions));
    const auto told_by_form = names_of_enterprises(corpus);
    std::vector<Applicant> applicants;
    for (const auto& group : grouped.groups) {
        Applicant applicant;
        applicant.name = mentions[group.representative].name;
        applicant.type = group.type;
        for (const auto member : group.members) {
            applicant.patents += mentions[member].records;
            if (member != group.representative) {
                applicant.spellings.push_back(mentions[member].name);
            }
        }
        applicant.joinings = joinings_of(group, mentions);
        for (auto& joining : applicant.joinings) {
            const auto told = told_by_form.find(std::minmax(joining.name, joining.other));
            if (joining.reason == resolve::MergeReason::by_hand && told != told_by_form.end()) {
                joining.reason = told->second;
            }
        }
        if (applicant.patents > 0) { // an enterprise that applied for nothing is no applicant
            applicants.push_back(std::move(applicant));
        }
    }
    std::ranges::stable_sort(applicants, std::greater{}, &Applicant::patents);
    return applicants;
}

void unite_applicants(Corpus& corpus, const std::vector<Applicant>& applicants) {
    corpus.same_as.clear();
    for (const auto& applicant : applicants) {
        for (const auto& spelling : applicant.spellings) {
            corpus.same_as.emplace(spelling, applicant.name);
        }
    }
}

Table applicant_table(const std::vector<Applicant>& applicants, Lang lang, bool only_joined,
                      std::size_t top) {
    auto table = table_with({{"applicant", {"申请人", "Applicant"}},
                             {"type", {"类型", "Type"}},
                             {"patents", {"件数", "Patents"}},
                             {"spelling", {"写法", "Spelling"}},
                             {"reason", {"合并依据", "Why"}},
                             {"other", {"对应写法", "Beside"}},
                             {"score", {"相似度", "Score"}}},
                            lang);
    constexpr int digits = 3;
    std::size_t shown = 0;
    for (const auto& applicant : applicants) {
        if (only_joined && applicant.spellings.empty()) {
            continue;
        }
        if (top != 0 && shown++ == top) {
            break;
        }
        const Cell type{std::string{resolve::party_type_text(applicant.type).in(lang)}};
        const auto patents = count_cell(applicant.patents);
        table.rows.push_back({applicant.name, type, patents, applicant.name, Cell{}, Cell{}, Cell{}});
        for (const auto& joining : applicant.joinings) {
            const bool similar = joining.reason == resolve::MergeReason::similar;
            table.rows.push_back({applicant.name, type, patents, joining.name,
                                  std::string{resolve::merge_reason_text(joining.reason).in(lang)},
                                  joining.other,
                                  similar ? Cell{Decimal{joining.score, digits, digits}} : Cell{}});
        }
    }
    return table;
}

Table decision_table(const std::vector<store::NameDecision>& decisions, Lang lang) {
    auto table = table_with({{"name", {"名称", "Name"}},
                             {"other", {"另一名称", "Other"}},
                             {"same", {"结论", "Decision"}},
                             {"reason", {"理由", "Reason"}},
                             {"person", {"决定人", "Person"}},
                             {"at", {"时间", "At"}},
                             {"undone_at", {"撤销时间", "Taken back"}}},
                            lang);
    for (const auto& decision : decisions) {
        table.rows.push_back(
            {decision.name, decision.other,
             std::string{
                 (decision.same ? Text{"同一申请人", "the same"} : Text{"不同申请人", "two"}).in(lang)},
             decision.reason, text_cell(decision.person), decision.at, text_cell(decision.undone_at)});
    }
    return table;
}

} // namespace longmen::service
