// SPDX-License-Identifier: GPL-3.0-or-later
// graph: citations, their weights and main paths; networks of applicants, inventors, classes, documents.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
#include "../options/unit_option.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/citation_communities.hpp>
#include <longmen/service/network_kinds.hpp>
#include <longmen/service/networks.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class GraphCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    SnapshotOptions snapshot_;
    UnitOption unit_;
    std::string what_, weights_ = "spc", main_path_, counting_ = "full", around_;
    std::uint32_t seed_ = 1, hops_ = 1;
    double least_ = 1;
    unsigned threads_ = 0;
    bool communities_ = false, citing_ = false, coupling_ = false, co_citation_ = false, summary_ = false;

    [[nodiscard]] bool measured() const {
        return what_ != "citations" || coupling_ || co_citation_ || !around_.empty();
    }

    [[nodiscard]] service::NetworkRequest request() const {
        using service::NetworkKind;
        using service::TieCounting;
        service::NetworkRequest request;
        request.kind = coupling_               ? NetworkKind::coupling
                       : co_citation_          ? NetworkKind::co_citation
                       : what_ == "citations"  ? NetworkKind::citations
                       : what_ == "applicants" ? NetworkKind::applicants
                       : what_ == "inventors"  ? NetworkKind::inventors
                                               : NetworkKind::classes;
        request.counting = counting_ == "newman"    ? TieCounting::newman
                           : counting_ == "cosine"  ? TieCounting::cosine
                           : counting_ == "jaccard" ? TieCounting::jaccard
                                                    : TieCounting::full;
        request.citing = citing_;
        request.seed = seed_;
        request.least = least_;
        request.centre = around_;
        request.hops = hops_;
        return request;
    }

    /// Titles of classes, as far as a workspace tells them.
    [[nodiscard]] service::ClassTitles titles() const {
        return snapshot_.given() ? service::ClassTitles{}
                                 : service::class_titles(store::Workspace::open(workspace_.folder(),
                                                                                store::OpenMode::read_only));
    }

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
            const auto result = service::citation_communities(
                snapshot, seed_, static_cast<std::uint64_t>(least_), threads, context.lang, titles());
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
        service::OwnCitations own;
        output_.write_stream(context, [&](const auto& sink) {
            sink(output_.byte_order_mark());
            own = service::write_arc_weights(snapshot, weight(), separator, threads, sink);
        });
        context.note(
            sentence("自引（有共同申请人）{} 条，他引 {} 条，缺申请人而不明 {} 条",
                     "{} self-citations (an applicant in common), {} of others, {} unknown for want of "
                     "an applicant",
                     own.self, own.other, own.unknown)
                .in(context.lang));
    }

    void network(Context& context, const store::Snapshot& snapshot, Threads& threads) const {
        const auto result = service::make_network(snapshot, request(), threads, context.lang, titles());
        const auto& measured = result.measured;
        if (summary_) {
            output_.write(context, service::summary_table(measured.summary, context.lang));
        } else if (communities_) {
            output_.write(context, measured.communities);
        } else if (!write_as_network(context, measured.network)) {
            output_.write(context, measured.nodes);
        }
        for (const auto& line : service::summary_lines(measured.summary, context.lang)) {
            context.note(line);
        }
        if (citing_) {
            context.note(sentence("自引 {} 条；一端没有名称的引用 {} 条，不成联系",
                                  "{} self-citations; {} citations with an end without a name tie nothing",
                                  result.self_citations, result.without_party)
                             .in(context.lang));
        }
        if (result.left_out > 0) {
            context.note(sentence("共有者过多的文献 {} 件，不成联系",
                                  "{} documents shared by too many tie nothing", result.left_out)
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
        unit_.declare(app, lang);
        app.add_option("--weights", weights_,
                       help("引用的路径权重：spc、splc 或 spnp", "Weights of citations: spc, splc or spnp"))
            ->check(CLI::IsMember({"spc", "splc", "spnp"}))
            ->capture_default_str();
        app.add_option(
            "--main-path", main_path_,
            help("主路径：local、global 或 key-route=K", "Main path: local, global or key-route=K"));
        app.add_flag("--communities", communities_,
                     help("社群及其主要分类、申请人或成员",
                          "Communities, with their leading classes, applicants or members"));
        app.add_flag("--citing", citing_,
                     help("谁引用谁（用于 applicants、inventors、classes）",
                          "Who cites whom (applicants, inventors or classes)"));
        app.add_flag("--coupling", coupling_,
                     help("引用相同文献的文献（文献耦合）", "Documents that cite the same ones"));
        app.add_flag("--co-citation", co_citation_,
                     help("被相同文献引用的文献（共被引）", "Documents cited by the same ones"));
        app.add_option("--around", around_,
                       help("只取此名称或号码的邻域", "Only what lies around this name or number"));
        app.add_option("--hops", hops_, help("邻域的步数", "Steps of the neighbourhood"))
            ->check(whole_number())
            ->capture_default_str();
        app.add_flag("--summary", summary_,
                     help("只写全网概况，一行", "The summary of the network alone, as a row"));
        app.add_option("--counting", counting_,
                       help("联系的权重：full、newman；耦合与共被引还有 cosine、jaccard",
                            "Weights of ties: full, newman; of coupling and co-citation cosine, jaccard"))
            ->check(CLI::IsMember({"full", "newman", "cosine", "jaccard"}))
            ->capture_default_str();
        app.add_option("--least", least_, help("略去低于此权重的边", "Leave out edges below this weight"))
            ->check(CLI::NonNegativeNumber)
            ->capture_default_str();
        app.add_option("--seed", seed_, help("社群划分的随机种子", "Seed of the communities"))
            ->check(whole_number())
            ->capture_default_str();
        declare_threads(app, lang, threads_);
    }

    void check() const override {
        const bool citations = what_ == "citations";
        if (citing_ && citations) {
            throw UsageError(Sentence{"graph：--citing 用于 applicants、inventors 或 classes",
                                      "graph: --citing belongs to applicants, inventors or classes"});
        }
        if ((coupling_ || co_citation_) && !citations) {
            throw UsageError(Sentence{"graph：--coupling 和 --co-citation 只用于 citations",
                                      "graph: --coupling and --co-citation belong to citations"});
        }
        if ((coupling_ ? 1 : 0) + (co_citation_ ? 1 : 0) + (main_path_.empty() ? 0 : 1) > 1) {
            throw UsageError(Sentence{"graph：--coupling、--co-citation、--main-path 只能用其一",
                                      "graph: --coupling, --co-citation and --main-path exclude each other"});
        }
        if (!main_path_.empty()) {
            if (!citations || communities_ || !around_.empty()) {
                throw UsageError(
                    Sentence{"graph：--main-path 只用于 citations，且不与 --communities、--around 同用",
                             "graph: --main-path belongs to citations, without --communities or --around"});
            }
            (void)service::read_main_path(main_path_);
        }
        if (summary_ && (!measured() || communities_)) {
            throw UsageError(Sentence{
                "graph：--summary 用于网络（对 citations 须有 --coupling、--co-citation 或 --around）",
                "graph: --summary belongs to networks (citations: with --coupling, --co-citation or "
                "--around)"});
        }
    }

    void run(Context& context) override {
        Threads threads{threads_};
        const auto leveled =
            unit_.apply(context, snapshot_.open(context, workspace_, threads), std::nullopt, threads);
        const auto& snapshot = leveled.snapshot();
        if (what_ == "citations" && !around_.empty()) {
            around_ = leveled.number_of(around_);
        }
        if (measured()) {
            network(context, snapshot, threads);
        } else {
            citations(context, snapshot, threads);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_graph() {
    return std::make_unique<GraphCommand>();
}

} // namespace longmen::tools
