// SPDX-License-Identifier: GPL-3.0-or-later
// The chapters every report has: data and method, appendix, colophon.
#include <longmen/indicators/registry.hpp>
#include <longmen/report/detail/figures.hpp>
#include <longmen/report/detail/search_quality_part.hpp>

#include <fmt/format.h>

namespace longmen::report::detail {
namespace {

Table coverage_table(const analysis::DataQuality& quality, const Words& words) {
    Table table;
    table.columns = {{"field", words("字段", "Field")},
                     {"present", words("有值件数", "Records")},
                     {"share", words("覆盖率", "Share")}};
    for (const auto& field : quality.coverage) {
        table.rows.push_back({std::string{field.name.in(words.lang)},
                              static_cast<std::int64_t>(field.present), percent(field.share)});
    }
    return table;
}

Table term_table(const ReportData& data, const Words& words) {
    Table table;
    table.columns = {{"indicator", words("指标", "Indicator")},
                     {"weight", words("权重", "Weight")},
                     {"normalisation", words("归一方法", "Normalisation")},
                     {"description", words("含义", "Meaning")}};
    for (const auto& term : data.model.terms) {
        table.rows.push_back({term.heading(words.lang), Decimal{term.weight, 4, 2},
                              std::string{scoring::normalisation_text(term.normalisation).in(words.lang)},
                              std::string{term.info->description.in(words.lang)}});
    }
    return table;
}

} // namespace

Chapter method_chapter(const ReportData& data, const std::string& number, Selection selection) {
    const Words words{data.lang};
    Chapter chapter{"method", number + words("数据与方法", "Data and method"), {}};
    const auto& as_of = data.scores.as_of;
    chapter.say(Tone::heading, words("数据范围", "Data"));
    chapter.say(
        Tone::plain,
        words.zh()
            ? fmt::format("本报告以工作区中的 {} 件专利申请和 {} 家企业为依据，数据截至 "
                          "{}。计量单位为专利申请（件），"
                          "联合申请在每一申请人名下各计一次，在园区、全市合计中只计一次。",
                          data.corpus.patents.size(), data.corpus.enterprises.size(), as_of.iso())
            : fmt::format("The report rests on the {} applications and {} enterprises of the workspace, as "
                          "of {}. The unit is the application; a joint application counts once for each "
                          "applicant, and once in totals of a park or a city.",
                          data.corpus.patents.size(), data.corpus.enterprises.size(), as_of.iso()));
    chapter.add(Listing{words("数据来源", "Sources of the data"), data.files,
                        words("按导入先后；未识别的列原样保留",
                              "In the order of import; unknown columns are kept as they are")});
    chapter.say(
        Tone::plain,
        words.zh()
            ? fmt::format("导入时退回 {} 行，给出提示 {} 条；不同来源之间有 {} "
                          "处取值矛盾，采用较新来源的取值，另一取值留存备查。",
                          data.rejected, data.remarks, data.conflicts)
            : fmt::format("{} rows were rejected and {} remarks made on import. The sources contradict each "
                          "other in {} values; the newer source stands and the other value is kept.",
                          data.rejected, data.remarks, data.conflicts));
    say_search_quality(chapter, data.searches, data.lang);
    chapter.say(Tone::heading, words("数据能支撑的分析", "What the data can carry"));
    const auto quality = analysis::data_quality(data.corpus, selection, as_of, data.rules);
    for (const auto& sentence : quality.summary) {
        chapter.say(Tone::caution, sentence.in(data.lang));
    }
    chapter.add(Listing{words("字段覆盖率", "Coverage of fields"), coverage_table(quality, words),
                        quality.basis.statement.in(data.lang)});
    chapter.say(Tone::heading, words("价值评分方法", "How value is scored"));
    chapter.say(
        Tone::plain,
        words.zh()
            ? fmt::format("采用模型“{}”（{} 第 {} 版，校验和 "
                          "{}）。每项指标先归一，再{}，满分 {:g}。"
                          "比较组为技术领域×申请年×受理局，少于 {} "
                          "件时按“前后一年、所属技术部类、全部领域、全库”的次序放宽。"
                          "测不到的指标不计零分，只降低覆盖率；覆盖率低于 {:.0f}% "
                          "的不给分。权重为本项目缺省值，非官方标准。",
                          data.model.title_zh, data.model.id, data.model.version, data.model.checksum,
                          scoring::aggregation_text(data.model.aggregation).zh, data.model.scale,
                          data.model.cohort_minimum, 100 * data.model.minimum_coverage)
            : fmt::format(
                  "Model: {} ({} version {}, checksum {}). Each indicator is normalised, "
                  "then comes the {}, full marks {:g}. A cohort is technology field x filing year "
                  "x "
                  "office; with fewer than {} members it is widened step by step: neighbouring years, "
                  "sector, "
                  "all fields, all records. What cannot be measured is left out and lowers the coverage; "
                  "below "
                  "{:.0f}% coverage there is no value. The weights are defaults of this project, no official "
                  "standard.",
                  data.model.title_en, data.model.id, data.model.version, data.model.checksum,
                  scoring::aggregation_text(data.model.aggregation).en, data.model.scale,
                  data.model.cohort_minimum, 100 * data.model.minimum_coverage));
    chapter.add(Listing{words("价值模型的指标与权重", "Indicators and weights of the value model"),
                        term_table(data, words),
                        {}});
    return chapter;
}

Chapter appendix(const ReportData& data, const std::string& number) {
    const Words words{data.lang};
    Chapter chapter{"appendix", number + words("附录：术语与依据", "Appendix: terms and sources"), {}};
    Table terms;
    terms.columns = {{"term", words("术语", "Term")}, {"meaning", words("含义", "Meaning")}};
    const auto term = [&](const char* zh, const char* en, const char* zh_meaning, const char* en_meaning) {
        terms.rows.push_back({words(zh, en), words(zh_meaning, en_meaning)});
    };
    term("显示性技术优势 RTA", "RTA", "某领域占本方专利的比重，除以该领域占全部专利的比重；大于1为相对专长",
         "Share of a field in one's own patents over its share in all; above 1 is a specialisation");
    term("空白点", "White spot", "按整体分布应有而本方明显偏少的领域（泊松概率小）",
         "A field in which one has clearly fewer patents than the whole would lead one to expect");
    term("专利族", "Family", "同一发明在各局的申请；按数据商给出的同族归并，无同族信息的单独成族",
         "Applications for one invention at several offices, as the vendor groups them; alone where it says "
         "nothing");
    term("覆盖率", "Coverage", "实际测得的指标权重占模型总权重的比例",
         "Share of the model's weight that was measured");
    term("名次区间", "Range of rank", "任一权重单独增减后名次的最好与最差值",
         "Best and worst rank when any one weight alone is changed");
    chapter.add(Listing{words("术语", "Terms"), std::move(terms), {}});
    Table sources;
    sources.columns = {{"title", words("名称", "Title")},
                       {"issuer", words("发布单位", "Issued by")},
                       {"date", words("日期", "Date")}};
    for (const auto& source : data.programme.sources) {
        sources.rows.push_back(
            {source.title, source.issuer, source.date ? source.date->iso() : std::string{}});
    }
    chapter.add(Listing{words("政策依据", "Policy sources"), std::move(sources),
                        fmt::format("{} v{}", data.programme.id, data.programme.version)});
    return chapter;
}

std::vector<std::string> colophon(const ReportData& data) {
    const Words words{data.lang};
    return {words.zh() ? fmt::format("由龙门（longmen）生成；数据截至 {}，工作区第 {} 代",
                                     data.scores.as_of.iso(), data.corpus.generation)
                       : fmt::format("Written by longmen; data as of {}, generation {} of the workspace",
                                     data.scores.as_of.iso(), data.corpus.generation),
            words.zh() ? fmt::format("价值模型 {} v{}（{}）；扶持方案 {} v{}（{}）", data.model.id,
                                     data.model.version, data.model.checksum, data.programme.id,
                                     data.programme.version, data.programme.checksum)
                       : fmt::format("Value model {} v{} ({}); programme {} v{} ({})", data.model.id,
                                     data.model.version, data.model.checksum, data.programme.id,
                                     data.programme.version, data.programme.checksum)};
}

} // namespace longmen::report::detail
