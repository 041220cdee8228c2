// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the workspace, and their families.
#include <longmen/service/corpus.hpp>

#include <longmen/base/config.hpp>
#include <longmen/record/source_id.hpp>
#include <longmen/resolve/families.hpp>
#include <longmen/service/applicants.hpp>
#include <longmen/store/load.hpp>

namespace longmen::service {
namespace {

resolve::FamilyDocument document_of(const Patent& patent) {
    resolve::FamilyDocument document;
    document.number = patent.number;
    // Known by the id of a source alone, it is what others of that source claim by this id.
    const bool by_id = patent.app_no.empty() && is_source_id(patent.number);
    document.application = {by_id ? patent.number : patent.app_no, patent.app_date};
    document.publications = patent.publications;
    // A source dates the earliest one only, and where there is one only it is that one.
    const auto written = [&](const std::vector<std::string>& numbers) {
        std::vector<resolve::WrittenNumber> all;
        for (const auto& number : numbers) {
            all.push_back({number, numbers.size() == 1 ? patent.priority_date : std::nullopt});
        }
        return all;
    };
    auto claimed = written(patent.priorities);
    if (!patent.international_application.empty()) {
        claimed.push_back({patent.international_application, std::nullopt});
    }
    if (patent.active_priorities.empty()) {
        document.priorities = std::move(claimed);
    } else {
        document.priorities = written(patent.active_priorities);
        document.priority_list = resolve::PriorityList::active;
        document.further = std::move(claimed);
    }
    if (!patent.parent_application.empty()) {
        document.parents.push_back({patent.parent_application, std::nullopt});
    }
    document.vendor_simple = {patent.family, patent.family_members};
    document.vendor_extended = {{}, patent.extended_family_members};
    return document;
}

void name_families(Corpus& corpus, const resolve::FamilyCuts& cuts) {
    std::vector<resolve::FamilyDocument> documents;
    documents.reserve(corpus.patents.size());
    for (const auto& patent : corpus.patents) {
        documents.push_back(document_of(patent));
    }
    const auto families = resolve::make_families(documents, resolve::FamilyBasis::both, cuts);
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        corpus.patents[i].family = documents[families.simple[i]].number;
        corpus.patents[i].extended_family = documents[families.extended[i]].number;
    }
}

} // namespace

Corpus load_corpus(const store::Workspace& workspace, const std::string& models_folder,
                   std::optional<Date> as_of) {
    auto corpus = store::load_corpus(workspace, TermRules::read_folder(models_folder), as_of);
    const auto assets = AssetVocabulary::read_folder(models_folder);
    for (auto& asset : corpus.assets) {
        assets.complete(asset);
    }
    name_families(corpus,
                  resolve::FamilyCuts::read(Config::read(models_folder + "/resolve/family_cuts.toml")));
    unite_applicants(corpus, find_applicants(corpus, models_folder, store::list_name_decisions(workspace)));
    return corpus;
}

} // namespace longmen::service
