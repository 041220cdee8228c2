// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps samples, judgements and reference sets.
#include <longmen/store/judgements.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/store/detail/sqlite.hpp>

namespace longmen::store {
namespace {

constexpr std::string_view sample_columns =
    "SELECT id, run_id, seed, set_size, generation, at, person FROM judged_sample ";
constexpr std::string_view judgement_columns = "SELECT run_id, number, judge, verdict, date, note, at FROM "
                                               "judgement WHERE run_id = ? AND replaced_at IS "
                                               "NULL ";

JudgedSample read_sample(const Workspace& workspace, const detail::Statement& row) {
    JudgedSample sample{row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                        row.integer(4), row.text(5),    row.text(6),    {}};
    auto numbers = workspace.database().prepare(
        "SELECT number FROM judged_sample_record WHERE sample_id = ? ORDER BY place");
    numbers.bind(1, sample.id);
    while (numbers.step()) {
        sample.numbers.push_back(numbers.text(0));
    }
    return sample;
}

Judgement read_judgement(const detail::Statement& row) {
    return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
}

} // namespace

std::int64_t keep_sample(Workspace& workspace, const JudgedSample& sample) {
    Change change{workspace};
    const auto generation = change.generation() - 1;
    for (const auto& before : judged_samples(workspace, sample.run)) {
        if (before.seed == sample.seed && before.generation == generation &&
            before.numbers == sample.numbers) {
            change.commit_unchanged();
            return before.id;
        }
    }
    auto& database = workspace.database();
    auto add = database.prepare("INSERT INTO judged_sample(run_id, seed, set_size, generation, at, person) "
                                "VALUES(?, ?, ?, ?, ?, ?)");
    add.bind(1, sample.run)
        .bind(2, sample.seed)
        .bind(3, sample.set_size)
        .bind(4, generation)
        .bind(5, sample.at)
        .bind(6, sample.person);
    add.run();
    const auto id = database.last_id();
    auto record =
        database.prepare("INSERT INTO judged_sample_record(sample_id, place, number) VALUES(?, ?, ?)");
    for (std::size_t i = 0; i < sample.numbers.size(); ++i) {
        record.bind(1, id).bind(2, static_cast<std::int64_t>(i + 1)).bind(3, sample.numbers[i]);
        record.run();
    }
    change.commit_unchanged();
    return id;
}

std::optional<JudgedSample> judged_sample(const Workspace& workspace, std::int64_t id) {
    auto query = workspace.database().prepare(std::string{sample_columns} + "WHERE id = ?");
    query.bind(1, id);
    return query.step() ? std::optional{read_sample(workspace, query)} : std::nullopt;
}

std::vector<JudgedSample> judged_samples(const Workspace& workspace, std::int64_t run) {
    auto query = workspace.database().prepare(std::string{sample_columns} + "WHERE run_id = ? ORDER BY id");
    query.bind(1, run);
    std::vector<JudgedSample> samples;
    while (query.step()) {
        samples.push_back(read_sample(workspace, query));
    }
    return samples;
}

std::vector<std::int64_t> judged_runs(const Workspace& workspace) {
    auto query = workspace.database().prepare(
        "SELECT DISTINCT run_id FROM judgement WHERE replaced_at IS NULL ORDER BY run_id");
    std::vector<std::int64_t> runs;
    while (query.step()) {
        runs.push_back(query.integer(0));
    }
    return runs;
}

void keep_judgements(Workspace& workspace, const std::vector<Judgement>& judgements) {
    Change change{workspace};
    auto& database = workspace.database();
    auto replace =
        database.prepare("UPDATE judgement SET replaced_at = ? WHERE run_id = ? AND number = ? AND "
                         "judge_key = ? AND replaced_at IS NULL");
    auto add =
        database.prepare("INSERT INTO judgement(run_id, number, judge, judge_key, verdict, date, note, "
                         "at) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto& one : judgements) {
        const auto key = fold_key(one.judge);
        replace.bind(1, one.at).bind(2, one.run).bind(3, one.number).bind(4, key);
        replace.run();
        add.bind(1, one.run)
            .bind(2, one.number)
            .bind(3, one.judge)
            .bind(4, key)
            .bind(5, one.verdict)
            .bind(6, one.date)
            .bind(7, one.note)
            .bind(8, one.at);
        add.run();
    }
    change.commit_unchanged();
}

std::optional<Judgement> judgement_by(const Workspace& workspace, std::int64_t run, std::string_view number,
                                      std::string_view judge) {
    const auto key = fold_key(judge);
    auto query =
        workspace.database().prepare(std::string{judgement_columns} + "AND number = ? AND judge_key = ?");
    query.bind(1, run).bind(2, number).bind(3, key);
    return query.step() ? std::optional{read_judgement(query)} : std::nullopt;
}

std::vector<Judgement> judgements_of(const Workspace& workspace, std::int64_t run) {
    auto query = workspace.database().prepare(std::string{judgement_columns} + "ORDER BY number, id");
    query.bind(1, run);
    std::vector<Judgement> judgements;
    while (query.step()) {
        judgements.push_back(read_judgement(query));
    }
    return judgements;
}

void keep_reference(Workspace& workspace, const ReferenceSet& reference) {
    Change change{workspace};
    auto& database = workspace.database();
    if (reference_set(workspace, reference.name)) {
        throw UsageError(sentence(
            "已有名为“{}”的对照集；对照集不能更改，请另取名称",
            "there is a reference set `{}` already; one never changes, give another name", reference.name));
    }
    auto add = database.prepare("INSERT INTO reference_set(name, built_by, how, at, file, checksum) "
                                "VALUES(?, ?, ?, ?, ?, ?)");
    add.bind(1, reference.name)
        .bind(2, reference.by)
        .bind(3, reference.how)
        .bind(4, reference.at)
        .bind(5, reference.file)
        .bind(6, reference.checksum);
    add.run();
    const auto id = database.last_id();
    auto record = database.prepare("INSERT INTO reference_record(set_id, place, number) VALUES(?, ?, ?)");
    for (std::size_t i = 0; i < reference.numbers.size(); ++i) {
        record.bind(1, id).bind(2, static_cast<std::int64_t>(i + 1)).bind(3, reference.numbers[i]);
        record.run();
    }
    change.commit_unchanged();
}

std::optional<ReferenceSet> reference_set(const Workspace& workspace, std::string_view name) {
    auto query = workspace.database().prepare(
        "SELECT id, name, built_by, how, at, file, checksum FROM reference_set WHERE name = ?");
    query.bind(1, name);
    if (!query.step()) {
        return std::nullopt;
    }
    ReferenceSet reference{
        query.text(1), query.text(2), query.text(3), query.text(4), query.text(5), query.text(6), {}};
    auto numbers =
        workspace.database().prepare("SELECT number FROM reference_record WHERE set_id = ? ORDER BY place");
    numbers.bind(1, query.integer(0));
    while (numbers.step()) {
        reference.numbers.push_back(numbers.text(0));
    }
    return reference;
}

std::vector<std::string> reference_names(const Workspace& workspace) {
    auto query = workspace.database().prepare("SELECT name FROM reference_set ORDER BY name");
    std::vector<std::string> names;
    while (query.step()) {
        names.push_back(query.text(0));
    }
    return names;
}

} // namespace longmen::store
