// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles: what they refuse, and which one a heading fits.
#include "recording.hpp"

#include <longmen/base/text.hpp>
#include <longmen/ingest/profile.hpp>

namespace test_profile {

using namespace longmen;
using namespace longmen::ingest;
using Catch::Matchers::Contains;

namespace {

Profile parse(const std::string& text) {
    return read_profile(Config::parse(text, "some.toml"));
}

std::string recognised(const std::string& headings, const std::string& separator = ",") {
    const auto profiles = Profiles::read(reading::models());
    const auto parts = split_trimmed(headings, separator);
    const std::vector<std::string_view> views(parts.begin(), parts.end());
    const auto found = profiles.recognise(views, {});
    return found.profile ? found.profile->id : "none";
}

constexpr auto head = "id = \"x\"\nkind = \"patents\"\nrecognise = [\"a\"]\n";

} // namespace

TEST_CASE("profile: a heading is compared without width, case, blanks, script and unit", "[ingest]") {
    CHECK(heading_key("公开（公告）号") == heading_key("公开(公告)号"));
    CHECK(heading_key("标题 (中文)") == heading_key("标题（中文）"));
    CHECK(bare_heading_key("销售收入（万元）") == heading_key("销售收入"));
    CHECK(bare_heading_key("标题 (中文)") == heading_key("标题(中文)"));
    CHECK(bare_heading_key("標準當前專利權人[US,JP,KR,CN,CA,AU]") == heading_key("标准当前专利权人"));
    CHECK(bare_heading_key("[标]原始申请(专利权)人") == heading_key("[标]原始申请(专利权)人"));
}

TEST_CASE("profile: mistakes in a file are refused with file, line and the allowed names", "[ingest]") {
    CHECK_THROWS_WITH(parse(std::string{head} + "colour = 1\n[columns]\n"),
                      Contains("some.toml:4") && Contains("colour"));
    CHECK_THROWS_WITH(parse(std::string{head} + "[columns]\nno_such = [\"a\"]\n"), Contains("no field"));
    CHECK_THROWS_WITH(parse("id = \"x\"\nkind = \"trees\"\nrecognise = [\"a\"]\n[columns]\n"),
                      Contains("enterprises") && Contains(":2"));
    CHECK_THROWS_WITH(parse(std::string{head} + "[columns]\ntitle = [\"T\"]\nabstract = [\"Ｔ\"]\n"),
                      Contains("already means `title`"));
}

TEST_CASE("profile: real heading rows find their source", "[ingest]") {
    CHECK(recognised("申请号,名称,主分类号,分类号,申请（专利权）人,发明（设计）人,公开（公告）日,"
                     "公开（公告）号,专利代理机构,代理人,"
                     "申请日,地址,优先权,国省代码,摘要,主权项,国际申请,国际公布,进入国家日期,分案原申请号,"
                     "权利要求书,法律状态,"
                     "专利权状态代码,专利类型") == "cnipr");
    CHECK(recognised("标题 "
                     "(中文),申请人,公开（公告）号,公开（公告）日,申请号,申请日,专利类型,当前法律状态,"
                     "IPC主分类,被引证次数") == "incopat");
    CHECK(recognised("公开(公告)号,标题,[标]原始申请(专利权)人,[标]当前申请(专利权)人,申请日,公开(公告)日,"
                     "IPC分类号,简单法律状态") == "patsnap");
    CHECK(recognised("Publication Number,Title,Std. Current Assignee,Application Date,Simple Legal "
                     "Status,Patent Value(USD)") == "patsnap");
    CHECK(recognised("#,Jurisdiction,Kind,Display Key,Lens ID,Publication Date,Publication Year,Application "
                     "Number,Application "
                     "Date,Priority Numbers,Title,Applicants,Cited by Patent Count") == "lens");
    CHECK(recognised("id,title,assignee,inventor/author,priority date,filing/creation date,publication "
                     "date,grant date,result "
                     "link,representative figure link") == "google_patents");
    CHECK(recognised("Title;Inventors;Applicants;Publication number;Earliest priority;IPC;CPC;Publication "
                     "date;Earliest "
                     "publication;Family number",
                     ";") == "espacenet");
    CHECK(recognised("country,number,title,date,ipc,application_number,applicants,inventors,abstract") ==
          "patentscope");
    CHECK(recognised("专利名称,专利类型,申请人,申请人类型,申请人地址,申请人地区,申请号,申请日,申请年份,"
                     "公开公告号,公开公告日,"
                     "授权公告号,IPC主分类号,摘要文本,主权项内容") == "cn_yearly");
    CHECK(recognised("专利名称,申请号,申请人,申请日,主分类号,摘要") == "generic");
    CHECK(recognised("Title,Application number,Applicants,Application date") == "generic");
    CHECK(recognised("企业名称,统一社会信用代码,曾用名,所属园区") == "enterprises");
    CHECK(recognised("企业名称,年度,销售收入(万元),研发投入(万元)") == "figures");
    CHECK(recognised("申请号,事件代码,事件日期,说明") == "events");
    CHECK(recognised("日期,天气,温度") == "none");
}

TEST_CASE("profile: every shipped file reads, and ids are those of the files or begin with them",
          "[ingest]") {
    const auto profiles = Profiles::read(reading::models());
    CHECK(profiles.all().size() >= 12);
    for (const auto& profile : profiles.all()) {
        const auto file_of = [](const std::string& id) {
            return reading::models() + "/sources/" + id + ".toml";
        };
        CHECK((std::filesystem::exists(file_of(profile.id)) ||
               std::filesystem::exists(file_of(profile.id.substr(0, profile.id.find('_'))))));
    }
    CHECK_THROWS_WITH(profiles.by_id("nobody"), Contains("incopat"));
    CHECK_THROWS_AS(Profiles::read("/nowhere"), DataError);
}

} // namespace test_profile
