// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/common/certificate_dialog.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/error_text.h"
#include "ui/common/save_dialog.h"
#include "ui/common/text.h"
#include "ui/common/typed_confirm.h"
#include "ui/shell/sidebar.h"

#include <QAction>
#include <QFileDialog>

// A whole profile is erased (DEL-4). Nobody keeps its certificate afterwards, so where to is asked before.
namespace sk::ui::shell {

using namespace Qt::StringLiterals;

/// The open one, or the one that could not be opened.
QString MainWindow::chosenProfile() const
{
    return m_session ? toQString(m_session->info().name) : m_opening;
}

void MainWindow::askToEraseProfile()
{
    const QString name = chosenProfile();
    if (name.isEmpty())
        return;
    auto *dialog = new TypedConfirmDialog(
        {tr("Erase the profile “%1”?").arg(name),
         tr("Everything of this profile is erased: its connections, all data, its audit history, its keys and its "
            "folder, with the exports that still lie where Sellerkeep wrote them. Then keychain and folder are looked "
            "into, and you receive a signed certificate, which you choose a place for next. Nothing of this can be "
            "taken back. In Seller Central, remove the authorisations as well."),
         tr("Choose a place for the certificate…")},
        {name, tr("&Type the profile’s name:"), u"eraseProfileName"_s, tr("Name of the profile, to confirm")}, this);
    dialog->setObjectName(u"eraseProfileDialog"_s);
    connect(dialog, &QDialog::accepted, this, [this, name] { askForCertificate(name); });
    dialog->open();
}

void MainWindow::askForCertificate(const QString &profile)
{
    QFileDialog *dialog = makeSaveDialog(tr("Erase “%1” and save the certificate").arg(profile),
                                         {tr("Erasure certificate (*.json)")}, u"json"_s, this);
    dialog->setObjectName(u"eraseProfileFileDialog"_s);
    dialog->selectFile(u"erasure-%1.json"_s.arg(toQString(toIso(dayOf(m_clock.now())))));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, profile](const QString &file) { eraseProfile(profile, file); });
    dialog->open();
}

/// While one is erased none is opened or made: the answer would come in between.
void MainWindow::setProfilesEnabled(bool enabled)
{
    m_sidebar->setProfilesEnabled(enabled);
    m_newProfile->setEnabled(enabled);
}

void MainWindow::eraseProfile(const QString &profile, const QString &certificate)
{
    setSession(nullptr); // it has to be nobody's
    showBusy(tr("Erasing “%1”…").arg(profile));
    setProfilesEnabled(false);
    whenDone(m_profiles.remove(fromQString(profile)), this,
             [this, profile, certificate](const Result<profile::RemovedProfile> &removed) {
                 setProfilesEnabled(true);
                 if (!removed && m_session) // opened meanwhile: it stays
                     return ConfirmDialog::ask(this,
                                               {tr("“%1” was not erased").arg(profile),
                                                ErrorText::of(removed.error().kind), tr("Understood")},
                                               [] {});
                 if (!removed)
                     return showProblem(profile, removed.error());
                 profileErased(profile, *removed, certificate);
             });
}

void MainWindow::profileErased(const QString &profile, const profile::RemovedProfile &removed,
                               const QString &certificate)
{
    if (m_session) { // opened meanwhile: it stays
        refreshProfiles();
    } else {
        m_opening.clear();
        start();
    }
    if (removed.erased) {
        auto *dialog = new CertificateDialog(*removed.erased, this);
        dialog->setOnlyCopy();
        dialog->saveJson(certificate);
        return dialog->open();
    }
    const QString why = ErrorText::brief(removed.lost.value_or(ErrorKind::Internal));
    ConfirmDialog::ask(
        this,
        {tr("“%1” was erased without a certificate").arg(profile),
         tr("The profile could not be opened any more, so there was no key to sign a certificate with and "
            "nothing could be counted: %1.")
             .arg(why),
         tr("Understood")},
        [] {});
}

} // namespace sk::ui::shell
