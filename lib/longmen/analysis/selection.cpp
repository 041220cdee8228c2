// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses records and gathers the parties behind them.
#include <longmen/analysis/selection.hpp>

#include <longmen/base/text.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace longmen::analysis {

namespace {

bool known_by(const Patent& patent, const Date& as_of) {
    const auto& date = patent.app_date ? patent.app_date : patent.pub_date;
    return !date || date->days() <= as_of.days();
}

template <class Keep>
Selection select(const Corpus& corpus, const Date& as_of, Keep keep) {
    Selection result;
    for (std::uint32_t i = 0; i < corpus.patents.size(); ++i) {
        if (known_by(corpus.patents[i], as_of) && keep(corpus.patents[i])) {
            result.push_back(i);
        }
    }
    return result;
}

/// Folding is the dear part: each spelling is folded once.
class Folded {
public:
    const std::string& operator()(const std::string& text) {
        const auto found = known_.find(text);
        return found != known_.end() ? found->second : known_.emplace(text, fold_key(text)).first->second;
    }

private:
    std::unordered_map<std::string, std::string> known_;
};

struct Gathered {
    Party party;
    std::map<std::string, std::size_t> spellings;
};

class Gatherer {
public:
    explicit Gatherer(const Corpus& corpus) : corpus_(corpus) {
        for (std::uint32_t i = 0; i < corpus.enterprises.size(); ++i) {
            const auto& enterprise = corpus.enterprises[i];
            const bool namesake = !names_.emplace(fold_(enterprise.name), i).second;
            keys_.push_back(fold_(enterprise.name) + (namesake ? " " + enterprise.uscc : ""));
        }
        for (std::uint32_t i = 0; i < corpus.enterprises.size(); ++i) {
            const auto& enterprise = corpus.enterprises[i];
            for (const auto* list : {&enterprise.former_names, &enterprise.aliases}) {
                for (const auto& name : *list) {
                    names_.emplace(fold_(name), i);
                }
            }
        }
    }

    void add(std::uint32_t position) {
        const auto& patent = corpus_.patents[position];
        std::vector<std::uint32_t> ties = patent.enterprises;
        std::vector<const std::string*> strangers;
        for (const auto& applicant : patent.applicants) {
            const auto tied = std::ranges::find_if(ties, [&](std::uint32_t tie) {
                return fold_(corpus_.enterprises[tie].name) == fold_(applicant);
            });
            const auto named = names_.find(fold_(applicant));
            if (tied == ties.end() && named == names_.end()) {
                strangers.push_back(&applicant);
                continue;
            }
            const std::uint32_t enterprise = tied != ties.end() ? *tied : named->second;
            std::erase(ties, enterprise);
            add_enterprise(enterprise, position);
        }
        const bool same = strangers.size() == 1 && ties.size() == 1;
        for (const auto tie : ties) {
            add_enterprise(tie, position);
        }
        for (const auto* stranger : strangers) {
            const auto known = corpus_.same_as.find(*stranger);
            const auto& name = known == corpus_.same_as.end() ? *stranger : known->second;
            if (!same && !fold_(name).empty()) {
                auto& gathered = by_key_[fold_(name)];
                ++gathered.spellings[name];
                append(gathered.party, position);
            }
        }
    }

    std::vector<Party> take() {
        std::vector<Party> result;
        for (auto& [key, gathered] : by_key_) {
            auto& party = gathered.party;
            party.key = key;
            if (party.name.empty()) {
                const auto most = std::ranges::max_element(
                    gathered.spellings, [](const auto& a, const auto& b) { return a.second < b.second; });
                party.name = most->first;
            }
            result.push_back(std::move(party));
        }
        return result;
    }

private:
    const Corpus& corpus_;
    Folded fold_;
    std::unordered_map<std::string, std::uint32_t> names_;
    std::vector<std::string> keys_; ///< by enterprise; a namesake carries its code
    std::map<std::string, Gathered> by_key_;

    static void append(Party& party, std::uint32_t position) {
        if (party.patents.empty() || party.patents.back() != position) {
            party.patents.push_back(position);
        }
    }

    void add_enterprise(std::uint32_t enterprise, std::uint32_t position) {
        auto& party = by_key_[keys_[enterprise]].party;
        party.name = corpus_.enterprises[enterprise].name;
        party.enterprise = enterprise;
        append(party, position);
    }
};

} // namespace

Selection select_all(const Corpus& corpus, const Date& as_of) {
    return select(corpus, as_of, [](const Patent&) { return true; });
}

Selection select_enterprises(const Corpus& corpus, const Date& as_of) {
    return select(corpus, as_of, [](const Patent& patent) { return !patent.enterprises.empty(); });
}

Selection select_enterprise(const Corpus& corpus, std::uint32_t enterprise, const Date& as_of) {
    return select(corpus, as_of, [enterprise](const Patent& patent) {
        return std::ranges::find(patent.enterprises, enterprise) != patent.enterprises.end();
    });
}

std::string ipc_subclass(std::string_view symbol) {
    constexpr std::size_t length = 4;
    symbol = trim(symbol);
    const auto head = symbol.substr(0, length);
    const bool plain = std::ranges::all_of(head, [](char c) { return c > ' ' && c <= '~'; });
    const std::string text = plain ? std::string{head} : fold_width(symbol);
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    const auto letter = [&](char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() < length || !letter(text[0]) || !digit(text[1]) || !digit(text[2]) || !letter(text[3])) {
        return {};
    }
    std::string result = text.substr(0, length);
    std::ranges::transform(result, result.begin(), upper);
    return result;
}

std::vector<std::string> main_subclass(const Patent& patent) {
    const std::string subclass = patent.ipc.empty() ? "" : ipc_subclass(patent.ipc.front());
    return subclass.empty() ? std::vector<std::string>{} : std::vector{subclass};
}

std::vector<std::string> all_subclasses(const Patent& patent) {
    std::vector<std::string> result;
    for (const auto& symbol : patent.ipc) {
        if (auto subclass = ipc_subclass(symbol); !subclass.empty()) {
            result.push_back(std::move(subclass));
        }
    }
    std::ranges::sort(result);
    result.erase(std::ranges::unique(result).begin(), result.end());
    return result;
}

std::vector<Party> parties(const Corpus& corpus, std::span<const std::uint32_t> selection) {
    Gatherer gatherer(corpus);
    for (const auto position : selection) {
        gatherer.add(position);
    }
    return gatherer.take();
}

} // namespace longmen::analysis
