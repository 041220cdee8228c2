// SPDX-License-Identifier: GPL-3.0-or-later
// The level of a graph.
#include "unit_option.hpp"

#include <longmen/base/sentence.hpp>

namespace longmen::tools {

void UnitOption::declare(CLI::App& app, Lang lang) {
    app.add_option(
           "--unit", unit_,
           std::string{Text{"单位：family（同族）、application（申请）、publication（公布）；默认按数据",
                            "Unit: family, application or publication; default as in the data"}
                           .in(lang)})
        ->check(CLI::IsMember({"family", "application", "publication"}));
}

service::LeveledSnapshot UnitOption::apply(Context& context, store::Snapshot snapshot,
                                           std::optional<Day> until, Threads& threads) const {
    auto leveled = service::at_level(
        std::move(snapshot), service::level_by_key(unit_).value_or(service::Level::as_given), until, threads);
    if (const auto report = leveled.report()) {
        context.note(sentence("{} 件文献归并为 {} 个同族；{} 条引用中，同族之内 {} 条略去，重复 {} 条合并",
                              "{} documents folded into {} families; of {} citations {} inside a family are "
                              "dropped, {} repeated ones joined",
                              report->documents, report->families, report->citations, report->inside,
                              report->repeated)
                         .in(context.lang));
    }
    return leveled;
}

} // namespace longmen::tools
