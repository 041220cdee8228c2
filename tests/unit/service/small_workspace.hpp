// SPDX-License-Identifier: GPL-3.0-or-later
// Small workspaces filled through the real import, from text.
#pragma once

#include "support/workspace.hpp"

#include <longmen/service/import.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <string>

namespace longmen::test {

inline std::string models() {
    return std::string{LONGMEN_SOURCE_DIR} + "/models";
}

inline service::ImportRequest request() {
    service::ImportRequest request;
    request.models_folder = models();
    request.person = "tester";
    request.at = "2022-01-01T00:00:00Z";
    return request;
}

inline service::ImportedFile import_text(store::Workspace& workspace, const Folder& folder,
                                         const std::string& name, const std::string& text,
                                         const service::ImportRequest& how = request()) {
    std::ofstream{folder.path(name), std::ios::binary | std::ios::trunc} << text;
    Progress silent;
    return service::import_file(workspace, folder.path(name), how, silent);
}

inline constexpr auto three_patents =
    "申请号,名称,申请人,申请日,专利类型,法律状态,主分类号,被引次数,我的备注\n"
    "CN201811234567.X,一种密封圈,甲公司,2018-10-22,发明,授权,F16J15/16,7,重点\n"
    "CN201220249767.4,一种阀,甲公司;乙公司,2012-05-31,实用新型,未缴年费,F16K31/06,2,\n"
    "CN201110314278.2,一种灯,乙公司,2011-10-17,发明,实质审查,F21S2/00,,\n";

inline constexpr auto two_enterprises = "企业名称,统一社会信用代码,曾用名,所属园区,区县\n"
                                        "甲公司,91140702FX00100134,甲厂,某园区,榆次区\n"
                                        "乙公司,91140702FX001038XW,,某园区,太谷区\n";

inline constexpr auto figures_of_2021 =
    "企业名称,年度,销售收入(万元),主营业务收入(万元),研发投入(万元),科技成果产业化收入(万元)\n"
    "甲公司,2019,800,700,50,250\n"
    "甲公司,2021,1000,900,50,270\n"
    "乙公司,2021,1000,900,49.99,270\n";

/// A workspace with all three.
struct SmallWorkspace {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    SmallWorkspace() {
        import_text(workspace, folder, "enterprises.csv", two_enterprises);
        import_text(workspace, folder, "figures.csv", figures_of_2021);
        auto how = request();
        how.cutoff = Date::from_ymd(2022, 3, 31);
        import_text(workspace, folder, "patents.csv", three_patents, how);
    }
};

} // namespace longmen::test
