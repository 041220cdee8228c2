// SPDX-License-Identifier: GPL-3.0-or-later
// graph: citations with the weights of their paths, main paths; networks of applicants and classes.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/citation_communities.hpp>
#include <longmen/service/networks.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class GraphCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    SnapshotOptions snapshot_;
    std::string what_, weights_ = "spc", main_path_, counting_ = "full";
    std::uint32_t seed_ = 1;
    std::uint64_t least_ = 1;
    unsigned threads_ = 0;
    bool communities_ = false;

    [[nodiscard]] graph::PathWeight weight() const {
        return weights_ == "spc"    ? graph::PathWeight::spc
               : weights_ == "splc" ? graph::PathWeight::splc
                                    : graph::PathWeight::spnp;
    }

    /// Into a file whose ending names a format of networks; false when it does not.
    bool write_as_network(Context& context, const graph::Network& network) const {
        const auto format = service::network_format(output_.file());
        if (format.empty()) {
            return false;
        }
        std::vector<std::string> notes;
        output_.write_stream(context, [&](const auto& sink) {
            notes = service::write_network(network, format, sink, context.lang);
        });
        for (const auto& note : notes) {
            context.note(note);
        }
        return true;
    }

    void citations(Context& context, const store::Snapshot& snapshot, Threads& threads) const {
        if (communities_) {
            const auto result = service::citation_communities(snapshot, seed_, least_, threads, context.lang);
            output_.write(context, result.table);
            context.note(sentence("{} 件文献有引用关系，模块度 {:.4f}",
                                  "{} documents with citations, modularity {:.4f}", result.documents,
                                  result.modularity)
                             .in(context.lang));
            return;
        }
        if (!main_path_.empty()) {
            const bool drawn = output_.file().ends_with(".svg");
            const auto result = service::main_path(snapshot, service::read_main_path(main_path_), weight(),
                                                   drawn, threads, context.lang);
            if (drawn) {
                output_.write_stream(context, [&](const auto& sink) { sink(result.svg); });
            } else if (!write_as_network(context, result.network)) {
                output_.write(context, result.table);
            }
            return;
        }
        const char separator = output_.format() == Format::tsv ? '\t' : ',';
        output_.write_stream(context, [&](const auto& sink) {
            sink(output_.byte_order_mark());
            service::write_arc_weights(snapshot, weight(), separator, threads, sink);
        });
    }

    void network(Context& context, const store::Snapshot& snapshot, Threads& threads) const {
        const auto result = service::make_network(snapshot,
                                                  {what_ == "applicants"  ? service::NetworkKind::applicants
                                                   : what_ == "inventors" ? service::NetworkKind::inventors
                                                                          : service::NetworkKind::classes,
                                                   counting_ == "newman", seed_, least_},
                                                  threads, context.lang);
        if (!write_as_network(context, result.network)) {
            output_.write(context, result.nodes);
        }
        context.note(sentence("{} 个节点，{} 条边；{} 个社群，模块度 {:.4f}",
                              "{} nodes, {} edges; {} communities, modularity {:.4f}",
                              result.network.ids.size(), result.network.edges.size(), result.communities,
                              result.modularity)
                         .in(context.lang));
        if (result.error > 0) {
            context.note(
                sentence("中介度由抽样估计，误差（95% 置信度，全部节点同时）不超过 {:.4f}",
                         "betweenness is estimated from a sample; with 95 % confidence all are within {:.4f}",
                         result.error)
                    .in(context.lang));
        }
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        app.add_option("WHAT", what_,
                       help("citations 引用、applicants 申请人、inventors 发明人、classes 分类",
                            "citations, applicants, inventors or classes"))
            ->required()
            ->check(CLI::IsMember({"citations", "applicants", "inventors", "classes"}));
        snapshot_.declare(app, lang);
        app.add_option("--weights", weights_,
                       help("引用的路径权重：spc、splc 或 spnp", "Weights of citations: spc, splc or spnp"))
            ->check(CLI::IsMember({"spc", "splc", "spnp"}))
            ->capture_default_str();
        app.add_option(
            "--main-path", main_path_,
            help("主路径：local、global 或 key-route=K", "Main path: local, global or key-route=K"));
        app.add_flag("--communities", communities_,
                     help("引用网络的社群及其主要分类、申请人",
                          "Communities of the citations, with their leading classes and applicants"));
        app.add_option("--counting", counting_,
                       help("每件文献对每一对计一（full），或共计一（newman）",
                            "Each document gives one to each pair (full), or shares out one (newman)"))
            ->check(CLI::IsMember({"full", "newman"}))
            ->capture_default_str();
        app.add_option("--least", least_, help("略去低于此权重的边", "Leave out edges below this weight"))
            ->check(whole_number())
            ->capture_default_str();
        app.add_option("--seed", seed_, help("社群划分的随机种子", "Seed of the communities"))
            ->check(whole_number())
            ->capture_default_str();
        declare_threads(app, lang, threads_);
    }

    void check() const override {
        if (communities_ && (what_ != "citations" || !main_path_.empty())) {
            throw UsageError(Sentence{"graph：--communities 只用于 citations，且不与 --main-path 同用",
                                      "graph: --communities belongs to citations, without --main-path"});
        }
        if (!main_path_.empty()) {
            if (what_ != "citations") {
                throw UsageError(Sentence{"graph：--main-path 只用于 citations",
                                          "graph: --main-path belongs to citations"});
            }
            (void)service::read_main_path(main_path_);
        }
    }

    void run(Context& context) override {
        Threads threads{threads_};
        const auto snapshot = snapshot_.open(context, workspace_, threads);
        if (what_ == "citations") {
            citations(context, snapshot, threads);
        } else {
            network(context, snapshot, threads);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_graph() {
    return std::make_unique<GraphCommand>();
}

} // namespace longmen::tools
