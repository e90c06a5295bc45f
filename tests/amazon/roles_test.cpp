// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/operations.h"
#include "core/amazon/roles.h"
#include "tests/support/check.h"

#include <set>

using namespace sk;
using namespace sk::amazon;
using namespace sk::test;

namespace {

std::set<std::string> names(const std::vector<model::RoleNeed> &needs)
{
    std::set<std::string> found;
    for (const model::RoleNeed &need : needs)
        found.insert(need.role);
    return found;
}

} // namespace

/// The feature-role matrix (MIN-1).
class RolesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byDefaultOneRoleAndNoRestrictedOne();
    void everyFeatureNamesWhatItNeeds();
    void nothingBeyondIsAskedFor();
    void whatIsAskedForOpensEveryOperation();
    void adsHasOneScope();
};

void RolesTest::byDefaultOneRoleAndNoRestrictedOne()
{
    const auto needs = rolesNeeded(model::ConnectionKind::SellingPartner, {});
    QCOMPARE(names(needs), std::set<std::string>{"Inventory and Order Tracking"});
    QVERIFY(!needs.front().restricted);
    QVERIFY(!needs.front().feature);
}

void RolesTest::everyFeatureNamesWhatItNeeds()
{
    for (const model::Feature feature : model::allFeatures()) {
        const auto needs = rolesNeeded(model::ConnectionKind::SellingPartner, {feature});
        QVERIFY(std::any_of(needs.begin(), needs.end(), [&](const auto &need) { return need.feature == feature; }));
    }
    const auto addresses = rolesNeeded(model::ConnectionKind::SellingPartner, {model::Feature::FulfilmentAddresses});
    QCOMPARE(addresses.back().role, std::string("Direct-to-Consumer Shipping"));
    QVERIFY(addresses.back().restricted);
}

void RolesTest::nothingBeyondIsAskedFor()
{
    const auto all = names(rolesNeeded(model::ConnectionKind::SellingPartner, model::allFeatures()));
    QCOMPARE(all.size(), kFeatureRoles.size()); // every role once
    for (const FeatureRole &cell : kFeatureRoles) {
        const auto known = std::find_if(kRoles.begin(), kRoles.end(), [&](const Role &r) { return r.id == cell.role; });
        QVERIFY(known != kRoles.end());
    }
}

void RolesTest::whatIsAskedForOpensEveryOperation()
{
    for (const Operation &row : kOperations) {
        const std::string roles = ' ' + std::string(row.roles) + ' ';
        QVERIFY2(roles == " any " || roles.find(" IOT ") != std::string::npos, std::string(row.name).c_str());
        QVERIFY(!row.writes);
    }
}

void RolesTest::adsHasOneScope()
{
    const auto needs = rolesNeeded(model::ConnectionKind::Ads, model::allFeatures());
    QCOMPARE(names(needs), std::set<std::string>{"advertising::campaign_management"});
}

QTEST_GUILESS_MAIN(RolesTest)
#include "roles_test.moc"
